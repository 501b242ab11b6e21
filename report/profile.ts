/** All that there is to say of one program, drawn for the panel or the report. */
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

/** In the order of the page. A part of which there is nothing to say is left out. */
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

export interface PartMarkup {
  readonly name: PartName;
  readonly markup: Html;
}

export const partsOf = (standing: Standing, face: Face): readonly PartMarkup[] =>
  (Object.keys(DRAWN) as PartName[]).flatMap(name => {
    const markup = DRAWN[name](standing, face);
    return markup ? { name, markup } : [];
  });

export const program = (standing: Standing, face: Face, contents?: (parts: readonly PartMarkup[]) => Content): Html => {
  const parts = partsOf(standing, face);
  return html`${header(standing, face, contents?.(parts))}${parts.map(({ markup }) => markup)}`;
};

/** What the panel shows of a program: the content of its page's body. */
export function profileHtml(standing: Standing): string {
  const { name, at } = standing.program;
  return html`${SPRITE}<main class="profile" data-program="${name}" data-file="${at.uri}" data-from="${at.range.start.line}">${program(standing, PANEL)}</main>`.toString();
}
