/** The findings of a project by the command line and by an editor's workspace, in a form in which they can be compared. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { FileChecker } from '../cli/checking/file-checker.ts';
import { gather } from '../cli/files/gather.ts';
import { unpack } from '../cli/result/packed.ts';
import { nodeFiles } from '../host/node-files.ts';
import { today } from '../host/today.ts';
import type { Finding } from '../language/findings/finding.ts';
import { Workspace } from '../server/workspace.ts';

/** Texts by the names of their files. */
export type Files = Readonly<Record<string, string>>;

/** Returns the names of the files in a folder that end so, in order. */
export function filesBelow(folder: string, ends: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ends))
    .map(name => name.replaceAll('\\', '/'))
    .sort();
}
/** Returns the compared fields of the findings, by file; files without findings are left out. */
export type ComparedFindings = Record<string, readonly unknown[]>;
export const compared = (
  folder: string,

  findings: Iterable<readonly [string, readonly Pick<Finding, 'rule' | 'severity' | 'range' | 'message' | 'related' | 'fixes'>[]]>,
): ComparedFindings =>
  Object.fromEntries(
    [...findings]
      .filter(([, found]) => found.length > 0)
      .map(([uri, found]) => [
        path.relative(folder, uri.startsWith('file:') ? fileURLToPath(uri) : uri),
        found.map(({ rule, severity, range, message, related, fixes }) => ({
          rule,
          severity,
          range,
          message,
          related,
          fixes: fixes.map(({ title }) => title),
        })),
      ]),
  );

/** Returns what `cred check` finds in a folder. */
export const byCommandLine = (folder: string): ComparedFindings => {
  const { projects, problems } = gather([folder], folder);
  expect(problems).toEqual([]);
  const outcomes = [...new FileChecker({ projects, asOf: undefined, today: today() }).check()];
  return compared(
    folder,
    outcomes.map(([project, file, { findings }]) => [
      projects[project]!.files[file]?.file ?? path.join(projects[project]!.root, 'cred.json'),
      unpack(findings) as never,
    ]),
  );
};

/** Makes the workspace of an editor with a folder open, and all of its files or none. */
export async function edited(
  folder: string,
  open: boolean,
): Promise<{ workspace: Workspace; published: ReadonlyMap<string, readonly Finding[]> }> {
  const published = new Map<string, readonly Finding[]>();
  const workspace = new Workspace(
    nodeFiles(() => false),
    (uri, findings) => void published.set(uri, findings),
  );
  const root = pathToFileURL(folder).href;
  workspace.begin([root]);
  // As in an editor, files are opened before the folder is read, the last one first.
  for (const name of open ? filesBelow(folder, '.cred').reverse() : []) {
    const uri = pathToFileURL(path.join(folder, name)).href;
    workspace.edit(uri, readFileSync(path.join(folder, name), 'utf8'));
  }
  workspace.open([root], undefined);
  await workspace.ready;
  return { workspace, published };
}

/** Returns what an editor shows of a folder. */
export const byEditor = async (folder: string, open: boolean): Promise<ComparedFindings> =>
  compared(folder, (await edited(folder, open)).published);
