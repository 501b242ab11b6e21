/** Where the components are shown: what they look like to somebody who can jump to the source, and to somebody who reads on paper. */
import type { Where } from '../language/analysis/readiness.ts';
import { type Content, type Html, html, joined } from './html.ts';

export interface Face {
  /** The level of the program's own heading; its parts stand one below. */
  readonly level: number;
  /** An address within the page that no other program has. */
  id(name: string): string;
  /** Words that stand somewhere in the text. */
  at(where: Where | undefined, words: Content): Html;
  /** Words that stand in several places. */
  atEach(places: readonly Where[], words: Content): Html;
}

/** In the panel a place is a button that the page's script answers to. */
export const PANEL: Face = {
  level: 1,
  id: name => name,
  at: (where, words) => (where ? jump(where, words) : html`${words}`),
  atEach([first, ...more], words) {
    const others = distinct(more).filter(({ range }) => range.start.line !== first!.range.start.line);
    return html`${this.at(first, words)}${others.map(where => html` ${jump(where, `line ${where.range.start.line + 1}`, 'jump also')}`)}`;
  },
};

const jump = ({ uri, range: { start } }: Where, words: Content, style = 'jump'): Html =>
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
  const told = (places: readonly Where[]): Html | undefined => {
    const known = distinct(places).filter(({ uri }) => path(uri) !== undefined);
    if (known.length === 0) return undefined;
    const files = [...new Set(known.map(({ uri }) => uri))];
    const parts = files.map(uri => {
      const lines = known.filter(one => one.uri === uri).map(({ range }) => range.start.line + 1);
      return `${uri === home ? '' : `${path(uri)}, `}${lines.length > 1 ? 'lines' : 'line'}\u00a0${lines.join(', ')}`;
    });
    return html` <span class="place">${joined(parts, '; ')}</span>`;
  };
  return {
    level,
    id: name => `${prefix}${name}`,
    at: (where, words) => html`${words}${where && told([where])}`,
    atEach: (places, words) => html`${words}${told(places)}`,
  };
}

/** Each line once. */
const distinct = (places: readonly Where[]): readonly Where[] =>
  places.filter((one, i) => places.findIndex(({ uri, range }) => uri === one.uri && range.start.line === one.range.start.line) === i);
