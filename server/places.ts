/** Keeps track of where files are: their identities, the `cred.json` above them, and the project to which each belongs. */
import { isConfigFile, isProgramFile } from '../host/program-file.ts';
import { foldersAbove, parentOfAddress, projectOf } from '../host/project-of.ts';
import type { Unreadable } from '../language/findings/unreadable.ts';
import { unescaped } from '../language/model/address.ts';
import { type Config, readConfig } from '../language/project/config.ts';
import type { SettingsPlace } from '../language/services/silence.ts';
import type { SteadyFiles } from './steady-files.ts';

/** A `cred.json` and its settings. */
export interface WorkspaceConfig {
  /** The address as the editor spells it. */
  readonly uri: string;
  readonly text: string;
  readonly config: Config;
  /** The reason why it could not be read and therefore counts as empty. */
  readonly unreadable?: Unreadable;
}

/** The opened folders of a workspace and every `cred.json` in and above them. */
export class Places {
  /** Each `cred.json` by the identity of its folder, which ends with a slash. */
  readonly configs = new Map<string, WorkspaceConfig>();
  /** The opened folders as the editor spells them, each with a slash at its end. */
  folders: readonly string[] = [];
  /** The identities of the opened folders. */
  private opened: readonly string[] = [];
  /** The folders that have been searched for a `cred.json`. */
  private readonly looked = new Set<string>();
  private readonly identities = new Map<string, string>();

  constructor(private readonly files: SteadyFiles) {}

  open(folders: readonly string[]): void {
    this.folders = folders.map(folder => withSlash(this.files.canonical(folder)));
    this.forget();
    this.opened = this.folders.map(folder => this.identity(folder));
  }

  /** Returns one address for a file, however it is reached. The disk is asked once, until {@link forget} is called. */
  identity(uri: string): string {
    let found = this.identities.get(uri);
    if (found === undefined) {
      const one = this.files.identity(uri);
      this.identities.set(uri, (found = uri.endsWith('/') ? withSlash(one) : one));
    }
    return found;
  }

  /** Forgets the identity of one address, which may lead to another file now. */
  renew(uri: string): void {
    this.identities.delete(uri);
  }

  /** Forgets what the disk has answered, because it may have changed. */
  forget(): void {
    this.identities.clear();
    this.looked.clear();
  }

  /** Returns the files of a folder that has come, if it lies in an opened one and not below a hidden one or `node_modules`. */
  async below(uri: string): Promise<readonly string[]> {
    const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';
    const isSearched = this.folders.some(folder => uri.startsWith(folder) && !uri.slice(folder.length).split('/').some(isHidden));
    return isSearched && this.files.mayBeFolder(uri) ? this.files.list(withSlash(uri)) : [];
  }

  /** Whether a `cred.json` is known that lies in or below a folder. */
  hasConfigBelow(folder: string): boolean {
    return [...this.configs.values()].some(({ uri }) => uri.startsWith(withSlash(folder)));
  }

  isOpened(identity: string): boolean {
    return this.opened.some(folder => identity.startsWith(folder));
  }

  /**
   * Returns the folder of a file's project. A file that `cred.json` leaves out is a project of its own; an untitled document belongs to
   * the first opened folder.
   */
  rootOf(uri: string): string {
    const identity = this.identity(uri);
    return this.excludes(identity) ? identity : this.folderOf(identity);
  }

  /** Returns the folder of a file's project, even if `cred.json` leaves the file out. */
  folderOf(identity: string): string {
    const places = { parentOf: parentOfAddress, hasConfig: (folder: string) => this.configs.has(folder), opened: this.opened };
    if (!identity.startsWith('untitled:')) return projectOf(identity, places);
    return this.opened[0] === undefined ? identity : projectOf(`${this.opened[0]}untitled.cred`, places);
  }

  excludes(identity: string): boolean {
    const root = this.folderOf(identity);
    return this.configs.get(root)?.config.excludes(within(root, identity)) ?? false;
  }

  /** Returns a file's path relative to the folder of a project; an empty string if the file is not in it. */
  within(root: string, uri: string): string {
    return within(root, this.identity(uri));
  }

  /** Returns the `cred.json` of a file's project, as it is on the disk. */
  configOf(uri: string): WorkspaceConfig | undefined {
    const found = this.configs.get(this.rootOf(uri));
    return found?.unreadable || found?.config.unreadable ? undefined : found;
  }

  /** Returns where to write the settings of a file's project; `undefined` if its `cred.json` cannot be read or there is no folder for one. */
  settingsPlace(uri: string): SettingsPlace | undefined {
    const root = this.rootOf(uri);
    const config = this.configOf(uri);
    if (!root.endsWith('/') || (!config && this.configs.has(root))) return undefined;
    return { uri: config?.uri ?? `${root}cred.json`, text: config?.text, path: this.within(root, uri) };
  }

  /** Whether the folders above a file have been searched for a `cred.json`. */
  isKnown(uri: string): boolean {
    const folder = parentOfAddress(this.identity(uri));
    return folder === undefined || uri.startsWith('untitled:') || this.looked.has(folder);
  }

  /** Returns the `.cred` files in and below folders by their identity, and reads each `cred.json` found on the way. */
  async list(folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const all = (await Promise.all(folders.map(folder => this.files.list(folder)))).flat();
    await Promise.all(all.filter(isConfigFile).map(uri => this.readConfig(uri)));
    const found = new Map<string, string>();
    for (const uri of all.filter(isProgramFile)) {
      const identity = this.identity(uri);
      // The listing contains every `cred.json`, so the file's folder need not be searched.
      const folder = parentOfAddress(identity);
      if (folder !== undefined) this.looked.add(folder);
      if (!found.has(identity)) found.set(identity, uri);
    }
    return found;
  }

  /** Reads the `cred.json` of a folder, or notes that there is none. */
  async readConfig(uri: string): Promise<void> {
    const folder = parentOfAddress(this.identity(uri))!;
    const read = await this.files.read(uri);
    this.looked.add(folder);
    if (read === undefined) this.configs.delete(folder);
    else if ('text' in read) this.configs.set(folder, { uri, text: read.text, config: readConfig(read.text) });
    else this.configs.set(folder, { uri, text: '{}', config: readConfig('{}'), unreadable: read.unreadable });
  }

  /** Searches the folders above a file or folder for the nearest `cred.json`. Returns whether it finds one that was not known. */
  async lookAbove(place: string): Promise<boolean> {
    for (const folder of foldersAbove(this.identity(place), parentOfAddress)) {
      if (this.configs.has(folder)) return false;
      if (!this.looked.has(folder)) await this.readConfig(`${folder}cred.json`);
      if (this.configs.has(folder)) return true;
    }
    return false;
  }
}

/** Returns the address of a folder with a slash at its end. */
export const withSlash = (folder: string): string => (folder.endsWith('/') ? folder : `${folder}/`);
const within = (folder: string, identity: string): string => (identity.startsWith(folder) ? unescaped(identity.slice(folder.length)) : '');

/** Reads an editor's settings, which have the same form as in `cred.json`. */
export const editorSettings = (settings: unknown): Config =>
  readConfig(JSON.stringify({ rules: (settings as { rules?: unknown } | null | undefined)?.rules ?? {} }));
