/** The built server as an editor meets it: over stdio, with files on disk, opened, edited, deleted, renamed and changed outside. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { applyEdits } from '../language/findings/finding.ts';
import { Lines } from '../language/model/lines.ts';
import { Client } from './client.ts';

const CERTIFICATION = `certification CWT "Widget Technician" {
  owner: ABWP
  goal: acquire-competence
}
`;
const OWNER = `organization ABWP "American Board of Widget Professionals" {
  website: "https://abwp.example"
}
`;

let folder: string;
let client: Client;
const uri = (name: string): string => pathToFileURL(path.join(folder, name)).href;
const put = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(one => one.code);
const has = (code: string) => (diagnostics: readonly Diagnostic[]) => codes(diagnostics).includes(code);
const hasNot = (code: string) => (diagnostics: readonly Diagnostic[]) => !codes(diagnostics).includes(code);
const outside = (changes: readonly { name: string; type: 1 | 2 | 3 }[]) =>
  client.notify('workspace/didChangeWatchedFiles', { changes: changes.map(({ name, type }) => ({ uri: uri(name), type })) });
const document = (name: string) => ({ textDocument: { uri: uri(name) } });

function place(text: string, words: string, inside = 0): { line: number; character: number } {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`no "${words}" in the text`);
  return new Lines(text).position(at + inside);
}

function after(text: string, edits: readonly TextEdit[]): string {
  const lines = new Lines(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), text: newText })),
  );
}

beforeAll(() => {
  if (!existsSync(path.resolve(import.meta.dirname, '../dist/server.cjs')))
    throw new Error('dist/server.cjs is not built: run "npm run build" first.');
});
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cred-server-'));
  put('a.cred', CERTIFICATION);
  put('owner/b.cred', OWNER);
  client = await Client.start(folder);
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('findings', () => {
  test('of a file that is not open, with code, page and place', async () => {
    const found = await client.findings(uri('a.cred'), has('certification/goal'));
    const goal = found.find(one => one.code === 'certification/goal')!;
    expect(goal.severity).toBe(1);
    expect(goal.source).toBe('cred');
    expect(goal.codeDescription?.href).toMatch(/docs\/rules\/certification\/goal\.md$/);
    expect(goal.range).toEqual({
      start: place(CERTIFICATION, 'acquire'),
      end: place(CERTIFICATION, 'acquire-competence', 'acquire-competence'.length),
    });
    expect(has('language/unresolved-reference')(found)).toBe(false);
  });

  test('follow an edit, and closing without saving takes them back', async () => {
    await client.open(uri('a.cred'), CERTIFICATION);
    await client.findings(uri('a.cred'), has('certification/goal'));
    const gone = client.published(uri('a.cred'), hasNot('certification/goal'));
    await client.replace(uri('a.cred'), place(CERTIFICATION, 'acquire'), place(CERTIFICATION, 'acquire', 7), 'validate');
    await gone;
    const back = client.published(uri('a.cred'), has('certification/goal'));
    await client.close(uri('a.cred'));
    await back;
  });

  test('of another file follow an edit that takes away a name', async () => {
    await client.findings(uri('a.cred'), has('certification/goal'));
    await client.open(uri('owner/b.cred'), OWNER);
    const unresolved = client.published(uri('a.cred'), has('language/unresolved-reference'));
    await client.replace(uri('owner/b.cred'), place(OWNER, 'ABWP'), place(OWNER, 'ABWP', 4), 'OTHER');
    await unresolved;
    const resolved = client.published(uri('a.cred'), hasNot('language/unresolved-reference'));
    await client.replace(uri('owner/b.cred'), place(OWNER, 'ABWP'), place(OWNER, 'ABWP', 5), 'ABWP');
    await resolved;
  });

  test('of a deleted file go, and references to it are reported', async () => {
    await client.findings(uri('a.cred'), has('certification/goal'));
    rmSync(path.join(folder, 'owner/b.cred'));
    const unresolved = client.published(uri('a.cred'), has('language/unresolved-reference'));
    await outside([{ name: 'owner/b.cred', type: 3 }]);
    await unresolved;
    rmSync(path.join(folder, 'a.cred'));
    const gone = client.published(uri('a.cred'), found => found.length === 0);
    await outside([{ name: 'a.cred', type: 3 }]);
    await gone;
  });

  test('move with a renamed file', async () => {
    await client.findings(uri('a.cred'), has('certification/goal'));
    renameSync(path.join(folder, 'a.cred'), path.join(folder, 'c.cred'));
    const gone = client.published(uri('a.cred'), found => found.length === 0);
    const come = client.published(uri('c.cred'), has('certification/goal'));
    await outside([
      { name: 'a.cred', type: 3 },
      { name: 'c.cred', type: 1 },
    ]);
    await Promise.all([gone, come]);
  });

  test('go with the folder that their files were in, and come with it under another name', async () => {
    put('gone/c.cred', CERTIFICATION);
    await outside([{ name: 'gone/c.cred', type: 1 }]);
    await client.findings(uri('gone/c.cred'), has('certification/goal'));
    const gone = client.published(uri('gone/c.cred'), found => found.length === 0);
    rmSync(path.join(folder, 'gone'), { recursive: true });
    await outside([{ name: 'gone', type: 3 }]);
    await gone;

    const unresolved = client.published(uri('a.cred'), has('language/unresolved-reference'));
    renameSync(path.join(folder, 'owner'), path.join(folder, 'body'));
    await outside([{ name: 'owner', type: 3 }]);
    await unresolved;
    const resolved = client.published(uri('a.cred'), hasNot('language/unresolved-reference'));
    await client.notify('workspace/didRenameFiles', { files: [{ oldUri: uri('owner'), newUri: uri('body') }] });
    await resolved;
  });

  test('of a file changed outside are those of its new text', async () => {
    await client.findings(uri('a.cred'), has('certification/goal'));
    put('a.cred', CERTIFICATION.replace('acquire', 'validate'));
    const gone = client.published(uri('a.cred'), hasNot('certification/goal'));
    await outside([{ name: 'a.cred', type: 2 }]);
    await gone;
  });

  test('name the other one where two blocks share a name', async () => {
    put('copy.cred', OWNER);
    const two = client.published(uri('copy.cred'), has('language/duplicate-name'));
    await outside([{ name: 'copy.cred', type: 1 }]);
    const duplicate = (await two).find(one => one.code === 'language/duplicate-name')!;
    expect(duplicate.relatedInformation?.[0]?.location.uri).toBe(uri('owner/b.cred'));
  });

  test('take the severity of cred.json, and follow its change', async () => {
    await client.findings(uri('a.cred'), has('certification/goal'));
    put('cred.json', '{ "rules": { "certification/*": "off" } }');
    const gone = client.published(uri('a.cred'), hasNot('certification/goal'));
    await outside([{ name: 'cred.json', type: 1 }]);
    await gone;
  });

  test('name a mistake in cred.json, and leave out what it excludes', async () => {
    await client.findings(uri('a.cred'), has('certification/goal'));
    const wrong = client.published(uri('cred.json'), has('language/config'));
    const gone = client.published(uri('a.cred'), found => found.length === 0);
    put('cred.json', '{ "ruels": {}, "exclude": ["a.cred"] }');
    await outside([{ name: 'cred.json', type: 1 }]);
    expect((await wrong)[0]!.range).toEqual({ start: { line: 0, character: 2 }, end: { line: 0, character: 9 } });
    await gone;
    const back = client.published(uri('a.cred'), has('certification/goal'));
    put('cred.json', '{ "overrides": [{ "programs": ["NEW"], "rules": {} }] }');
    const unknown = client.published(uri('cred.json'), has('language/config'));
    await outside([{ name: 'cred.json', type: 2 }]);
    await back;
    await unknown;
    // Names come and go in the editor too.
    const known = client.published(uri('cred.json'), found => found.length === 0);
    await client.open(uri('new.cred'), 'certification NEW "New" {}\n');
    await known;
    put('cred.json', '{ "overrides": [{ "files": ["drafts/"], "rules": {} }], "exclude": ["old/"] }');
    const none = client.published(uri('cred.json'), found => found.length === 2);
    await outside([{ name: 'cred.json', type: 2 }]);
    await none;
    // So do files.
    const one = client.published(uri('cred.json'), found => found.length === 1);
    put('drafts/d.cred', '');
    await outside([{ name: 'drafts/d.cred', type: 1 }]);
    await one;
    const all = client.published(uri('cred.json'), found => found.length === 0);
    put('old/o.cred', '');
    await outside([{ name: 'old/o.cred', type: 1 }]);
    await all;
    const again = client.published(uri('cred.json'), has('language/config'));
    rmSync(path.join(folder, 'drafts/d.cred'));
    await outside([{ name: 'drafts/d.cred', type: 3 }]);
    await again;
    put('cred.json', '{}');
    await outside([{ name: 'cred.json', type: 2 }]);
  });

  test('say which version of an open text they are of', async () => {
    await client.findings(uri('a.cred'), has('certification/goal'));
    expect(client.versions.get(uri('a.cred'))).toBeUndefined();
    const opened = client.published(uri('a.cred'));
    await client.open(uri('a.cred'), CERTIFICATION);
    await opened;
    const version = client.versions.get(uri('a.cred'))!;
    const edited = client.published(uri('a.cred'));
    await client.insert(uri('a.cred'), { line: 0, character: 0 }, '\n');
    await edited;
    expect(client.versions.get(uri('a.cred'))).toBe(version + 1);
    const closed = client.published(uri('a.cred'));
    await client.close(uri('a.cred'));
    await closed;
    expect(client.versions.get(uri('a.cred'))).toBeUndefined();
  });

  test.each([
    'untitled:Untitled-1',
    'file:///c%3A/Users/J%C3%BCrgen/my%20file%231.cred',
    'file://server/share/x.cred',
    'file:///100%.cred',
    'file:///a%00b.cred',
    'memory:x',
  ])('of a text at %s, and what is asked of it, come without a failure', async address => {
    const text = CERTIFICATION.replace('  goal', '  handbook { document: "evidence/plan.pdf" }\n  goal');
    const published = client.published(address, has('certification/goal'));
    await client.open(address, text);
    await published;
    const at = { textDocument: { uri: address }, position: place(text, 'goal', 1) };
    expect(await client.request<CompletionItem[]>('textDocument/completion', at)).not.toEqual([]);
    expect(JSON.stringify(await client.request<Hover>('textDocument/hover', at))).toContain('goal');
    const range = { start: at.position, end: at.position };
    expect(await client.request('textDocument/codeAction', { ...at, range, context: { diagnostics: [] } })).toEqual([]);
    expect(await client.request('textDocument/documentLink', at)).toEqual([]);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: address, type: 3 }] });
    const gone = client.published(address, found => found.length === 0);
    await client.close(address);
    await gone;
  });

  test('survive many quick edits', async () => {
    await client.open(uri('a.cred'), CERTIFICATION);
    const at = place(CERTIFICATION, 'Widget', 6);
    for (let i = 0; i < 100; i++) await client.insert(uri('a.cred'), at, i % 10 === 9 ? '"' : 'x');
    for (let i = 0; i < 100; i++) await client.replace(uri('a.cred'), at, { line: at.line, character: at.character + 1 }, '');
    const hover = await client.request<Hover>('textDocument/hover', { ...document('a.cred'), position: place(CERTIFICATION, 'goal') });
    expect(JSON.stringify(hover)).toContain('goal');
    expect(codes(await client.findings(uri('a.cred'), has('certification/goal')))).not.toContain('language/syntax');
  });
});

describe('what an editor asks for', () => {
  const TEXT = `certification CWT "Widget Technician" {
  owner: ABWP
  domain safety "Working safely" { weight: 60% }
  domain repair "Repairing" { weight: 40% }
  assessment exam "Examination" {
    measures: safety, repair
    items: 100
    duration: 180 minutes
    format: multiple-choice
  }
  accreditation { standard: NCCA-2021; status: seeking }
  handbook { document: "https://abwp.example/handbook" }
}
`;
  beforeEach(async () => {
    await client.findings(uri('a.cred'), has('certification/goal'));
    await client.open(uri('a.cred'), TEXT);
    await client.findings(uri('a.cred'), found => found.length > 0);
  });

  test('hover', async () => {
    const hover = await client.request<Hover>('textDocument/hover', { ...document('a.cred'), position: place(TEXT, 'assessment', 2) });
    expect(JSON.stringify(hover.contents).length).toBeGreaterThan(80);
  });

  test('completion', async () => {
    const list = await client.request<CompletionList | CompletionItem[]>('textDocument/completion', {
      ...document('a.cred'),
      position: place(TEXT, 'safety, repair', 8),
    });
    const items = Array.isArray(list) ? list : list.items;
    expect(items.map(item => item.label)).toContain('repair');
  });

  test('a key that is taken asks for its values, where the client has a command for it', async () => {
    const other = await Client.start(undefined, { settings: { suggest: 'show.suggestions' } });
    await other.open('untitled:a', TEXT);
    const asked = { textDocument: { uri: 'untitled:a' }, position: place(TEXT, '  owner') };
    const commands = (items: readonly CompletionItem[]): unknown[] =>
      ['goal', 'module'].map(label => items.find(item => item.label === label)!.command?.command);
    expect(commands(await other.request<CompletionItem[]>('textDocument/completion', asked))).toEqual(['show.suggestions', undefined]);
    await other.stop();
    const plain = await client.request<CompletionItem[]>('textDocument/completion', { ...asked, ...document('a.cred') });
    expect(commands(plain)).toEqual([undefined, undefined]);
  });

  test('all missing features are added as holes by one action', async () => {
    const head = place(TEXT, 'CWT');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      ...document('a.cred'),
      range: { start: head, end: head },
      context: { diagnostics: [] },
    });
    const all = actions.find(action => action.title.startsWith('Add all missing features of "Widget Technician"'))!;
    expect(all, actions.map(action => action.title).join('\n')).toBeDefined();
    const text = after(TEXT, all.edit!.changes![uri('a.cred')]!);
    expect(text).toMatch(/job-analysis \{/);
    const before = (await client.findings(uri('a.cred'))).filter(one => String(one.code).startsWith('certification/'));
    const next = client.published(uri('a.cred'));
    await client.notify('textDocument/didChange', { textDocument: { uri: uri('a.cred'), version: 99 }, contentChanges: [{ text }] });
    const now = await next;
    expect(before.filter(one => one.severity === 2).length).toBeGreaterThan(3);
    expect(now.filter(one => String(one.code).startsWith('certification/') && one.severity === 2).map(one => one.message)).toEqual([]);
    expect(codes(now)).not.toContain('language/syntax');
    expect(codes(now).filter(code => code === 'language/hole').length).toBeGreaterThan(5);
  });

  test('what an owner lacks is added to its own file', async () => {
    const text = 'certification Y "Other" {\n  owner: NEW\n  accreditation { standard: NCCA-2021; status: seeking }\n}\n';
    const owner = 'organization NEW "New owner" {\n}\n';
    await client.open(uri('new-owner.cred'), owner);
    await client.open(uri('other.cred'), text);
    const at = place(text, 'NCCA');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      ...document('other.cred'),
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const one = actions.find(({ title }) => title.endsWith('in new-owner.cred'))!;
    expect(Object.keys(one.edit!.changes!)).toEqual([uri('new-owner.cred')]);
    expect(after(owner, one.edit!.changes![uri('new-owner.cred')]!)).toMatch(/^organization NEW "New owner" \{\n {2}body/);
    const all = actions.find(({ title }) => title.startsWith('Add what NCCA-2021 still asks for'))!;
    expect(Object.keys(all.edit!.changes!).sort()).toEqual([uri('new-owner.cred'), uri('other.cred')]);
  });

  test('a finding can be ignored with a reason, and safe fixes can be applied together', async () => {
    const bad = TEXT.replace('items: 100', 'itmes: 100').replace('owner: ABWP', 'owner ABWP');
    await client.notify('textDocument/didChange', { textDocument: { uri: uri('a.cred'), version: 100 }, contentChanges: [{ text: bad }] });
    const at = place(bad, 'itmes');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      ...document('a.cred'),
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    expect(actions.map(action => action.title)).toContain('Ignore language/unknown-property here, with a reason');
    const [fixAll] = await client.request<CodeAction[]>('textDocument/codeAction', {
      ...document('a.cred'),
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    expect(after(bad, fixAll!.edit!.changes![uri('a.cred')]!)).toBe(TEXT);
  });

  test('definition, references and rename across files', async () => {
    const owner = { ...document('a.cred'), position: place(TEXT, 'ABWP') };
    const definition = await client.request<Location | Location[]>('textDocument/definition', owner);
    expect([definition].flat()[0]!.uri).toBe(uri('owner/b.cred'));
    const references = await client.request<Location[]>('textDocument/references', { ...owner, context: { includeDeclaration: true } });
    expect(references.map(one => one.uri).sort()).toEqual([uri('a.cred'), uri('owner/b.cred')]);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...owner, newName: 'BOARD' });
    expect(after(TEXT, edit.changes![uri('a.cred')]!)).toContain('owner: BOARD');
    expect(after(OWNER, edit.changes![uri('owner/b.cred')]!)).toContain('organization BOARD "');
    const standard = await client.request<Location | Location[]>('textDocument/definition', {
      ...document('a.cred'),
      position: place(TEXT, 'NCCA'),
    });
    const target = [standard].flat()[0]!.uri;
    expect(target).toBe('cred-standard:/NCCA-2021.cred');
    expect(await client.request<string>('cred/standardText', { uri: target })).toContain('standard NCCA-2021');
    await expect(client.request('cred/standardText', { uri: 'cred-standard:/constructor.cred' })).rejects.toThrow(/no built-in standard/);
    await expect(
      client.request('textDocument/rename', { ...document('a.cred'), position: place(TEXT, 'NCCA'), newName: 'X' }),
    ).rejects.toThrow();
    await expect(client.request('textDocument/rename', { ...owner, newName: 'two words' })).rejects.toThrow();
  });

  test('symbols, folding, selection, links, highlights', async () => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', document('a.cred'));
    expect(symbols[0]!.children!.length).toBeGreaterThan(4);
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'widget' });
    expect(found.length).toBeGreaterThanOrEqual(2);
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', document('a.cred'));
    expect(folds).toEqual(expect.arrayContaining([expect.objectContaining({ startLine: 0 }), expect.objectContaining({ startLine: 4 })]));
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      ...document('a.cred'),
      positions: [place(TEXT, 'minutes', 2)],
    });
    let depth = 0;
    for (let at: SelectionRange | undefined = selection; at; at = at.parent) depth++;
    expect(depth).toBeGreaterThanOrEqual(4);
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', document('a.cred'));
    expect(links.map(link => link.target)).toContain('https://abwp.example/handbook');
    const highlights = await client.request<unknown[]>('textDocument/documentHighlight', {
      ...document('a.cred'),
      position: place(TEXT, 'safety'),
    });
    expect(highlights).toHaveLength(2);
  });

  test('semantic tokens, inlay hints and code lenses', async () => {
    const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/full', document('a.cred'));
    expect(tokens.data.length % 5).toBe(0);
    expect(tokens.data.length).toBeGreaterThan(50);
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
      ...document('a.cred'),
      range: { start: { line: 0, character: 0 }, end: { line: 14, character: 0 } },
    });
    expect(hints.map(hint => String(hint.label)).join(' ')).toMatch(/100/);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', document('a.cred'));
    expect(lenses[0]!.command!.title).toMatch(/certification · \d+ of \d+ defining features shown/);
  });

  test('formatting: document, range and while typing', async () => {
    const untidy = 'certification   CWT "Widget Technician"{\nowner:ABWP\n\n\n\n   goal :  validate-competence\n}';
    await client.notify('textDocument/didChange', {
      textDocument: { uri: uri('a.cred'), version: 101 },
      contentChanges: [{ text: untidy }],
    });
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.request<TextEdit[]>('textDocument/formatting', { ...document('a.cred'), options });
    expect(after(untidy, edits)).toBe('certification CWT "Widget Technician" {\n  owner: ABWP\n\n  goal: validate-competence\n}\n');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    expect(
      after(untidy, await client.request<TextEdit[]>('textDocument/rangeFormatting', { ...document('a.cred'), range, options })),
    ).toContain('\n  owner: ABWP\n');
    const typed = await client.request<TextEdit[] | null>('textDocument/onTypeFormatting', {
      ...document('a.cred'),
      position: { line: 6, character: 1 },
      ch: '}',
      options,
    });
    expect(after(untidy, typed ?? [])).toContain('  owner: ABWP');
  });

  test('commands: the rules and their pages, templates', async () => {
    const run = <T>(command: string, argument: object = {}) =>
      client.request<T>('workspace/executeCommand', { command, arguments: [argument] });
    const rules = await run<{ id: string }[]>('cred.rules');
    expect(rules.map(rule => rule.id)).toContain('certification/goal');
    expect(await run<string>('cred.explain', { rule: 'certification/goal' })).toContain('## Avoid');
    await expect(run('cred.explain', { rule: '../../package' })).rejects.toThrow(/There is no rule/);
    expect(await run<string>('cred.template', { kind: 'certificate', name: 'X', title: 'A "quoted" title' })).toContain(
      'certificate X "A \\"quoted\\" title" {',
    );
  });
});
