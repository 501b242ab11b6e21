/** Decodes files of other systems as text. */

/** Decodes UTF-8, and UTF-16 with a byte-order mark, which spreadsheets write; returns `undefined` for anything else. */
export function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
/** The message about a file that cannot be decoded. */
export const NOT_TEXT = 'It is neither UTF-8 nor UTF-16 text. Save it with the encoding UTF-8; a spreadsheet calls it "CSV UTF-8".';
