/** Findings of the built server, over stdio, as files on disk are opened, edited, deleted, renamed and changed outside. */
import { renameSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CompletionItem, Hover } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';
import { CERTIFICATION, codes, Folder, has, hasNot, OWNER, place } from './server-folder.ts';

let folder: Folder;
let client: Client;
const uri = (name: string): string => folder.uri(name);
const put = (name: string, text: string): void => folder.put(name, text);
const outside = (changes: readonly { name: string; type: 1 | 2 | 3 }[]) =>
  client.notify('workspace/didChangeWatchedFiles', { changes: changes.map(({ name, type }) => ({ uri: uri(name), type })) });
const document = (name: string) => ({ textDocument: { uri: uri(name) } });

beforeEach(async () => {
  folder = new Folder({ 'a.cred': CERTIFICATION, 'owner/b.cred': OWNER });
  client = await Client.start(folder.path);
});
afterEach(async () => {
  await client.stop();
  folder.remove();
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
    rmSync(folder.at('owner/b.cred'));
    const unresolved = client.published(uri('a.cred'), has('language/unresolved-reference'));
    await outside([{ name: 'owner/b.cred', type: 3 }]);
    await unresolved;
    rmSync(folder.at('a.cred'));
    const gone = client.published(uri('a.cred'), found => found.length === 0);
    await outside([{ name: 'a.cred', type: 3 }]);
    await gone;
  });

  test('move with a renamed file', async () => {
    await client.findings(uri('a.cred'), has('certification/goal'));
    renameSync(folder.at('a.cred'), folder.at('c.cred'));
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
    rmSync(folder.at('gone'), { recursive: true });
    await outside([{ name: 'gone', type: 3 }]);
    await gone;

    const unresolved = client.published(uri('a.cred'), has('language/unresolved-reference'));
    renameSync(folder.at('owner'), folder.at('body'));
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

  test('come with a folder that is moved in, and go with it, though only the folder is reported', async () => {
    await client.findings(uri('a.cred'), has('certification/goal'));
    put('put/in/copy.cred', OWNER);
    const two = client.published(uri('owner/b.cred'), has('language/duplicate-name'));
    await outside([{ name: 'put', type: 1 }]);
    await two;
    rmSync(folder.at('put'), { recursive: true });
    const one = client.published(uri('owner/b.cred'), found => found.length === 0);
    await outside([{ name: 'put', type: 3 }]);
    await one;
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
    // Names are added and removed in the editor, too.
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
    rmSync(folder.at('drafts/d.cred'));
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
