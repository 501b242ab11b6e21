/** Adapts the components to where they are shown: a panel, whose readers can jump to the source, or a report, which is read on paper. */
import type { FilePlace } from '../language/analysis/judging/readiness.ts';
import { type Content, type Html, html, joined } from './html.ts';

/** How components draw what differs between panel and report. */
export interface Face {
  /** The level of the program's own heading; its parts are one level below. */
  readonly level: number;
  /** Whether the page may be printed; paper does not scroll or unfold. */
  readonly printed: boolean;
  /** The program's label, if the page has several programs: then the names of its parts say which they belong to. */
  readonly of?: string | undefined;
  /** Returns an id that is unique within the page for this program. */
  id(name: string): string;
  /** Draws words that stand at a place in the text. */
  at(where: FilePlace | undefined, words: Content): Html;
  /** Draws words that stand at several places. */
  atEach(places: readonly FilePlace[], words: Content): Html;
  /** Draws what can be done about something that is missing; nothing on paper. */
  acts(lack: Lacking): Html | false;
  /** Draws a group of a drawing. In the panel, a click on it leads to its place. */
  mark(where: FilePlace | undefined, content: Html, style: string): Html;
}

/** Something that is missing, by the id of its clause or rule, with what can be done about it. */
export interface Lacking {
  readonly id: string;
  /** The place of the finding, if a rule reports several. */
  readonly at?: FilePlace | undefined;
  /** What it is called, for screen readers. */
  readonly called: string;
  readonly does: readonly Act[];
}
export type Act = 'add' | 'fix' | 'attest' | 'explain' | 'ignore';

/** The words on the buttons. */
const ACT_WORDS: Readonly<Record<Act, string>> = {
  add: 'Add',
  fix: 'Fix',
  attest: 'Attach evidence…',
  explain: 'Explain',
  ignore: 'Ignore…',
};

/** The panel's face: a place is a button, which the page's script handles. */
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
  acts: ({ id, at, called, does }) =>
    does.length > 0 &&
    html` <span class="acts">${does.map(
      act =>
        html`<button type="button" class="act" data-act="${act}" data-lack="${id}"${
          at && html` data-at-line="${at.range.start.line}" data-at-character="${at.range.start.character}"`
        } aria-label="${ACT_WORDS[act]}: ${called}">${ACT_WORDS[act]}</button>`,
    )}</span>`,
  mark: (where, content, style) =>
    where
      ? html`<a class="${style}" href="#" role="button" data-uri="${where.uri}" data-line="${where.range.start.line}" data-character="${where.range.start.character}">${content}</a>`
      : html`<g class="${style}" role="img">${content}</g>`,
};

/** The most other places that get a button each; nobody tabs through sixty. */
const MOST = 5;

const jump = ({ uri, range: { start } }: FilePlace, words: Content, style = 'jump'): Html =>
  html`<button type="button" class="${style}" data-uri="${uri}" data-line="${start.line}" data-character="${start.character}">${words}</button>`;

/** What the face of a report needs to know. */
export interface ReportFace {
  readonly level: number;
  /** The program's label, if the page has several programs. */
  readonly of?: string | undefined;
  /** A prefix that makes the ids of one program unique. */
  readonly prefix: string;
  /** The program's own file, whose places are given by line only. */
  readonly home: string;
  /** Returns a file's path as people know it; `undefined` for built-in standards. */
  path(uri: string): string | undefined;
}

/** Returns the report's face, which gives places in words. */
export function reportFace({ level, of, prefix, home, path }: ReportFace): Face {
  const links = (places: readonly FilePlace[]): Html | undefined => {
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
    of,
    printed: true,
    id: name => `${prefix}${name}`,
    at: (where, words) => html`${words}${where && links([where])}`,
    atEach: (places, words) => html`${words}${links(places)}`,
    acts: () => false,
    mark: (_, content, style) => html`<g class="${style}" role="img">${content}</g>`,
  };
}

/** Formats lines such as "3, 7–12": consecutive lines are given by the first and the last. */
function runs(lines: readonly number[]): string {
  const said: [number, number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = said.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else said.push([line, line]);
  }
  return said.map(([from, to]) => (from === to ? `${from}` : `${from}${to === from + 1 ? ', ' : '\u2013'}${to}`)).join(', ');
}

/** Removes places on a line that is there already. */
const distinct = (places: readonly FilePlace[]): readonly FilePlace[] =>
  places.filter((one, i) => places.findIndex(({ uri, range }) => uri === one.uri && range.start.line === one.range.start.line) === i);
