/** Returns the texts that files had at a revision of git, for comparisons. */
import path from 'node:path';
import type { SourceText } from '../library/api.ts';
import { changesSince } from './changed.ts';
import { identityOf } from './identity.ts';
import { isProgramFile } from './program-file.ts';

/** What is compared with a revision. */
export interface ComparedPlace {
  /** The file or folder; it may be gone. */
  readonly one: string;
  /** The folder to which it is relative, and in whose repository the revision is looked for. */
  readonly cwd: string;
  /** Its files as they are on the disk, by their absolute paths. */
  readonly now: readonly SourceText[];
}

/** Returns the texts by their absolute paths, with those of files that are gone since. Throws a `Refusal` if git cannot tell. */
export function textsSince(revision: string, { one, cwd, now }: ComparedPlace): readonly SourceText[] {
  const changes = changesSince(revision, cwd, { ofPath: given => `Name the revision first, as in --since HEAD ${given}.` });
  const folder = identityOf(path.resolve(cwd, one));
  const renamed = changes.renamed();
  const textNow = new Map(now.map(is => [is.path, is.text]));
  const known = new Set(now.flatMap(is => [is.path, renamed.get(is.path) ?? is.path]));
  const gone = [...changes.files].filter(
    file => isProgramFile(file) && (file === folder || file.startsWith(folder + path.sep)) && !known.has(file),
  );
  return [...now.map(is => is.path), ...gone].flatMap(file => {
    const text = changes.files.has(file) ? changes.before(renamed.get(file) ?? file) : textNow.get(file);
    return text === undefined ? [] : [{ path: file, text }];
  });
}
