/** Replaces the text of files. Byte-order marks and permissions stay, and changes that somebody else made meanwhile are not lost. */

import { readFileSync, statSync } from 'node:fs';
import { Refusal, refusalIn } from '../../host/refusal.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { markOf, readText } from './read.ts';
import { writeWhole } from './write.ts';

/** A file with its text before and after. */
export interface RewrittenFile {
  readonly file: string;
  readonly shown: string;
  readonly before: string;
  readonly after: string;
}

/** Replaces a file's text. Throws a {@link Refusal} if the file is protected, cannot be written, or has changed since it was read. */
export function rewrite({ file, shown, before, after }: RewrittenFile): void {
  if (readText(file, shown) !== before) throw new Refusal(`"${shown}" has changed meanwhile, so it was left alone.`);
  // The file is replaced by a new one, which write protection would not prevent, so the protection is checked here.
  if ((statSync(file).mode & 0o222) === 0) throw new Refusal(`"${shown}" cannot be written: it is protected.`);
  writeWhole(file, markOf(readFileSync(file)) + after, shown);
}

/** Rewrites as many files as possible and reports each with the word `done`, if given. Returns whether all could be written. */
export function rewriteAll(cli: Invocation, files: readonly RewrittenFile[], done?: string): boolean {
  let all = true;
  for (const one of files) {
    try {
      rewrite(one);
      if (done !== undefined) cli.printLine(`${done} ${one.shown}`);
    } catch (error) {
      cli.say(refusalIn(error));
      all = false;
    }
  }
  return all;
}
