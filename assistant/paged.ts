/** Cuts answers into pages, so that none is longer than its reader asked for, whatever the programs say. */
import { clipped, isCut, sizeOf } from './clipped.ts';
import { ToolRefusal } from './surroundings.ts';

interface WholeAnswer {
  readonly head: object;
  /** Further lists, by their names. They come before the items. */
  readonly beside: Readonly<Record<string, readonly string[]>>;
  /** The name of the list of items. */
  readonly name: string;
  readonly items: readonly object[];
  readonly next: readonly string[];
}

/** Room for the page numbers and the sentences about what is left off. */
const FRAME = 320;
/** Room for the number of a part. */
const PART = 40;
/** The least characters of a part, so that few parts are made even if the rest of the item is long. */
const LEAST_PART = 100;

const CUT = 'What ends with "…" was too long for this answer: ask with a larger "limit" for the whole.';

/** An entry of one of the lists. */
interface PagedEntry {
  readonly list: string;
  readonly value: object | string;
  /** Whether a part of it was left off. */
  readonly isShort: boolean;
}

/** Returns one page of an answer; as JSON it has at most `limit` characters. Throws a {@link ToolRefusal} if there is no such page. */
export function paged({ head, beside, name, items, next }: WholeAnswer, { limit, page }: { limit: number; page: number }): object {
  const shortHead = clipped(head, limit / 4) as object;
  const shortNext = clipped(next, limit / 4) as readonly string[];
  const lists = Object.fromEntries([...Object.keys(beside), name].map((one): [string, unknown[]] => [one, []]));
  const room = limit - sizeOf({ ...shortHead, ...lists, next: shortNext }) - FRAME;
  const entries: readonly PagedEntry[] = [
    ...Object.entries(beside).flatMap(([list, values]) =>
      values.map(whole => {
        const value = clipped(whole, room - 1) as string;
        return { list, value, isShort: isCut(whole, value) };
      }),
    ),
    ...items.flatMap(one => pieces(one, room - 1)).map(value => ({ list: name, value, isShort: 'cut' in value })),
  ];
  const pages: PagedEntry[][] = [[]];
  let used = 0;
  for (const entry of entries) {
    const size = sizeOf(entry.value) + 1;
    if (used + size > room && used > 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)!.push(entry);
    used += size;
  }
  if (page > pages.length)
    throw new ToolRefusal(`There is no page ${page}: the answer has ${pages.length === 1 ? 'one' : `${pages.length} of them`}.`);
  for (const { list, value } of pages[page - 1]!) lists[list]!.push(value);
  const more = page < pages.length ? [`Call it again with "page": ${page + 1} for the rest.`] : [];
  const isShort = isCut(head, shortHead) || pages[page - 1]!.some(entry => entry.isShort);
  return { ...shortHead, ...lists, page, pages: pages.length, next: [...more, ...(isShort ? [CUT] : []), ...shortNext] };
}

/** Returns an item as it is if it fits, else several that each have a part of its longest text or list, and all the rest. */
function pieces(item: object, room: number): readonly object[] {
  if (sizeOf(item) <= room) return [item];
  const [key, longest] = Object.entries(item).reduce((most, one) => (sizeOf(one[1]) > sizeOf(most[1]) ? one : most));
  const others = Object.entries(item).filter(([one]) => one !== key);
  const rest = Object.fromEntries(others);
  const short = clipped(rest, room / 2) as object;
  const most = Math.max(room - sizeOf({ ...short, [key]: null, cut: true }) - PART, LEAST_PART);
  const parts = partsOf(longest, most);
  const isShort =
    isCut(rest, short) || (Array.isArray(longest) ? longest : [longest]).some(one => typeof longest !== 'string' && sizeOf(one) > most - 2);
  return parts.map((part, i) => ({
    // The keys stay in their order.
    ...Object.fromEntries(Object.keys(item).map(one => [one, one === key ? part : (short as Record<string, unknown>)[one]])),
    ...(parts.length > 1 && { part: `${i + 1} of ${parts.length}` }),
    ...(isShort && { cut: true }),
  }));
}

function partsOf(value: unknown, most: number): readonly unknown[] {
  if (typeof value === 'string') return textParts(value, most);
  return Array.isArray(value) ? listParts(value, most) : [clipped(value, most - 2)];
}

/** Cuts a text, at the ends of lines if it can, into parts that have at most `most` characters as JSON. */
function textParts(text: string, most: number): string[] {
  const parts: string[] = [];
  let part = '';
  let size = 2;
  // A character is up to twelve characters long in JSON.
  const short = new RegExp(`[^]{1,${Math.floor(Math.min(400, most / 12))}}`, 'gu');
  for (const line of text.split(/(?<=\n)/)) {
    for (const some of line.match(short) ?? []) {
      const more = sizeOf(some) - 2;
      if (part !== '' && size + more > most) {
        parts.push(part);
        [part, size] = ['', 2];
      }
      part += some;
      size += more;
    }
  }
  return [...parts, part];
}

/** Cuts a list into lists that have at most `most` characters as JSON. What is too long by itself is clipped. */
function listParts(all: readonly unknown[], most: number): unknown[][] {
  const parts: unknown[][] = [[]];
  let size = 2;
  for (const one of all.map(one => clipped(one, most - 2))) {
    const more = sizeOf(one) + 1;
    if (parts.at(-1)!.length > 0 && size + more > most) {
      parts.push([]);
      size = 2;
    }
    parts.at(-1)!.push(one);
    size += more;
  }
  return parts;
}
