/** Draws the programs of a project at a glance, by owner. */

import { overviewOf } from '../language/analysis/map-overview.ts';
import type { Standing } from '../language/analysis/standing/standing.ts';
import { signs } from './components/glance.ts';
import { picture } from './components/map.ts';
import { bar } from './components/readiness.ts';
import { type Content, type Html, html, own } from './html.ts';
import { icon } from './icons.ts';
import { CLAIM, findingCounts, fitInWords, fitsElsewhere, KIND, leading, readinessInWords } from './words.ts';

/** The programs of one owner. */
export interface OwnedPrograms {
  readonly owner: string;
  readonly standings: readonly Standing[];
}

/** Groups programs by owner, in order of appearance; programs without an owner come last. */
export function byOwner(standings: readonly Standing[]): readonly OwnedPrograms[] {
  const owners = new Map<string, Standing[]>();
  for (const one of standings) {
    const owner = one.program.owner ? `${one.program.owner.at?.uri} ${one.program.owner.name}` : '';
    owners.set(owner, [...(owners.get(owner) ?? []), one]);
  }
  return [...owners]
    .sort(([a], [b]) => Number(a === '') - Number(b === ''))
    .map(([, own]) => ({ owner: own[0]!.program.owner?.label ?? 'No owner stated', standings: own }));
}

/** Draws the overview; `address` returns the address of a program on the page. */
export function overview(standings: readonly Standing[], address: (standing: Standing) => string): Html {
  return html`<section class="overview" id="overview" aria-labelledby="overview-title"><h2 class="h1" id="overview-title">Overview</h2>
<p class="about">The seven signs stand for goal, purpose, instruction, assessment, award, maintenance and accreditation: <span class="certificate">${icon('dot')}</span> points to a certificate program, <span class="certification">${icon('square')}</span> to a certification, ${icon('split')} to both, ${icon('diamond')} to neither, ${icon('nothing')} is not stated.</p>
<table class="programs"><thead><tr><th scope="col">Program</th><th scope="col">Description fits</th><th scope="col">Readiness</th><th scope="col">Findings</th></tr></thead>
${byOwner(standings).map(
  ({ owner, standings: theirs }) => html`<tbody><tr class="owner"><th colspan="4" scope="rowgroup">${own(owner)}</th></tr>
${theirs.map(one => row(one, address(one)))}</tbody>`,
)}</table>
${overviewPicture(standings)}</section>
`;
}

/** Draws the map of all programs if at least one program leads to another. */
function overviewPicture(standings: readonly Standing[]): Html | false {
  const map = overviewOf(standings.map(one => one.map));
  if (!map.edges.some(({ does }) => does !== 'owns')) return false;
  return html`<h3 class="h2">How the programs belong together</h3>
${picture(map, 'Picture of all programs and their owners', OVERVIEW, false)}`;
}

/** The map of all programs has no links: each program follows below. */
const OVERVIEW = {
  id: (name: string): string => `overview-${name}`,
  at: (_: unknown, words: Content): Html => html`${words}`,
  mark: (_: unknown, content: Content, style: string): Html => html`<g class="${style}" role="img">${content}</g>`,
};

function row(standing: Standing, address: string): Html {
  const { label, kind, status } = standing.program;
  const first = leading(standing);
  return html`<tr><th scope="row"><a href="#${address}">${own(label)}</a><span class="below">${KIND[kind]}, ${status}</span></th><td class="fits">${signs(
    standing,
  )}<span class="below">${fitsElsewhere(standing) && [icon('overdue'), ' ']}${fitInWords(standing)}</span></td><td class="ready">${
    first
      ? [bar(first), html`<span class="below">${first.standard}, ${CLAIM[first.claim]}: ${readinessInWords(first)}</span>`]
      : html`<span class="muted">No standard</span>`
  }</td><td class="counts">${findingCounts(standing).map(
    ({ severity, count, words }) => html`<span class="count">${icon(severity)} ${count} ${words}</span> `,
  )}${findingCounts(standing).length === 0 && html`<span class="count">${icon('met')} None</span>`}</td></tr>
`;
}
