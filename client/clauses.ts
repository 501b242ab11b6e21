/** Fills the Testing view: the clauses of each standard are tests of a program, which pass, fail or are skipped. */
import * as vscode from 'vscode';
import type { LackOfProgram } from './act.ts';
import { lacking, lackOfClause, shareOf, statusInWords, titleOf } from './clause-words.ts';
import {
  type ClauseState,
  type FilePlace,
  idOf,
  type ProgramEntry,
  placeOf,
  programsOf,
  type Readiness,
  type Standing,
  standingOf,
} from './programs-of.ts';
import type { Server } from './server.ts';

const t = vscode.l10n.t;

interface ClauseLeaf {
  readonly clause: ClauseState;
  readonly place: FilePlace;
  readonly lack: LackOfProgram;
}

/** Whether a program says that it seeks or holds a standard. The others run on request. */
const isSought = (claim: Readiness['claim'] | undefined): boolean => claim === 'seeking' || claim === 'accredited';

/** The tests of the workspace's programs. */
export class Clauses implements vscode.Disposable {
  readonly controller = vscode.tests.createTestController('cred', t('Standards (Cred)'));
  private entries: readonly ProgramEntry[] = [];
  private readonly leaves = new WeakMap<vscode.TestItem, ClauseLeaf>();
  private readonly claims = new WeakMap<vscode.TestItem, Readiness['claim']>();
  /** Test runs that repeat after each edit. */
  private readonly continuous = new Map<vscode.TestRunRequest, vscode.CancellationToken>();
  private readonly all: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The latest result of each test. */
  readonly results = new Map<string, 'passed' | 'failed' | 'skipped'>();

