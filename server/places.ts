/** Where files are: their identities, the `cred.json` above them, and so the project that each belongs to. */
import { foldersAbove, parentOfAddress, projectOf } from '../host/project-of.ts';
import type { Unreadable } from '../language/findings/unreadable.ts';
import { unescaped } from '../language/model/address.ts';
import { type Config, readConfig } from '../language/project/config.ts';
import type { SettingsPlace } from '../language/services/silence.ts';
import type { SteadyFiles } from './steady-files.ts';

/** A `cred.json` and what it sets. */
export interface WorkspaceConfig {
  /** As the editor spells it. */
  readonly uri: string;
  readonly text: string;
  readonly config: Config;
  /** Why it counts as empty. */
  readonly unreadable?: Unreadable;
}

export class Places {
  /** By the identity of their folder, which ends with a slash. */
  readonly configs = new Map<string, WorkspaceConfig>();
  /** The folders that the editor has open, as they are spelled, each with a slash. */
  folders: readonly string[] = [];
  /** The same by their identity. */
  private opened: readonly string[] = [];
  /** Folders of which it is known whether they have a `cred.json`. */
  private readonly looked = new Set<string>();
  private readonly identities = new Map<string, string>();

  constructor(private readonly files: SteadyFiles) {}

  open(folders: readonly string[]): void {
    this.folders = folders.map(folder => withSlash(this.files.canonical(folder)));
    this.forget();
    this.opened = this.folders.map(folder => this.identity(folder));
  }

  /** The one address of a file, however it is reached; asked of the disk once, until {@link forget}. */
  identity(uri: string): string {
    let found = this.identities.get(uri);
    if (found === undefined) {
      const one = this.files.identity(uri);
      this.identities.set(uri, (found = uri.endsWith('/') ? withSlash(one) : one));
    }
    return found;
  }

  /** A file may be another one now. */
  renew(uri: string): void {
    this.identities.delete(uri);
  }

  /** What is on the disk may have changed. */
  forget(): void {
    this.identities.clear();
    this.looked.clear();
  }

  isOpened(identity: string): boolean {
    return this.opened.some(folder => identity.startsWith(folder));
  }

  /** The folder of a file's project. A file that `cred.json` leaves out stands alone; an untitled one belongs to the first folder. */
  rootOf(uri: string): string {
    const identity = this.identity(uri);
    return this.excludes(identity) ? identity : this.folderOf(identity);
  }

  /** The same for files that are left out, too. */
  folderOf(identity: string): string {
    const places = { parentOf: parentOfAddress, hasConfig: (folder: string) => this.configs.has(folder), opened: this.opened };
    if (!identity.startsWith('untitled:')) return projectOf(identity, places);
    return this.opened[0] === undefined ? identity : projectOf(`${this.opened[0]}untitled.cred`, places);
  }

  excludes(identity: string): boolean {
    const root = this.folderOf(identity);
    return this.configs.get(root)?.config.excludes(within(root, identity)) ?? false;
  }

  /** A file's path from the folder of a project; empty for what is not in it. */
  within(root: string, uri: string): string {
    return within(root, this.identity(uri));
  }

  /** The `cred.json` of a file's project, as it stands on the disk. */
  configOf(uri: string): WorkspaceConfig | undefined {
    const found = this.configs.get(this.rootOf(uri));
    return found?.unreadable || found?.config.unreadable ? undefined : found;
  }

  /** Where the settings of a file's project are written; `undefined` where a `cred.json` cannot be read, or where there is no folder for one. */
  settingsPlace(uri: string): SettingsPlace | undefined {
    const root = this.rootOf(uri);
    const config = this.configOf(uri);
    if (!root.endsWith('/') || (!config && this.configs.has(root))) return undefined;
    return { uri: config?.uri ?? `${root}cred.json`, text: config?.text, path: this.within(root, uri) };
  }

  /** Whether it has been looked above a file for a `cred.json`. */
  isKnown(uri: string): boolean {
    const folder = parentOfAddress(this.identity(uri));
    return folder === undefined || uri.startsWith('untitled:') || this.looked.has(folder);
  }

  /** A file was found in a listing, which names every `cred.json` too. */
  listed(uri: string): void {
    const folder = parentOfAddress(this.identity(uri));
    if (folder !== undefined) this.looked.add(folder);
  }

  /** Takes the `cred.json` of a folder as it is read. */
  async readConfig(uri: string): Promise<void> {
    const folder = parentOfAddress(this.identity(uri))!;
    this.looked.add(folder);
    const read = await this.files.read(uri);
    if (read === undefined) this.configs.delete(folder);
    else if ('text' in read) this.configs.set(folder, { uri, text: read.text, config: readConfig(read.text) });
    else this.configs.set(folder, { uri, text: '{}', config: readConfig('{}'), unreadable: read.unreadable });
  }

  /** Looks for the nearest `cred.json` in the folders above a file or folder. */
  async lookAbove(place: string): Promise<void> {
    const chain = [...foldersAbove(this.identity(place), parentOfAddress)];
    for (const folder of chain) {
      if (!this.looked.has(folder)) await this.readConfig(`${folder}cred.json`);
      if (this.configs.has(folder)) return;
    }
  }
}

export const withSlash = (folder: string): string => (folder.endsWith('/') ? folder : `${folder}/`);
const within = (folder: string, identity: string): string => (identity.startsWith(folder) ? unescaped(identity.slice(folder.length)) : '');

/** An editor's settings are said in the same words as `cred.json`. */
export const editorSettings = (settings: unknown): Config =>
  readConfig(JSON.stringify({ rules: (settings as { rules?: unknown } | null | undefined)?.rules ?? {} }));
