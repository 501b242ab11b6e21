/** Cuts answers into pages, so that none is longer than its reader asked for. */
import { ToolRefusal } from './surroundings.ts';

interface WholeAnswer {
  readonly head: object;
  /** The name of the list. */
  readonly name: string;
  readonly items: readonly object[];
  readonly next: readonly string[];
}

/** Room for the page numbers and the sentence that names the next page. */
const FRAME = 200;

/** Returns one page of an answer; as JSON it has at most `limit` characters. Throws a {@link ToolRefusal} if there is no such page. */
export function paged({ head, name, items, next }: WholeAnswer, { limit, page }: { limit: number; page: number }): object {
  const room = Math.max(limit - JSON.stringify({ ...head, [name]: [], next }).length - FRAME, 500);
  const pages: object[][] = [[]];
  let used = 0;
  for (const item of items.flatMap(one => pieces(one, room))) {
    const size = JSON.stringify(item).length + 1;
    if (used + size > room && used > 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)!.push(item);
    used += size;
  }
  if (page > pages.length) throw new ToolRefusal(`There is no page ${page}: the answer has ${pages.length}.`);
  const more = page < pages.length ? [`Call it again with "page": ${page + 1} for the rest.`] : [];
  return { ...head, [name]: pages[page - 1]!, page, pages: pages.length, next: [...more, ...next] };
}

/** Returns an item as it is if it fits, else several that each have a part of its longest text. */
function pieces(item: object, room: number): readonly object[] {
  const whole = JSON.stringify(item).length + 1;
  if (whole <= room) return [item];
  const texts = Object.entries(item).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const [key, longest] = texts.sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  // Lists of short things are cut after as many as fit.
  if (key === undefined || JSON.stringify(longest).length < whole / 2) return [shortened(item, room)];
  const parts = cut(longest!, room - (whole - JSON.stringify(longest).length) - 40);
  return parts.map((text, i) => ({ ...item, [key]: text, part: `${i + 1} of ${parts.length}` }));
}

/** Cuts a text at the ends of lines into parts that have at most `most` characters as JSON. */
function cut(text: string, most: number): string[] {
  const size = (part: string): number => JSON.stringify(part).length;
  const parts: string[] = [''];
  for (const line of text.split(/(?<=\n)/)) {
    for (const short of line.match(/[^]{1,400}/gu) ?? []) {
      if (parts.at(-1) !== '' && size(parts.at(-1)! + short) > Math.max(most, 450)) parts.push('');
      parts[parts.length - 1] += short;
    }
  }
  return parts;
}

/** Returns an item whose lists are shortened until it fits; `cut` says so. */
function shortened(item: object, room: number): object {
  const short: Record<string, unknown> = { ...item, cut: true };
  for (let most = 64; most >= 1 && JSON.stringify(short).length > room; most >>= 1)
    for (const [key, value] of Object.entries(item)) if (Array.isArray(value)) short[key] = value.slice(0, most);
  for (const [key, value] of Object.entries(short))
    if (typeof value === 'string' && value.length > room / 4) short[key] = `${value.slice(0, room / 4)}…`;
  return short;
}
