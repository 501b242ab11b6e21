/** Files of other systems as text. */

/** UTF-8, or UTF-16 where its mark says so, as spreadsheets save it; undefined where it is neither. */
export function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
export const NOT_TEXT = 'It is neither UTF-8 nor UTF-16 text. Save it with the encoding UTF-8; a spreadsheet calls it "CSV UTF-8".';
