/**
 * Keeps the work in the browser's own database. Each edit is written at once as a small entry of a journal, so a tab may die at any time;
 * the whole text with its history is written in a pause, and replaces the entries before it.
 */
import { historyField, isolateHistory } from '@codemirror/commands';
import { ChangeSet, EditorSelection, type EditorState, type EditorStateConfig, Transaction } from '@codemirror/state';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { WorkFile } from './work.ts';

/** An earlier version of a file. */
export interface KeptVersion {
  readonly name: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What the user calls it, or what came next. */
  readonly why: string;
}

interface Snapshot {
  readonly name: string;
  readonly text: string;
  readonly history: unknown;
  readonly selection: unknown;
  /** The place among the tabs. */
  readonly order: number;
}

/** An edit in the journal, with all that decides which edits are undone together. */
interface Entry {
  readonly name: string;
  readonly changes: unknown;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly userEvent?: string | undefined;
  readonly isolated: boolean;
}

interface WorkSchema extends DBSchema {
  files: { key: string; value: Snapshot };
  /** The second part of a key grows with each edit. */
  journal: { key: [name: string, number: number]; value: Entry };
  versions: { key: number; value: KeptVersion; indexes: { name: string } };
  handles: { key: string; value: FileSystemFileHandle };
  settings: { key: string; value: unknown };
}

/** Milliseconds without an edit after which the whole text is written. */
const PAUSE = 1500;
/** The most versions that are kept of a file, and the most characters that they may have together; the oldest go first. */
const MOST_VERSIONS = 60;
const MOST_CHARACTERS = 10_000_000;
const HISTORY = { history: historyField };

/** The database with the work. */
export class Store {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** The number of the last edit in the journal. */
  private last = 0;

  private constructor(
    private readonly db: IDBPDatabase<WorkSchema>,
    private readonly failed: (why: string) => void,
  ) {}

  /** Opens the database; `failed` is called whenever something could not be written. */
  static async open(failed: (why: string) => void): Promise<Store> {
    const db = await openDB<WorkSchema>('cred-workplace', 2, {
      async upgrade(fresh, version, _, all) {
        if (version === 0) {
          fresh.createObjectStore('files', { keyPath: 'name' });
          fresh.createObjectStore('journal');
          fresh.createObjectStore('versions', { autoIncrement: true }).createIndex('name', 'name');
          fresh.createObjectStore('handles');
          fresh.createObjectStore('settings');
          return;
        }
        // In version 1, the key of an entry was a number alone.
        const entries = await all.objectStore('journal').getAll();
        fresh.deleteObjectStore('journal');
        const journal = fresh.createObjectStore('journal');
        for (const [index, entry] of entries.entries()) void journal.add(entry, [entry.name, index + 1]);
      },
    });
    return new Store(db, failed);
  }

  /** Reads all files. `config` is that of the editor. What was written after the last pause is taken from the journal. */
  async read(config: EditorStateConfig, make: StateMaker): Promise<WorkFile[]> {
    const stored = (await this.db.getAll('files')).sort((a, b) => a.order - b.order);
    const journal = await this.db.getAll('journal');
    for (const [, number] of await this.db.getAllKeys('journal')) this.last = Math.max(this.last, number);
    return stored.map(({ name, text, history, selection }) => {
      let state = make({ doc: text, history, selection }, config);
      for (const entry of journal) {
        if (entry.name !== name) continue;
        const changes = ChangeSet.fromJSON(entry.changes);
        if (changes.length !== state.doc.length) break; // The entry belongs to another text.
        const annotations = [Transaction.time.of(entry.time), ...(entry.isolated ? [isolateHistory.of('full')] : [])];
        state = state.update({ changes, annotations, ...(entry.userEvent && { userEvent: entry.userEvent }) }).state;
      }
      return new WorkFile(name, state);
    });
  }

  /** Writes an edit. */
  edited(file: WorkFile, transaction: Transaction, order: number): void {
    const entry = {
      name: file.name,
      changes: transaction.changes.toJSON(),
      time: transaction.annotation(Transaction.time) ?? Date.now(),
      userEvent: transaction.annotation(Transaction.userEvent),
      isolated: transaction.annotation(isolateHistory) !== undefined,
    };
    const all = this.db.transaction('journal', 'readwrite');
    void all.store.add(entry, [file.name, ++this.last]).catch(() => {}); // The transaction tells of it.
    this.commit(all);
    clearTimeout(this.waiting.get(file.name));
    this.waiting.set(
      file.name,
      setTimeout(() => this.write(file, order), PAUSE),
    );
  }

