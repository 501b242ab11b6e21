/**
 * A file of one value and long texts beside it, in groups: the value is read at once, a group when a text of it is asked for.
 * So what nobody asks for is neither taken apart nor decoded.
 *
 *   cred-texts HEADER-BYTES\n  {"value": …, "groups": {"name": [bytes of each text, -1 where there is none]}}  the texts, group by group
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { writeWhole } from './write.ts';

type Groups = Readonly<Record<string, readonly (string | undefined)[]>>;

interface Header {
  readonly value: unknown;
  readonly groups: Readonly<Record<string, readonly number[]>>;
}

const FIRST = 'cred-texts ';
/** Bytes of the first line: room for any length of the header. */
const FIRST_LINE = 32;
const ABSENT = -1;

/** Throws with a plain message where it cannot be written. */
export function writeTexts({ file, shown }: { readonly file: string; readonly shown: string }, value: unknown, groups: Groups): void {
  const bytes = (text: string | undefined): number => (text === undefined ? ABSENT : Buffer.byteLength(text));
  const lengths = Object.fromEntries(Object.entries(groups).map(([name, texts]) => [name, texts.map(bytes)]));
  const header = Buffer.from(JSON.stringify({ value, groups: lengths } satisfies Header));
  const first = `${FIRST}${header.length}`.padEnd(FIRST_LINE - 1);
  const texts = Object.values(groups).map(group => Buffer.from(group.join('')));
  writeWhole(file, Buffer.concat([Buffer.from(`${first}\n`), header, ...texts]), shown);
}

export class TextsFile {
  private readonly loaded = new Map<string, { readonly bytes: Buffer; readonly starts: readonly number[] }>();

  private constructor(
    private readonly open: number,
    private readonly header: Header,
    private readonly begin: number,
  ) {}

  /** `undefined` where there is none, or it is not as it was written. */
  static read(file: string): TextsFile | undefined {
    let open: number | undefined;
    try {
      open = openSync(file, 'r');
      const [, length] = new RegExp(`^${FIRST}(\\d+) *\\n$`).exec(bytesAt(open, 0, FIRST_LINE).toString('latin1'))!;
      const header = JSON.parse(bytesAt(open, FIRST_LINE, Number(length)).toString()) as Header;
      const begin = FIRST_LINE + Number(length);
      const whole = begin + total(Object.values(header.groups).flat());
      if (whole === fstatSync(open).size) return new TextsFile(open, header, begin);
    } catch {
      // none, or half of one
    }
    if (open !== undefined) closeSync(open);
    return undefined;
  }

  get value(): unknown {
    return this.header.value;
  }

  /** `undefined` where there is none. */
  text(group: string, index: number): string | undefined {
    const length = this.header.groups[group]?.[index] ?? ABSENT;
    if (!isThere(length)) return undefined;
    const { bytes, starts } = this.group(group);
    return bytes.toString('utf8', starts[index]!, starts[index]! + length);
  }

  /** All of it in memory, and the file let go, so that another may take its place. */
  release(): void {
    for (const name of Object.keys(this.header.groups)) this.group(name);
    closeSync(this.open);
  }

  private group(name: string) {
    let group = this.loaded.get(name);
    if (!group) {
      const names = Object.keys(this.header.groups);
      const before = names.slice(0, names.indexOf(name)).flatMap(other => this.header.groups[other]!);
      const from = this.begin + total(before);
      const lengths = this.header.groups[name]!;
      const starts: number[] = [];
      let at = 0;
      for (const length of lengths) {
        starts.push(at);
        if (isThere(length)) at += length;
      }
      this.loaded.set(name, (group = { bytes: bytesAt(this.open, from, total(lengths)), starts }));
    }
    return group;
  }
}

const isThere = (length: number): boolean => length !== ABSENT;
const total = (lengths: readonly number[]): number => lengths.filter(isThere).reduce((sum, length) => sum + length, 0);

function bytesAt(open: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; ) {
    const read = readSync(open, bytes, at, length - at, from + at);
    if (read === 0) throw new RangeError('The file ends too soon.');
    at += read;
  }
  return bytes;
}
