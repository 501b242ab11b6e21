/** Manages the projects of the workspace: which file belongs to which, and which findings are published. No failure ends it. */
import type { Files } from '../host/files.ts';
import { isConfigFile, isProgramFile } from '../host/program-file.ts';
import type { Unreadable } from '../language/findings/unreadable.ts';
import { NO_CONFIG } from '../language/project/config.ts';
import type { ProjectPaths } from '../language/project/config-findings.ts';
import { Project } from '../language/project/project.ts';
import { unreadableFindings } from '../language/project/unreadable-findings.ts';
import { RULES } from '../language/rules/index.ts';
import type { SettingsPlace } from '../language/services/silence.ts';
import { editorSettings, Places, withSlash } from './places.ts';
import { projectHost } from './project-host.ts';
import { SettingsFindings } from './settings-findings.ts';
import { soon } from './soon.ts';
import { type SteadyFiles, steadyFiles, type TellFailure } from './steady-files.ts';
import type { WorkspaceFile } from './workspace-file.ts';
import type { Publish, WorkspaceOptions } from './workspace-options.ts';

/** Milliseconds after which background work pauses, so that a keystroke never waits for it. */
const SLICE = 8;
/** How long the findings of an opened file wait for its settings, in milliseconds: an editor may not answer. */
const LONGEST_WAIT = 1_000;
/** Rules that need the names of the whole project. Before all files are read they would report names that only have not been read yet. */
const NEEDS_PROJECT: ReadonlySet<string> = new Set(RULES.filter(rule => rule.reads === 'project').map(rule => rule.id));

/** The projects of the opened folders and files. */
export class Workspace {
  private readonly files: SteadyFiles;
  private readonly publish: Publish;
  private places: Places;
  private readonly projects = new Map<string, Project>();
  private readonly known = new Map<string, WorkspaceFile>();
  /** For each open file, by its identity, the spellings under which the editor shows it. */
  private readonly shown = new Map<string, Set<string>>();
  private readonly published = new Set<string>();
  /** What is found in each `cred.json`. */
  readonly settingsFindings: SettingsFindings;
  private folders: readonly string[] = [];
  /** Folders of projects that contain opened files or folders but are not opened themselves. Their files lend their names. */
  private lending: readonly string[] = [];
  /** Identities of the files that a `cred.json` leaves out. */
  private readonly leftOut = new Set<string>();
  /** A counter that increases whenever a file comes or goes. */
  private listing = 0;
  private settings = NO_CONFIG;
  private reading = false;
  private working = false;
  private readonly namesChanged: () => void;
  private readonly tellFailure: TellFailure;
  /** Resolves when all folders have been read; never rejects. */
  ready: Promise<void> = Promise.resolve();

  constructor(files: Files, publish: Publish, { namesChanged = () => {}, tellFailure = () => {} }: WorkspaceOptions = {}) {
    const reported = new Set<string>();
    this.tellFailure = (what, error) => {
      // A failure that every file has is reported once.
      if (!reported.has(String(error))) tellFailure(what, error);
      reported.add(String(error));
    };
    this.namesChanged = namesChanged;
    this.publish = (uri, findings) => this.attempt(`telling of ${uri}`, () => publish(uri, findings));
    this.files = steadyFiles(files, this.tellFailure);
    this.places = new Places(this.files);
    this.settingsFindings = new SettingsFindings(
      {
        configs: () => this.places.configs,
        projectAt: root => this.projectAt(root),
        pathsIn: root => this.pathsIn(root),
        listing: () => this.listing,
      },
      (uri, findings) => this.attempt(`checking ${uri}`, () => this.publish(uri, findings())),
    );
  }

