/** Gives a file a new text: its byte-order mark and permissions stay, and what somebody else has written meanwhile is not lost. */
import { readFileSync } from 'node:fs';
import { readText } from './read.ts';
import { writeWhole } from './write.ts';

const MARK = '\uFEFF';

export function rewrite(file: string, shown: string, before: string, after: string): void {
  if (readText(file, shown) !== before) throw new Error(`"${shown}" has changed meanwhile, so it was left alone.`);
  const marked = readFileSync(file).subarray(0, 3).equals(Buffer.from(MARK));
  writeWhole(file, (marked ? MARK : '') + after, shown);
}
