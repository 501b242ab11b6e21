/**
 * Draws a program at a glance: what its description fits, how ready it is, what was found and what comes next, each as a small picture
 * with words.
 */
import type { Standing } from '../../language/analysis/standing/standing.ts';
import { counted } from '../../language/model/sentence.ts';
import type { Face } from '../face.ts';
import { type Content, type Html, html, joined } from '../html.ts';
import { icon } from '../icons.ts';

import { CLAIM, findingCounts, fitInWords, fitsElsewhere, leading, readinessInWords, signsInWords } from '../words.ts';
import { bar } from './readiness.ts';

/** Draws the whole part. */
export const glance = (standing: Standing, face: Face): Html =>
  html`<dl class="glance">${[fits(standing), ready(standing), found(standing), soon(standing, face)]}</dl>`;

const tile = (term: Content, picture: Content, words: Content): Html =>
  html`<div><dt>${term}</dt><dd>${picture}${words && html`<span class="words">${words}</span>`}</dd></div>`;

const fits = (standing: Standing): Html =>
  tile('Description fits', signs(standing), [fitsElsewhere(standing) && [icon('overdue'), ' '], fitInWords(standing)]);

function ready(standing: Standing): Html | false {
  const first = leading(standing);
  return first !== undefined && tile(`${first.standard}, ${CLAIM[first.claim]}`, bar(first), readinessInWords(first));
}

function found(standing: Standing): Html {
  const { holes } = standing;
  const counts = findingCounts(standing);
  const picture = counts.map(({ severity, count, words }) => html`<span class="count">${icon(severity)} ${count} ${words}</span>`);
  return tile(
    'Findings',
    counts.length > 0 ? html`<span class="counts">${joined(picture, ' ')}</span>` : html`<span class="counts">${icon('met')} None</span>`,
    holes.length > 0 && `${counted(holes.length, 'place')} still to be stated`,
  );
}

/** Draws what is overdue, else what comes next. */
function soon({ timeline }: Standing, face: Face): Html | false {
  const overdue = timeline.filter(({ state }) => state === 'overdue');
  const one = overdue[0] ?? timeline.find(({ state }) => state === 'due');
  if (!one) return false;
  const more = overdue.length > 1 ? `, and ${overdue.length - 1} more` : '';
  return tile(
    one.state === 'overdue' ? 'Overdue' : 'Next date',
    html`<span class="counts">${icon(one.state)} <time datetime="${one.date}">${one.date}</time></span>`,
    [face.at(one.at, one.what), more],
  );
}

/** Draws seven signs, one for each dimension in order, which show the side to which it points. */
export const signs = (standing: Standing): Html =>
  html`<span class="signs" role="img" aria-label="${signsInWords(standing)}">${standing.dimensions.map(({ reasons }) => {
    const on = (side: string): boolean => reasons.some(({ pointsTo }) => pointsTo === side);
    if (on('certificate') && on('certification')) return icon('split');
    if (on('certificate')) return html`<span class="certificate">${icon('dot')}</span>`;
    if (on('certification')) return html`<span class="certification">${icon('square')}</span>`;
    return icon(reasons.length > 0 ? 'diamond' : 'nothing');
  })}</span>`;
