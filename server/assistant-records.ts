/** Imports records for assistants. The client reads and parses them, since the server contains no reader of sheets and documents. */
import type { Connection } from 'vscode-languageserver';
import { type RecordRequest, ToolRefusal } from '../assistant/surroundings.ts';
import { type ImportResult, importRead, type ReadFiles } from '../exchange/import.ts';
import { isRead, notImportable } from '../exchange/targets.ts';
import { placeWithin, WorkspacePaths } from './assistant-projects.ts';
import type { Workspace } from './workspace.ts';

/** A record as the server names it to the client: a file, or a text with a path that says its form. */
export type NamedRecord = { readonly uri: string; readonly path: string } | { readonly path: string; readonly text: string };

/** Imports records through the client. Throws a {@link ToolRefusal} where it cannot read them. */
export async function importThrough(connection: Connection, workspace: Workspace, asked: RecordRequest): Promise<ImportResult> {
  const records = 'texts' in asked ? asked.texts : await filesOf(connection, workspace, asked.paths);
  return importRead(await ask<ReadFiles[]>(connection, 'cred/readRecords', { records }));
}

/** Returns the files that paths name, those in folders included. */
async function filesOf(connection: Connection, workspace: Workspace, paths: readonly string[]): Promise<readonly NamedRecord[]> {
  const named = new WorkspacePaths(workspace);
  const found = new Map<string, NamedRecord>();
  for (const path of paths) {
    const uri = named.uriOf(placeWithin(path));
    if (uri.startsWith('untitled:')) throw new ToolRefusal('No folder is open, so no file can be read. Give what is in it as "texts".');
    const listed = await ask<{ readonly folder: boolean; readonly uris: readonly string[] } | null>(connection, 'cred/listRecords', {
      uri,
    });
    if (!listed) throw new ToolRefusal(`There is no file or folder "${path}".`);
    if (!listed.folder && !isRead(uri)) throw new ToolRefusal(notImportable(path));
    for (const one of listed.uris) {
      // A link within a folder may lead out of it.
      if (workspace.isShown(one)) found.set(one, { uri: one, path: named.pathOf(one) });
      else if (!listed.folder) throw new ToolRefusal(`"${path}" leads out of the folders that are open. Name a file within them.`);
    }
  }
  return [...found.values()];
}

async function ask<T>(connection: Connection, method: string, params: object): Promise<T> {
  try {
    return await connection.sendRequest<T>(method, params);
  } catch (error) {
    throw new ToolRefusal(`This editor does not read records for Cred (${(error as Error).message}). Import them with "cred import".`);
  }
}
