/** What an editor asks the built server for, over stdio: hovers, completions, fixes, names, outline, layout, commands. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  CreateFile,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { Client } from './client.ts';
import { after, CERTIFICATION, codes, Folder, has, OWNER, place } from './server-folder.ts';

let folder: Folder;
let client: Client;
const uri = (name: string): string => folder.uri(name);
const document = (name: string) => ({ textDocument: { uri: uri(name) } });

beforeEach(async () => {
  folder = new Folder({ 'a.cred': CERTIFICATION, 'owner/b.cred': OWNER });
  client = await Client.start(folder.path, {
    capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
  });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
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
    const one = actions.find(({ title }) => title.startsWith('Add what NCCA 2 ') && title.includes('Governance'))!;
    expect(one, actions.map(({ title }) => title).join('\n')).toBeDefined();
    expect(Object.keys(one.edit!.changes!)).toContain(uri('new-owner.cred'));
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

  test('what takes long is worked out when it is chosen, a reason is typed where the cursor stands, and settings are made', async () => {
    const capable = {
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true } },
      textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
    };
    const bare = new Folder({ 'goal.cred': '' });
    const other = await Client.start(bare.path, { capabilities: capable });
    const text = 'certification X "Thing" {\n  goal: acquire-competence\n}\n';
    await other.open(bare.uri('goal.cred'), text);
    const offered = (word: string): Promise<CodeAction[]> => {
      const at = place(text, word);
      return other.request('textDocument/codeAction', {
        textDocument: { uri: bare.uri('goal.cred') },
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
    };
    const all = (await offered('X')).find(({ title }) => title.startsWith('Add all missing features'))!;
    expect([all.edit, all.isPreferred, all.diagnostics!.length > 3]).toEqual([undefined, true, true]);
    const resolved = await other.request<CodeAction>('codeAction/resolve', all);
    const [changed] = resolved.edit!.documentChanges as TextDocumentEdit[];
    expect(after(text, changed!.edits as TextEdit[])).toMatch(/job-analysis \{/);
    await expect(other.request('codeAction/resolve', { ...all, title: 'Add nothing' })).rejects.toThrow(/changed meanwhile/);

    const here = await offered('acquire');
    const ignore = here.find(({ title }) => title === 'Ignore certification/goal here, with a reason')!;
    expect(JSON.stringify(ignore.edit)).toContain('// cred-ignore certification/goal: $0\\n');
    const off = here.find(({ title }) => title === 'Turn certification/goal off for the project')!;
    const [create, write] = off.edit!.documentChanges as [CreateFile, TextDocumentEdit];
    expect([create.kind, create.uri, write.textDocument.uri]).toEqual(['create', bare.uri('cred.json'), bare.uri('cred.json')]);
    expect(JSON.parse((write.edits[0] as TextEdit).newText)).toEqual({ rules: { 'certification/goal': 'off' } });
    await other.stop();
    bare.remove();
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
