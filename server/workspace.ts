/** The projects of the workspace: which file belongs to which, and what is to be published. */

import type { Files } from '../host/files.ts';
import { isConfigFile, isProgramFile } from '../host/program-file.ts';
import type { ReadFile } from '../host/read.ts';
import { today } from '../host/today.ts';
import type { Finding, Severity } from '../language/findings/finding.ts';
import type { Host } from '../language/findings/host.ts';
import { unescaped } from '../language/model/address.ts';
import { type Config, NO_CONFIG, readConfig } from '../language/project/config.ts';
import { configFindings, type ProjectPaths } from '../language/project/config-findings.ts';
import { Project } from '../language/project/project.ts';
import { RULES } from '../language/rules/index.ts';
import { soon } from './soon.ts';

/** Work that may wait is done in slices, so that a keystroke never waits for it. In milliseconds. */
const SLICE = 8;
/** Rules that would speak of names which are only not read yet. */
const NEEDS_PROJECT: ReadonlySet<string> = new Set(RULES.filter(rule => rule.reads === 'project').map(rule => rule.id));

/** A `cred.json` as it stands, and what it sets. */
interface WorkspaceConfig {
  readonly text: string;
  readonly config: Config;
}

export type Publish = (uri: string, findings: readonly Finding[]) => void;

export class Workspace {
  private readonly projects = new Map<string, Project>();
  private readonly configs = new Map<string, WorkspaceConfig>();
  private readonly published = new Set<string>();
  private publishedConfigs: ReadonlySet<string> = new Set();
  private folders: readonly string[] = [];
  /** Files that a `cred.json` leaves out. */
  private readonly leftOut = new Set<string>();
  /** Goes up when a file comes or goes. */
  private listing = 0;
  private settings = NO_CONFIG;
  private reading = false;
  private working = false;
  /** Settled when all folders have been read. */
  ready: Promise<void> = Promise.resolve();

  constructor(
    private readonly files: Files,
    private readonly publish: Publish,
    private readonly isOpen: (uri: string) => boolean,
    /** Told when names have changed that an open file asks for, which is not the one that was edited. */
    private readonly namesChanged: () => void = () => {},
  ) {}

  // —— which project ——

  /** The folder with the nearest `cred.json`; without one the workspace folder; outside of all, the file's own. A file that is left out stands alone. */
  private rootOf(uri: string): string {
    const canonical = this.files.canonical(uri);
    return this.excludes(canonical) ? canonical : this.folderOfProject(canonical);
  }

  private folderOfProject(canonical: string): string {
    const inside = (folder: string): boolean => canonical.startsWith(withSlash(folder));
    const nearest = (folders: Iterable<string>): string | undefined => [...folders].filter(inside).sort((a, b) => b.length - a.length)[0];
    return nearest(this.configs.keys()) ?? nearest(this.folders) ?? folderOf(canonical);
  }

  /** The address of a document that a file names by its path, where it is there and within the project. */
  documentAt(uri: string, path: string): string | undefined {
    return this.files.resolve(this.folderOfProject(this.files.canonical(uri)), uri, path);
  }

  project(uri: string): Project {
    const root = this.rootOf(uri);
    let project = this.projects.get(root);
    if (!project) this.projects.set(root, (project = new Project(this.hostOf(root))));
    return project;
  }

  /** The `cred.json` of a file's project, as it stands on the disk. */
  configOf(uri: string): { readonly uri: string; readonly text: string } | undefined {
    const root = this.rootOf(uri);
    const config = this.configs.get(root);
    return config && { uri: `${root}cred.json`, text: config.text };
  }

  get all(): readonly Project[] {
    return [...this.projects.values()];
  }

  /** Each project with its folder. */
  get byFolder(): readonly (readonly [folder: string, project: Project])[] {
    return [...this.projects];
  }

  private hostOf(root: string): Host {
    const settings = (): Config => this.settings;
    const config = (): Config => this.configs.get(root)?.config ?? NO_CONFIG;
    const { files } = this;
    return {
      get today() {
        return config().asOf ?? today();
      },
      whereabouts: (uri, path) => files.whereabouts(root, uri, path),
      severity: (rule, at): Severity | 'off' | undefined =>
        config().severity(rule, at && within(root, at.uri), at?.program) ?? settings().severity(rule, undefined, at?.program),
      limit: rule => config().limit(rule),
      get standards() {
        return config().standards;
      },
      get indent() {
        return config().indent;
      },
      help: rule => files.help(rule),
    };
  }

