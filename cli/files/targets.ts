/** Writes new files, and never overwrites an existing one unless asked to. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Refusal, refusalIn } from '../../host/refusal.ts';
import { reasonOf, writeWhole } from './write.ts';

/** A file to write. */
export interface TargetFile {
  /** The absolute path. */
  readonly file: string;
  /** The path as it is printed. */
  readonly shown: string;
  readonly text: string | Uint8Array;
}

/** Writes all files, or returns a message why none was written. */
export function writeNew(files: readonly TargetFile[], force: boolean): string | undefined {
  const there = force ? [] : files.filter(({ file }) => existsSync(file));
  if (there.length > 0) {
    const named = there.map(({ shown }) => `"${shown}"`).join(', ');
    return `${named} ${there.length > 1 ? 'are' : 'is'} there already; nothing is written. --force writes over ${there.length > 1 ? 'them' : 'it'}.`;
  }
  const made: string[] = [];
  try {
    for (const { file, shown, text } of files) {
      makeFolder(path.dirname(file), shown);
      const isNew = !existsSync(file);
      writeWhole(file, text, shown);
      if (isNew) made.push(file);
    }
    return undefined;
  } catch (error) {
    // Of several files none stays alone.
    for (const file of made) rmSync(file, { force: true });
    return refusalIn(error);
  }
}

function makeFolder(folder: string, shown: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Refusal(`The folder of "${shown}" cannot be made: ${reasonOf(error as NodeJS.ErrnoException)}.`);
  }
}
