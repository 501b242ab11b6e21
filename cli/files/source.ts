/**
 * Keeps the texts of a project's files as UTF-8 in memory that all threads share. With 10,000 files, strings in every thread would take
 * several times as much, so a text is a string only while it is read.
 */

/** A file that was read. */
export interface SourceFile {
  /** The file's identity: an absolute path without links. */
  readonly file: string;
  /** The path as it is printed, spelled as the user gave it. */
  readonly shown: string;
  /** The text as UTF-8, without a byte-order mark; {@link sourceText} decodes it. */
  readonly bytes: Uint8Array;
  /** Whether the user asked for this file; other files only lend their names. */
  readonly reported: boolean;
}

/** Decodes the text of a file. */
export const sourceText = ({ bytes: { buffer, byteOffset, length } }: Pick<SourceFile, 'bytes'>): string =>
  Buffer.from(buffer, byteOffset, length).toString('utf8');

/** The size in bytes up to which pieces of memory grow. */
const LARGEST_PIECE = 1 << 22;

/** Copies texts into memory that threads share, many texts into one piece. */
export class SharedTexts {
  private piece: Uint8Array = new Uint8Array(0);
  private used = 0;

  /** Returns a copy of the bytes in shared memory. */
  keep(bytes: Uint8Array): Uint8Array {
    if (this.used + bytes.length > this.piece.length) {
      const size = Math.max(bytes.length, Math.min(LARGEST_PIECE, 2 * this.piece.length));
      this.piece = new Uint8Array(new SharedArrayBuffer(size));
      this.used = 0;
    }
    const kept = this.piece.subarray(this.used, this.used + bytes.length);
    kept.set(bytes);
    this.used += bytes.length;
    return kept;
  }
}