  // —— what changes ——

  /** Says what the workspace is before any text arrives, so that a file opened at once lands in the project it belongs to. */
  begin(folders: readonly string[]): void {
    this.folders = folders.map(folder => this.files.canonical(folder));
    this.reading = true;
  }

  /** Reads the folders, again if need be; open files are checked meanwhile, without the rules that need the whole project. */
  open(folders: readonly string[], settings: unknown): void {
    this.begin(folders);
    this.settings = editorSettings(settings);
    this.ready = this.ready.then(() => this.readAll(this.folders));
  }

  private async readAll(folders: readonly string[]): Promise<void> {
    const listed = new Set((await Promise.all(folders.map(folder => this.files.list(folder)))).flat());
    const configs = await Promise.all(
      [...listed].filter(isConfigFile).map(async uri => ({ root: folderOf(uri), text: textOf(await this.files.read(uri)) })),
    );
    this.configs.clear();
    for (const { root, text } of configs) if (text !== undefined) this.configs.set(root, { text, config: readConfig(text) });
    for (const project of this.all) for (const uri of project.uris) if (!this.isOpen(uri) && !listed.has(uri)) this.remove(uri);
    this.regroup();
    this.leftOut.clear();
    for (const uri of listed) if (!isConfigFile(uri) && this.excludes(uri)) this.leftOut.add(uri);
    for (const uri of [...listed].filter(one => !isConfigFile(one) && !this.isOpen(one) && !this.excludes(one))) {
      const text = textOf(await this.files.read(uri));
      if (text !== undefined && !this.isOpen(uri)) this.project(uri).set(uri, text, false);
      await pause();
    }
    if (folders !== this.folders) return; // they have changed meanwhile, and are read next
    this.reading = false;
    for (const project of this.all) for (const uri of project.uris) if (this.isOpen(uri)) this.publishNow(project, uri);
    this.publishConfigs();
    this.work();
    await this.settled();
  }

  /** The findings of each `cred.json`; it may name standards, so all files have been read before. */
  private publishConfigs(): void {
    const now = new Set<string>();
    for (const [root, { text, config }] of this.configs) {
      const uri = `${root}cred.json`;
      now.add(uri);
      const project = this.project(uri);
      this.publish(uri, configFindings(text, config, project, project.host, this.pathsIn(root)));
    }
    for (const uri of this.publishedConfigs) if (!now.has(uri)) this.publish(uri, []);
    this.publishedConfigs = now;
    this.configsRestOn = this.namedByConfigs();
  }

  /** The files that the `cred.json` of a folder is for. */
  private pathsIn(root: string): ProjectPaths {
    const paths = (uris: Iterable<string>): string[] => [...uris].map(uri => within(root, uri)).filter(Boolean);
    const leftOut = [...this.leftOut].filter(uri => this.folderOfProject(uri) === root);
    return { read: paths(this.projects.get(root)?.uris ?? []), leftOut: paths(leftOut) };
  }

  /** How often there is what each `cred.json` names: when that changes, so may its findings. */
  private namedByConfigs(): string {
    return [...this.configs]
      .flatMap(([root, { config }]) => {
        const project = this.project(`${root}cred.json`);
        const { programs, standards, files, exclude } = config.named;
        const paths = files.length + exclude.length > 0 ? [this.listing] : [];
        return [...[...programs, ...standards].map(({ name }) => project.top(name).length), ...paths];
      })
      .join();
  }

  /** Whether the `cred.json` above a file leaves it out. */
  private excludes(uri: string): boolean {
    const root = this.folderOfProject(uri);
    return this.configs.get(root)?.config.excludes(within(root, uri)) ?? false;
  }

  /** A file's text in the editor: its own findings come at once, those of others that rest on it right after. */
  edit(uri: string, text: string): void {
    const project = this.project(uri);
    const canonical = this.files.canonical(uri);
    if (canonical !== uri && project.has(canonical)) this.remove(canonical);
    if (!project.has(uri)) this.listing++;
    project.set(uri, text, true);
    this.publishNow(project, uri);
    this.work();
  }

