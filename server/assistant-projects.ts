/** Gives the tools for assistants the projects of the workspace, with unsaved texts, under the paths that people give files. */
import { type AssistantProject, type FileRequest, placesOf, ToolRefusal } from '../assistant/surroundings.ts';
import { isProgramFile } from '../host/program-file.ts';
import { unescaped } from '../language/model/address.ts';
import { Project } from '../language/project/project.ts';
import { unreadableFindings } from '../language/project/unreadable-findings.ts';
import type { Workspace } from './workspace.ts';

/** A file by the path that people give it. */
interface NamedFile {
  readonly uri: string;
  readonly path: string;
  readonly of: Project;
}

/** The files of the workspace, by their paths within the opened folder, or with its name if there are several. */
export class WorkspacePaths {
  private readonly folders: readonly string[];

  constructor(private readonly workspace: Workspace) {
    this.folders = workspace.opened;
  }

  get all(): readonly NamedFile[] {
    const files = this.workspace.sources.map(([uri, of]) => ({ uri, path: this.pathOf(uri), of }));
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Returns the address of a path, which need not exist. Without an opened folder the path names an untitled document. */
  uriOf(path: string): string {
    const named =
      this.folders.length > 1 ? this.folders.find(one => path === nameOf(one) || path.startsWith(`${nameOf(one)}/`)) : undefined;
    const folder = named ?? this.folders[0];
    const steps = named ? path.slice(nameOf(named).length + 1) : path;
    const written = isAll(steps) ? '' : steps.split('/').map(encodeURIComponent).join('/');
    return folder === undefined ? `untitled:${written}` : folder + written;
  }

  pathOf(uri: string): string {
    const folder = this.folders.find(one => uri.startsWith(one));
    if (folder === undefined) return unescaped(uri);
    const path = unescaped(uri.slice(folder.length));
    return this.folders.length === 1 ? path : `${nameOf(folder)}/${path}`;
  }
}

/** Returns the name of a folder, whose address ends with a slash. */
const nameOf = (folder: string): string => unescaped(folder.split('/').at(-2) ?? '');

const isAll = (place: string): boolean => place === '.' || place === '';

/** Returns a path without what does not change where it leads. Throws a {@link ToolRefusal} if it leads out of the opened folders. */
export function placeWithin(path: string): string {
  if (path === '') throw new ToolRefusal('There is no file or folder "". Leave "paths" out for all, or name some.');
  const place = path.replace(/^(\.\/)+|\/$/g, '');
  if (/^\/|^[a-z]:|(^|[\\/])\.\.([\\/]|$)/i.test(place))
    throw new ToolRefusal(
      `"${path}" is outside of the folders that are open. Name a file or a folder within them, such as programs/a.cred.`,
    );
  return place;
}

/** Copies the projects of the requested files, so that a tool can change the texts. */
export function projectsFor(workspace: Workspace, request: FileRequest): readonly AssistantProject[] {
  const named = new WorkspacePaths(workspace);
  const known = named.all;
  const byPath = new Map(known.map(one => [one.path, one]));
  const given = (request.texts ?? []).map(({ path, text }) => {
    const place = placeWithin(path);
    if (!isProgramFile(place)) throw new ToolRefusal(`"${path}" is not a .cred file.`);
    const uri = named.uriOf(place);
    return { ...(byPath.get(place) ?? { uri, path: place, of: workspace.project(uri) }), text };
  });
  const all = [...new Map([...known, ...given].map(one => [one.uri, one])).values()];
  const unreadable = workspace.unreadable.map(one => ({ ...one, path: named.pathOf(one.uri) }));
  const places = placesOf(request).map(placeWithin);
  const isAsked = ({ path }: { readonly path: string }): boolean =>
    places.some(place => isAll(place) || path === place || path.startsWith(`${place}/`));
  for (const place of places) {
    const [itself] = unreadable.filter(({ path }) => path === place);
    if (itself) throw new ToolRefusal(`"${place}" ${itself.unreadable!.why}. ${itself.unreadable!.remedy}`);
    if (!isAll(place) && ![...all, ...unreadable].some(({ path }) => path === place || path.startsWith(`${place}/`)))
      throw new ToolRefusal(`There is no file or folder "${place}".`);
  }
  const asked = all.filter(isAsked);
  const pathsByUri = new Map(all.map(({ uri, path }) => [uri, path]));
  const beside = unreadable.filter(isAsked).map(({ uri, path, unreadable: why }) => {
    const of = workspace.project(uri);
    return { of, path, findings: unreadableFindings(why!, uri, of.host) };
  });
  const settings = workspace.settingsFindings.all.map(({ uri, findings }) => ({
    of: workspace.project(uri),
    path: named.pathOf(uri),
    findings,
  }));
  // Without a program in it a project is told of if its settings or unreadable files are asked for.
  const ofSettings = places.some(isAll) ? settings.filter(({ findings }) => findings.length > 0) : [];
  const projects = new Set([...asked, ...beside, ...ofSettings].map(({ of }) => of));
  return [...projects].map(of => {
    const project = new Project(request.asOf === undefined ? of.host : { ...of.host, today: request.asOf });
    for (const uri of of.uris) project.set(uri, of.text(uri)!, false);
    for (const { uri, text } of given.filter(one => one.of === of)) project.set(uri, text, false);
    return {
      project,
      files: asked.filter(one => one.of === of).map(({ uri, path }) => ({ uri, path })),
      more: [...settings, ...beside]
        .filter(one => one.of === of && one.findings.length > 0)
        .map(({ path, findings }) => ({ path, findings })),
      shown: (uri: string) => pathsByUri.get(uri) ?? uri,
    };
  });
}
