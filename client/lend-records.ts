/** Lends the server records of other systems that an assistant imports: it finds and reads them, and parses sheets and documents. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ReadFiles } from '../exchange/import.ts';
import { IMPORT_ENDINGS, isRecord } from '../exchange/targets.ts';
import type { NamedRecord } from '../server/assistant-records.ts';

/** The most files of a folder that are imported at once. */
const MOST = 500;

/** Answers the server's requests for records. */
export function lendRecords(client: BaseLanguageClient): vscode.Disposable[] {
  const { asUri } = client.protocol2CodeConverter;
  return [
    client.onRequest('cred/listRecords', async ({ uri }: { uri: string }) => {
      const place = asUri(uri);
      const stat = await vscode.workspace.fs.stat(place).then(
        found => found,
        () => undefined,
      );
      if (!stat) return null;
      if (!(stat.type & vscode.FileType.Directory)) return { folder: false, uris: [uri] };
      const pattern = new vscode.RelativePattern(place, `**/*.{${IMPORT_ENDINGS.join(',')}}`);
      const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**', MOST);
      const uris = found.filter(one => isRecord(one.path)).map(one => client.code2ProtocolConverter.asUri(one));
      return { folder: true, uris: uris.sort() };
    }),
    // The readers of sheets and documents are evaluated only now.
    client.onRequest('cred/readRecords', async ({ records }: { records: readonly NamedRecord[] }): Promise<ReadFiles[]> => {
      const { inputsFrom } = await import('../host/import-inputs.ts');
      return Promise.all(
        records.map(async one => {
          try {
            const bytes = 'text' in one ? new TextEncoder().encode(one.text) : await vscode.workspace.fs.readFile(asUri(one.uri));
            return inputsFrom(one.path, bytes);
          } catch (error) {
            return { inputs: [], problems: [{ file: one.path, at: '', why: String((error as Error).message) }] };
          }
        }),
      );
    }),
  ];
}
