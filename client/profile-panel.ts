/**
 * Shows the profile beside the editor. It follows the cursor from program to program, and updates after each edit as soon as the findings
 * are there.
 */
import * as vscode from 'vscode';
import type { Position } from 'vscode-languageclient';
import type { Act } from '../report/face.ts';
import { panelPage } from '../report/panel-page.ts';
import { act } from './act.ts';
import type { Server } from './server.ts';
import { showAt } from './show-program.ts';

interface ShownProfile {
  readonly program: string | number;
  readonly label: string;
  readonly html: string;
}

type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'jump'; readonly uri: string; readonly line: number; readonly character: number }
  | { readonly type: 'act'; readonly does: Act; readonly id: string; readonly at?: Position };

const VIEW = 'cred.profile';
const t = vscode.l10n.t;

/** The panel with the profile of one program. */
export class ProfilePanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private ready = false;
  /** The file that is shown, as the server spells its address. */
  private uri: string | undefined;
  private position: Position | undefined;
  private latest = 0;
  /** The profile that was last sent to the page. */
  shown: ShownProfile | undefined;
  private readonly all: vscode.Disposable[];

  constructor(
    private readonly server: Server,
    private readonly home: vscode.Uri,
  ) {
    this.all = [
      vscode.window.onDidChangeActiveTextEditor(editor => this.follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      // Any file may change what is shown, because owners and standards can be in other files.
      server.changed(() => void this.refresh()),
      vscode.window.registerWebviewPanelSerializer(VIEW, {
        deserializeWebviewPanel: async panel => {
          this.adopt(panel);
          this.follow(vscode.window.activeTextEditor ?? credEditors()[0]);
        },
      }),
    ];
  }

  dispose(): void {
    this.panel?.dispose();
    for (const one of this.all) one.dispose();
  }

  /** Opens the panel, or brings it to the front. */
  show(): void {
    if (this.panel) this.panel.reveal(undefined, true);
    else {
      const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      if (vscode.window.activeTextEditor) keepInSight(vscode.window.activeTextEditor);
      this.adopt(vscode.window.createWebviewPanel(VIEW, t('Profile'), where, this.options));
    }
    this.follow(vscode.window.activeTextEditor ?? credEditors()[0]);
  }

  private get options(): vscode.WebviewPanelOptions & vscode.WebviewOptions {
    return { enableScripts: true, enableFindWidget: true, localResourceRoots: [vscode.Uri.joinPath(this.home, 'dist')] };
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    this.ready = false;
    panel.iconPath = vscode.Uri.joinPath(this.home, 'icons/cred.png');
    panel.webview.options = this.options;
    panel.webview.onDidReceiveMessage((message: FromPage) => this.hear(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.shown = undefined;
    });
    const file = (name: string): string => panel.webview.asWebviewUri(vscode.Uri.joinPath(this.home, 'dist', name)).toString();
    panel.webview.html = panelPage({
      script: file('panel.js'),
      style: file('panel.css'),
      nonce: nonce(),
      cspSource: panel.webview.cspSource,
      title: t('Profile'),
      waiting: t('Reading the program…'),
    });
  }

  /** Does what the page asks for. */
  hear(message: FromPage): void {
    if (message.type === 'ready') {
      this.ready = true;
      if (this.shown) this.send(this.shown);
      else void this.refresh();
    } else if (message.type === 'jump') {
      const start = { line: message.line, character: message.character };
      void showAt(this.server, { uri: message.uri, range: { start, end: start } });
    } else if (this.shown && this.uri !== undefined) {
      const { does, id, at } = message;
      void act(this.server, does, { uri: this.uri, program: this.shown.program, id, ...(at && { at }) });
    }
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    if (!this.panel || !editor || editor.document.languageId !== 'cred') return;
    const { asUri, asPosition } = this.server.client.code2ProtocolConverter;
    this.uri = asUri(editor.document.uri);
    this.position = asPosition(editor.selection.active);
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    if (!this.panel || !this.uri || !this.position) return;
    const mine = ++this.latest;
    const { uri, position } = this;
    const profile = await this.server.request<ShownProfile | null>('cred/profile', { uri, position }).catch(() => null);
    if (mine !== this.latest || !this.panel || !profile) return;
    const same = this.shown?.html === profile.html;
    this.shown = profile;
    this.panel.title = t('Profile of {0}', profile.label);
    if (!same) this.send(profile);
  }

  private send(profile: ShownProfile): void {
    if (this.ready) void this.panel?.webview.postMessage({ type: 'profile', html: profile.html });
  }
}

const credEditors = (): readonly vscode.TextEditor[] =>
  vscode.window.visibleTextEditors.filter(({ document }) => document.languageId === 'cred');

function nonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(18))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The milliseconds within which an editor has its new width. */
const LAID_OUT = 700;

/** Keeps the cursor's line in sight while an editor gets narrower: its lines wrap anew, and the line might be pushed out. */
function keepInSight(editor: vscode.TextEditor): void {
  const listener = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
    if (textEditor === editor) editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  });
  setTimeout(() => listener.dispose(), LAID_OUT);
}
