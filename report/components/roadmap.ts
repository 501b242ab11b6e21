/** Draws the steps of development by stage, and what must be kept apart if an owner teaches and certifies. */
import { usuallyOf } from '../../language/analysis/roadmap-words.ts';
import type { Stage, Standing } from '../../language/analysis/standing/standing.ts';
import { STAGES } from '../../language/vocabulary/stages.ts';
import type { Face } from '../face.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { capital } from '../text.ts';
import { stepsDone } from '../words.ts';
import { heading, part, spoken } from './part.ts';

/** Draws the steps; returns `undefined` if there are none. */
export const roadmap = ({ roadmap: all }: Standing, face: Face): Html | undefined =>
  all.length === 0 ? undefined : part(face, 'roadmap', html`<div class="stages">${all.map(one => stage(one, face))}</div>`);

function stage(one: Stage, face: Face): Html {
  return html`<div class="stage">${heading(face, 2, [capital(one.stage), html` <span class="claim">${stepsDone(one)}</span>`])}
<p class="about">${STAGES[one.stage]}</p>
<ul class="checks" role="list">${one.steps.map(
    ({ what, detail, status, due, overdue, at, ...usual }) =>
      html`<li>${icon(usual.ifWanted && status === 'missing' ? 'not said' : status)}<span>${face.at(at, what)}${
        status === 'done' ? spoken(': done') : html` <span class="state">${status}${usual.ifWanted && ', if wanted'}</span>`
      }${
        due !== undefined &&
        html` <span class="state due">${overdue ? [icon('overdue'), 'was due '] : 'due '}<time datetime="${due}">${due}</time></span>`
      }${status !== 'done' && detail && html` <span class="muted">${detail} ${usuallyOf({ what, status, ...usual })}</span>`}</span></li>`,
  )}</ul></div>
`;
}

/** Draws what must be kept apart; returns `undefined` if there is nothing. */
export const both = ({ both: all }: Standing, face: Face): Html | undefined =>
  all === undefined || all.length === 0
    ? undefined
    : part(
        face,
        'both',
        html`<ul class="checks" role="list">${all.map(
          ({ what, status, rule, at }) =>
            html`<li>${icon(status)}<span>${face.at(at, what)} <span class="state">${status}</span>${
              rule !== undefined && html` <code>${rule}</code>`
            }</span></li>`,
        )}</ul>`,
      );
