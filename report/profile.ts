/** Draws everything about one program, for the panel or the report. */
import type { Standing } from '../language/analysis/standing/standing.ts';
import { alignment } from './components/alignment.ts';
import { header } from './components/header.ts';
import { kinds } from './components/kinds.ts';
import { further, holes, ignored, next } from './components/lists.ts';
import { map } from './components/map.ts';
import { readiness } from './components/readiness.ts';
import { both, roadmap } from './components/roadmap.ts';
import { specifications } from './components/specifications.ts';
import { timeline } from './components/timeline.ts';
import { type Face, PANEL } from './face.ts';
import { type Content, type Html, html } from './html.ts';
import { SPRITE } from './icons.ts';
import type { PartName } from './words.ts';

/** The drawing functions in the order of the page. A part without content is left out. */
const DRAWN: Readonly<Record<PartName, (standing: Standing, face: Face) => Html | undefined>> = {
  kinds,
  map,
  next,
  readiness,
  holes,
  roadmap,
  alignment,
  specifications,
  timeline,
  both,
  ignored,
  further,
};

/** A part of a program's page. */
export interface PartMarkup {
  readonly name: PartName;
  readonly markup: Html;
}

/** Draws the parts that have content. */
export const partsOf = (standing: Standing, face: Face): readonly PartMarkup[] =>
  (Object.keys(DRAWN) as PartName[]).flatMap(name => {
    const markup = DRAWN[name](standing, face);
    return markup ? { name, markup } : [];
  });

/** Draws a program with all its parts; `contents` draws a table of contents. */
export const program = (standing: Standing, face: Face, contents?: (parts: readonly PartMarkup[]) => Content): Html => {
  const parts = partsOf(standing, face);
  return html`${header(standing, face, contents?.(parts))}${parts.map(({ markup }) => markup)}`;
};

/** Draws some parts of a program, for a page that has a main part and a first heading of its own. Without content it is empty. */
export function partsHtml(standing: Standing, names: readonly string[]): string {
  const face: Face = { ...PANEL, level: 2 };
  const wanted = new Set(names);
  const parts = partsOf(standing, face).filter(({ name }) => wanted.has(name));
  const head = wanted.has('header') && header(standing, face);
  return head || parts.length > 0 ? html`${SPRITE}<div class="profile">${head}${parts.map(({ markup }) => markup)}</div>`.toString() : '';
}

/** Returns the content of the panel's body for a program. */
export function profileHtml(standing: Standing): string {
  const { name, at } = standing.program;
  return html`${SPRITE}<main class="profile" data-program="${name}" data-file="${at.uri}" data-from="${at.range.start.line}">${program(standing, PANEL)}</main>`.toString();
}
