/** Draws the header of a program: its title, kind, status and owner, and the number of findings. */
import type { Standing } from '../../language/analysis/standing/standing.ts';
import type { Face } from '../face.ts';
import { type Content, type Html, html, own } from '../html.ts';
import { capital } from '../text.ts';
import { KIND } from '../words.ts';
import { glance } from './glance.ts';
import { heading } from './part.ts';

/** Draws the header; `more` stands below it. */
export function header(standing: Standing, face: Face, more?: Content): Html {
  const { program, asOf } = standing;
  const { name, label, kind, status, owner, summary, at } = program;
  const facts: readonly (readonly [string, Content])[] = [
    ['Status', capital(status)],
    ['Owner', owner ? face.at(owner.at, own(owner.label)) : 'not stated'],
    ['As of', html`<time datetime="${asOf}">${asOf}</time>`],
  ];
  return html`<header class="program-head"><p class="kind-line"><span class="badge ${kind}">${KIND[kind]}</span>${name !== undefined && name !== label && html` <span class="short">${name}</span>`}</p>
${heading(face, 0, face.at(at, own(label)), 'program')}
${summary && html`<p class="summary">${summary}</p>`}
<dl class="facts">${facts.map(([term, what]) => html`<div><dt>${term}</dt><dd>${what}</dd></div>`)}</dl>
${glance(standing, face)}${more}</header>
`;
}
