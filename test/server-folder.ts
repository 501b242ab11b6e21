/** Provides a folder of `.cred` files with a client of the built server, for the tests of the server. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { applyEdits } from '../language/findings/finding.ts';
import { Lines } from '../language/model/lines.ts';

export const CERTIFICATION = `certification CWT "Widget Technician" {
  owner: ABWP
  goal: acquire-competence
}
`;
export const OWNER = `organization ABWP "American Board of Widget Professionals" {
  website: "https://abwp.example"
}
`;

/** A temporary folder of a test. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'cred-server-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, text] of Object.entries(files)) this.put(name, text);
  }

  at(name: string): string {
    return path.join(this.path, name);
  }
  uri(name: string): string {
    return pathToFileURL(this.at(name)).href;
  }
  put(name: string, text: string | Uint8Array): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), text);
  }
  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(one => one.code);
export const has = (code: string) => (diagnostics: readonly Diagnostic[]) => codes(diagnostics).includes(code);
export const hasNot = (code: string) => (diagnostics: readonly Diagnostic[]) => !codes(diagnostics).includes(code);

/** Returns the position of words in a text, or the position `inside` characters after their beginning. */
export function place(text: string, words: string, inside = 0): { line: number; character: number } {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`no "${words}" in the text`);
  return new Lines(text).position(at + inside);
}

/** Returns a text after edits in the protocol's form. */
export function after(text: string, edits: readonly TextEdit[]): string {
  const lines = new Lines(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), text: newText })),
  );
}