  constructor(private readonly server: Server) {
    const { controller } = this;
    controller.resolveHandler = item => (item ? this.fill(item) : this.first());
    controller.refreshHandler = () => this.refresh();
    controller.createRunProfile(
      t('Judge'),
      vscode.TestRunProfileKind.Run,
      (request, token) => this.run(request, token),
      true,
      undefined,
      true,
    );
    this.all = [controller, server.changed(() => this.soon())];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const one of this.all) one.dispose();
  }

  /** Schedules a refresh. Nobody types into a tree of tests, so several edits in a row cause one refresh. */
  private soon(): void {
    if (this.entries.length === 0 && this.continuous.size === 0 && this.controller.items.size === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      await this.refresh();
      for (const [request, token] of this.continuous) await this.judge(request, token);
    }, 300);
  }

  /** Lists the programs for the first time. Until the server has answered, one item says that they are being read. */
  private async first(): Promise<void> {
    const { controller } = this;
    if (controller.items.size === 0) {
      const waiting = controller.createTestItem('cred.reading', t('Reading the programs…'));
      waiting.busy = true;
      controller.items.replace([waiting]);
    }
    await this.server.ready();
    await this.refresh();
  }

  /** Updates the list of programs, and the standards of programs that have been unfolded. */
  async refresh(): Promise<void> {
    this.entries = await programsOf(this.server);
    const { items } = this.controller;
    items.replace(
      this.entries.map(entry => {
        const id = idOf(entry);
        const { asUri, asRange } = this.server.client.protocol2CodeConverter;
        const item = this.controller.createTestItem(id, entry.label, asUri(entry.uri));
        item.range = asRange(entry.range);
        item.canResolveChildren = true;
        for (const [, child] of items.get(id)?.children ?? []) item.children.add(child);
        return item;
      }),
    );
    for (const [, item] of items) if (item.children.size > 0) await this.fill(item);
  }

  /** Adds a program's standards and their clauses. */
  private async fill(item: vscode.TestItem): Promise<void> {
    const entry = this.entries.find(one => idOf(one) === item.id);
    if (!entry) return item.children.replace([]);
    item.busy = true;
    try {
      const standing = await standingOf(this.server, entry);
      item.children.replace((standing?.readiness ?? []).map((one, i) => this.standardItem(one, standing!, entry, i)));
    } finally {
      item.busy = false;
    }
    this.tellLacking();
  }

  private standardItem(readiness: Readiness, standing: Standing, entry: ProgramEntry, index: number): vscode.TestItem {
    const place = placeOf(readiness, standing);
    const item = this.itemAt(`${idOf(entry)} ${readiness.standard}`, readiness.standard, standing.program.at, index);
    item.description = shareOf(readiness);
    this.claims.set(item, readiness.claim);
    item.children.replace(readiness.clauses.map((clause, i) => this.clauseItem(clause, item.id, { entry, place }, i)));
    return item;
  }

  private clauseItem(clause: ClauseState, above: string, of: { entry: ProgramEntry; place: FilePlace }, index: number): vscode.TestItem {
    const { entry, place } = of;
    const item = this.itemAt(`${above}.${clause.name}`, titleOf(clause), place, index);
    if (clause.clauses.length === 0) {
      item.description = statusInWords(clause.status);
      this.leaves.set(item, { clause, place, lack: lackOfClause(clause, entry) });
    } else item.children.replace(clause.clauses.map((inner, i) => this.clauseItem(inner, item.id, of, i)));
    return item;
  }

  /** Returns what the clause of an item lacks. */
  lackOf(item: vscode.TestItem): LackOfProgram | undefined {
    return this.leaves.get(item)?.lack;
  }

  /** Lets the menus of the view offer what can be done only where something is missing. */
  private tellLacking(): void {
    const open: string[] = [];
    const all: string[] = [];
    const visit = (item: vscode.TestItem): void => {
      const leaf = this.leaves.get(item);
      if (leaf) all.push(item.id);
      if (leaf && leaf.clause.status !== 'met' && !leaf.clause.ignored) open.push(item.id);
      for (const [, child] of item.children) visit(child);
    };
    for (const [, item] of this.controller.items) visit(item);
    void vscode.commands.executeCommand('setContext', 'cred.clauses', all);
    void vscode.commands.executeCommand('setContext', 'cred.openClauses', open);
  }

  /** Makes a test item. The view sorts items by position first; the index keeps the order of items at the same position. */
  private itemAt(id: string, label: string, { uri, range }: FilePlace, index: number): vscode.TestItem {
    const { asUri, asRange } = this.server.client.protocol2CodeConverter;
    const item = this.controller.createTestItem(id, label, asUri(uri));
    item.range = asRange(range);
    item.sortText = String(index).padStart(4, '0');
    return item;
  }

  /** Judges every program by the standards that it seeks or holds. */
  async runAll(): Promise<void> {
    const { token } = new vscode.CancellationTokenSource();
    await this.refresh();
    await this.judge(new vscode.TestRunRequest(), token);
  }

  private async run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    if (request.continuous) {
      this.continuous.set(request, token);
      token.onCancellationRequested(() => this.continuous.delete(request));
    }
    await this.judge(request, token);
  }

  /** Judges what a request names; without names, what is sought or held. */
  async judge(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    if (this.entries.length === 0) await this.first();
    for (const [, item] of this.controller.items) if (item.children.size === 0) await this.fill(item);
    const run = this.controller.createTestRun(request, t('Standards'), false);
    this.results.clear();
    const asked = new Set(request.include?.map(({ id }) => id));
    const excluded = new Set(request.exclude?.map(({ id }) => id));
    const visit = (item: vscode.TestItem, wanted: boolean): void => {
      if (excluded.has(item.id) || token.isCancellationRequested) return;
      const within = wanted || asked.has(item.id);
      const leaf = this.leaves.get(item);
      if (leaf && within) this.tell(run, item, leaf);
      // A program that names no standard is judged by all that fit, if it is asked for by itself.
      const some = [...item.children].some(([, child]) => isSought(this.claims.get(child)));
      for (const [, child] of item.children)
        visit(child, within && (!this.claims.has(child) || isSought(this.claims.get(child)) || (asked.has(item.id) && !some)));
    };
    for (const [, item] of this.controller.items) visit(item, asked.size === 0);
    if (this.results.size === 0)
      run.appendOutput(`${t('No program here seeks or holds a standard. Run a standard by itself to be judged by it.')}\r\n`);
    run.end();
  }

  private tell(run: vscode.TestRun, item: vscode.TestItem, { clause, place }: ClauseLeaf): void {
    const { status, ignored } = clause;
    const said = ignored ? t('Set aside: {0}', ignored.reason || t('no reason is given')) : statusInWords(status);
    run.started(item);
    run.appendOutput(`${titleOf(clause)}: ${said}\r\n`, undefined, item);
    if (status === 'open' || ignored) {
      this.results.set(item.id, 'skipped');
      return run.skipped(item);
    }
    if (status === 'met' || status === 'attested') {
      this.results.set(item.id, 'passed');
      return run.passed(item, 0);
    }
    this.results.set(item.id, 'failed');
    const message = new vscode.TestMessage(
      t('"{0}" is {1}.', titleOf(clause), statusInWords(status)) + (lacking(clause) ? `\n${lacking(clause)}` : ''),
    );
    const { asLocation } = this.server.client.protocol2CodeConverter;
    message.location = asLocation(place);
    run.failed(item, message, 0);
  }
}
