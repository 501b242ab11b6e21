/** Decodes files of other systems as text. */

/** A decoded text, with a remark if its encoding had to be guessed. */
export interface DecodedText {
  readonly text: string;
  readonly remark?: string;
}

/**
 * Decodes UTF-8, and UTF-16 with a byte-order mark, which spreadsheets write. Other bytes are taken for Windows-1252, which older
 * spreadsheets write, and the result has a remark. Returns `undefined` for bytes that are none of these.
 */
export function decodedText(bytes: Uint8Array): DecodedText | undefined {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const text = encoding === 'utf-8' ? windows1252(bytes) : undefined;
    return text === undefined ? undefined : { text, remark: remarkOn(text) };
  }
}
/** The message about a file that cannot be decoded. */
export const NOT_TEXT =
  'It is neither UTF-8, UTF-16 nor Windows-1252 text. Save it with the encoding UTF-8; a spreadsheet calls it "CSV UTF-8".';

/** The characters of the bytes 0x80 to 0x9F in Windows-1252; a blank stands for the five bytes that have none. */
const UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Decodes Windows-1252; returns `undefined` if the bytes are no text in it. */
function windows1252(bytes: Uint8Array): string | undefined {
  const chunks: string[] = [];
  let chunk = '';
  for (const byte of bytes) {
    const char = byte >= 0x80 && byte <= 0x9f ? UPPER[byte - 0x80]! : String.fromCharCode(byte);
    if (byte === 0 || (byte >= 0x80 && char === ' ')) return undefined;
    chunk += char;
    if (chunk.length > 65_536) {
      chunks.push(chunk);
      chunk = '';
    }
  }
  return chunks.join('') + chunk;
}

/** Returns the remark, with a word by which a reader can tell whether the guess is right. */
function remarkOn(text: string): string {
  const [word] = /[\p{L}\p{N}]*[^\p{ASCII}][^\s,;"]*/u.exec(text) ?? [''];
  return `It is not UTF-8, and is read as Windows-1252. Look at letters with accents, such as those of "${word.slice(0, 40)}".`;
}
