/** Writes a file as a whole or not at all: first beside its place, then renamed into it, with its permissions. */

import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { statsAt } from '../../host/stats.ts';
import { Refusal } from '../terminal/refusal.ts';

/** Throws a {@link Refusal} if the file cannot be written; the file then stays as it was. */
export function writeWhole(file: string, content: string | Uint8Array, shown = file): void {
  if (isStream(file)) return writeInto(file, content, shown);
  // If the path is a link, the file that it leads to is replaced and the link stays.
  const target = existsSync(file) ? realpathSync(file) : file;
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const mode = existsSync(target) ? statSync(target).mode : undefined;
    writeFileSync(beside, content, { flag: 'wx', flush: true, ...(mode !== undefined && { mode: mode & 0o7777 }) });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Refusal(`"${shown}" cannot be written: ${reasonOf(error as NodeJS.ErrnoException)}.`);
  }
}

/** Whether a path is a stream, such as `/dev/stdout` or a pipe to another command, which must not be replaced by a file. */
function isStream(file: string): boolean {
  const stats = statsAt(file);
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

function writeInto(stream: string, content: string | Uint8Array, shown: string): void {
  try {
    writeFileSync(stream, content);
  } catch (error) {
    throw new Refusal(`"${shown}" cannot be written: ${reasonOf(error as NodeJS.ErrnoException)}.`);
  }
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
