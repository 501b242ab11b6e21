/** FilePlace the components are shown: what they look like to somebody who can jump to the source, and to somebody who reads on paper. */
import type { FilePlace } from '../language/analysis/judging/readiness.ts';
import { type Content, type Html, html, joined } from './html.ts';

export interface Face {
  /** The level of the program's own heading; its parts stand one below. */
  readonly level: number;
  /** Whether it may come to stand on paper, where nothing is scrolled or unfolded. */
  readonly printed: boolean;
  /** An address within the page that no other program has. */
  id(name: string): string;
  /** Words that stand somewhere in the text. */
  at(where: FilePlace | undefined, words: Content): Html;
  /** Words that stand in several places. */
  atEach(places: readonly FilePlace[], words: Content): Html;
  /** A group of a drawing, of which a click leads to the place where one can jump. */
  mark(where: FilePlace | undefined, content: Html, style: string): Html;
}

/** In the panel a place is a button that the page's script answers to. */
export const PANEL: Face = {
  level: 1,
  printed: false,
  id: name => name,
  at: (where, words) => (where ? jump(where, words) : html`${words}`),
  atEach([first, ...more], words) {
    const others = distinct(more).filter(({ range }) => range.start.line !== first!.range.start.line);
    const left = others.length - MOST;
    return html`${this.at(first, words)}${others.slice(0, MOST).map(where => html` ${jump(where, `line ${where.range.start.line + 1}`, 'jump also')}`)}${
      left > 0 && html` <span class="place">and ${left} more</span>`
    }`;
  },
  mark: (where, content, style) =>
    where
      ? html`<a class="${style}" href="#" role="button" data-uri="${where.uri}" data-line="${where.range.start.line}" data-character="${where.range.start.character}">${content}</a>`
      : html`<g class="${style}" role="img">${content}</g>`,
};

/** So many other places are led to one by one; nobody tabs through sixty. */
const MOST = 5;

const jump = ({ uri, range: { start } }: FilePlace, words: Content, style = 'jump'): Html =>
  html`<button type="button" class="${style}" data-uri="${uri}" data-line="${start.line}" data-character="${start.character}">${words}</button>`;

export interface ReportFace {
  readonly level: number;
  /** Sets the addresses of one program apart from those of the others. */
  readonly prefix: string;
  /** The file that the program stands in: its places are told by their line alone. */
  readonly home: string;
  /** A file's path as people know it; none for what they have not written. */
  path(uri: string): string | undefined;
}

/** In the report a place is told in words. */
export function reportFace({ level, prefix, home, path }: ReportFace): Face {
  const told = (places: readonly FilePlace[]): Html | undefined => {
    const known = distinct(places).filter(({ uri }) => path(uri) !== undefined);
    if (known.length === 0) return undefined;
    const files = [...new Set(known.map(({ uri }) => uri))];
    const parts = files.map(uri => {
      const lines = known.filter(one => one.uri === uri).map(({ range }) => range.start.line + 1);
      return `${uri === home ? '' : `${path(uri)}, `}${lines.length > 1 ? 'lines' : 'line'}\u00a0${runs(lines)}`;
    });
    return html` <span class="place">${joined(parts, '; ')}</span>`;
  };
  return {
    level,
    printed: true,
    id: name => `${prefix}${name}`,
    at: (where, words) => html`${words}${where && told([where])}`,
    atEach: (places, words) => html`${words}${told(places)}`,
    mark: (_, content, style) => html`<g class="${style}" role="img">${content}</g>`,
  };
}

/** "3, 7–12": lines that follow one another are told by the first and the last. */
function runs(lines: readonly number[]): string {
  const said: [number, number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = said.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else said.push([line, line]);
  }
  return said.map(([from, to]) => (from === to ? `${from}` : `${from}${to === from + 1 ? ', ' : '\u2013'}${to}`)).join(', ');
}

/** Each line once. */
const distinct = (places: readonly FilePlace[]): readonly FilePlace[] =>
  places.filter((one, i) => places.findIndex(({ uri, range }) => uri === one.uri && range.start.line === one.range.start.line) === i);
