/**
 * Keeps the work of this page in the browser's store. Only one page at a time writes; what came by a link, or is an example, is looked at
 * without being kept until the user wants that.
 */
import { EditorState, type EditorStateConfig } from '@codemirror/state';
import { dialog } from './dialogs.ts';
import { button, byId, element } from './elements.ts';
import { restored, Store } from './store.ts';
import type { Work, WorkFile } from './work.ts';

const LOCK = 'cred-workplace';
/** Milliseconds to wait for another page to give the lock back. */
const PATIENCE = 1500;

/** What keeps the work. */
export class Keeper {
  /** The store; `undefined` where nothing is kept. */
  store: Store | undefined;
  private files: readonly WorkFile[] = [];
  /** The work that was kept and is not shown, because something else is looked at. */
  private own: readonly WorkFile[] = [];
  /** Whether the work that is shown came by a link or is an example. */
  private visiting = false;
  /** The store while something is looked at that is not kept. */
  private aside: Store | undefined;
  /** Whether the work that was kept is being opened, file by file. */
  private isOpening = false;

  constructor(
    private readonly work: Work,
    private readonly say: (words: string) => void,
  ) {
    work.listen({
      edited: (file, transaction) => {
        this.store?.edited(file, transaction, this.orderOf(file));
        // Who has no work yet and begins with an example or a link has begun to work.
        if (this.visiting && this.own.length === 0 && this.aside) this.keepVisit();
      },
      listed: () => {
        for (const file of work.files) if (!this.files.includes(file)) this.store?.write(file, this.orderOf(file));
        this.files = [...work.files];
      },
      removed: file => this.store?.remove(file.name),
      shown: file => this.isOpening || this.store?.set('shown', file?.name ?? ''),
    });
    const flush = (): void => this.store?.flush(name => this.place(name));
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush());
    addEventListener('beforeunload', event => {
      if (this.visiting && work.files.some(({ version }) => version > 1)) event.preventDefault();
    });
  }

  /** Opens the store, unless another page has it, and reads what was kept. */
  async begin(config: EditorStateConfig): Promise<void> {
    try {
      if (!(await this.lock(false))) {
        byId('elsewhere').hidden = false;
        byId('here').onclick = () => void this.lock(true).then(() => location.reload());
        return;
      }
      const store = await Store.open(why => this.say(`Your work could not be kept: ${why} Save it as a file.`));
      this.own = await store.read(config, restored(EditorState));
      for (const { name, text } of this.own) void store.keepVersion({ name, text, at: Date.now(), why: 'as it was when you began' });
      this.store = store;
    } catch (error) {
      this.say(
        `This browser keeps no work (${error instanceof Error ? error.message : String(error)}). Save it as a file before you leave.`,
      );
    }
    this.tell();
  }

  /** Shows the work that was kept. */
  async showOwn(): Promise<void> {
    const { own } = this;
    const shown = await this.setting<string>('shown');
    this.own = [];
    this.files = own;
    // Which file was shown last is not forgotten while each is shown for a moment.
    this.isOpening = true;
    for (const file of own) this.work.put(file);
    this.isOpening = false;
    const last = own.find(({ name }) => name === shown) ?? own.at(-1);
    if (last) this.work.show(last);
  }

  /** Resolves with whether this page may write. Another page that had the lock notices, and stops. */
  private lock(steal: boolean): Promise<boolean> {
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise(resolve => {
      let granted = false;
      navigator.locks
        // A page that is just closing, or loading again, gives its lock back a moment later.
        .request(LOCK, steal ? { steal } : { signal: AbortSignal.timeout(PATIENCE) }, () => {
          granted = true;
          resolve(true);
          return steal ? undefined : new Promise(() => {});
        })
        .catch(() => {
          if (!granted) return resolve(false);
          this.store = undefined;
          byId('elsewhere').hidden = false;
          byId('here').onclick = () => location.reload();
          this.tell();
        });
    });
  }

  /** Shows something in place of the work, which is not kept. `words` says what it is. */
  lookAt(words: string, open: () => void): void {
    if (!this.visiting && this.work.files.length > 0) this.own = [...this.work.files];
    if (this.store) {
      this.store.flush(name => this.place(name));
      this.aside = this.store;
      this.store = undefined;
    }
    this.visiting = true;
    this.clear();
    open();
    const kept = this.own.length > 0 ? 'It is not kept yet, and your own work is untouched.' : 'It is kept as soon as you change it.';
    byId('visiting-words').textContent = `${words} ${this.aside ? kept : ''}`;
    byId('visiting').hidden = false;
    byId('keep').hidden = !this.aside;
    byId('back').hidden = this.own.length === 0;
    byId('keep').onclick = () => this.keepVisit();
    byId('back').onclick = () => this.endVisit();
    this.tell();
  }

  private clear(): void {
    for (const file of [...this.work.files].reverse()) this.work.remove(file);
  }

  /** Adds what is looked at to the work. */
  private keepVisit(): void {
    const { own } = this;
    const visited = [...this.work.files];
    if (own.length > 0) {
      this.endVisit();
      for (const { name, text } of visited) this.work.add(name, text);
      return;
    }
    this.ended();
    for (const file of visited) this.store?.write(file, this.orderOf(file));
  }

  /** Shows the user's own work again. */
  private endVisit(): void {
    this.clear();
    const { own } = this;
    this.own = [];
    for (const file of own) this.work.put(file);
    this.ended();
  }

  private ended(): void {
    this.visiting = false;
    this.store = this.aside;
    this.aside = undefined;
    byId('visiting').hidden = true;
    history.replaceState(null, '', location.pathname + location.search);
    this.tell();
  }

  set(name: string, value: unknown): void {
    (this.store ?? this.aside)?.set(name, value);
  }
  async setting<T>(name: string): Promise<T | undefined> {
    return (this.store ?? this.aside)?.setting<T>(name);
  }

  private orderOf(file: WorkFile): number {
    return this.work.files.indexOf(file);
  }
  private place(name: string): { readonly file: WorkFile; readonly order: number } | undefined {
    const file = this.work.files.find(one => one.name === name);
    return file && { file, order: this.orderOf(file) };
  }

  private tell(): void {
    byId('where').textContent = this.store ? 'Kept in this browser' : 'Not kept';
  }

  /** Says where the work is kept, and how it is taken out. */
  async explain(): Promise<void> {
    const isLasting = (await navigator.storage?.persisted?.()) ?? false;
    const { usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    await dialog('Where your work is kept', settle => [
      element('p', {
        textContent: this.store
          ? `In this browser, on this device, at this address; nothing is sent anywhere. It takes ${(usage / 1e6).toFixed(1)} MB so far, with the history of your edits and earlier versions.`
          : 'Nowhere: what you see is not kept. Save it as a file before you leave.',
      }),
      element('p', {
        textContent:
          'Nobody else sees it, and another browser or device does not have it. It goes if you clear the data of this site, so save what matters as files, too.',
      }),
      element('p', {
        textContent: isLasting
          ? 'The browser has promised not to clear it by itself.'
          : 'If the device runs short of space, the browser may clear it by itself, unless you ask it not to.',
      }),
      element('p', { className: 'ways' }, [
        ...(this.store && !isLasting
          ? [
              button('Ask the browser to keep it', async () => {
                const granted = await navigator.storage?.persist?.();
                this.say(
                  granted
                    ? 'The browser keeps it until you clear it yourself.'
                    : 'The browser has not promised it; save your work as files, too.',
                );
                settle();
              }),
            ]
          : []),
        button('Close', () => settle(), 'main'),
      ]),
    ]);
  }
}
