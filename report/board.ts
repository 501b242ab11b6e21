/**
 * Makes one page about a program for those who decide about it: what it is, how ready it is, what comes next and what that takes. It has
 * no line numbers or rule ids, because a board does not open the file. HTML and Markdown are made from the same list of plain lines.
 */
import type { DatedEvent, Stage, Standing } from '../language/analysis/standing/standing.ts';
import { counted, listed } from '../language/model/sentence.ts';
import { bar } from './components/readiness.ts';
import { type Html, html, own } from './html.ts';
import { inMarkdown as m } from './in-markdown.ts';
import { alike } from './steps.ts';
import { capital } from './text.ts';
import { CLAIM, KIND, readinessInWords, stepsDone, verdict } from './words.ts';

/** The most entries of each list, so that everything fits on one page. */
const MOST = { standards: 2, steps: 5, open: 3, dates: 3 };

interface BoardSection {
  readonly title: string;
  readonly lines: readonly BoardLine[];
}
interface BoardLine {
  readonly text: string;
  /** The standard whose bar is drawn below the line. */
  readonly bar?: Standing['readiness'][number];
}

/** Returns the four sections of a program's page; each has at least one line. */
export function boardSections(standing: Standing): readonly BoardSection[] {
  return [
    { title: 'What it is', lines: what(standing) },
    { title: 'How ready it is', lines: ready(standing) },
    { title: 'What comes next', lines: next(standing) },
    { title: 'What it takes', lines: takes(standing) },
  ];
}

function what(standing: Standing): readonly BoardLine[] {
  const { program, map } = standing;
  const awards = map.nodes.filter(({ kind, id }) => kind === 'award' && id.startsWith(`${program.at.uri}#`));
  const renewals = map.nodes.filter(({ kind }) => kind === 'renewal');
  return [
    ...(program.summary === undefined ? [] : [{ text: program.summary }]),
    { text: verdict(standing) },
    ...(awards.length === 0
      ? []
      : [{ text: `It awards ${listed(awards.map(({ label, note }) => (note && note !== label ? `${label} (${note})` : label)))}.` }]),
    // Alternatives with one cycle are one line.
    ...[...new Set(renewals.flatMap(({ note }) => note ?? []))].map(note => ({ text: `Holders renew it ${note}.` })),
  ];
}

function ready({ readiness, findings }: Standing): readonly BoardLine[] {
  const claimed = readiness.filter(({ claim }) => claim !== 'asked');
  const shown = (claimed.length > 0 ? claimed : readiness).slice(0, MOST.standards);
  const stated = [
    findings.error > 0 &&
      `${counted(findings.error, 'statement')} ${findings.error === 1 ? 'does' : 'do'} not fit what the program says it is`,
    findings.warning > 0 &&
      `${counted(findings.warning, 'thing')} that it needs ${findings.warning === 1 ? 'is' : 'are'} missing or ${findings.warning === 1 ? 'does' : 'do'} not fit`,
  ].filter(one => one !== false);
  return [
    ...shown.map(one => ({ text: `${one.title} (${one.standard}, ${CLAIM[one.claim]}): ${readinessInWords(one)}.`, bar: one })),
    { text: stated.length > 0 ? `${capital(stated.join('; '))}.` : 'Nothing in its description contradicts what the program says it is.' },
  ];
}

function next(standing: Standing): readonly BoardLine[] {
  const groups = [...alike(standing).values()];
  const shown = groups
    .slice(0, MOST.steps)
    .map(([first, ...more]) => ({ text: `${first!.text}${more.length > 0 ? ` (And ${more.length} more like this.)` : ''}` }));
  const left = groups.length - shown.length;
  if (shown.length === 0) return [{ text: 'Nothing is pressing.' }];
  return left > 0 ? [...shown, { text: `${counted(left, 'further step')} stand${left === 1 ? 's' : ''} in the full report.` }] : shown;
}

function takes({ roadmap, timeline, holes }: Standing): readonly BoardLine[] {
  const stages = roadmap.flatMap((stage): readonly BoardLine[] => {
    const open = stage.steps
      .filter(({ status, ifWanted }) => status !== 'done' && status !== 'not said' && !ifWanted)
      .map(step => step.what);
    return open.length === 0 ? [] : [{ text: `${capital(stage.stage)}, ${stepsDone(stage)}. Still open: ${firstOf(open)}.` }];
  });
  const dates = timeline.filter(({ state }) => state !== 'done').slice(0, MOST.dates);
  return [
    ...(stages.length > 0 ? stages : [{ text: 'All steps of development are done.' }]),
    ...(holes.length === 0 ? [] : [{ text: `${counted(holes.length, 'statement')} ${holes.length === 1 ? 'is' : 'are'} still to come.` }]),
    ...dates.map(one => ({ text: `${dated(one)}.` })),
  ];
}

const firstOf = (open: Stage['steps'][number]['what'][]): string => {
  const left = open.length - MOST.open;
  return `${open
    .slice(0, MOST.open)
    .map(one => one.charAt(0).toLowerCase() + one.slice(1))
    .join('; ')}${left > 0 ? `; and ${left} more` : ''}`;
};
const dated = ({ what, date, state }: DatedEvent): string => `${capital(what)}: ${state === 'overdue' ? 'was due' : 'due'} ${date}`;

/** Returns a program's page for a board as HTML. `level` is the level of its heading. */
export const boardPage = (standing: Standing, level: number): Html =>
  html`<header class="program-head"><p class="kind-line"><span class="badge ${standing.program.kind}">${KIND[standing.program.kind]}</span></p>
${titled(level, 'h0', own(standing.program.label))}
<p class="muted">${underTitle(standing)}</p></header>
${boardSections(standing).map(
  ({ title, lines }) => html`<section class="part board-part">${titled(level + 1, 'h1', title)}
<ul class="plain">${lines.map(({ text, bar: of }) => html`<li>${text}${of && bar(of)}</li>`)}</ul></section>
`,
)}`;

const titled = (level: number, style: string, words: Html | string): Html => html`<h${level} class="${style}">${words}</h${level}>`;
const underTitle = ({ program, asOf }: Standing): string =>
  `${capital(program.status)}${program.owner ? `, of ${program.owner.label}` : ''}. Looked at as of ${asOf}.`;

/** Returns the pages of programs as Markdown, one after another. */
export function boardMarkdown(standings: readonly Standing[]): string {
  const pages = standings.map(standing =>
    [
      `# ${m(standing.program.label)}`,
      '',
      `${KIND[standing.program.kind]}. ${m(underTitle(standing))}`,
      ...boardSections(standing).flatMap(({ title, lines }) => ['', `## ${title}`, '', ...lines.map(({ text }) => `- ${m(text)}`)]),
    ].join('\n'),
  );
  return `${pages.join('\n\n')}\n`;
}
