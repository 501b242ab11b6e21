/** Fills the Programs view: owner → program → standard → clause. */
import * as vscode from 'vscode';
import type { LackOfProgram } from './act.ts';
import { actsFor, iconOf, lacking, lackOfClause, shareOf, statusInWords, titleOf } from './clause-words.ts';
import {
  type ClauseState,
  type FilePlace,
  idOf,
  type ProgramEntry,
  programsOf,
  type Readiness,
  type Standing,
  standingOf,
} from './programs-of.ts';
import type { Server } from './server.ts';

export type TreeNode =
  | {
      readonly type: 'owner';
      readonly id: string;
      readonly label: string;
      readonly at?: FilePlace;
      readonly programs: readonly ProgramEntry[];
    }
  | { readonly type: 'program'; readonly id: string; readonly entry: ProgramEntry }
  | {
      readonly type: 'standard';
      readonly id: string;
      readonly readiness: Readiness;
      readonly standing: Standing;
      readonly entry: ProgramEntry;
    }
  | { readonly type: 'clause'; readonly id: string; readonly clause: ClauseState; readonly of: ClauseOwner };

/** The program and the claim that a clause is judged for. */
interface ClauseOwner {
  readonly entry: ProgramEntry;
  readonly claim: Readiness['claim'];
}

const t = vscode.l10n.t;

/** The tree of the workspace's programs. */
export class Programs implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  private readonly all: vscode.Disposable[];
  /** The view; its message says that the programs are being read, until they are. */
  readonly view: vscode.TreeView<TreeNode>;

  constructor(private readonly server: Server) {
    const view = vscode.window.createTreeView<TreeNode>('cred.programs', { treeDataProvider: this, showCollapseAll: true });
    this.view = view;
    // Nobody types into the tree, so several edits in a row cause one refresh.
    let waits = false;
    const soon = (): void => {
      if (waits || !view.visible) return;
      waits = true;
      setTimeout(() => {
        waits = false;
        this.refresh();
      }, 200);
    };
    this.all = [view, this.changes, server.changed(soon), view.onDidChangeVisibility(soon)];
  }

  refresh(): void {
    this.changes.fire(undefined);
  }

  dispose(): void {
    for (const one of this.all) one.dispose();
  }

  /** Reads the programs once the server runs. Meanwhile the view says so, since an empty tree would say that there are none. */
  private async read(): Promise<readonly ProgramEntry[]> {
    this.view.message = t('Reading the programs…');
    try {
      await this.server.ready();
      const programs = this.server.client.isRunning() ? await programsOf(this.server) : undefined;
      this.view.message = programs ? undefined : t('The Cred language server is not running.');
      return programs ?? [];
    } catch (error) {
      this.view.message = t('The programs could not be read: {0}', String((error as Error).message));
      return [];
    }
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (!node) return owners(await this.read());
    switch (node.type) {
      case 'owner':
        return node.programs.map(entry => ({ type: 'program', id: idOf(entry), entry }));
      case 'program': {
        const standing = await standingOf(this.server, node.entry);
        return (standing?.readiness ?? []).map(readiness => ({
          type: 'standard',
          id: `${node.id} ${readiness.standard}`,
          readiness,
          standing: standing!,
          entry: node.entry,
        }));
      }
      case 'standard':
        return clauseNodes(node.readiness.clauses, node.id, { entry: node.entry, claim: node.readiness.claim });
      case 'clause':
        return clauseNodes(node.clause.clauses, node.id, node.of);
    }
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const item = this.itemOf(node);
    item.id = node.id;
    return item;
  }

  private itemOf(node: TreeNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    switch (node.type) {
      case 'owner':
        return { label: node.label, collapsibleState: Expanded, iconPath: new vscode.ThemeIcon('organization'), ...leadsTo(node.at) };
      case 'program': {
        const { label, kind, status, uri, range } = node.entry;
        const description = status === 'operating' ? kindInWords(kind) : `${kindInWords(kind)}, ${status}`;
        const icon = new vscode.ThemeIcon(KIND_ICONS[kind] ?? 'question');
        return { label, description, collapsibleState: Collapsed, iconPath: icon, contextValue: 'program', ...leadsTo({ uri, range }) };
      }
      case 'standard': {
        const { title, standard, at } = node.readiness;
        const tooltip = [title, shareOf(node.readiness), claimInWords(node.readiness.claim)].join('\n');
        return {
          label: standard,
          description: shareOf(node.readiness),
          tooltip,
          collapsibleState: Collapsed,
          iconPath: new vscode.ThemeIcon('law'),
          ...leadsTo(at ?? node.standing.program.at),
        };
      }
      case 'clause': {
        const { clause } = node;
        const description = statusInWords(clause.status);
        return {
          label: titleOf(clause),
          description,
          tooltip: lacking(clause) || description,
          collapsibleState: clause.clauses.length > 0 ? Collapsed : None,
          iconPath: iconOf(clause.status),
          contextValue: ['clause', ...actsFor(clause, node.of.claim)].join(' '),
          accessibilityInformation: { label: `${titleOf(clause)}, ${description}` },
          ...leadsTo(clause.features.flatMap(({ at }) => at)[0] ?? clause.evidence[0]?.at ?? clause.at),
        };
      }
    }
  }
}

const clauseNodes = (clauses: readonly ClauseState[], above: string, of: ClauseOwner): TreeNode[] =>
  clauses.map(clause => ({ type: 'clause', id: `${above}.${clause.name}`, clause, of }));

/** Returns what a node's clause lacks; `undefined` for other nodes. */
export const lackOf = (node: TreeNode | undefined): LackOfProgram | undefined =>
  node?.type === 'clause' ? lackOfClause(node.clause, node.of.entry) : undefined;

/** Groups programs by owner, sorted by label; programs without a known owner come last. */
function owners(entries: readonly ProgramEntry[]): TreeNode[] {
  const by = new Map<string, ProgramEntry[]>();
  for (const entry of entries) {
    const key = entry.owner ? `${entry.owner.uri}#${entry.owner.name}` : '';
    by.set(key, [...(by.get(key) ?? []), entry]);
  }
  return [...by]
    .map(([id, programs]): TreeNode => {
      const owner = programs[0]!.owner;
      const at = owner && { uri: owner.uri, range: owner.range };
      return { type: 'owner', id: `owner ${id}`, label: owner?.label ?? t('Owner not stated'), ...(at && { at }), programs };
    })
    .sort((a, b) => Number(a.id === 'owner ') - Number(b.id === 'owner ') || (a.id < b.id ? -1 : 1));
}

const leadsTo = (where: FilePlace | undefined): { command?: vscode.Command } =>
  where ? { command: { command: 'cred.showAt', title: t('Show in the file'), arguments: [where] } } : {};

const KIND_ICONS: Readonly<Record<string, string>> = { certification: 'verified', certificate: 'mortar-board', attendance: 'person' };

/** Returns the name of a program's kind. */
export function kindInWords(kind: string): string {
  switch (kind) {
    case 'certification':
      return t('certification');
    case 'certificate':
      return t('certificate program');
    case 'attendance':
      return t('attendance program');
    default:
      return t('kind not decided');
  }
}

function claimInWords(claim: Readiness['claim']): string {
  switch (claim) {
    case 'planned':
      return t('Planned');
    case 'seeking':
      return t('Sought');
    case 'accredited':
      return t('Held');
    case 'lapsed':
      return t('Lapsed');
    case 'asked':
      return t('Not claimed');
  }
}
