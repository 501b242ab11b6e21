import type { TextDocumentContentProvider } from 'vscode';
import type { Server } from './server.ts';

/** Provides the read-only texts of built-in standards, which references open: `cred-standard:/NCCA-2021.cred`. */
export function standards(server: Server): TextDocumentContentProvider {
  return {
    provideTextDocumentContent: uri => server.request<string>('cred/standardText', { uri: uri.toString() }),
  };
}
