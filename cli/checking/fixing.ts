/** Applies fixes and lays out texts, for the commands that write files. */
import { pathToFileURL } from 'node:url';
import { applyEdits } from '../../language/findings/finding.ts';
import { CredFile } from '../../language/model/file.ts';
import { NO_CONFIG, readConfig } from '../../language/project/config.ts';
import { Project } from '../../language/project/project.ts';
import { format } from '../../language/services/format.ts';
import { fixProject } from '../../library/fixing.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { sourceText } from '../files/source.ts';
import { nodeHost } from './host.ts';

/** A file after its fixes. */
export interface FixedFile {
  readonly file: string;
  readonly shown: string;
  readonly before: string;
  readonly after: string;
  /** The number of errors that are left. */
  readonly errors: number;
}

/** Applies fixes to the requested files of a project; writes nothing. */
export function fixFiles(
  projects: readonly ProjectFiles[],
  { asOf, today, unsafe }: { asOf: string | undefined; today: string; unsafe: boolean },
): FixedFile[] {
  return projects.flatMap(given => {
    const host = nodeHost(asOf ?? given.asOf ?? today, given.config ? readConfig(given.config.text) : NO_CONFIG, given);
    const project = new Project(host);
    for (const one of given.files) project.set(uriOf(one.file), sourceText(one), false);
    const wanted = given.files.filter(({ reported }) => reported);
    const fixed = fixProject(
      project,
      host,
      wanted.map(({ file }) => uriOf(file)),
      unsafe,
    );
    return wanted.map((one, i) => ({
      file: one.file,
      shown: one.shown,
      before: sourceText(one),
      after: fixed[i]!.text,
      errors: fixed[i]!.errors,
    }));
  });
}

/** Returns the text laid out, with the indentation that the project's `cred.json` sets. */
export function formatted(text: string, config?: string): string {
  const { indent } = config === undefined ? NO_CONFIG : readConfig(config);
  return applyEdits(text, format(CredFile.read('file:///a.cred', text), { indent }));
}

const uriOf = (file: string): string => pathToFileURL(file).href;