  /** Runs a function and reports what it throws: a bug in one place must not end the server. */
  private attempt(what: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.tellFailure(what, error);
    }
  }

  // —— projects of files ——

  /** Returns the project of a file, and the address under which the project knows it. */
  at(uri: string): { readonly project: Project; readonly uri: string } {
    const known = this.known.get(this.places.identity(uri));
    return { project: known?.project ?? this.projectAt(this.places.rootOf(uri)), uri: known?.uri ?? uri };
  }

  /** Returns the address of a document that a file names by its path, if it exists within the project. */
  documentAt(uri: string, path: string): string | undefined {
    return this.files.resolve(this.places.folderOf(this.places.identity(uri)), uri, path);
  }

  project(uri: string): Project {
    return this.at(uri).project;
  }

  configOf(uri: string): { readonly uri: string; readonly text: string } | undefined {
    return this.places.configOf(uri);
  }

  settingsPlace(uri: string): SettingsPlace | undefined {
    return this.places.settingsPlace(uri);
  }

  /** The opened folders, each with a slash at its end. */
  get opened(): readonly string[] {
    return this.places.folders;
  }

  get all(): readonly Project[] {
    return [...this.projects.values()];
  }

  /** Each project with its folder. */
  get byFolder(): readonly (readonly [folder: string, project: Project])[] {
    return [...this.projects];
  }

  /** The files whose findings are published, each with its project. */
  get sources(): readonly (readonly [uri: string, project: Project])[] {
    return [...this.known.values()].flatMap(({ uri, project }) => (project && this.isShown(uri) ? [[uri, project] as const] : []));
  }

  /** The files that cannot be read and whose findings are published. */
  get unreadable(): readonly WorkspaceFile[] {
    return [...this.known.values()].filter(({ uri, unreadable }) => unreadable && this.isShown(uri));
  }

  /** Whether a file's findings are published, because it is open or in an opened folder. Other files only lend their names. */
  isShown(uri: string): boolean {
    const identity = this.places.identity(uri);
    return this.isOpen(identity) || this.places.isOpened(identity);
  }

  private isOpen(identity: string): boolean {
    return this.shown.has(identity);
  }

  private projectAt(root: string): Project {
    const known = this.projects.get(root);
    if (known) return known;
    const places = () => this.places;
    const project = new Project(projectHost(root, this.files, places, () => this.settings));
    this.projects.set(root, project);
    return project;
  }

  // —— changes ——

  /** Sets the folders before any text arrives, so that a file that is opened at once joins the project to which it belongs. */
  begin(folders: readonly string[]): void {
    this.folders = folders;
    this.places.open(folders);
    this.reading = true;
  }

  /** Reads the folders, or reads them again. Meanwhile open files are checked, without the rules that need the whole project. */
  open(folders: readonly string[], settings: unknown): void {
    this.begin(folders);
    this.settings = editorSettings(settings);
    void this.readAgain();
  }

  /** Reads everything again: files may have come or gone, be left out now or no longer, or belong to another project. */
  private readAgain(): Promise<void> {
    return (this.ready = this.ready
      .then(() => this.readAll(this.folders))
      .catch(error => this.tellFailure('reading the workspace', error)));
  }

  private async readAll(folders: readonly string[]): Promise<void> {
    const places = new Places(this.files);
    places.open(folders);
    const found = await places.list(places.folders);
    for (const place of [...places.folders, ...[...this.shown.values()].flatMap(spellings => [...spellings])])
      await places.lookAbove(place);
    const lending = [...places.configs.keys()].filter(folder => !places.isOpened(folder));
    const lent = await places.list(lending);
    if (folders !== this.folders) return; // The folders have changed meanwhile and are read next.

    this.places = places;
    this.lending = lending;
    for (const identity of [...this.known.keys()])
      if (!this.isOpen(identity) && !found.has(identity) && !lent.has(identity)) this.forget(identity);
    for (const [identity, file] of this.known) file.found = found.get(identity);
    this.regroup();
    this.leftOut.clear();
    const needed = new Set([...this.known.values(), ...[...found.values()].map(uri => ({ uri }))].map(({ uri }) => places.rootOf(uri)));
    for (const [identity, uri] of new Map([...lent, ...found])) {
      if (places.excludes(identity)) this.leftOut.add(identity);
      else if (!this.isOpen(identity) && (found.has(identity) || needed.has(places.rootOf(identity))))
        await this.take(identity, uri, found.get(identity));
    }
    if (folders !== this.folders) return;
    this.reading = false;
    for (const [identity, { uri, project }] of this.known) if (project && this.isOpen(identity)) this.publishNow(project, uri);
    this.settingsFindings.publishAll();
    this.work();
    await this.settled();
  }

  /** Reads a file that is not open in the editor. */
  private async take(identity: string, uri: string, found: string | undefined): Promise<void> {
    const read = await this.files.read(uri);
    if (this.isOpen(identity)) return;
    this.attempt(`taking in ${uri}`, () => {
      if (read === undefined) this.forget(identity);
      else if ('text' in read) this.put(identity, uri, read.text, found);
      else this.putUnreadable(identity, uri, read.unreadable, found);
    });
    await pause();
  }

  private put(identity: string, uri: string, text: string, found: string | undefined): void {
    const before = this.known.get(identity);
    const project = this.projectAt(this.places.rootOf(uri));
    if (before && (before.uri !== uri || before.project !== project)) this.takeOut(before);
    if (!before) this.listing++;
    this.known.set(identity, { uri, found, project, unreadable: undefined });
    project.set(uri, text, this.isOpen(identity));
  }

  private putUnreadable(identity: string, uri: string, unreadable: Unreadable, found: string | undefined): void {
    this.forget(identity);
    this.listing++;
    this.known.set(identity, { uri, found, project: undefined, unreadable });
    if (!this.isShown(uri)) return;
    this.published.add(uri);
    this.publish(uri, unreadableFindings(unreadable, uri, this.project(uri).host));
  }

  private takeOut({ uri, project }: WorkspaceFile): void {
    project?.remove(uri);
    if (this.published.delete(uri)) this.publish(uri, []);
  }

  private forget(identity: string): void {
    const file = this.known.get(identity);
    if (!file) return;
    this.known.delete(identity);
    this.leftOut.delete(identity);
    this.listing++;
    this.takeOut(file);
  }

  /** Takes a file's text from the editor. Its own findings are published at once, those of dependent files right after. */
  edit(uri: string, text: string): void {
    const identity = this.places.identity(uri);
    this.shown.set(identity, (this.shown.get(identity) ?? new Set<string>()).add(uri));
    this.attempt(`taking in ${uri}`, () => this.put(identity, uri, text, this.known.get(identity)?.found));
    if (this.places.isKnown(uri)) this.publishNow(this.project(uri), uri);
    else this.lookAbove(uri);
    this.work();
  }

  /**
   * Searches for the `cred.json` above an opened file, and only then publishes the file's findings, because settings may turn them off;
   * without an answer they come a little later. If the settings are those of a project that is not read yet, the project is read.
   */
  private lookAbove(uri: string): void {
    const { places } = this;
    const late = setTimeout(() => this.publishAgain(uri), LONGEST_WAIT);
    const looking = places.lookAbove(uri).then(isNew => {
      clearTimeout(late);
      this.publishAgain(uri);
      return isNew;
    });
    this.ready = Promise.all([looking, this.ready])
      .then(async ([isNew]) => {
        const isReplaced = this.places !== places; // The workspace was read anew meanwhile, maybe without this file.
        if (isReplaced ? !this.places.isKnown(uri) && (await this.places.lookAbove(uri)) : isNew) await this.readAll(this.folders);
        else if (isReplaced) this.publishAgain(uri);
      })
      .catch(error => this.tellFailure(`looking above ${uri}`, error));
  }

  /** Puts an open file into the project to which it belongs by now, and publishes its findings. */
  private publishAgain(uri: string): void {
    const identity = this.places.identity(uri);
    const file = this.known.get(identity);
    const text = file?.project?.text(file.uri);
    if (!file || text === undefined || !this.isOpen(identity)) return;
    if (file.project !== this.projectAt(this.places.rootOf(uri))) this.put(identity, uri, text, file.found);
    this.publishNow(this.project(uri), uri);
  }

  /** Handles that an editor closed a file: the text on disk counts again. */
  async close(uri: string): Promise<void> {
    const identity = this.places.identity(uri);
    const spellings = this.shown.get(identity);
    spellings?.delete(uri);
    if (spellings && spellings.size > 0) return;
    this.shown.delete(identity);
    await this.reread(this.known.get(identity)?.found ?? this.files.canonical(uri));
  }

  /** Handles that a file on disk changed, appeared or vanished, or that a folder came or vanished with its files. */
  async changed(spelled: string): Promise<void> {
    const uri = this.files.canonical(spelled);
    this.places.renew(uri);
    if (isConfigFile(uri)) return this.readAgain();
    if (isProgramFile(uri)) return this.reread(uri);
    const now = await this.places.below(uri);
    if (now.some(isConfigFile) || this.places.hasConfigBelow(uri)) return this.readAgain();
    const before = [...this.known.values()].map(file => file.found ?? file.uri).filter(one => one.startsWith(withSlash(uri)));
    for (const one of new Set([...before, ...now])) await this.reread(one);
  }

  private async reread(uri: string): Promise<void> {
    const identity = this.places.identity(uri);
    if (this.isOpen(identity)) return;
    const found = this.places.folders.some(folder => uri.startsWith(folder) && this.files.lists(folder, uri));
    const lent = this.lending.some(folder => identity.startsWith(folder) && this.files.lists(folder, identity));
    if (found && this.places.excludes(identity)) this.leftOut.add(identity);
    if (found || lent) await this.take(identity, uri, found ? uri : undefined);
    else this.forget(identity);
    this.work();
  }

  set rules(settings: unknown) {
    this.settings = editorSettings(settings);
    for (const project of this.all) project.recheckAll();
    for (const { uri, unreadable, found, project } of [...this.known.values()])
      if (unreadable && !project) this.putUnreadable(this.places.identity(uri), uri, unreadable, found);
    this.work();
  }

  /** Assigns the files to projects again, after a `cred.json` came, went or changed. */
  private regroup(): void {
    this.projects.clear();
    for (const [identity, file] of this.known) {
      const text = file.project?.text(file.uri);
      if (text === undefined) continue;
      file.project = this.projectAt(this.places.rootOf(file.uri));
      file.project.set(file.uri, text, this.isOpen(identity));
    }
  }

  // —— findings ——

  private publishNow(project: Project, uri: string): void {
    this.attempt(`checking ${uri}`, () => {
      const findings = this.places.excludes(this.places.identity(uri)) ? [] : project.findings(uri);
      const isPartial = this.reading || !this.places.isKnown(uri);
      this.published.add(uri);
      this.publish(uri, isPartial ? findings.filter(finding => !NEEDS_PROJECT.has(finding.rule)) : findings);
    });
  }

  /** Returns the paths of the files to which the `cred.json` of a folder applies. */
  private pathsIn(root: string): ProjectPaths {
    const paths = (uris: Iterable<string>): string[] => [...uris].map(uri => this.places.within(root, uri)).filter(Boolean);
    const leftOut = [...this.leftOut].filter(identity => this.places.folderOf(identity) === root);
    return { read: paths(this.projects.get(root)?.uris ?? []), leftOut: paths(leftOut) };
  }

  private work(): void {
    if (this.working || this.reading) return;
    this.working = true;
    soon(() => this.slice());
  }

  private slice(): void {
    const until = performance.now() + SLICE;
    for (const project of this.all) {
      for (const uri of project.dirty) {
        if (!this.isShown(uri)) continue;
        if (performance.now() > until) {
          soon(() => this.slice());
          return;
        }
        // The edited file itself has been published already, so this is another open file.
        this.colours ||= this.isOpen(this.places.identity(uri));
        this.publishNow(project, uri);
      }
    }
    this.settingsFindings.renew();
    this.working = false;
    if (this.colours) this.namesChanged();
    this.colours = false;
    for (const done of this.waiting.splice(0)) done();
  }

  /** Whether open files depend on names that have changed. */
  private colours = false;
  private readonly waiting: (() => void)[] = [];
  private settled(): Promise<void> {
    return this.working ? new Promise(resolve => this.waiting.push(resolve)) : Promise.resolve();
  }
}

const pause = (): Promise<void> => new Promise(soon);
