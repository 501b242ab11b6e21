/** What is taught and assessed where: outcomes by modules and assessments, domains by assessments, weights and items. */
import type { Alignment, Item, Specification, Standing } from '../../language/analysis/standing.ts';
import type { Face } from '../face.ts';
import { type Content, type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { counted, range } from '../text.ts';
import { heading, part, scrolled, spoken } from './part.ts';

export function alignment({ alignment: all, specifications }: Standing, face: Face): Html | undefined {
  const { outcomes, domains } = all;
  if (outcomes.length === 0 && domains.length === 0) return undefined;
  return part(face, 'alignment', [
    outcomes.length > 0 && [
      heading(face, 2, 'Outcomes, modules and assessments'),
      scrolled('Outcomes, modules and assessments', ofOutcomes(all, face)),
    ],
    domains.length > 0 && [
      heading(face, 2, 'Domains, assessments and weights'),
      scrolled('Domains, assessments and weights', ofDomains(all, specifications, face)),
    ],
    key(all, face),
  ]);
}

/** A column is headed by the short name; the key says what it stands for. */
const column = (item: Item, face: Face): Html =>
  html`<th scope="col">${item.name === undefined ? face.at(item.at, item.label) : item.name}</th>`;
const rowHead = (item: Item, face: Face, more?: Content): Html => html`<th scope="row">${face.at(item.at, item.label)}${more}</th>`;
const cells = (of: readonly unknown[], marked: readonly number[], word: string): Html[] =>
  of.map(
    (_, i) =>
      html`<td class="mark">${marked.includes(i) ? [icon(word === 'taught' ? 'dot' : 'square'), spoken(word)] : spoken(`not ${word}`)}</td>`,
  );

function ofOutcomes({ outcomes, modules, assessments }: Alignment, face: Face): Html {
  const taught = Math.max(1, modules.length);
  const tested = Math.max(1, assessments.length);
  const none = html`<th scope="col">none</th>`;
  return html`<table class="matrix"><thead><tr><th rowspan="2" scope="col">Outcome</th><th colspan="${taught}" scope="colgroup">${icon('dot')} Taught in</th><th colspan="${tested}" scope="colgroup" class="first">${icon('square')} Assessed by</th><th rowspan="2" scope="col">Gap</th></tr>
<tr>${modules.length > 0 ? modules.map(one => column(one, face)) : none}${assessments.length > 0 ? assessments.map(one => column(one, face)) : none}</tr></thead>
<tbody>${outcomes.map(one => {
    const gaps = [one.taughtBy.length === 0 && 'not taught', one.testedBy.length === 0 && 'not assessed'].filter(gap => gap !== false);
    return html`<tr>${rowHead(one, face, one.level !== undefined && html` <span class="muted">${one.level}</span>`)}${
      modules.length > 0 ? cells(modules, one.taughtBy, 'taught') : html`<td></td>`
    }${assessments.length > 0 ? cells(assessments, one.testedBy, 'assessed') : html`<td></td>`}${gap(gaps)}</tr>
`;
  })}</tbody></table>`;
}

function ofDomains({ domains, assessments }: Alignment, specifications: readonly Specification[], face: Face): Html {
  const specified = specifications.flatMap(one => one.domains);
  return html`<table class="matrix"><thead><tr><th scope="col">Domain</th>${assessments.map(one => column(one, face))}<th scope="col">Weight</th><th scope="col">Items</th><th scope="col">Gap</th></tr></thead>
<tbody>${domains.map(one => {
    const { weight, items } = specified.find(({ at }) => samePlace(at, one.at)) ?? {};
    const gaps = [one.testedBy.length === 0 && 'not assessed', !weight && 'no weight'].filter(gap => gap !== false);
    return html`<tr>${rowHead(one, face)}${cells(assessments, one.testedBy, 'assessed')}<td class="number">${weight ? range(weight, '%') : ''}</td><td class="number">${items ? range(items) : ''}</td>${gap(gaps)}</tr>
`;
  })}</tbody></table>`;
}

const gap = (gaps: readonly string[]): Html =>
  html`<td class="gap">${gaps.length > 0 && [icon('overdue'), html`<span>${gaps.join(', ')}</span>`]}</td>`;

const samePlace = (a: Item['at'], b: Item['at']): boolean =>
  a.uri === b.uri && a.range.start.line === b.range.start.line && a.range.start.character === b.range.start.character;

function key({ modules, assessments }: Alignment, face: Face): Html | false {
  const named = [
    ...modules.map(one => ({ ...one, note: one.hours })),
    ...assessments.map(one => ({ ...one, note: one.use as string | undefined })),
  ].filter(({ name }) => name !== undefined);
  return (
    named.length > 0 &&
    html`<details class="fold key" id="${face.id('alignment-key')}" open><summary>${[modules.length > 0 && counted(modules.length, 'module'), assessments.length > 0 && counted(assessments.length, 'assessment')].filter(Boolean).join(', ')}</summary>
<dl>${named.map(one => html`<div><dt>${one.name}</dt><dd>${face.at(one.at, one.label)}${one.note !== undefined && html` <span class="muted">${one.note}</span>`}</dd></div>`)}</dl></details>`
  );
}
