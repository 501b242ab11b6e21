/** Fixing and laying out, for the commands that write files. */
import { pathToFileURL } from 'node:url';
import { check } from '../language/findings/check.ts';
import { applyEdits } from '../language/findings/finding.ts';
import { fixEverything, fixSafely } from '../language/fixes/all.ts';
import { CredFile } from '../language/model/file.ts';
import { NO_CONFIG, readConfig } from '../language/project/config.ts';
import { Project } from '../language/project/project.ts';
import { format } from '../language/services/format.ts';
import type { ProjectFiles } from './files.ts';
import { nodeHost } from './host.ts';

export interface FixedFile {
  readonly file: string;
  readonly shown: string;
  readonly before: string;
  readonly after: string;
  /** Errors that are left. */
  readonly errors: number;
}

/** A fix in one file may be what another waits for, so all are gone through until nothing changes. */
const ROUNDS = 5;

export function fixFiles(
  projects: readonly ProjectFiles[],
  { asOf, today, unsafe }: { asOf: string | undefined; today: string; unsafe: boolean },
): FixedFile[] {
  return projects.flatMap(given => {
    const host = nodeHost(asOf ?? given.asOf ?? today, given.config ? readConfig(given.config.text) : NO_CONFIG, given.root);
    const project = new Project(host);
    for (const { file, text } of given.files) project.set(uriOf(file), text, false);
    const wanted = given.files.filter(({ reported }) => reported);
    for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
      changed = false;
      for (const { file } of wanted) {
        const now = project.text(uriOf(file))!;
        const after = (unsafe ? fixEverything : fixSafely)(CredFile.read(uriOf(file), now), project, host);
        if (after === now) continue;
        changed = true;
        project.set(uriOf(file), after, false);
      }
    }
    return wanted.map(({ file, shown, text }) => {
      const after = project.text(uriOf(file))!;
      const errors = check(CredFile.read(uriOf(file), after), project, host).findings.filter(({ severity }) => severity === 'error').length;
      return { file, shown, before: text, after, errors };
    });
  });
}

export function formatted(text: string): string {
  const file = CredFile.read('file:///a.cred', text);
  return applyEdits(text, format(file, { tabSize: 2, insertSpaces: true }));
}

const uriOf = (file: string): string => pathToFileURL(file).href;
