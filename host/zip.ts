/**
 * Reads zip archives by their central directory (APPNOTE.TXT of PKWARE), entry by entry: a damaged or encrypted entry does not stop the
 * others, and entries of the same name are all there.
 */
import { inflateSync } from 'fflate';

/** An entry of an archive. */
export interface ZipEntry {
  /** Its path as it is written in the archive; that of a folder ends with a slash. */
  readonly name: string;
  /** Its length when it is unpacked, in bytes, as the archive says; no more than this is unpacked. */
  readonly size: number;
  /** Unpacks the entry, or says why that cannot be done. */
  content(): Uint8Array | ZipFault;
}

/** Why an entry cannot be unpacked: it is encrypted, packed by a method that is not read, or damaged. */
export type ZipFault = 'encrypted' | 'method' | 'damaged';

// Each part of an archive begins with its sign, and has this length before its name or other parts of changing length.
const END = { sign: 0x06054b50, length: 22 };
/** Comes before the end record in an archive whose numbers need 64 bits, and says where they stand. */
const LOCATOR = { sign: 0x07064b50, length: 20 };
const ENTRY = { sign: 0x02014b50, length: 46 };
const LOCAL = { sign: 0x04034b50, length: 30 };
/** Stands for a number of 64 bits, which is found in an extra field. */
const ELSEWHERE = 0xffffffff;

/** Returns the entries; `undefined` if the bytes are no archive, or a part of it is missing. */
export function entriesOf(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const directory = directoryOf(view);
    if (directory === undefined) return undefined;
    const { start, end, moved, count } = directory;
    const entries: ZipEntry[] = [];
    let at = start;
    while (at + ENTRY.length <= end && view.getUint32(at, true) === ENTRY.sign) {
      entries.push(entryAt(bytes, view, at, moved));
      at += ENTRY.length + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return at === end || entries.length === count ? entries : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // A field would stand outside of the file.
    throw error;
  }
}

/** Where the directory of an archive stands. */
interface ZipDirectory {
  readonly start: number;
  readonly end: number;
  /** By how much all offsets are moved: a program that unpacks itself stands before its archive. */
  readonly moved: number;
  readonly count: number;
}

/** Finds the directory by the end record: the last thing of an archive, but for a comment of up to 65,535 bytes. */
function directoryOf(view: DataView): ZipDirectory | undefined {
  const last = view.byteLength - END.length;
  let end = last;
  while (end >= 0 && end >= last - 0xffff && view.getUint32(end, true) !== END.sign) end--;
  if (end < 0 || end < last - 0xffff) return undefined;
  const locator = end - LOCATOR.length;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR.sign)
    return placed(end, view.getUint32(end + 12, true), view.getUint32(end + 16, true), view.getUint16(end + 10, true));
  const long = longAt(view, locator + 8);
  return placed(long, longAt(view, long + 40), longAt(view, long + 48), longAt(view, long + 32));
}

/** The directory stands right before its end. */
const placed = (end: number, length: number, offset: number, count: number): ZipDirectory => ({
  start: end - length,
  end,
  moved: end - length - offset,
  count,
});

const longAt = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

function entryAt(bytes: Uint8Array, view: DataView, at: number, moved: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const sum = view.getUint32(at + 16, true);
  const nameEnd = at + ENTRY.length + view.getUint16(at + 28, true);
  const long = longNumbers(view, nameEnd, view.getUint16(at + 30, true));
  const whole = (told: number): number => (told === ELSEWHERE ? (long.shift() ?? told) : told);
  const size = whole(view.getUint32(at + 24, true));
  const packed = whole(view.getUint32(at + 20, true));
  const offset = whole(view.getUint32(at + 42, true)) + moved;
  return {
    name: nameOf(bytes.subarray(at + ENTRY.length, nameEnd), (flags & 0x800) !== 0),
    size,
    content() {
      if ((flags & 1) !== 0) return 'encrypted';
      if (method !== 0 && method !== 8) return 'method';
      try {
        if (view.getUint32(offset, true) !== LOCAL.sign) return 'damaged';
        const from = offset + LOCAL.length + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
        const data = bytes.subarray(from, from + packed);
        const made = method === 0 ? data : inflateSync(data, { out: new Uint8Array(size) });
        return made.length === size && crc32(made) === sum ? made : 'damaged';
      } catch {
        return 'damaged';
      }
    },
  };
}

/** Returns the numbers of 64 bits in the extra fields of an entry, in their order. */
function longNumbers(view: DataView, start: number, length: number): number[] {
  const numbers: number[] = [];
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 1)
      for (let i = 0; i + 8 <= view.getUint16(at + 2, true); i += 8) numbers.push(longAt(view, at + 4 + i));
  return numbers;
}

/** Decodes a name: UTF-8 where the entry says so or the bytes are, else byte by byte. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  }
}

const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** Returns the checksum by which an entry is compared with what was packed. */
function crc32(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) sum = (sum >>> 8) ^ SUMS[(sum ^ byte) & 0xff]!;
  return ~sum >>> 0;
}
