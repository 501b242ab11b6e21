/** Draws where a program stands between the kinds: for each dimension, the side to which the description points. */
import type { Standing } from '../../language/analysis/standing/standing.ts';
import type { Face } from '../face.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { capital } from '../text.ts';
import { firmlyIn, POINTS_TO, verdict } from '../words.ts';
import { part, spoken } from './part.ts';

type DimensionRow = Standing['dimensions'][number];
type DimensionReason = DimensionRow['reasons'][number];

/** Draws the whole part. */
export function kinds(standing: Standing, face: Face): Html {
  const { next } = standing.path;
  const firmly = firmlyIn(standing);
  return part(
    face,
    'kinds',
    html`<p class="verdict">${verdict(standing)}${firmly && html` <span class="muted">${firmly}</span>`}</p>
<div class="sides" aria-hidden="true"><span class="side certificate">${icon('dot')} Certificate program</span><span class="side certification">Certification ${icon('square')}</span></div>
<ul class="dimensions" role="list">${standing.dimensions.map(one => dimension(one, face))}</ul>
${next.length > 0 && html`<p class="to-tell">To tell more clearly:</p><ul class="plain">${next.map(text => html`<li>${text}</li>`)}</ul>`}
${features(standing, face)}`,
  );
}

function dimension({ dimension: name, reasons }: DimensionRow, face: Face): Html {
  const on = (side: DimensionReason['pointsTo']): readonly DimensionReason[] => reasons.filter(({ pointsTo }) => pointsTo === side);
  const elsewhere = [...on('attendance'), ...on('neither')];
  const [left, right] = [on('certificate'), on('certification')];
  return html`<li class="dimension${reasons.length === 0 && ' silent'}"><span class="name">${capital(name)}</span>
<svg class="track" width="100%" height="16" aria-hidden="true" focusable="false"><line x1="8" x2="100%" y1="8" y2="8" class="rail"/>${[
    left.length > 0 ? html`<circle cx="8" cy="8" r="6" class="mark certificate"/>` : html`<circle cx="8" cy="8" r="3" class="end"/>`,
    elsewhere.length > 0 && html`<svg x="50%" y="8" overflow="visible"><path d="M0-6L6 0 0 6-6 0z" class="mark elsewhere"/></svg>`,
    reasons.length === 0 && html`<circle cx="50%" cy="8" r="5" class="mark nothing"/>`,
    html`<svg x="100%" y="8" overflow="visible">${
      right.length > 0
        ? html`<rect x="-13" y="-5.5" width="11" height="11" class="mark certification"/>`
        : html`<circle cx="-8" cy="0" r="3" class="end"/>`
    }</svg>`,
  ]}</svg>
${said('certificate', left, face)}${said('certification', right, face)}${said('elsewhere', elsewhere, face)}${
  reasons.length === 0 && html`<p class="reason nothing">Nothing stated</p>`
}</li>
`;
}

const said = (side: string, reasons: readonly DimensionReason[], face: Face): Html | false =>
  reasons.length > 0 &&
  html`<p class="reason ${side}">${reasons.map(
    ({ pointsTo, because, at }) =>
      html`<span>${side === 'elsewhere' ? `Points to ${POINTS_TO[pointsTo]}: ` : spoken(`Points to ${POINTS_TO[pointsTo]}: `)}${face.at(at, because)}</span> `,
  )}</p>`;

function features({ features: all }: Standing, face: Face): Html | false {
  if (all.length === 0) return false;
  const shown = all.filter(one => one.shown).length;
  return html`<details class="fold" id="${face.id('features')}"${shown < all.length && html` open`}><summary>Defining features of its kind: ${shown} of ${all.length} shown</summary>
<ul class="checks" role="list">${all.map(
    one =>
      html`<li>${icon(one.shown ? 'shown' : 'missing')}<span>${face.at(one.at, one.feature)}${
        one.shown
          ? spoken(': shown')
          : html` <span class="state">not shown</span>${
              one.rule !== undefined && face.acts({ id: one.rule, called: one.feature, does: ['add', 'explain', 'ignore'] })
            }`
      }</span></li>`,
  )}</ul></details>`;
}