  /** An editor shows a file no longer: what is on disk counts again. */
  async close(uri: string): Promise<void> {
    const canonical = this.files.canonical(uri);
    if (canonical !== uri) this.remove(uri);
    await this.reread(canonical);
  }

  /** A file changed on disk, appeared or vanished; or a folder vanished with all that was in it. */
  async changed(spelled: string): Promise<void> {
    const uri = this.files.canonical(spelled);
    if (isConfigFile(uri)) return this.rereadAll();
    if (isProgramFile(uri)) return this.reread(uri);
    const inside = (known: Iterable<string>): string[] => [...known].filter(one => one.startsWith(withSlash(uri)));
    if (inside(this.configs.keys()).length > 0) return this.rereadAll();
    for (const one of inside(this.all.flatMap(project => project.uris))) await this.reread(one);
  }

  /** Files may be left out now or no longer, and belong to another project. */
  private rereadAll(): Promise<void> {
    this.ready = this.ready.then(() => this.readAll(this.folders));
    return this.ready;
  }

  private async reread(uri: string): Promise<void> {
    if (this.isOpen(uri)) return;
    const text = this.belongs(uri) ? textOf(await this.files.read(uri)) : undefined;
    if (this.isOpen(uri)) return;
    if (text === undefined) this.remove(uri);
    else {
      const project = this.project(uri);
      if (!project.has(uri)) this.listing++;
      if (this.excludes(uri)) this.leftOut.add(uri);
      project.set(uri, text, false);
    }
    this.work();
  }

  /** Whether a file counts while no editor shows it: not one of another workspace, nor one that git ignores. */
  private belongs(uri: string): boolean {
    return this.folders.some(folder => uri.startsWith(withSlash(folder)) && this.files.lists(folder, uri));
  }

  private remove(uri: string): void {
    this.project(uri).remove(uri);
    this.leftOut.delete(uri);
    this.listing++;
    if (this.published.delete(uri)) this.publish(uri, []);
  }

  set rules(settings: unknown) {
    this.settings = editorSettings(settings);
    for (const project of this.all) project.recheckAll();
    this.work();
  }

  /** A `cred.json` came, went or changed: files may belong to another project now. */
  private regroup(): void {
    const before = this.all;
    this.projects.clear();
    for (const project of before) for (const uri of project.uris) this.project(uri).set(uri, project.text(uri)!, this.isOpen(uri));
    this.work();
  }

  // —— what is published ——

  private publishNow(project: Project, uri: string): void {
    const findings = this.excludes(this.files.canonical(uri)) ? [] : project.findings(uri);
    this.published.add(uri);
    this.publish(uri, this.reading ? findings.filter(finding => !NEEDS_PROJECT.has(finding.rule)) : findings);
  }

  private work(): void {
    if (this.working || this.reading) return;
    this.working = true;
    soon(() => this.slice());
  }

  private slice(): void {
    const until = performance.now() + SLICE;
    for (const project of this.all) {
      // What was edited has been published already.
      this.colours ||= project.dirty.some(uri => this.isOpen(uri));
      for (const uri of project.dirty) {
        if (performance.now() > until) {
          soon(() => this.slice());
          return;
        }
        this.publishNow(project, uri);
      }
    }
    if (this.configs.size > 0 && this.namedByConfigs() !== this.configsRestOn) this.publishConfigs();
    this.working = false;
    if (this.colours) this.namesChanged();
    this.colours = false;
    for (const done of this.waiting.splice(0)) done();
  }

  /** Whether open files rest on names that have changed. */
  private colours = false;
  private configsRestOn = '';
  private readonly waiting: (() => void)[] = [];
  private settled(): Promise<void> {
    return this.working ? new Promise(resolve => this.waiting.push(resolve)) : Promise.resolve();
  }
}

const textOf = (reading: ReadFile | undefined): string | undefined => (reading && 'text' in reading ? reading.text : undefined);
const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);
const within = (folder: string, uri: string): string =>
  uri.startsWith(withSlash(folder)) ? unescaped(uri.slice(withSlash(folder).length)) : '';
/** An editor's settings are said in the same words as `cred.json`. */
const editorSettings = (settings: unknown): Config =>
  readConfig(JSON.stringify({ rules: (settings as { rules?: unknown } | null | undefined)?.rules ?? {} }));
const withSlash = (folder: string): string => (folder.endsWith('/') ? folder : `${folder}/`);
const pause = (): Promise<void> => new Promise(soon);
