/** Reads the texts that files had at a revision of git, for comparisons. */
import path from 'node:path';
import { identityOf } from '../../host/identity.ts';
import { isProgramFile } from '../../host/program-file.ts';
import type { PathTexts } from '../checking/engine.ts';
import { changesSince } from './changed.ts';
import type { ProjectFiles } from './gather.ts';
import { sourceText } from './source.ts';

/** Returns the requested files of projects by their absolute paths. */
export const textsOf = (projects: readonly ProjectFiles[]): PathTexts =>
  projects.flatMap(({ files }) => files.filter(({ reported }) => reported).map(one => ({ path: one.file, text: sourceText(one) })));

interface Since {
  /** The file or folder that is compared; it may be gone. */
  readonly one: string;
  readonly cwd: string;
  readonly now: readonly ProjectFiles[];
}

/**
 * Returns the texts that the files had at the revision, with files that are gone since. Throws a {@link Refusal} if git cannot tell.
 */
export function textsSince(revision: string, { one, cwd, now }: Since): PathTexts {
  const after = textsOf(now);
  const changes = changesSince(revision, cwd, { ofPath: given => `Name the revision first, as in --since HEAD ${given}.` });
  const folder = identityOf(path.resolve(cwd, one));
  const renamed = changes.renamed();
  const textNow = new Map(after.map(is => [is.path, is.text]));
  const known = new Set(after.flatMap(is => [is.path, renamed.get(is.path) ?? is.path]));
  const gone = [...changes.files].filter(
    file => isProgramFile(file) && (file === folder || file.startsWith(folder + path.sep)) && !known.has(file),
  );
  return [...after.map(is => is.path), ...gone].flatMap(file => {
    const text = changes.files.has(file) ? changes.before(renamed.get(file) ?? file) : textNow.get(file);
    return text === undefined ? [] : [{ path: file, text }];
  });
}
