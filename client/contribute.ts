/** Registers the extension's commands and views, wherever the server runs. */
import * as vscode from 'vscode';
import type { Act } from '../report/face.ts';
import { act, type LackOfProgram } from './act.ts';
import { type McpServers, offerTools } from './assistants.ts';
import { Clauses } from './clauses.ts';
import { type ComparedWith, Comparisons, compare } from './compare.ts';
import { exportProgram, importFile, writeSelfStudy } from './exchange.ts';
import { explainRule, rulePages } from './explain-rule.ts';
import { firstStart } from './first-start.ts';
import { lendRecords } from './lend-records.ts';
import { newProgram } from './new-program.ts';
import { nextQuestion } from './next-question.ts';
import { dropOffers, pasteOffers, pasteTable } from './paste.ts';
import { ProfilePanel } from './profile-panel.ts';
import { lackOf, Programs, type TreeNode } from './programs.ts';
import { writeReport } from './report.ts';
import { reportProblem, type ShownText } from './report-problem.ts';
import { openSample } from './sample.ts';
import type { Server } from './server.ts';
import { showAt, showProgram } from './show-program.ts';
import { standards } from './standards.ts';
import { StatusBar } from './status-bar.ts';
import { whatIf } from './what-if.ts';
import { whichProgram } from './which-program.ts';

/** The interface for other extensions and for tests. */
export interface CredExtension {
  /** The clauses of standards as tests. */
  readonly clauses: Clauses;
  readonly profile: ProfilePanel;
  readonly programs: Programs;
  readonly statusBar: StatusBar;
  /** The servers that the editor may start for its assistants, where it has this interface. */
  readonly mcp?: McpServers;
}

/** Registers everything and returns the extension's interface. */
export function contribute(context: vscode.ExtensionContext, server: Server): CredExtension {
  const cred: CredExtension = {
    clauses: new Clauses(server),
    profile: new ProfilePanel(server, context.extensionUri),
    programs: new Programs(server),
    statusBar: new StatusBar(server),
  };
  /** Acts on what a view shows: a node of the tree, a test, or what another caller names. */
  const acting =
    (does: Act) =>
    (of?: TreeNode | vscode.TestItem | LackOfProgram, given?: unknown): Promise<void> | undefined => {
      const lack = of && ('busy' in of ? cred.clauses.lackOf(of) : 'type' in of ? lackOf(of) : of);
      return lack && act(server, does, lack, typeof given === 'string' || given instanceof vscode.Uri ? given : undefined);
    };
  const comparisons = new Comparisons();
  const commands: Readonly<Record<string, (...given: never[]) => unknown>> = {
    newProgram: (wanted?: object) => newProgram(server, wanted),
    whichProgram: (given?: Record<string, string>) => whichProgram(server, context.workspaceState, given),
    nextQuestion: (where?: never) => nextQuestion(server, where),
    compare: (given?: ComparedWith) => compare(server, comparisons, given),
    whatIf: (kind?: string) => whatIf(server, kind),
    explainRule: (rule?: string) => explainRule(server, rule),
    showProgram: (uri: string, range: never) => showProgram(server, uri, range),
    showAt: (where: never) => showAt(server, where),
    addLacking: acting('add'),
    attachEvidence: acting('attest'),
    explainLacking: acting('explain'),
    ignoreLacking: acting('ignore'),
    showProfile: () => cred.profile.show(),
    refreshPrograms: () => cred.programs.refresh(),
    writeReport: (target?: vscode.Uri) => writeReport(server, target),
    export: (to?: string) => exportProgram(server, to),
    import: (file?: vscode.Uri) => importFile(server, file),
    selfStudy: (target?: vscode.Uri) => writeSelfStudy(server, target),
    pasteTable: (copied?: string, choice?: 'cred' | 'plain') => pasteTable(server, copied, choice),
    openSample: () => openSample(context.extensionUri),
    reportProblem: (given?: ShownText) => reportProblem(context, given),
    restart: () => server.restart(),
  };
  context.subscriptions.push(
    cred.clauses,
    cred.profile,
    cred.programs,
    cred.statusBar,
    ...pasteOffers(server),
    dropOffers(server),
    ...offerTools(context, server),
    ...lendRecords(server.client),
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`cred.${name}`, TAKE_FILE.has(name) ? run : onFile(run)),
    ),
    vscode.workspace.registerTextDocumentContentProvider('cred-standard', standards(server)),
    vscode.workspace.registerTextDocumentContentProvider('cred-page', rulePages(server)),
    vscode.workspace.registerTextDocumentContentProvider('cred-compare', comparisons),
  );
  // Only who has installed it starts it for the first time: tests and development start anew each time.
  if (context.extensionMode === vscode.ExtensionMode.Production) void firstStart(context.globalState);
  return cred;
}

/** Commands whose argument may be the address of a file. */
const TAKE_FILE: ReadonlySet<string> = new Set(['writeReport', 'import', 'selfStudy']);

/** Lets a menu run a command: menus pass the address of their file, which is shown in an editor, where the command finds it. */
const onFile =
  (run: (...given: never[]) => unknown) =>
  async (...given: never[]): Promise<unknown> => {
    const file: unknown = given[0];
    if (!(file instanceof vscode.Uri)) return run(...given);
    if (vscode.window.activeTextEditor?.document.uri.toString() !== file.toString()) await vscode.window.showTextDocument(file);
    return run();
  };
