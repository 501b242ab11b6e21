/** Acting on what is missing, and comparing with what was, as an editor asks the built server. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Comparison, ProtocolVersions } from '../server/compare.ts';
import type { ProtocolRemedies } from '../server/remedies.ts';
import { Client } from './client.ts';

const TEXT = `certification CWT "Widget Technician" {
  owner: O
  accreditation { standard: NCCA-2021; status: seeking }
}
`;
let folder: string;
let client: Client;
const uri = (name = 'a.cred'): string => pathToFileURL(path.join(folder, name)).href;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cred-remedies-'));
  writeFileSync(path.join(folder, 'a.cred'), TEXT);
  writeFileSync(path.join(folder, 'o.cred'), 'organization O "Owner" {\n}\n');
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});
const start = async (): Promise<void> => {
  client = await Client.start(folder);
  await client.findings(uri());
};

describe('acting on a lack', () => {
  const lack = (id: string) => ({ uri: uri(), program: 'CWT', id });

  test('what the owner lacks is added to its own file, in one edit', async () => {
    await start();
    const { called, fixes, clause, canBeSetAside } = await client.request<ProtocolRemedies>('cred/remedies', lack('ncca-2021/S2'));
    expect([called, clause, canBeSetAside, fixes.length]).toEqual(['NCCA 2 Governance and Autonomy', 'NCCA-2021.S2', true, 1]);
    expect(Object.keys(fixes[0]!.edit.changes!)).toEqual([uri('o.cred')]);
  });

  test('a document attests, a reason sets aside', async () => {
    await start();
    const attested = await client.request<WorkspaceEdit>('cred/attest', { ...lack('ncca-2021/S4'), document: 'accounts.pdf' });
    expect(attested.changes![uri()]![0]!.newText).toMatch(/supports: NCCA-2021\.S4[^]*document: "accounts\.pdf"/);
    const aside = await client.request<WorkspaceEdit>('cred/setLackAside', { ...lack('ncca-2021/S11'), reason: 'in spring' });
    expect(aside.changes![uri()]![0]).toEqual({
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
      newText: '  // cred-ignore ncca-2021/S11: in spring\n',
    });
  });

  test('what is not lacking, not reported or not there is refused in words', async () => {
    await start();
    await expect(client.request('cred/remedies', lack('certification/nothing'))).rejects.toThrow('does not lack');
    await expect(client.request('cred/remedies', { ...lack('ncca-2021/S2'), program: 'NONE' })).rejects.toThrow('no such program');
    await expect(client.request('cred/setLackAside', { ...lack('ncca-2021/S4'), reason: 'x' })).rejects.toThrow('not reported');
    await expect(client.request('cred/attest', { ...lack('certification/goal'), document: 'x.pdf' })).rejects.toThrow('No document');
  });
});

describe('comparing', () => {
  const git = (...args: string[]): void => {
    const names = ['-c', 'user.name=Ana', '-c', 'user.email=ana@o.example'];
    execFileSync('git', [...names, ...args], { cwd: folder, stdio: 'ignore' });
  };
  const versions = async () => {
    const found = await client.request<ProtocolVersions>('cred/versions', { uri: uri() });
    return 'versions' in found ? found.versions : found.problem;
  };

  test('the versions of git, and what has changed since one of them', async () => {
    git('init');
    git('add', '.');
    git('commit', '-m', 'First');
    writeFileSync(path.join(folder, 'a.cred'), TEXT.replace('Widget Technician', 'Widget Fitter'));
    git('commit', '-am', 'The title\tas decided');
    await start();
    const known = await versions();
    expect(known).toMatchObject([
      { subject: 'The title\tas decided', isNow: true },
      { subject: 'First', isNow: false },
    ]);
    const [, first] = known as Exclude<typeof known, string>;
    const { markdown, changes } = await client.request<Comparison>('cred/compare', {
      uri: uri(),
      title: 'What changed in a.cred',
      revision: first!.revision,
    });
    expect(changes).toBe(1);
    expect(markdown).toMatch(/^# What changed in a\.cred\n[^]*Widget Fitter[^]*holders, candidates or participants, the accreditor/);
    await expect(client.request('cred/compare', { uri: uri(), title: 'x', revision: '--output=x' })).rejects.toThrow('not there');
  });

  test('without a repository it says so, and a text can still be compared', async () => {
    await start();
    expect(await versions()).toBe('This file is not in a git repository.');
    const { markdown, changes } = await client.request<Comparison>('cred/compare', { uri: uri(), title: 'x', before: TEXT });
    expect([markdown, changes]).toEqual(['Nothing that Cred reads has changed.\n', 0]);
  });
});
