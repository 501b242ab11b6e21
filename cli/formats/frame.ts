/** Draws the line of a finding for a terminal, with its range underlined. */
import type { TextRange } from '../../language/model/lines.ts';
import { printable } from '../../language/model/printable.ts';

type Paint = (text: string) => string;

/** The most characters of a line that are shown. A longer line is shown from shortly before the range. */
const WIDEST = 140;
const BEFORE = 40;

/** Returns the lines of the drawing. */
export function frame(lines: readonly string[], { start, end }: TextRange, paint: { gutter: Paint; mark: Paint }): string[] {
  const line = lines[start.line] ?? '';
  const until = end.line === start.line ? end.character : line.trimEnd().length;
  const from = line.length > WIDEST && until > WIDEST ? wholeCharacter(line, Math.max(0, start.character - BEFORE)) : 0;
  const to = line.length - from > WIDEST ? wholeCharacter(line, from + WIDEST) : line.length;
  const head = from > 0 ? '…' : '';
  const text = head + printable(line.slice(from, to)) + (to < line.length ? '…' : '');
  const indent = ' '.repeat(width(head + printable(line.slice(from, start.character))));
  const marks = '^'.repeat(Math.max(1, width(printable(line.slice(start.character, Math.min(until, to))))));
  const number = String(start.line + 1);
  const gutter = ' '.repeat(number.length);
  return [
    paint.gutter(`${gutter} |`),
    `${paint.gutter(`${number} |`)} ${text}`.trimEnd(),
    `${paint.gutter(`${gutter} |`)} ${indent}${paint.mark(marks)}`,
  ];
}

/** Moves an offset so that it does not lie between the halves of a surrogate pair. */
const wholeCharacter = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);

/**
 * Returns the number of terminal columns that a text occupies: combining marks have no width, and wide characters such as ideographs have
 * two columns.
 */
function width(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += /[\p{Mn}\p{Me}\p{Cf}]/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
