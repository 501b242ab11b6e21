/** Shortens values of JSON to a number of characters: texts end with "…", and lists with how many more there are. */

/** The end of a text that was shortened. */
const END = '…';
/** The room in which the end of a list is told. */
const MORE = 30;

/** Returns how many characters a value has as JSON. */
export const sizeOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0;

/** Whether a value was shortened. */
export const isCut = (whole: unknown, short: unknown): boolean => sizeOf(whole) !== sizeOf(short);

/** Returns a value that has at most `most` characters as JSON, or the shortest of its form; what fits is returned as it is. */
export function clipped(value: unknown, most: number): unknown {
  if (sizeOf(value) <= most) return value;
  if (typeof value === 'string') return clippedText(value, most);
  if (Array.isArray(value)) return clippedList(value, most);
  if (typeof value === 'object' && value !== null) return clippedObject(value, most);
  return value;
}

function clippedText(text: string, most: number): string {
  let [low, high] = [0, Math.min(text.length, Math.max(0, Math.floor(most)))];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sizeOf(text.slice(0, middle)) + END.length <= most) low = middle;
    else high = middle - 1;
  }
  // Half of a character of two code units is no text.
  return text.slice(0, low).replace(/[\ud800-\udbff]$/, '') + END;
}

function clippedList(all: readonly unknown[], most: number): unknown[] {
  const kept: unknown[] = [];
  let left = most - 2 - MORE;
  for (const one of all) {
    // One long value does not crowd out all others.
    const short = clipped(one, Math.max(left / 2, MORE));
    const size = sizeOf(short) + 1;
    if (size > left) break;
    kept.push(short);
    left -= size;
  }
  const dropped = all.length - kept.length;
  if (dropped === 0) return kept;
  return all.every(one => typeof one === 'string') ? [...kept, `${END} and ${dropped} more`] : kept;
}

/** Gives each property the same room; what a short one leaves is for the longer ones. */
function clippedObject(value: object, most: number): object {
  const short = new Map<string, unknown>();
  let left = most - 2;
  const entries = Object.entries(value).sort(([, a], [, b]) => sizeOf(a) - sizeOf(b));
  for (const [i, [key, one]] of entries.entries()) {
    const share = left / (entries.length - i) - sizeOf(key) - 2;
    const part = clipped(one, share);
    const size = sizeOf(key) + sizeOf(part) + 2;
    if (size > left) continue;
    short.set(key, part);
    left -= size;
  }
  return Object.fromEntries(Object.keys(value).flatMap(key => (short.has(key) ? [[key, short.get(key)]] : [])));
}
