/** Draws a part of a program's page: its heading, its introduction and its content. */
import type { Face } from '../face.ts';
import { type Content, type Html, html } from '../html.ts';
import { PARTS, type PartName } from '../words.ts';

/** Draws a part with its content. */
export const part = (face: Face, name: PartName, content: Content): Html =>
  html`<section class="part ${name}" id="${face.id(name)}" ${
    face.of === undefined ? html`aria-labelledby="${face.id(`${name}-title`)}"` : html`aria-label="${nameIn(face, PARTS[name].title)}"`
  }>
${heading(face, 1, PARTS[name].title, `${name}-title`)}
<p class="about">${PARTS[name].about}</p>
${content}
</section>
`;

/** Returns the name of a region of the page, which says of which program it is if there are several. */
export const nameIn = (face: Face, name: string): string => (face.of === undefined ? name : `${name}, ${face.of}`);

/** Draws a heading. `below` is the number of levels below the program's own heading. */
export const heading = (face: Face, below: number, words: Content, id?: string): Html => {
  const level = face.level + below;
  return html`<h${level} class="h${below}"${id !== undefined && html` id="${face.id(id)}"`}>${words}</h${level}>`;
};

/** Draws words that only screen readers speak. */
export const spoken = (words: string): Html => html`<span class="spoken">${words}</span>`;

/** Wraps a table that may be wider than the page, so that it scrolls by itself, also with the keyboard. */
export const scrolled = (label: string, table: Html, more = ''): Html =>
  html`<div class="${`scrolled ${more}`.trim()}" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
