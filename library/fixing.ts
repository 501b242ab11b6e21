/** Applies fixes to the files of a project. */

import { fixEverything, fixSafely } from '../language/check/apply-fixes.ts';
import { check } from '../language/check/check.ts';
import type { Host } from '../language/findings/host.ts';
import { CredFile } from '../language/model/file.ts';
import type { Project } from '../language/project/project.ts';

/** A fix in one file can make another possible, so files are gone through until nothing changes, but at most this many times. */
const ROUNDS = 5;

/**
 * Returns the texts of the files after their fixes, in the same order, with the number of errors left in each. `unsafe` also applies fixes
 * that an author should look at.
 */
export function fixProject(project: Project, host: Host, uris: readonly string[], unsafe: boolean): { text: string; errors: number }[] {
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const uri of uris) {
      const now = project.text(uri)!;
      const file = CredFile.read(uri, now);
      const after = unsafe
        ? fixEverything(file, project, host, other => uris.includes(other))
        : new Map([[uri, fixSafely(file, project, host)]]);
      for (const [of, text] of after) {
        if (text === project.text(of)) continue;
        changed = true;
        project.set(of, text, false);
      }
    }
  }
  return uris.map(uri => {
    const text = project.text(uri)!;
    const errors = check(CredFile.read(uri, text), project, host).findings.filter(({ severity }) => severity === 'error').length;
    return { text, errors };
  });
}
