/** Writes a file as a whole or not at all: first beside its place, then renamed into it, with its permissions. */

import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../host/refusal.ts';
import { statsAt } from '../../host/stats.ts';

/** Throws a {@link Refusal} if the file cannot be written; the file then stays as it was. */
export function writeWhole(file: string, content: string | Uint8Array, shown = file): void {
  const made = new GrowingFile(file, shown);
  try {
    made.write(content);
    made.finish();
  } finally {
    made.abandon();
  }
}

/** A file that is written piece by piece and takes its place only when it is whole; until then the file stays as it was. */
export class GrowingFile {
  private readonly target: string;
  /** The path of the unfinished file; `undefined` for a stream such as `/dev/stdout`, which is written to at once. */
  private readonly beside: string | undefined;
  private opened: number | undefined;
  private isBeside = false;

  /** Throws a {@link Refusal} if the file cannot be written; so do the methods. `shown` names the file in the message. */
  constructor(
    file: string,
    private readonly shown = file,
  ) {
    // If the path is a link, the file that it leads to is replaced and the link stays.
    this.target = existsSync(file) ? realpathSync(file) : file;
    this.beside = isStream(file) ? undefined : path.join(path.dirname(this.target), `.${path.basename(this.target)}.${process.pid}.tmp`);
    this.attempt(() => {
      if (this.beside === undefined) this.opened = openSync(file, 'w');
      else {
        const mode = existsSync(this.target) ? statSync(this.target).mode & 0o7777 : undefined;
        this.opened = openSync(this.beside, 'wx', mode);
        this.isBeside = true;
      }
    });
  }

  write(content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.attempt(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.opened!, bytes, at);
    });
  }

  /** Puts the file into its place. */
  finish(): void {
    this.attempt(() => {
      if (this.beside !== undefined) fsyncSync(this.opened!);
      this.close();
      if (this.beside !== undefined) renameSync(this.beside, this.target);
      this.isBeside = false;
    });
  }

  /** Removes an unfinished file; does nothing to a finished one. */
  abandon(): void {
    this.close();
    if (this.isBeside) rmSync(this.beside!, { force: true });
    this.isBeside = false;
  }

  private close(): void {
    const { opened } = this;
    this.opened = undefined;
    if (opened !== undefined) closeSync(opened);
  }

  private attempt(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.abandon();
      throw new Refusal(`"${this.shown}" cannot be written: ${reasonOf(error as NodeJS.ErrnoException)}.`);
    }
  }
}

/** Whether a path is a stream, such as `/dev/stdout` or a pipe to another command, which must not be replaced by a file. */
function isStream(file: string): boolean {
  const stats = statsAt(file);
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/** Returns in words why the disk refused. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'permission is denied';
    case 'ENOENT':
      return 'its folder is not there';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'there is a file where a folder should be';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return error.message;
  }
}
