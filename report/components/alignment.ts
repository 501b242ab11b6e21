/**
 * Draws what is taught and assessed where: outcomes against modules and assessments, domains against assessments, with weights and items.
 */
import type { Alignment, LabelledBlock, Specification, Standing } from '../../language/analysis/standing/standing.ts';
import { counted } from '../../language/model/sentence.ts';
import type { Face } from '../face.ts';
import { type Content, type Html, html, own } from '../html.ts';
import { icon } from '../icons.ts';
import { range } from '../text.ts';
import { heading, nameIn, part, scrolled, spoken } from './part.ts';

/** Draws the tables; returns `undefined` if there is nothing to align. */
export function alignment({ alignment: all, specifications }: Standing, face: Face): Html | undefined {
  const { outcomes, domains } = all;
  if (outcomes.length === 0 && domains.length === 0) return undefined;
  return part(face, 'alignment', [
    outcomes.length > 0 && ofOutcomes(all, face),
    domains.length > 0 && ofDomains(all, specifications, face),
    key(all, face),
  ]);
}

type AlignedOutcome = Alignment['outcomes'][number];
type AlignedDomain = Alignment['domains'][number];

function ofOutcomes({ outcomes, modules, assessments }: Alignment, face: Face): Html {
  const gapsOf = (one: AlignedOutcome) => gaps(one.taughtBy.length === 0 && 'not taught', one.testedBy.length === 0 && 'not assessed');
  const head = (one: AlignedOutcome): Html =>
    rowHead(one, face, [one.level !== undefined && html` <span class="muted">${one.level}</span>`, gapsOf(one)]);
  const over = (of: readonly LabelledBlock[], sign: string, words: string): Html =>
    html`<th colspan="${Math.max(1, of.length)}" scope="colgroup">${icon(sign)} ${words}</th>`;
  const heads = (of: readonly LabelledBlock[]): Content =>
    of.length > 0 ? of.map(one => column(one, face)) : html`<th scope="col">none</th>`;
  const matrix = html`<thead><tr><th rowspan="2" scope="col">Outcome</th>${over(modules, 'dot', 'Taught in')}${over(assessments, 'square', 'Assessed by')}</tr>
<tr>${heads(modules)}${heads(assessments)}</tr></thead>
<tbody>${outcomes.map(
    one => html`<tr>${head(one)}${cells(modules, one.taughtBy, 'taught')}${cells(assessments, one.testedBy, 'assessed')}</tr>
`,
  )}</tbody>`;
  const list = html`<thead><tr><th scope="col">Outcome</th><th scope="col">Taught in</th><th scope="col">Assessed by</th></tr></thead>
<tbody>${outcomes.map(
    one => html`<tr>${head(one)}<td>${named(modules, one.taughtBy)}</td><td>${named(assessments, one.testedBy)}</td></tr>
`,
  )}</tbody>`;
  return table('Outcomes, modules and assessments', { matrix, list, rows: outcomes, columns: [...modules, ...assessments], face });
}

function ofDomains({ domains, assessments }: Alignment, specifications: readonly Specification[], face: Face): Html {
  const specified = specifications.flatMap(one => one.domains);
  const rowOf = (one: AlignedDomain) => specified.find(({ at }) => samePlace(at, one.at)) ?? { weight: undefined, items: undefined };
  const head = (one: AlignedDomain): Html =>
    rowHead(one, face, gaps(one.testedBy.length === 0 && 'not assessed', !rowOf(one).weight && 'no weight'));
  const numbers = (one: AlignedDomain): Html => {
    const { weight, items } = rowOf(one);
    return html`<td class="number">${weight ? range(weight, '%') : ''}</td><td class="number">${items ? range(items) : ''}</td>`;
  };
  const measures = html`<th scope="col" class="number">Weight</th><th scope="col" class="number">Items</th>`;
  const matrix = html`<thead><tr><th scope="col">Domain</th>${assessments.map(one => column(one, face))}${measures}</tr></thead>
<tbody>${domains.map(
    one => html`<tr>${head(one)}${cells(assessments, one.testedBy, 'assessed', 0)}${numbers(one)}</tr>
`,
  )}</tbody>`;
  const list = html`<thead><tr><th scope="col">Domain</th><th scope="col">Assessed by</th>${measures}</tr></thead>
<tbody>${domains.map(
    one => html`<tr>${head(one)}<td>${named(assessments, one.testedBy)}</td>${numbers(one)}</tr>
`,
  )}</tbody>`;
  return table('Domains, assessments and weights', { matrix, list, rows: domains, columns: assessments, face });
}

