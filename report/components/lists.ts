/** Next steps, what is still to be stated, what is set aside, and where to read on. */
import type { Standing } from '../../language/analysis/standing.ts';
import type { Face } from '../face.ts';
import { type Html, html, joined, linked } from '../html.ts';
import { icon } from '../icons.ts';
import { capital } from '../text.ts';
import { part } from './part.ts';

export const next = ({ next: all }: Standing, face: Face): Html =>
  part(
    face,
    'next',
    all.length === 0
      ? html`<p>Nothing is pressing.</p>`
      : html`<ol class="steps" role="list">${all.map(
          ({ text, severity, rule, at }) =>
            html`<li>${icon(severity)}<span><span class="state">${capital(severity)}</span> ${face.at(at, text)}${rule !== undefined && html` <code>${rule}</code>`}</span></li>
`,
        )}</ol>`,
  );

export const holes = ({ holes: all }: Standing, face: Face): Html | undefined =>
  all.length === 0
    ? undefined
    : part(
        face,
        'holes',
        html`<ul class="checks columns" role="list">${all.map(({ what, at }) => html`<li>${icon('hole')}<span>${face.at(at, what)}</span></li>`)}</ul>`,
      );

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

export const further = ({ further: all }: Standing, face: Face): Html | undefined =>
  all.length === 0
    ? undefined
    : part(face, 'further', html`<ul class="plain">${all.map(({ title, url }) => html`<li>${linked(url, title)}</li>`)}</ul>`);
