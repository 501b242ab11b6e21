/** Draws the examination specifications as a chart: each domain is a bar up to its smallest weight, and hatched up to its largest. */
import type { Specification, Standing } from '../../language/analysis/standing/standing.ts';
import { counted } from '../../language/model/sentence.ts';
import type { Face } from '../face.ts';
import { type Html, html, own } from '../html.ts';
import { icon } from '../icons.ts';
import { range } from '../text.ts';
import { totalInWords } from '../words.ts';
import { heading, part } from './part.ts';

type SpecifiedDomain = Specification['domains'][number];

/** Draws the chart; returns `undefined` if there are no specifications. */
export const specifications = ({ specifications: all }: Standing, face: Face): Html | undefined =>
  all.length === 0
    ? undefined
    : part(
        face,
        'specifications',
        all.map(one => chart(one, face)),
      );

function chart(one: Specification, face: Face): Html {
  const { of, domains, scored, total } = one;
  // A bar that fills its row would look like the whole examination.
  const most = Math.max(0, ...domains.map(({ weight }) => weight?.high ?? 0));
  const scale = Math.max(most, Math.min(100, (Math.floor(most / 10) + 1) * 10));
  return html`<div class="chart">${heading(face, 2, [face.at(of.at, own(of.label)), scored !== undefined && html` <span class="claim">${counted(scored, 'scored item')}</span>`])}
<table class="bars"><thead><tr><th scope="col">Domain</th><th scope="col" class="number">Weight</th><th scope="col" class="number">Items</th></tr></thead>
<tbody>${domains.map(domain => row(domain, scale, face))}</tbody></table>
<p class="total">${icon(total.complete && total.fits ? 'met' : total.complete ? 'error' : 'open')}<span>${totalInWords(one)} <span class="muted">The bars run to ${scale}%.</span></span></p></div>
`;
}

function row({ label, at, weight, items, tasks }: SpecifiedDomain, scale: number, face: Face): Html {
  return html`<tr><th scope="row"><span class="label">${face.at(at, own(label))}</span>${weightBar(weight, scale)}${
    tasks.length > 0 &&
    html`<details class="tasks" id="${face.id(`tasks-${at.range.start.line}`)}"><summary>${counted(tasks.length, 'task')}</summary><ul class="plain">${tasks.map(task => html`<li>${own(task)}</li>`)}</ul></details>`
  }</th><td class="number">${weight ? range(weight, '%') : html`<span class="muted">not stated</span>`}</td><td class="number">${
    items ? [range(items), !items.stated && html`<span class="muted"> by weight</span>`] : html`<span class="muted">–</span>`
  }</td></tr>
`;
}

/** Draws the bar of a weight for the eye; its numbers stand in the row. */
function weightBar(weight: SpecifiedDomain['weight'], scale: number): Html {
  const share = (n: number): string => `${Math.round((n / scale) * 10_000) / 100}%`;
  const ticks = Array.from({ length: Math.floor(scale / 10) - 1 }, (_, i) => share((i + 1) * 10));
  return html`<svg class="weight" width="100%" height="12" aria-hidden="true" focusable="false"><rect width="100%" height="100%" class="empty"/>${ticks.map(
    x => html`<line x1="${x}" x2="${x}" y1="0" y2="100%" class="tick"/>`,
  )}${
    weight && [
      html`<rect width="${share(weight.low)}" height="100%" class="least"/>`,
      weight.high > weight.low &&
        html`<rect x="${share(weight.low)}" width="${share(weight.high - weight.low)}" height="100%" fill="url(#fill-range)" class="up-to"/>`,
    ]
  }</svg>`;
}
