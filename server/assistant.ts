/** Lets an editor's assistant use Cred's tools on the texts of the workspace, unsaved ones too. It never writes: the client applies edits. */
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import { type AssistantProject, type ChangedFile, type FileRequest, type Surroundings, ToolRefusal } from '../assistant/surroundings.ts';
import { runTool } from '../assistant/tool.ts';
import { TOOLS } from '../assistant/tools.ts';
import { exportTo } from '../exchange/export.ts';
import { importFiles } from '../exchange/import.ts';
import type { Files } from '../host/files.ts';
import { editsBetween } from '../language/check/apply-fixes.ts';
import { unescaped } from '../language/model/address.ts';
import { CredFile } from '../language/model/file.ts';
import { Project } from '../language/project/project.ts';
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
export const assistant = (workspace: Workspace, files: Files, client: () => ClientCapabilities, version: VersionOf): readonly Request[] => [
  ownRequest(
    'cred/assistant',
    { tool: 'text', 'given?': 'anything' },
    async ({ tool: name, given }: { tool: string; given?: unknown }): Promise<AssistantAnswer> => {
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
      const { text, isError } = await runTool(tool, given, surroundingsOf(workspace, files, write));
      return { text, isError, ...(edit && { edit }) };
    },
  ),
];

function surroundingsOf(workspace: Workspace, files: Files, write: Surroundings['write']): Surroundings {
  return {
    projects: request => projectsFor(workspace, request),
    paths: () => new WorkspacePaths(workspace).all.map(({ path }) => path),
    page: rule => files.page(rule),
    importRecords: records => importFiles(records.map(({ path, bytes }) => ({ file: path, text: textIn(path, bytes) }))),
    exportTexts(target, texts, options) {
      const read = texts.map(one => ({ ...one, file: CredFile.read(one.uri, one.text) }));
      return exportTo(
        target,
        read.filter(one => one.reported).map(one => one.file),
        read.map(one => one.file),
        options,
      );
    },
    ...(write && { write }),
  };
}

/** Sheets are parsed by the extension's own command, since the server does not contain the parser. */
function textIn(path: string, bytes: Uint8Array): string {
  if (!/\.json(ld)?$/i.test(path)) throw new ToolRefusal(`"${path}" is no JSON. "Cred: Import" reads sheets and documents.`);
  return new TextDecoder().decode(bytes);
}

/** A file by the path that people give it. */
interface NamedFile {
  readonly uri: string;
  readonly path: string;
  readonly of: Project;
}

/** The files of the workspace, by their paths within the opened folder, or with its name if there are several. */
class WorkspacePaths {
  private readonly folders: readonly string[];

  constructor(private readonly workspace: Workspace) {
    this.folders = workspace.opened;
  }

  get all(): readonly NamedFile[] {
    const files = this.workspace.sources.map(([uri, of]) => ({ uri, path: this.pathOf(uri), of }));
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Returns the file of a path, which need not exist. Without an opened folder the path names an untitled document. */
  at(path: string): NamedFile {
    const known = this.all.find(one => one.path === path);
    if (known) return known;
    const named = this.folders.length > 1 ? this.folders.find(one => path.startsWith(`${nameOf(one)}/`)) : undefined;
    const folder = named ?? this.folders[0];
    const steps = (named ? path.slice(nameOf(named).length + 1) : path).split('/').map(encodeURIComponent).join('/');
    const uri = folder === undefined ? `untitled:${steps}` : folder + steps;
    return { uri, path, of: this.workspace.project(uri) };
  }

  private pathOf(uri: string): string {
    const folder = this.folders.find(one => uri.startsWith(one));
    if (folder === undefined) return unescaped(uri);
    const path = unescaped(uri.slice(folder.length));
    return this.folders.length === 1 ? path : `${nameOf(folder)}/${path}`;
  }
}

/** Returns the name of a folder, whose address ends with a slash. */
const nameOf = (folder: string): string => unescaped(folder.split('/').at(-2) ?? '');

/** Copies the projects of the requested files, so that a tool can change the texts. */
function projectsFor(workspace: Workspace, { paths, texts = [], asOf }: FileRequest): readonly AssistantProject[] {
  const named = new WorkspacePaths(workspace);
  const given = texts.map(({ path, text }) => ({ ...named.at(path), text }));
  const all = [...new Map([...named.all, ...given].map(one => [one.uri, one])).values()];
  const places = [...(paths ?? (texts.length > 0 ? [] : ['.'])), ...texts.map(({ path }) => path)].map(one =>
    one.replace(/^\.\/|\/$/g, ''),
  );
  const isIn = (path: string, place: string): boolean => place === '.' || place === '' || path === place || path.startsWith(`${place}/`);
  const nowhere = places.find(place => place !== '.' && place !== '' && !all.some(({ path }) => isIn(path, place)));
  if (nowhere !== undefined) throw new ToolRefusal(`There is no file or folder "${nowhere}" in the workspace.`);
  const asked = all.filter(({ path }) => places.some(place => isIn(path, place)));
  const pathsByUri = new Map(all.map(({ uri, path }) => [uri, path]));
  return [...new Set(asked.map(({ of }) => of))].map(of => {
    const project = new Project(asOf === undefined ? of.host : { ...of.host, today: asOf });
    for (const uri of of.uris) project.set(uri, of.text(uri)!, false);
    for (const { uri, text } of given.filter(one => one.of === of)) project.set(uri, text, false);
    return {
      project,
      files: asked.filter(one => one.of === of).map(({ uri, path }) => ({ uri, path })),
      more: [],
      shown: (uri: string) => pathsByUri.get(uri) ?? uri,
    };
  });
}
