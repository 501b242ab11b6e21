/** Lets an editor's assistant use Cred's tools on the texts of the workspace, unsaved ones too. It never writes: the client applies edits. */
import type { ClientCapabilities, Connection, WorkspaceEdit } from 'vscode-languageserver';
import { type ChangedFile, type FileRequest, placesOf, type Surroundings, ToolRefusal } from '../assistant/surroundings.ts';
import { runTool } from '../assistant/tool.ts';
import { TOOLS } from '../assistant/tools.ts';
import { exportTexts } from '../exchange/export.ts';
import type { Files } from '../host/files.ts';
import { editsBetween } from '../language/check/apply-fixes.ts';
import { CredFile } from '../language/model/file.ts';
import type { SourceText } from '../library/api.ts';
import { placeWithin, projectsFor, WorkspacePaths } from './assistant-projects.ts';
import { importThrough } from './assistant-records.ts';
import { textEdit, type VersionOf, workspaceEdit } from './convert.ts';
import { ownRequest, type Request, wrongParameters } from './requests.ts';
import type { Workspace } from './workspace.ts';

/** The answer of a tool as text, and the edit that its `write` asked for. */
export interface AssistantAnswer {
  readonly text: string;
  readonly isError: boolean;
  readonly edit?: WorkspaceEdit;
}

/** Returns the handler of `cred/assistant`. */
export const assistant = (
  { workspace, files, connection }: Omit<Sources, 'runsGit'>,
  client: () => ClientCapabilities,
  version: VersionOf,
): readonly Request[] => [
  ownRequest(
    'cred/assistant',
    { tool: 'text', 'given?': 'anything', 'isTrusted?': 'anything' },
    async ({ tool: name, given, isTrusted }: { tool: string; given?: unknown; isTrusted?: unknown }): Promise<AssistantAnswer> => {
      const tool = TOOLS.find(one => one.name === name);
      if (!tool) throw wrongParameters(`There is no tool "${name}".`);
      await workspace.ready;
      let edit: WorkspaceEdit | undefined;
      const write = (changed: readonly ChangedFile[]): void => {
        const edits = changed.map(({ uri, before, after }) => {
          const file = CredFile.read(uri, before);
          return [uri, editsBetween(before, after).map(one => textEdit(file, one))] as const;
        });
        edit = workspaceEdit(Object.fromEntries(edits), client(), version);
      };
      const { text, isError } = await runTool(
        tool,
        given,
        surroundingsOf({ workspace, files, connection, runsGit: isTrusted === true }, write),
      );
      return { text, isError, ...(edit && { edit }) };
    },
  ),
];

/** What the surroundings are made of. */
interface Sources {
  readonly workspace: Workspace;
  readonly files: Files;
  readonly connection: Connection;
  /** Whether git may be run: not in a workspace that is not trusted. */
  readonly runsGit: boolean;
}

function surroundingsOf(sources: Sources, write: Surroundings['write']): Surroundings {
  const { workspace, files, connection } = sources;
  return {
    projects: request => projectsFor(workspace, request),
    paths: () => new WorkspacePaths(workspace).all.map(({ path }) => path),
    page: rule => files.page(rule),
    earlier: (revision, request) => textsAt(revision, request, sources),
    importRecords: records => importThrough(connection, workspace, records),
    exportTexts,
    ...(write && { write }),
  };
}

/** Returns the texts at a revision; those that are not in git yet had none. */
async function textsAt(revision: string, request: FileRequest, { workspace, files, runsGit }: Sources): Promise<readonly SourceText[]> {
  if (!files.textsSince)
    throw new ToolRefusal('Versions of git are not known here: there is no git in a browser. Give the older text as "before".');
  if (!runsGit)
    throw new ToolRefusal(
      'In a workspace that is not trusted git is not run. Trust the workspace ("Workspaces: Manage Workspace Trust"), or give the older text as "before".',
    );
  const named = new WorkspacePaths(workspace);
  const found: SourceText[] = [];
  for (const one of placesOf(request).map(placeWithin)) {
    const place = named.uriOf(one);
    const isIn = (uri: string): boolean => uri === place || uri.startsWith(place.endsWith('/') ? place : `${place}/`);
    const now: SourceText[] = [];
    for (const { uri } of named.all.filter(is => isIn(is.uri))) {
      // Git knows what is saved, not what the editor shows.
      const saved = await files.read(uri);
      if (saved && 'text' in saved) now.push({ path: uri, text: saved.text });
    }
    const earlier = files.textsSince(revision, place, now);
    if ('refused' in earlier) throw new ToolRefusal(earlier.refused);
    found.push(...earlier.texts);
  }
  return found;
}