  /** Writes a file as a whole, and removes its entries from the journal. */
  write(file: WorkFile, order: number): void {
    clearTimeout(this.waiting.get(file.name));
    this.waiting.delete(file.name);
    const { history } = file.state.toJSON(HISTORY) as { history: unknown };
    const { name } = file;
    const selection = file.state.selection.toJSON();
    const all = this.db.transaction(['files', 'journal'], 'readwrite');
    void all
      .objectStore('files')
      .put({ name, text: file.text, history, selection, order })
      .catch(() => {});
    void all
      .objectStore('journal')
      .delete(entriesOf(name))
      .catch(() => {});
    this.commit(all);
  }

  /** Writes at once what waits for a pause. */
  flush(orderOf: (name: string) => { readonly file: WorkFile; readonly order: number } | undefined): void {
    for (const name of [...this.waiting.keys()]) {
      const found = orderOf(name);
      if (found) this.write(found.file, found.order);
    }
  }

  remove(name: string): void {
    clearTimeout(this.waiting.get(name));
    this.waiting.delete(name);
    const all = this.db.transaction(['files', 'journal', 'handles'], 'readwrite');
    void all.objectStore('files').delete(name);
    void all.objectStore('handles').delete(name);
    void all.objectStore('journal').delete(entriesOf(name));
    this.commit(all);
  }

  // —— earlier versions ——

  /** Keeps a version, unless it is the same as the last one. */
  async keepVersion(version: KeptVersion): Promise<void> {
    const all = this.db.transaction('versions', 'readwrite');
    const keys = await all.store.index('name').getAllKeys(version.name);
    const last = keys.length > 0 ? await all.store.get(keys.at(-1)!) : undefined;
    if (last?.text !== version.text) {
      void all.store.add(version);
      const most = Math.max(3, Math.min(MOST_VERSIONS, Math.floor(MOST_CHARACTERS / version.text.length)));
      for (const key of keys.slice(0, Math.max(0, keys.length + 1 - most))) void all.store.delete(key);
    }
    this.attempt(all.done);
    await all.done.catch(() => {});
  }

  /** Returns the versions of a file, the latest first. */
  async versions(name: string): Promise<readonly KeptVersion[]> {
    return (await this.db.getAllFromIndex('versions', 'name', name)).reverse();
  }

  // —— handles and settings ——

  handle(name: string): Promise<FileSystemFileHandle | undefined> {
    return this.db.get('handles', name).catch(() => undefined);
  }
  keepHandle(name: string, handle: FileSystemFileHandle): void {
    this.attempt(this.db.put('handles', handle, name));
  }
  async setting<T>(name: string): Promise<T | undefined> {
    return (await this.db.get('settings', name).catch(() => undefined)) as T | undefined;
  }
  set(name: string, value: unknown): void {
    const all = this.db.transaction('settings', 'readwrite');
    void all.store.put(value, name).catch(() => {});
    this.commit(all);
  }

  /** Ends a transaction without waiting for answers, so that what it holds is written even if the page ends now. */
  private commit(all: { commit(): void; readonly done: Promise<void> }): void {
    all.commit();
    this.attempt(all.done);
  }
  private attempt(written: Promise<unknown>): void {
    written.catch((error: unknown) => this.failed(error instanceof Error ? error.message : String(error)));
  }
}

/** The keys of a file's entries in the journal. */
const entriesOf = (name: string): IDBKeyRange => IDBKeyRange.bound([name], [name, []]);

/** Makes a state of the editor from what is stored. */
export type StateMaker = (stored: { doc: string; history: unknown; selection: unknown }, config: EditorStateConfig) => EditorState;

/** Makes a state with its history; without the history if that cannot be read. */
export const restored =
  (State: typeof EditorState): StateMaker =>
  (stored, config) => {
    try {
      const selection = EditorSelection.fromJSON(stored.selection).toJSON();
      return State.fromJSON({ ...stored, selection }, config, HISTORY);
    } catch {
      return State.create({ ...config, doc: stored.doc });
    }
  };
