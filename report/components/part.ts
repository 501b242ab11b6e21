/** A part of a program's page: its heading, what it is about, and what it holds. */
import type { Face } from '../face.ts';
import { type Content, type Html, html } from '../html.ts';
import { PARTS, type PartName } from '../words.ts';

export const part = (face: Face, name: PartName, content: Content): Html =>
  html`<section class="part ${name}" id="${face.id(name)}" aria-labelledby="${face.id(`${name}-title`)}">
${heading(face, 1, PARTS[name].title, `${name}-title`)}
<p class="about">${PARTS[name].about}</p>
${content}
</section>
`;

/** `below`: how many levels under the program's own heading. */
export const heading = (face: Face, below: number, words: Content, id?: string): Html => {
  const level = face.level + below;
  return html`<h${level} class="h${below}"${id !== undefined && html` id="${face.id(id)}"`}>${words}</h${level}>`;
};

/** Words for those who hear the page. */
export const spoken = (words: string): Html => html`<span class="spoken">${words}</span>`;

/** A table that is wider than the page is scrolled by itself, also with the keyboard. */
export const scrolled = (label: string, table: Html, more = ''): Html =>
  html`<div class="${`scrolled ${more}`.trim()}" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
