/** Fixing and laying out, for the commands that write files. */
import { pathToFileURL } from 'node:url';
import { applyEdits } from '../../language/findings/finding.ts';
import { CredFile } from '../../language/model/file.ts';
import { NO_CONFIG, readConfig } from '../../language/project/config.ts';
import { Project } from '../../language/project/project.ts';
import { format } from '../../language/services/format.ts';
import { fixProject } from '../../library/fixing.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { nodeHost } from './host.ts';

export interface FixedFile {
  readonly file: string;
  readonly shown: string;
  readonly before: string;
  readonly after: string;
  /** Errors that are left. */
  readonly errors: number;
}

export function fixFiles(
  projects: readonly ProjectFiles[],
  { asOf, today, unsafe }: { asOf: string | undefined; today: string; unsafe: boolean },
): FixedFile[] {
  return projects.flatMap(given => {
    const host = nodeHost(asOf ?? given.asOf ?? today, given.config ? readConfig(given.config.text) : NO_CONFIG, given);
    const project = new Project(host);
    for (const { file, text } of given.files) project.set(uriOf(file), text, false);
    const wanted = given.files.filter(({ reported }) => reported);
    const fixed = fixProject(
      project,
      host,
      wanted.map(({ file }) => uriOf(file)),
      unsafe,
    );
    return wanted.map(({ file, shown, text }, i) => ({ file, shown, before: text, after: fixed[i]!.text, errors: fixed[i]!.errors }));
  });
}

/** The text laid out, as the `cred.json` of its project says, where there is one. */
export function formatted(text: string, config?: string): string {
  const { indent } = config === undefined ? NO_CONFIG : readConfig(config);
  return applyEdits(text, format(CredFile.read('file:///a.cred', text), { indent }));
}

const uriOf = (file: string): string => pathToFileURL(file).href;
