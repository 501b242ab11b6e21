/** Makes the report as Markdown, with the same parts in the same words, for places that show text only. */

import { type FeatureState, leavesOf } from '../language/analysis/judging/readiness.ts';
import { usuallyOf } from '../language/analysis/roadmap-words.ts';
import type { NextStep, Standing } from '../language/analysis/standing/standing.ts';
import { isWeb } from './html.ts';
import { inMarkdown as m } from './in-markdown.ts';
import { relationsOf, VERB } from './map/words.ts';
import { alike } from './steps.ts';
import { capital, range } from './text.ts';
import {
  CLAIM,
  clauseTitle,
  EVENT,
  findingsInWords,
  firmlyIn,
  fitInWords,
  KIND,
  leading,
  PARTS,
  type PartName,
  POINTS_TO,
  readinessInWords,
  stepsDone,
  totalInWords,
  verdict,
} from './words.ts';

type MarkdownLines = readonly string[];
const table = (heads: MarkdownLines, rows: readonly MarkdownLines[]): MarkdownLines => [
  `| ${heads.join(' | ')} |`,
  `|${heads.map(() => '---|').join('')}`,
  ...rows.map(row => `| ${row.join(' | ')} |`),
];
const names = (all: readonly { readonly label: string }[], picked: readonly number[]): string =>
  picked.map(i => m(all[i]!.label)).join(', ') || '–';

const DRAWN: Readonly<Record<PartName, (standing: Standing) => MarkdownLines>> = {
  kinds: one => [
    m(verdict(one)) + (firmlyIn(one) ? ` ${m(firmlyIn(one)!)}` : ''),
    '',
    ...one.dimensions.flatMap(({ dimension, reasons }) =>
      reasons.length === 0
        ? [`- **${capital(dimension)}**: nothing is stated.`]
        : reasons.map(({ because, pointsTo }) => `- **${capital(dimension)}**: ${m(because)} (points to ${POINTS_TO[pointsTo]}).`),
    ),
  ],
  next: standing =>
    standing.next.length === 0
      ? ['Nothing is pressing.']
      : [...alike(standing).values()].flatMap(([first, ...more], i) => [
          `${i + 1}. ${capital(first!.severity)}: ${step(first!, standing)}`,
          ...more.map(one => `   - ${step(one, standing)}`),
        ]),
  readiness: ({ readiness }) =>
    readiness.flatMap(one => [
      `#### ${m(one.title)} (${CLAIM[one.claim]})`,
      '',
      `${readinessInWords(one)}.${one.website ? ` ${link(one.website, one.publisher ?? one.website)}` : ''}`,
      '',
      ...table(
        ['Clause', 'Status', 'Still missing'],
        one.clauses
          .flatMap(leavesOf)
          .map(clause => [m(clauseTitle(clause)), capital(clause.status), missing(clause.features, clause.ignored?.reason)]),
      ),
      '',
    ]),
  alignment: ({ alignment: { outcomes, modules, assessments, domains } }) => [
    ...(outcomes.length > 0
      ? table(
          ['Outcome', 'Taught in', 'Assessed by'],
          outcomes.map(one => [m(one.label), names(modules, one.taughtBy), names(assessments, one.testedBy)]),
        )
      : []),
    ...(outcomes.length > 0 && domains.length > 0 ? [''] : []),
    ...(domains.length > 0
      ? table(
          ['Domain', 'Assessed by'],
          domains.map(one => [m(one.label), names(assessments, one.testedBy)]),
        )
      : []),
  ],
  specifications: ({ specifications }) =>
    specifications.flatMap(one => [
      `#### ${m(one.of.label)}`,
      '',
      ...table(
        ['Domain', 'Weight', 'Scored items'],
        one.domains.map(({ label, weight, items }) => [m(label), weight ? range(weight, '%') : '–', items ? range(items) : '–']),
      ),
      '',
      totalInWords(one),
      '',
    ]),
  timeline: ({ timeline }) =>
    timeline.length === 0
      ? []
      : table(
          ['Date', 'What', 'State'],
          timeline.map(({ date, what, state }) => [m(date), m(what), EVENT[state]]),
        ),
  map: ({ map }) =>
    relationsOf(map).map(({ node, to }) => {
      const relations = to.map(
        ({ edge, node }) => `${VERB[edge.does]} ${m(node.label)}${edge.rule === undefined ? '' : ` (against ${m(edge.rule)})`}`,
      );
      return `- ${m(node.label)} ${relations.join('; ')}`;
    }),
  roadmap: ({ roadmap }) =>
    roadmap.flatMap(stage => [
      `- **${capital(stage.stage)}** (${stepsDone(stage)})`,
      ...stage.steps.map(one => {
        const { what, status, due, ifWanted } = one;
        const usual = status === 'done' ? undefined : usuallyOf(one);
        return `  - ${m(what)}: ${status}${ifWanted && status !== 'done' ? ', if wanted' : ''}${due === undefined ? '' : `, due ${m(due)}`}${usual ? `. ${m(usual)}` : ''}`;
      }),
    ]),
  both: ({ both = [] }) => both.map(({ what, status, rule }) => `- ${m(what)}: ${status}${rule === undefined ? '' : ` (${m(rule)})`}`),
  holes: ({ holes }) => holes.map(({ what }) => `- ${m(what)}`),
  ignored: ({ ignored }) => ignored.map(({ rules, reason }) => `- ${rules.map(m).join(', ')}: ${m(reason) || 'No reason is given.'}`),
  further: ({ further }) => further.map(({ title, url }) => `- ${link(url, title)}`),
};

