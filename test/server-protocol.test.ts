/** The protocol to the letter: what a client may send when, and answers by what the client says that it can do. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  Hover,
  InitializeResult,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { Client } from './client.ts';
import { after, Folder, place } from './server-folder.ts';

const OWNER = 'organization ABWP "Research & Board_1" { legal-form: nonprofit }\n';
const PROGRAM = 'certification CWT "C" {\n  owner: ABWP\n}\n';
const [NOT_INITIALIZED, INVALID_REQUEST, INVALID_PARAMS, NO_SUCH_METHOD] = [-32002, -32600, -32602, -32601];

let folder: Folder;
const clients: Client[] = [];
const started = async (capabilities: object = {}): Promise<Client> => {
  const client = await Client.start(folder.path, { capabilities });
  clients.push(client);
  await client.open(folder.uri('c.cred'), PROGRAM);
  await client.findings(folder.uri('c.cred'));
  // The folder has been read when findings of what is not open come.
  await client.findings(folder.uri('org.cred'));
  return client;
};
const document = (name: string) => ({ textDocument: { uri: folder.uri(name) } });
const start = { line: 0, character: 0 };
const initialize = { processId: null, rootUri: null, capabilities: {} };

beforeEach(() => {
  folder = new Folder({ 'org.cred': OWNER });
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
  folder.remove();
});

describe('the life of a server', () => {
  test('nothing is answered before "initialize" nor after "shutdown", and "initialize" comes once', async () => {
    const client = Client.launch();
    const hover = () => client.request('textDocument/hover', { textDocument: { uri: 'file:///x.cred' }, position: start });
    await expect(hover()).rejects.toMatchObject({ code: NOT_INITIALIZED });
    await expect(client.request('cred/programs', {})).rejects.toMatchObject({ code: NOT_INITIALIZED });
    // What is told too early is not heard, and does no harm.
    await client.open('file:///x.cred', PROGRAM);
    expect(await client.request<InitializeResult>('initialize', initialize)).toHaveProperty('capabilities.hoverProvider', true);
    expect(await hover()).toBeNull();
    await expect(client.request('initialize', initialize)).rejects.toMatchObject({ code: INVALID_REQUEST });
    await client.request('shutdown', {});
    await expect(client.request('workspace/symbol', { query: 'z' })).rejects.toMatchObject({ code: INVALID_REQUEST });
    await expect(client.request('shutdown', {})).rejects.toMatchObject({ code: INVALID_REQUEST });
    const gone = new Promise(resolve => client.process.once('exit', resolve));
    await client.notify('exit', {});
    expect(await gone).toBe(0);
  });

  test('what the server says that it can do it does, and refuses parameters that do not fit', async () => {
    const client = await started();
    const { capabilities } = client.answer;
    const methods = Object.entries(capabilities).flatMap(([key, value]) =>
      value && key.endsWith('Provider') ? (METHODS[key] ?? [`textDocument/${key.slice(0, -'Provider'.length)}`]) : [],
    );
    expect(methods.length).toBeGreaterThan(18);
    for (const method of methods) await expect(client.request(method, {}), method).rejects.toMatchObject({ code: INVALID_PARAMS });
    await expect(client.request('textDocument/typeDefinition', {})).rejects.toMatchObject({ code: NO_SUCH_METHOD });
  });

  test.each([
    ['textDocument/hover', { textDocument: {}, position: start }],
    ['textDocument/hover', { textDocument: { uri: 'file:///a.cred' }, position: { line: -1, character: 0 } }],
    ['textDocument/hover', { textDocument: { uri: 'file:///a.cred' }, position: { line: 0, character: 0.5 } }],
    ['textDocument/rename', { textDocument: { uri: 'file:///a.cred' }, position: start }],
    ['textDocument/codeAction', { textDocument: { uri: 'file:///a.cred' }, range: { start }, context: {} }],
    ['textDocument/selectionRange', { textDocument: { uri: 'file:///a.cred' }, positions: start }],
    ['workspace/executeCommand', { command: 3 }],
    ['workspace/executeCommand', { command: '__proto__' }],
    ['cred/report', { uris: 'file:///a.cred', format: 'html' }],
    ['cred/standing', null],
  ])('%s refuses %j', async (method, params) => {
    const client = await started();
    await expect(client.connection.sendRequest(method, params)).rejects.toMatchObject({ code: INVALID_PARAMS });
  });
});

/** The requests behind a capability, where its name does not tell them, as `hoverProvider` tells `textDocument/hover`. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  codeActionProvider: ['textDocument/codeAction', 'codeAction/resolve'],
  renameProvider: ['textDocument/rename', 'textDocument/prepareRename'],
  workspaceSymbolProvider: ['workspace/symbol'],
  semanticTokensProvider: ['textDocument/semanticTokens/full'],
  documentFormattingProvider: ['textDocument/formatting'],
  documentRangeFormattingProvider: ['textDocument/rangeFormatting'],
  documentOnTypeFormattingProvider: ['textDocument/onTypeFormatting'],
  executeCommandProvider: ['workspace/executeCommand'],
};

describe('by what the client can do', () => {
  test('an outline without a tree', async () => {
    const text = 'certification CWT "C" {\n  assessment exam "E" { standard-setting { method: ? } }\n}\n';
    const client = await started();
    await client.open(folder.uri('d.cred'), text);
    const symbols = await client.request<SymbolInformation[]>('textDocument/documentSymbol', document('d.cred'));
    expect(symbols.map(({ name, containerName, location }) => [name, containerName, location.range.start.line, location.uri])).toEqual([
      ['CWT', undefined, 0, folder.uri('d.cred')],
      ['exam', 'CWT', 1, folder.uri('d.cred')],
      ['standard-setting', 'exam', 1, folder.uri('d.cred')],
    ]);
  });

  test('actions for no kind at all are those for every kind', async () => {
    const client = await started();
    const at = { line: 0, character: 15 };
    const actions = (context: object) =>
      client.request<CodeAction[]>('textDocument/codeAction', { ...document('c.cred'), range: { start: at, end: at }, context });
    const all = await actions({ diagnostics: [] });
    expect(all.length).toBeGreaterThan(5);
    expect(await actions({ diagnostics: [], only: [] })).toEqual(all);
  });

  test('plain words where no Markdown is shown', async () => {
    const format = ['plaintext'];
    const client = await started({
      textDocument: { hover: { contentFormat: format }, completion: { completionItem: { documentationFormat: format } } },
    });
    const hover = await client.request<Hover>('textDocument/hover', { ...document('c.cred'), position: place(PROGRAM, 'ABWP', 1) });
    expect(hover.contents).toEqual({
      kind: 'plaintext',
      value: 'ABWP: Research & Board_1\n\nAn organization, in org.cred, line 1.\n\n- Legal form: nonprofit',
    });
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      ...document('c.cred'),
      position: place(PROGRAM, 'owner'),
    });
    const shown = items.flatMap(({ documentation }) => (typeof documentation === 'object' ? [documentation] : []));
    expect(shown.length).toBeGreaterThan(10);
    for (const { kind, value } of shown) expect([kind, /\*\*|`|\]\(|\\/.test(value)], value).toEqual(['plaintext', false]);
  });

  test('colours are asked for again when a name elsewhere is gone', async () => {
    const client = await started({ workspace: { semanticTokens: { refreshSupport: true } } });
    await client.open(folder.uri('org.cred'), OWNER);
    await client.findings(folder.uri('org.cred'));
    await expect.poll(() => client.refreshes).toBeGreaterThan(0);
    const before = client.refreshes;
    const gone = client.published(folder.uri('c.cred'));
    await client.replace(folder.uri('org.cred'), place(OWNER, 'ABWP'), place(OWNER, 'ABWP', 4), 'XXXX');
    await gone;
    await expect.poll(() => client.refreshes).toBe(before + 1);
    // What only the edited file itself shows needs no word of the server.
    const edited = client.published(folder.uri('org.cred'));
    await client.insert(folder.uri('org.cred'), { line: 1, character: 0 }, '// later');
    await edited;
    await client.request('textDocument/hover', { ...document('org.cred'), position: start });
    expect(client.refreshes).toBe(before + 1);
  });

  test('edits name the version that they are for', async () => {
    folder.put('d.cred', PROGRAM.replace('CWT', 'OTHER'));
    const rename = (client: Client): Promise<WorkspaceEdit> =>
      client.request('textDocument/rename', { ...document('c.cred'), position: place(PROGRAM, 'ABWP'), newName: 'BOARD' });
    const client = await started({ workspace: { workspaceEdit: { documentChanges: true } } });
    await client.findings(folder.uri('d.cred'));
    await client.insert(folder.uri('c.cred'), { line: 2, character: 0 }, ' ');
    const { documentChanges, changes } = await rename(client);
    expect(changes).toBeUndefined();
    const version = client.sent.get(folder.uri('c.cred'));
    expect(version).toBeGreaterThan(1);
    expect(
      Object.fromEntries(documentChanges!.map(one => ('textDocument' in one ? [one.textDocument.uri, one.textDocument.version] : []))),
    ).toEqual({
      [folder.uri('c.cred')]: version,
      [folder.uri('d.cred')]: null,
      [folder.uri('org.cred')]: null,
    });
    const action = await client.request<CodeAction[]>('textDocument/codeAction', {
      ...document('c.cred'),
      range: { start: place(PROGRAM, 'CWT'), end: place(PROGRAM, 'CWT') },
      context: { diagnostics: [] },
    });
    expect(action[0]!.edit!.documentChanges).toEqual([expect.objectContaining({ textDocument: { uri: folder.uri('c.cred'), version } })]);
    const plain = await started();
    await plain.findings(folder.uri('d.cred'));
    expect(Object.keys((await rename(plain)).changes!).sort()).toEqual(['c.cred', 'd.cred', 'org.cred'].map(name => folder.uri(name)));
  });
});

test('a rename reaches the ignores of a file, and cred.json', async () => {
  const config = '{"standards":["GUILD-1"],"overrides":[{"programs":["CWT"],"rules":{"certification/goal":"off"}}]}';
  const standard = 'standard GUILD-1 "G" { accredits: certification\n  clause G1 "S" { number: "1"; summary: "x" } }\n';
  const text = '// cred-ignore guild-1/G1: said by the board\ncertification CWT "C" { accreditation { standard: GUILD-1 } }\n';
  folder.put('cred.json', config);
  folder.put('std.cred', standard);
  const client = await started();
  await client.findings(folder.uri('std.cred'));
  await client.open(folder.uri('d.cred'), text);
  const rename = (words: string, newName: string): Promise<WorkspaceEdit> =>
    client.request('textDocument/rename', { ...document('d.cred'), position: place(text, words), newName });
  const changed = (edit: WorkspaceEdit, name: string, before: string): string => after(before, edit.changes![folder.uri(name)] ?? []);
  const renamed = await rename('GUILD-1', 'GUILD-2');
  expect(changed(renamed, 'd.cred', text)).toBe(text.replace('guild-1/', 'guild-2/').replace('GUILD-1', 'GUILD-2'));
  expect(changed(renamed, 'std.cred', standard)).toBe(standard.replace('GUILD-1', 'GUILD-2'));
  expect(changed(renamed, 'cred.json', config)).toBe(config.replace('GUILD-1', 'GUILD-2'));
  expect(changed(await rename('CWT', 'CWX'), 'cred.json', config)).toBe(config.replace('CWT', 'CWX'));
});

test.each([
  { tabSize: 4, insertSpaces: true },
  { tabSize: 8, insertSpaces: false },
])('a file is laid out alike with %j', async options => {
  const text = 'certification F "F" {\n    goal: validate-competence;\n}\n';
  const client = await started();
  await client.open(folder.uri('four.cred'), text);
  const edits = () => client.request<TextEdit[]>('textDocument/formatting', { ...document('four.cred'), options });
  expect(after(text, await edits())).toBe('certification F "F" {\n  goal: validate-competence\n}\n');
  folder.put('cred.json', '{ "indent": 4 }');
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uri('cred.json'), type: 1 }] });
  await expect.poll(async () => after(text, await edits())).toBe(text.replace(';', ''));
});
