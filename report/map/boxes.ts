/** How large the boxes of a map are, and how their words break into lines. No browser is asked: widths are estimated. */
import type { MapNode } from '../../language/analysis/map.ts';

export interface Box {
  readonly node: MapNode;
  readonly lines: readonly string[];
  /** In user units, which are pixels at full size. */
  readonly width: number;
  readonly height: number;
}

/** Units per character of the label and of the small line, for a sans-serif at 13 and 11 units; capitals and wide scripts count more. */
const LABEL = 7;
const SMALL = 6;
const LINE = 17;
const PADDING = 12;
const WIDEST = 24;
const MOST_LINES = 3;

export function boxOf(node: MapNode, kind: string): Box {
  const lines = broken(node.label);
  const small = smallLine(node, kind);
  const width = Math.max(...lines.map(line => widthOf(line) * LABEL), widthOf(small) * SMALL, 60) + 2 * PADDING;
  return { node, lines, width: Math.ceil(width), height: (lines.length + 1) * LINE + 14 };
}

/** The small line over the label: what the node is, and what its author says of it. */
export const smallLine = ({ note }: MapNode, kind: string): string => (note ? `${kind}: ${note}` : kind);

/** A label in at most three lines; what does not fit is cut, and the whole label stands in the box's title. */
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

/** In characters of usual width. */
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
