/** Which project a file belongs to, as an editor meets it: folders opened in part, by a link or not at all, and texts without a file. */
import { symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CompletionItem, Diagnostic, Location } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';
import { cred } from './command.ts';
import { codes, Folder, has } from './server-folder.ts';

const ORG = 'organization ABWP "American Board" { legal-form: nonprofit }\n';
const PROGRAM = 'certification CWT "Technician" {\n  owner: ABWP\n}\n';
const named = (name: string): string => PROGRAM.replace('CWT', name);

let folder: Folder;
let client: Client | undefined;
const started = async (...opened: readonly string[]): Promise<Client> => {
  client = await Client.start(
    opened.map(name => folder.at(name)),
    { capabilities: { workspace: { workspaceFolders: true } } },
  );
  return client;
};
const uri = (name: string): string => folder.uri(name);
const isEmpty = (found: readonly Diagnostic[]): boolean => found.length === 0;
/** Opens a file as it stands; its findings once its project has been read. */
const opened = async (name: string, text: string, fits: (found: readonly Diagnostic[]) => boolean): Promise<void> => {
  await client!.open(uri(name), text);
  await client!.findings(uri(name), fits);
};

beforeEach(() => {
  folder = new Folder({
    'A/cred.json': '{"rules":{"certification/*":"off"}}',
    'A/org.cred': ORG,
    'A/cwt.cred': PROGRAM,
    'A/sub/deep.cred': named('DEEP'),
    'B/b.cred': '',
  });
});
afterEach(async () => {
  await client?.stop();
  client = undefined;
  folder.remove();
});

test('a cred.json above the opened folder counts, and the project of it lends its names', async () => {
  await started('A/sub');
  await opened('A/sub/deep.cred', named('DEEP'), isEmpty);
  expect((await cred(folder.at('A/sub'), ['check', '--format', 'compact'])).out).toBe('');
  // What is not opened is not reported on.
  expect(client!.reported).not.toContain(uri('A/cwt.cred'));
});

test('so it does for a file from outside of the opened folder, and for a file alone', async () => {
  await started('B');
  await opened('A/cwt.cred', PROGRAM, isEmpty);
  await client!.stop();
  await started();
  await opened('A/cwt.cred', PROGRAM, isEmpty);
  const target = await client!.request<Location>('textDocument/definition', {
    textDocument: { uri: uri('A/cwt.cred') },
    position: { line: 1, character: 10 },
  });
  expect(target.uri).toBe(uri('A/org.cred'));
});

test('an untitled text belongs to the project of the first folder', async () => {
  folder.put('U/org.cred', ORG);
  await started('U', 'B');
  await client!.findings(uri('B/b.cred'));
  await client!.open('untitled:Untitled-1', PROGRAM);
  expect(codes(await client!.findings('untitled:Untitled-1', has('certification/goal')))).not.toContain('language/unresolved-reference');
  const items = await client!.request<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri: 'untitled:Untitled-1' },
    position: { line: 1, character: 9 },
  });
  expect(items.map(({ label }) => label)).toEqual(['ABWP', '?']);
  const gone = client!.published('untitled:Untitled-1', isEmpty);
  await client!.close('untitled:Untitled-1');
  await gone;
});

test('a folder that leaves the workspace takes its findings along, and brings them back', async () => {
  folder.put('two/x.cred', PROGRAM);
  await started('B');
  await client!.findings(uri('B/b.cred'));
  const two = { uri: pathToFileURL(folder.at('two')).href, name: 'two' };
  const change = (added: readonly object[], removed: readonly object[]) =>
    client!.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
  for (let round = 0; round < 2; round++) {
    const come = client!.published(uri('two/x.cred'), has('certification/goal'));
    await change([two], []);
    await come;
    const gone = client!.published(uri('two/x.cred'), isEmpty);
    await change([], [two]);
    await gone;
  }
});

test('a folder and its subfolder that are opened together agree', async () => {
  folder.put('P/org.cred', ORG);
  folder.put('P/sub/cwt.cred', PROGRAM);
  for (const order of [
    ['P', 'P/sub'],
    ['P/sub', 'P'],
  ]) {
    await started(...order);
    expect(codes(await client!.findings(uri('P/sub/cwt.cred'), has('certification/goal')))).not.toContain('language/unresolved-reference');
    expect(codes(await client!.findings(uri('P/org.cred')))).not.toContain('language/duplicate-name');
    await client!.stop();
  }
  client = undefined;
});

test('a file that is reached by a link is one file, shown as it was spelled', async () => {
  folder.put('L/real/org.cred', ORG);
  folder.put('L/real/cwt.cred', PROGRAM);
  symlinkSync('real', folder.at('L/link'));
  await started('L/link');
  await client!.findings(uri('L/link/cwt.cred'), has('certification/goal'));
  const moved = client!.published(uri('L/link/cwt.cred'), isEmpty);
  await client!.open(uri('L/real/cwt.cred'), PROGRAM);
  await moved;
  expect(codes(await client!.findings(uri('L/real/cwt.cred'), has('certification/goal')))).not.toContain('language/unresolved-reference');
  const back = client!.published(uri('L/link/cwt.cred'), has('certification/goal'));
  await client!.close(uri('L/real/cwt.cred'));
  await back;
  await client!.stop();

  await started('L');
  await client!.findings(uri('L/real/org.cred'));
  await client!.open(uri('L/link/org.cred'), ORG);
  expect(codes(await client!.findings(uri('L/link/org.cred')))).not.toContain('language/duplicate-name');
});

test('a file that cannot be read is one finding, and the others are checked; once it can be read, so is it', async () => {
  folder.put('E/a.cred', PROGRAM);
  folder.put('E/u16.cred', Buffer.concat([Buffer.from([255, 254]), Buffer.from(ORG, 'utf16le')]));
  folder.put('E/.gitignore/x.cred', '');
  folder.put('E/folder.cred/y.cred', '');
  await started('E');
  const found = await client!.findings(uri('E/u16.cred'));
  expect(found.map(({ code, severity, message }) => [code, severity, message])).toEqual([
    ['language/unreadable', 1, expect.stringContaining('UTF-8')],
  ]);
  await client!.findings(uri('E/a.cred'), has('language/unresolved-reference'));
  const read = client!.published(uri('E/u16.cred'), isEmpty);
  const resolved = client!.published(uri('E/a.cred'), all => !has('language/unresolved-reference')(all));
  folder.put('E/u16.cred', ORG.replace('legal-form: nonprofit', ''));
  await client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('E/u16.cred'), type: 2 }] });
  await Promise.all([read, resolved]);
});
