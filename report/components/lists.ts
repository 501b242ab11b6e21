/** Draws lists: next steps, open questions, what is set aside, and further reading. */
import type { NextStep, Standing } from '../../language/analysis/standing/standing.ts';
import type { Act, Face } from '../face.ts';
import { type Html, html, joined, linked } from '../html.ts';
import { icon } from '../icons.ts';
import { alike } from '../steps.ts';
import { capital } from '../text.ts';
import { part, spoken } from './part.ts';

/** Draws the next steps. */
export const next = (standing: Standing, face: Face): Html =>
  part(
    face,
    'next',
    standing.next.length === 0
      ? html`<p>Nothing is pressing.</p>`
      : html`<ol class="steps" role="list">${[...alike(standing)].map(([name, steps]) => step(name, steps, face))}</ol>`,
  );

function step(name: string, [first, ...more]: readonly NextStep[], face: Face): Html {
  const { text, severity, rule, at } = first!;
  const said = severity === 'information' ? spoken('Information: ') : html`<span class="state">${capital(severity)}</span> `;
  return html`<li>${icon(severity)}<span>${said}${face.at(at, text)}${rule !== undefined && html` <code>${rule}</code>`}${stepActs(first!, face)}${
    more.length > 0 &&
    html`<details class="fold more" id="${face.id(`next-${name}`)}"><summary>${more.length} more like this</summary>
<ul class="plain">${more.map(one => html`<li>${face.at(one.at, one.text)}${stepActs(one, face)}</li>`)}</ul></details>`
  }</span></li>
`;
}

function stepActs({ rule, text, at, fix, reported }: NextStep, face: Face): Html | false {
  if (rule === undefined) return false;
  const does: Act[] = [
    ...(fix ? [fix === 'adds' ? ('add' as const) : ('fix' as const)] : []),
    'explain',
    ...(reported ? (['ignore'] as const) : []),
  ];
  return face.acts({ id: rule, called: text, does, ...(reported && { at }) });
}

/** Draws the open questions; returns `undefined` if there are none. */
export const holes = ({ holes: all }: Standing, face: Face): Html | undefined =>
  all.length === 0
    ? undefined
    : part(
        face,
        'holes',
        html`<ul class="checks columns" role="list">${all.map(({ what, at }) => html`<li>${icon('hole')}<span>${face.at(at, what)}</span></li>`)}</ul>`,
      );

/** Draws the silenced findings; returns `undefined` if there are none. */
export const ignored = ({ ignored: all }: Standing, face: Face): Html | undefined =>
  all.length === 0
    ? undefined
    : part(
        face,
        'ignored',
        html`<dl class="ignored-list">${all.map(
          ({ rules, reason, at }) =>
            html`<div><dt>${joined(
              rules.map(rule => html`<code>${rule}</code>`),
              ', ',
            )}</dt><dd>${face.at(at, reason || 'No reason is given.')}</dd></div>`,
        )}</dl>`,
      );

/** Draws the further reading; returns `undefined` if there is none. */
export const further = ({ further: all }: Standing, face: Face): Html | undefined =>
  all.length === 0
    ? undefined
    : part(face, 'further', html`<ul class="plain">${all.map(({ title, url }) => html`<li>${linked(url, title)}</li>`)}</ul>`);
