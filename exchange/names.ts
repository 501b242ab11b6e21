/** Names for blocks, from their titles; each once, and none that also stands for something around it. */
import { NAME } from './fits.ts';

const SMALL: ReadonlySet<string> = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);
/** "Certified Welder (CW)": the abbreviation is how people call it. */
const SHORT = /\(([\p{Lu}\p{N}][\p{L}\p{N}+-]{1,9})\W?\)/u;
export const isShort = (text: string): boolean =>
  /^[\p{Lu}\p{N}][\p{L}\p{N}.+-]{1,9}$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 1;

export class FreeNames {
  private readonly taken = new Set<string>();
  /** The number that a base was given last: a sheet may have a title thousands of times. */
  private readonly last = new Map<string, number>();
  constructor(private readonly around?: FreeNames) {}

  has(name: string): boolean {
    return this.taken.has(name) || (this.around?.has(name) ?? false);
  }

  /** A name from a title, or from `wish` where that is one. */
  of(title: string, { wish, words = 5, abbreviate = false }: { wish?: string; words?: number; abbreviate?: boolean } = {}): string {
    const base = wish !== undefined && NAME.test(wish) ? wish : made(title, words, abbreviate);
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

const nameFrom = (text: string): string => (NAME.test(text) ? text : text !== '' && NAME.test(`_${text}`) ? `_${text}` : 'unnamed');
