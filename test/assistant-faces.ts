/** Asks the tools for assistants through both of their faces: `cred mcp`, and the language server as VS Code uses it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { isRecord } from '../exchange/targets.ts';
import { inputsFrom } from '../host/import-inputs.ts';
import type { AssistantAnswer } from '../server/assistant.ts';
import type { NamedRecord } from '../server/assistant-records.ts';
import { Client as EditorClient } from './client.ts';
import { CRED } from './command.ts';

/** What a tool said, and whether it refused. */
export interface Said {
  readonly text: string;
  readonly isError: boolean;
}

/** Both faces on one folder. */
export class Faces {
  private constructor(
    private readonly assistant: Client,
    readonly editor: EditorClient,
  ) {}

  static async on(folder: string): Promise<Faces> {
    const assistant = new Client({ name: 'test', version: '1' });
    await assistant.connect(new StdioClientTransport({ command: process.execPath, args: [CRED, 'mcp', folder], stderr: 'pipe' }));
    const editor = await EditorClient.start(folder);
    // What the extension does with the interface of VS Code; that it does is tested in VS Code.
    editor.connection.onRequest('cred/listRecords', ({ uri }: { uri: string }) => {
      const place = fileURLToPath(uri);
      const stats = statSync(place, { throwIfNoEntry: false });
      if (!stats) return null;
      if (!stats.isDirectory()) return { folder: false, uris: [uri] };
      const names = readdirSync(place).sort().filter(isRecord);
      return { folder: true, uris: names.map(one => pathToFileURL(path.join(place, one)).href) };
    });
    editor.connection.onRequest('cred/readRecords', ({ records }: { records: readonly NamedRecord[] }) =>
      records.map(one => inputsFrom(one.path, 'text' in one ? new TextEncoder().encode(one.text) : readFileSync(fileURLToPath(one.uri)))),
    );
    return new Faces(assistant, editor);
  }

  async inAssistant(tool: string, given: unknown): Promise<Said> {
    const { content, isError } = await this.assistant.callTool({ name: tool, arguments: given as Record<string, unknown> });
    return { text: (content as { text: string }[]).map(one => one.text).join('\n'), isError: isError === true };
  }

  async inEditor(tool: string, given: unknown, isTrusted = true): Promise<Said> {
    const { text, isError } = await this.editor.request<AssistantAnswer>('cred/assistant', { tool, given, isTrusted });
    return { text, isError };
  }

  async close(): Promise<void> {
    await this.assistant.close();
    await this.editor.stop();
  }
}
