/** Gives files new texts: byte-order marks and permissions stay, and what somebody else has written meanwhile is not lost. */

import { readFileSync, statSync } from 'node:fs';
import type { Invocation } from '../terminal/invocation.ts';
import { Refusal, refusalIn } from '../terminal/refusal.ts';
import { markOf, readText } from './read.ts';
import { writeWhole } from './write.ts';

export interface RewrittenFile {
  readonly file: string;
  readonly shown: string;
  readonly before: string;
  readonly after: string;
}

export function rewrite({ file, shown, before, after }: RewrittenFile): void {
  if (readText(file, shown) !== before) throw new Refusal(`"${shown}" has changed meanwhile, so it was left alone.`);
  // Another file is put in its place, which its own protection would not prevent.
  if ((statSync(file).mode & 0o222) === 0) throw new Refusal(`"${shown}" cannot be written: it is protected.`);
  writeWhole(file, markOf(readFileSync(file)) + after, shown);
}

/** Rewrites all that can be, and says of each what was done, where that is to be said; whether all could be. */
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
