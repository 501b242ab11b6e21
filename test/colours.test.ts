/** The grammar and the server give each word the same colour, so that nothing changes once the server has started. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';
import { semanticTokens } from '../language/services/tokens.ts';
import { projectOf } from './expect.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  contributes: { semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[] };
};
const SCOPES = manifest.contributes.semanticTokenScopes[0]!.scopes;

const grammar = (await createRegistry([{ scopeName: 'source.cred', path: path.join(root, 'syntaxes/cred.tmLanguage.json') }]).loadGrammar(
  'source.cred',
))!;

/** Returns the innermost scope of each word, by `line:column` of its beginning. */
function scopesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let state: ReturnType<typeof grammar.tokenizeLine>['ruleStack'] | null = null;
  for (const [line, source] of text.split(/\r?\n/).entries()) {
    const { tokens, ruleStack }: ReturnType<typeof grammar.tokenizeLine> = grammar.tokenizeLine(source, state);
    for (const { startIndex, scopes } of tokens) found.set(`${line}:${startIndex}`, scopes.at(-1)!);
    state = ruleStack;
  }
  return found;
}

const examples = readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.cred'));

test.each(examples)('%s', name => {
  const text = read(`examples/${name}`);
  const project = projectOf({ 'a.cred': text });
  const scopes = scopesOf(text);
  const tokens = semanticTokens(project.file('a.cred')!, project);
  expect(tokens.length).toBeGreaterThan(10);
  const differing = tokens.flatMap(({ line, character, length, type, modifiers }) => {
    // Token types that only Cred has keep the colour of the grammar.
    const wanted = SCOPES[modifiers.includes('declaration') ? `${type}.declaration` : type]?.[0];
    const scope = scopes.get(`${line}:${character}`) ?? 'none of its own';
    const word = text.split(/\r?\n/)[line]!.slice(character, character + length);
    return wanted === undefined || scope.startsWith(wanted.replace(/\.cred$/, '')) ? [] : [`${line + 1}: ${word}: ${scope}, but ${wanted}`];
  });
  expect(differing).toEqual([]);
});
