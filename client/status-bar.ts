/** Shows the program under the cursor in the status bar: its kind, and how ready it is for its first standard. */
import * as vscode from 'vscode';
import { shareOf } from './clause-words.ts';
import { kindInWords } from './programs.ts';
import type { Standing } from './programs-of.ts';
import type { Server } from './server.ts';

const t = vscode.l10n.t;

/** The item in the status bar. */
export class StatusBar implements vscode.Disposable {
  readonly item = vscode.window.createStatusBarItem('cred.program', vscode.StatusBarAlignment.Right, 101);
  private readonly all: vscode.Disposable[];
  /** The number of the latest request; the answers to older ones are not shown. */
  private latest = 0;

  constructor(private readonly server: Server) {
    this.item.name = t('Cred: program under the cursor');
    this.item.command = 'cred.showProfile';
    this.all = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) void this.update();
      }),
      server.changed(() => this.update()),
    ];
  }

  dispose(): void {
    for (const one of this.all) one.dispose();
  }

  private async update(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const mine = ++this.latest;
    if (editor?.document.languageId !== 'cred' || !this.server.client.isRunning()) return this.item.hide();
    const { asUri, asPosition } = this.server.client.code2ProtocolConverter;
    const standing = await this.server
      .request<Standing | null>('cred/standing', { uri: asUri(editor.document.uri), position: asPosition(editor.selection.active) })
      .catch(() => null);
    if (mine !== this.latest) return;
    if (!standing) return this.item.hide();
    this.item.text = textOf(standing);
    this.item.tooltip = tooltipOf(standing);
    this.item.accessibilityInformation = { label: tooltipOf(standing) };
    this.item.show();
  }
}

/** Returns a text such as "CWT: certification, NCCA-2021: 12 of 23 met", in the words and numbers of the profile. */
function textOf({ program, readiness: [first] }: Standing): string {
  const ready = first && first.claim !== 'asked' ? `, ${first.standard}: ${shareOf(first)}` : '';
  return `$(checklist) ${program.name ?? program.label}: ${kindInWords(program.kind)}${ready}`;
}

function tooltipOf({ program, readiness, findings, holes }: Standing): string {
  const ready = readiness.map(one => `${one.standard}: ${shareOf(one)}`);
  const found = t('{0} errors, {1} warnings, {2} still to be stated', findings.error, findings.warning, holes.length);
  return [program.label, found, ...ready, t('Opens its profile.')].join('\n');
}
