/** Draws past and due dates on one line of time, together with the date of the report. */
import type { DatedEvent, Standing } from '../../language/analysis/standing/standing.ts';
import type { Face } from '../face.ts';
import { type Html, html, own } from '../html.ts';
import { icon } from '../icons.ts';
import { EVENT } from '../words.ts';
import { part } from './part.ts';

/** Draws the line; returns `undefined` if there are no dates. */
export function timeline({ timeline: all, asOf }: Standing, face: Face): Html | undefined {
  if (all.length === 0) return undefined;
  const coming = all.findIndex(({ to }) => to >= asOf);
  const at = coming < 0 ? all.length : coming;
  const today = html`<li class="today"><time datetime="${asOf}">${asOf}</time><span class="what">Looked at on this day</span></li>
`;
  return part(
    face,
    'timeline',
    html`<ol class="dates" role="list">${all.slice(0, at).map(one => event(one, face))}${today}${all.slice(at).map(one => event(one, face))}</ol>`,
  );
}

const event = ({ what, date, state, at }: DatedEvent, face: Face): Html =>
  html`<li class="${state}">${icon(state)}<time datetime="${date}">${date}</time><span class="what">${face.at(at, own(what))} <span class="state">${EVENT[state]}</span></span></li>
`;
