/**
 * Offers Cred to the assistants of the editor: its tools, and on a desktop its server of the Model Context Protocol. Older editors lack
 * these interfaces; there nothing is offered.
 */
import * as vscode from 'vscode';
import type { AssistantAnswer } from '../server/assistant.ts';
import type { Server } from './server.ts';

/** A contributed tool in the manifest, which `npm run generate` makes from the tools. */
interface ContributedTool {
  readonly name: string;
}

interface ToolInvocation {
  readonly input: { readonly write?: unknown };
}

/** The part of VS Code's interface that is newer than the oldest editor that the extension supports. */
interface NewerInterface {
  readonly lm?: {
    registerTool?(name: string, tool: object): vscode.Disposable;
    registerMcpServerDefinitionProvider?(id: string, provider: object): vscode.Disposable;
  };
  readonly LanguageModelToolResult?: new (parts: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    given: readonly string[],
    environment: Readonly<Record<string, string>>,
    version: string,
  ) => { cwd?: vscode.Uri };
}

const editor = vscode as unknown as NewerInterface;

/** Whether the editor is 1.101 or newer. Earlier ones have some of these functions, too, but refuse to run them. */
function isNewEnough(): boolean {
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= 101);
}

/** Registers the tools; they read the workspace as the editor shows it. A change is confirmed by the user before it is made. */
export function offerTools(context: vscode.ExtensionContext, server: Server): vscode.Disposable[] {
  const { lm, LanguageModelToolResult, LanguageModelTextPart } = editor;
  if (!isNewEnough() || !lm?.registerTool || !LanguageModelToolResult || !LanguageModelTextPart) return [];
  const tools = (context.extension.packageJSON.contributes?.languageModelTools ?? []) as readonly ContributedTool[];
  return tools.map(({ name }) =>
    lm.registerTool!(name, {
      prepareInvocation({ input }: ToolInvocation) {
        if (input.write !== true) return undefined;
        return {
          confirmationMessages: {
            title: vscode.l10n.t('Change programs?'),
            message: vscode.l10n.t('An assistant wants Cred to change .cred files. The change can be undone in each file.'),
          },
        };
      },
      async invoke({ input }: ToolInvocation) {
        const answer = await server.request<AssistantAnswer>('cred/assistant', {
          tool: name.replace(/^cred_/, ''),
          given: input,
          isTrusted: vscode.workspace.isTrusted,
        });
        if (answer.isError) throw new Error(answer.text);
        if (answer.edit && !(await server.apply(answer.edit))) throw new Error(vscode.l10n.t('The change was refused by the editor.'));
        return new LanguageModelToolResult([new LanguageModelTextPart(answer.text)]);
      },
    }),
  );
}

/** What the editor asks for the servers that it may start. */
export interface McpServers {
  provideMcpServerDefinitions(): readonly object[];
}

/**
 * Tells the editor of a server for each opened folder of the disk; the server only reads, and opens no connection. Returns undefined
 * where the editor has no such interface.
 */
export function offerMcp(context: vscode.ExtensionContext): McpServers | undefined {
  const { lm, McpStdioServerDefinition } = editor;
  if (!isNewEnough() || !lm?.registerMcpServerDefinitionProvider || !McpStdioServerDefinition) return undefined;
  const changed = new vscode.EventEmitter<void>();
  const serverFor = ({ name, uri }: vscode.WorkspaceFolder) =>
    new McpStdioServerDefinition(
      `Cred: ${name}`,
      process.execPath,
      [context.asAbsolutePath('dist/assistant.mjs'), uri.fsPath],
      // The editor's own program runs the script as Node would.
      { ELECTRON_RUN_AS_NODE: '1' },
      String(context.extension.packageJSON.version),
    );
  const servers = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(serverFor),
  };
  try {
    context.subscriptions.push(lm.registerMcpServerDefinitionProvider('cred.mcp', servers));
  } catch {
    return undefined; // VS Code 1.100 has the function, but another name for it in the manifest.
  }
  context.subscriptions.push(
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
  );
  return servers;
}
