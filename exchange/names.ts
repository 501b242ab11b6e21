/** Makes names for blocks from their titles. Each name is unique, and none is also the name of something around it. */
import { readableName } from '../language/model/not-known.ts';
import { NAME } from './fits.ts';

const SMALL: ReadonlySet<string> = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);
/** Matches the abbreviation in a title such as "Certified Welder (CW)", which people use as its name. */
const SHORT = /\(([\p{Lu}\p{N}][\p{L}\p{N}+-]{1,9})\W?\)/u;
/** Whether a text is an abbreviation. */
export const isShort = (text: string): boolean =>
  /^[\p{Lu}\p{N}][\p{L}\p{N}.+-]{1,9}$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 1;

/** The names that are taken, and new ones. */
export class FreeNames {
  private readonly taken = new Set<string>();
  /** The last number given to each base, since a sheet may contain the same title thousands of times. */
  private readonly last = new Map<string, number>();
  constructor(private readonly around?: Pick<FreeNames, 'has'>) {}

  /** Takes names that stand in the project already. */
  take(names: Iterable<string>): void {
    for (const name of names) this.taken.add(name);
  }

  has(name: string): boolean {
    return this.taken.has(name) || (this.around?.has(name) ?? false);
  }

  /** Returns a free name for a title, or `wish` if that is a valid name. */
  of(title: string, { wish, words = 5, abbreviate = false }: { wish?: string; words?: number; abbreviate?: boolean } = {}): string {
    const base = wish !== undefined && NAME.test(wish) ? readableName(wish) : made(title, words, abbreviate);
    let name = base;
    let number = this.last.get(base) ?? 1;
    while (this.has(name)) name = `${base}-${++number}`;
    this.last.set(base, number);
    this.taken.add(name);
    return name;
  }
}

function made(title: string, words: number, abbreviate: boolean): string {
  const short = abbreviate ? SHORT.exec(title)?.[1] : undefined;
  if (short && isShort(short)) return nameFrom(short.replaceAll('+', ''));
  const all =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const telling = all.filter(word => !SMALL.has(word));
  return nameFrom((telling.length > 0 ? telling : all).slice(0, words).join('-').slice(0, 60).replace(/-+$/, ''));
}

const nameFrom = (text: string): string =>
  NAME.test(text) ? readableName(text) : text !== '' && NAME.test(`_${text}`) ? `_${text}` : 'unnamed';
