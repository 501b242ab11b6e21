/** The files of the workplace. Each is a state of the editor, so it keeps its own history and selection while another file is shown. */
import { isolateHistory } from '@codemirror/commands';
import type { ChangeSpec, EditorState, Transaction, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** The address of the folder in which the server sees the files. */
export const FOLDER = 'file:///work';

/** A file. Its version grows with every edit. */
export class WorkFile {
  version = 1;

  constructor(
    readonly name: string,
    public state: EditorState,
  ) {}

  get uri(): string {
    return uriOf(this.name);
  }
  get text(): string {
    return this.state.doc.toString();
  }
}

const uriOf = (name: string): string => `${FOLDER}/${encodeURIComponent(name)}`;

/** What is told of the files. */
export interface WorkListener {
  /** A file is being edited; its version is the new one, its text still that before. Whoever works beside the page can begin now. */
  editing?(file: WorkFile, transaction: Transaction): void;
  /** A file was edited by a transaction. */
  edited?(file: WorkFile, transaction: Transaction): void;
  /** Files have come or gone. */
  listed?(): void;
  /** A file was taken out. */
  removed?(file: WorkFile): void;
  /** Another file is shown, or none. */
  shown?(file: WorkFile | undefined): void;
}

/** All files, of which the editor shows one. */
export class Work {
  readonly files: WorkFile[] = [];
  active: WorkFile | undefined;
  private view: EditorView | undefined;
  private readonly listeners: WorkListener[] = [];

  /** `begin` makes the state of a new file. */
  constructor(private readonly begin: (text: string, name: string) => EditorState) {}

  listen(listener: WorkListener): void {
    this.listeners.push(listener);
  }

  /** Sets the editor, whose transactions are to be passed to {@link take}. */
  attach(view: EditorView): void {
    this.view = view;
  }

  find(uri: string): WorkFile | undefined {
    return this.files.find(file => file.uri === uri);
  }

  /** Adds a file and shows it. If the name is taken, the file gets another one. */
  add(name: string, text: string): WorkFile {
    const free = this.freeName(name);
    return this.put(new WorkFile(free, this.begin(text.replace(/^\uFEFF/, ''), free)));
  }

  put(file: WorkFile): WorkFile {
    this.files.push(file);
    for (const one of this.listeners) one.listed?.();
    this.show(file);
    return file;
  }

  /** Gives a file another name; returns the reason if that cannot be done. */
  rename(file: WorkFile, name: string): string | undefined {
    if (name === file.name) return undefined;
    if (!/^[^/\\:*?"<>|]+\.(cred|json)$/.test(name)) return 'A name ends with ".cred" and has none of these signs: / \\ : * ? " < > |';
    if (this.files.some(one => one.name.toLowerCase() === name.toLowerCase())) return `There is a file "${name}" already.`;
    const renamed = new WorkFile(name, file.state);
    this.files[this.files.indexOf(file)] = renamed;
    for (const one of this.listeners) {
      one.removed?.(file);
      one.listed?.();
    }
    if (this.active === file) this.show(renamed);
    return undefined;
  }

  remove(file: WorkFile): void {
    const at = this.files.indexOf(file);
    this.files.splice(at, 1);
    for (const one of this.listeners) {
      one.removed?.(file);
      one.listed?.();
    }
    if (this.active === file) this.show(this.files[Math.min(at, this.files.length - 1)]);
  }

  show(file: WorkFile | undefined): void {
    this.active = file;
    if (file) this.view?.setState(file.state);
    for (const one of this.listeners) one.shown?.(file);
  }

  /** Takes transactions of the editor for the file that is shown. */
  take(transactions: readonly Transaction[]): void {
    const file = this.active;
    if (!this.view || !file) return;
    this.begun(file, transactions);
    this.view.update(transactions);
    file.state = this.view.state;
    this.ended(file, transactions);
  }

  /** Edits a file, shown or not. The edit is undone in one step. */
  edit(file: WorkFile, changes: ChangeSpec, more: TransactionSpec = {}): void {
    const spec: TransactionSpec = { ...more, changes, annotations: isolateHistory.of('full'), userEvent: 'input.edit' };
    if (file === this.active && this.view) return this.view.dispatch(spec);
    const transaction = file.state.update(spec);
    this.begun(file, [transaction]);
    file.state = transaction.state;
    this.ended(file, [transaction]);
  }

  private begun(file: WorkFile, transactions: readonly Transaction[]): void {
    for (const transaction of transactions) {
      if (!transaction.docChanged) continue;
      file.version++;
      for (const one of this.listeners) one.editing?.(file, transaction);
    }
  }
  private ended(file: WorkFile, transactions: readonly Transaction[]): void {
    for (const transaction of transactions) if (transaction.docChanged) for (const one of this.listeners) one.edited?.(file, transaction);
  }

  private freeName(wanted: string): string {
    const [stem = 'program', ending = '.cred'] = /\.(cred|json)$/.test(wanted)
      ? [wanted.replace(/\.\w+$/, ''), /\.\w+$/.exec(wanted)![0]]
      : [wanted];
    const taken = new Set(this.files.map(({ name }) => name.toLowerCase()));
    for (let number = 1; ; number++) {
      const name = `${stem}${number > 1 ? `-${number}` : ''}${ending}`;
      if (!taken.has(name.toLowerCase())) return name;
    }
  }
}