interface AlignmentViews {
  readonly matrix: Html;
  /** The same content as a list with names instead of columns. */
  readonly list: Html;
  readonly rows: readonly LabelledBlock[];
  readonly columns: readonly LabelledBlock[];
  readonly face: Face;
}

/** Draws a table. Paper cannot be scrolled, so if there are too many columns for a sheet, the printed page has the list instead. */
function table(title: string, { matrix, list, rows, columns, face }: AlignmentViews): Html {
  const signs = columns.reduce((sum, one) => sum + (one.name ?? one.label).length + 3, 0);
  const wide = face.printed && signs > ON_PAPER;
  return html`${heading(face, 2, title)}
${scrolled(nameIn(face, title), html`<table class="matrix">${matrix}</table>`, `${rows.length > ON_SCREEN ? 'tall' : ''}${wide ? ' on-screen' : ''}`)}${
  wide && html`<table class="listed on-paper">${list}</table>`
}`;
}
/** The total number of characters in the column heads that fit on paper beside the row's own head. */
const ON_PAPER = 72;
/** Tables with more rows keep their heads in sight while they scroll. */
const ON_SCREEN = 20;

/** Draws the head of a column. It shows the short name; the key explains it. */
const column = (item: LabelledBlock, face: Face): Html =>
  html`<th scope="col"><span class="head">${item.name === undefined ? face.at(item.at, item.label) : item.name}</span></th>`;
const rowHead = (item: LabelledBlock, face: Face, more: Content): Html =>
  html`<th scope="row">${face.at(item.at, own(item.label))}${more}</th>`;
const cells = (of: readonly LabelledBlock[], marked: readonly number[], word: 'taught' | 'assessed', atLeast = 1): Html[] =>
  Array.from(
    { length: Math.max(atLeast, of.length) },
    (_, i) => html`<td class="mark">${marked.includes(i) && [icon(word === 'taught' ? 'dot' : 'square'), spoken(word)]}</td>`,
  );
const named = (of: readonly LabelledBlock[], marked: readonly number[]): string =>
  marked.map(i => of[i]!.name ?? of[i]!.label).join(', ') || '\u2013';

/** Draws the gaps. They stand with the words that they are about, where scrolling does not hide them. */
function gaps(...all: readonly (string | false)[]): Html | false {
  const there = all.filter(one => one !== false);
  return there.length > 0 && html` <span class="gap">${icon('overdue')} ${there.join(', ')}</span>`;
}

const samePlace = (a: LabelledBlock['at'], b: LabelledBlock['at']): boolean =>
  a.uri === b.uri && a.range.start.line === b.range.start.line && a.range.start.character === b.range.start.character;

function key({ modules, assessments }: Alignment, face: Face): Html | false {
  const all = [
    ...modules.map(one => ({ ...one, note: one.hours })),
    ...assessments.map(one => ({ ...one, note: one.use as string | undefined })),
  ].filter(({ name }) => name !== undefined);
  return (
    all.length > 0 &&
    html`<details class="fold key" id="${face.id('alignment-key')}"${all.length <= ON_SCREEN && html` open`}><summary>${[modules.length > 0 && counted(modules.length, 'module'), assessments.length > 0 && counted(assessments.length, 'assessment')].filter(Boolean).join(', ')}</summary>
<dl>${all.map(one => html`<div><dt>${one.name}</dt><dd>${face.at(one.at, own(one.label))}${one.note !== undefined && html` <span class="muted">${one.note}</span>`}</dd></div>`)}</dl></details>`
  );
}