const link = (url: string, title: string): string =>
  isWeb(url) ? `[${m(title)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)` : m(title);
/** Writes a step. Line numbers refer to the program's own file. */
const step = ({ text, at }: NextStep, { program }: Standing): string =>
  `${m(text)}${at.uri === program.at.uri ? ` (line ${at.range.start.line + 1})` : ''}`;

const missing = (features: readonly FeatureState[], ignored: string | undefined): string =>
  [
    ...features
      .filter(({ status }) => status !== 'shown')
      .map(({ title, status, basis }) => {
        const notes = [status === 'hole' && 'still to be stated', basis === 'practice' && 'practice of the field'].filter(Boolean);
        return `${m(title)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
      }),
    ...(ignored === undefined ? [] : [`Set aside: ${m(ignored) || 'no reason is given'}`]),
  ].join('; ') || '–';

const ORDER: readonly PartName[] = [
  'kinds',
  'map',
  'next',
  'readiness',
  'holes',
  'roadmap',
  'alignment',
  'specifications',
  'timeline',
  'both',
  'ignored',
  'further',
];

/** Returns the report of programs. `path` returns a file's path as people know it; `undefined` for built-in standards. */
export function reportMarkdown(standings: readonly Standing[], path: (uri: string) => string | undefined): string {
  const overview =
    standings.length < 2
      ? []
      : [
          '# Credentialing programs',
          '',
          ...table(
            ['Program', 'Owner', 'Kind', 'Description fits', 'Readiness', 'Findings'],
            standings.map(one => {
              const first = leading(one);
              return [
                m(one.program.label),
                m(one.program.owner?.label ?? '–'),
                KIND[one.program.kind],
                fitInWords(one),
                first ? `${m(first.standard)}: ${readinessInWords(first)}` : '–',
                findingsInWords(one),
              ];
            }),
          ),
          '',
        ];
  const programs = standings.flatMap(one => [
    `## ${m(one.program.label)}`,
    '',
    `${KIND[one.program.kind]}, ${m(one.program.status)}${one.program.owner ? `, of ${m(one.program.owner.label)}` : ''}. ${findingsInWords(one)}. ${m(path(one.program.at.uri) ?? one.program.at.uri)}, line ${one.program.at.range.start.line + 1}, as of ${one.asOf}.`,
    ...(one.program.summary ? ['', m(one.program.summary)] : []),
    ...ORDER.flatMap(name => {
      const lines = DRAWN[name](one);
      return lines.length === 0 ? [] : ['', `### ${PARTS[name].title}`, '', ...lines];
    }),
    '',
  ]);
  // If there is only one program, the page is about it, so headings move up one level. Only our own lines begin with `#`.
  const page = overview.length > 0 ? [...overview, ...programs] : programs.map(line => line.replace(/^#(?=#)/, ''));
  return `${page
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}
