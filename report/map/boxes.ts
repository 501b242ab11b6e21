/**
 * Computes the sizes of a map's boxes and how their words break into lines. Widths are estimated, because there is no browser to measure
 * them.
 */
import type { MapNode } from '../../language/analysis/map.ts';

/** A node with its size and lines. */
export interface Box {
  readonly node: MapNode;
  readonly lines: readonly string[];
  /** The size in units of the drawing, which are pixels at full size. */
  readonly width: number;
  readonly height: number;
}

/**
 * The width of a character in units, for the label (13 units high) and the small line (11 units high) in a sans-serif font. Capitals and
 * wide scripts count more.
 */
const LABEL = 7;
const SMALL = 6;
const LINE = 17;
const PADDING = 12;
const WIDEST = 24;
const MOST_LINES = 3;

/** Computes the box of a node; `kind` is the name of its kind. */
export function boxOf(node: MapNode, kind: string): Box {
  const lines = broken(node.label);
  const small = smallLine(node, kind);
  const width = Math.max(...lines.map(line => widthOf(line) * LABEL), widthOf(small) * SMALL, 60) + 2 * PADDING;
  return { node, lines, width: Math.ceil(width), height: (lines.length + 1) * LINE + 14 };
}

/** Returns the small line above the label: the kind of the node, and the author's note on it. */
export const smallLine = ({ note }: MapNode, kind: string): string => (note ? `${kind}: ${note}` : kind);

/** Breaks a label into at most three lines. What does not fit is cut; the box's title has the whole label. */
export function broken(label: string): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= WIDEST) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(cut(word));
    if (lines.length > MOST_LINES) return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]!.slice(0, WIDEST - 1)}\u2026`];
  }
  return lines.length > 0 ? lines : ['?'];
}

const cut = (word: string): string => (widthOf(word) > WIDEST ? `${[...word].slice(0, WIDEST - 1).join('')}\u2026` : word);

/** Returns the width of a text, in characters of usual width. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, sign) =>
      width +
      (/[\p{scx=Han}\p{scx=Hangul}\p{scx=Hiragana}\p{scx=Katakana}\p{Emoji_Presentation}]/u.test(sign)
        ? 2
        : /[\p{Lu}mw@%]/u.test(sign)
          ? 1.25
          : 1),
    0,
  );
