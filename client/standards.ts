import type { TextDocumentContentProvider } from 'vscode';
import type { Server } from './server.ts';

/** The built-in standards, which a reference opens read-only: `cred-standard:/NCCA-2021.cred`. */
export function standards(server: Server): TextDocumentContentProvider {
  return {
    provideTextDocumentContent: uri => server.request<string>('cred/standardText', { uri: uri.toString() }),
  };
}
