/** What views beside the text ask of the built server, over stdio. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Standing } from '../language/analysis/standing/standing.ts';
import { Client } from './client.ts';

const example = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../examples/both', name), 'utf8');
const CERTIFICATION = example('certification.cred');

interface Entry {
  readonly uri: string;
  readonly name?: string;
  readonly label: string;
  readonly kind: string;
  readonly status: string;
  readonly index: number;
  readonly project: string;
  readonly owner?: { readonly name: string; readonly label: string; readonly uri: string };
}

let folder: string;
let client: Client;
const uri = (name: string): string => pathToFileURL(path.join(folder, name)).href;
const programs = (): Promise<Entry[]> => client.request('cred/programs', {});
const standing = (name: string, program: string | number): Promise<Standing | null> =>
  client.request('cred/standing', { uri: uri(name), program });
const profile = (name: string, where: object): Promise<{ program: string | number; label: string; html: string } | null> =>
  client.request('cred/profile', { uri: uri(name), ...where });

/** The lists of files that the server says have changed, and a wait for one that has a file. */
function changes() {
  const told: string[][] = [];
  let wake = (): void => {};
  client.connection.onNotification('cred/changed', ({ uris }: { uris: string[] }) => {
    told.push(uris);
    wake();
  });
  const until = async (wanted: string): Promise<void> => {
    while (!told.some(uris => uris.includes(wanted))) await new Promise<void>(resolve => (wake = resolve));
  };
  return { told, until };
}

async function start(settings: object = {}): Promise<void> {
  client = await Client.start(folder, { settings });
  await client.findings(uri('certification.cred'));
  await client.findings(uri('other/unnamed.cred'));
}

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cred-standings-'));
  for (const name of ['certification.cred', 'certificate.cred', 'organization.cred']) writeFileSync(path.join(folder, name), example(name));
  mkdirSync(path.join(folder, 'other'));
  writeFileSync(path.join(folder, 'other/cred.json'), '{}');
  writeFileSync(path.join(folder, 'other/unnamed.cred'), 'certificate "Without a name" { status: planned }\ncertificate WX "Named" {}\n');
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('cred/programs', () => {
  test('all programs of all projects, with their owners, also those without a name', async () => {
    await start();
    const all = (await programs()).sort((a, b) => (a.uri + a.index < b.uri + b.index ? -1 : 1));
    expect(all.map(({ label, kind, status, index }) => [label, kind, status, index])).toEqual([
      ['Light and Fading Fundamentals', 'certificate', 'operating', 0],
      ['Certified Exhibition Lighting Practitioner', 'certification', 'operating', 0],
      ['Without a name', 'certificate', 'planned', 0],
      ['Named', 'certificate', 'operating', 1],
    ]);
    expect(all[0]!.owner).toMatchObject({ name: 'GMLP', label: 'Guild of Museum Lighting Professionals', uri: uri('organization.cred') });
    expect(new Set(all.map(({ project }) => project)).size).toBe(2);
    expect(all[2]).not.toHaveProperty('name');
  });
});

describe('cred/standing', () => {
  test('a program by its name or its place; what is not there is null', async () => {
    await start();
    expect(await standing('certification.cred', 'CELP')).toMatchObject({
      program: { name: 'CELP', owner: { name: 'GMLP' } },
      readiness: [{ standard: 'NCCA-2021', total: 23 }, {}, {}],
      both: expect.any(Array),
    });
    expect(await standing('other/unnamed.cred', 0)).toMatchObject({ program: { label: 'Without a name', status: 'planned' } });
    expect(await client.request('cred/standing', { uri: uri('certification.cred'), position: { line: 5, character: 0 } })).toMatchObject({
      program: { name: 'CELP' },
    });
    expect(await standing('certification.cred', 'LFF')).toBeNull();
    expect(await standing('other/unnamed.cred', 7)).toBeNull();
    expect(await standing('nowhere.cred', 0)).toBeNull();
  });

  test('it follows an edit, and an edit in the owner', async () => {
    await start();
    const text = CERTIFICATION;
    await client.open(uri('certification.cred'), text);
    await client.open(
      uri('certification.cred').replace('certification.cred', 'organization.cred'),
      example('organization.cred').replace('staff: yes', 'staff: no'),
    );
    const before = await standing('certification.cred', 'CELP');
    expect(before?.both?.find(({ what }) => what.startsWith('Different people'))?.status).toBe('missing');
    const line = text.split('\n').findIndex(one => one.includes('goal: validate-competence'));
    const character = text.split('\n')[line]!.indexOf('validate-competence');
    await client.replace(uri('certification.cred'), { line, character }, { line, character: character + 'validate'.length }, 'acquire');
    const after = await standing('certification.cred', 'CELP');
    expect([before?.findings.error, after?.findings.error]).toEqual([0, 1]);
    expect(after?.next[0]).toMatchObject({ severity: 'error', rule: 'certification/goal', at: { range: { start: { line } } } });
  });
});

describe('cred/whatIf', () => {
  test('what would be found if it were of another kind; the file stays as it is', async () => {
    await start();
    await client.open(uri('certification.cred'), CERTIFICATION);
    const gaps = await client.request<{ rule: string; isNew: boolean }[]>('cred/whatIf', {
      uri: uri('certification.cred'),
      program: 'CELP',
      kind: 'certificate',
    });
    expect(gaps.filter(({ isNew }) => isNew).map(({ rule }) => rule)).toContain('certificate/goal');
    expect((await client.findings(uri('certification.cred'))).filter(({ code }) => code === 'certificate/goal')).toEqual([]);
    const unknown = { uri: uri('certification.cred'), program: 'CELP', kind: 'licence' };
    expect(await client.request('cred/whatIf', unknown)).toBeNull();
  });
});

describe('cred/report', () => {
  const report = (format: string, uris = [uri('certification.cred'), uri('certificate.cred')]) =>
    client.request<string | null>('cred/report', { uris, format, below: pathToFileURL(folder).href });

  test('as a page whose policy allows its own style, and as Markdown', async () => {
    await start();
    const page = (await report('html'))!;
    const [, style] = /<style>([^]*?)<\/style>/.exec(page)!;
    expect(page).toContain(`style-src &#39;sha256-${createHash('sha256').update(style!).digest('base64')}&#39;`);
    expect(page).toContain('<code>certification.cred</code>');
    expect(await report('markdown')).toContain('Certified Exhibition Lighting Practitioner');
  });

  test('files without programs have none', async () => {
    await start();
    expect(await report('html', [uri('organization.cred'), uri('nowhere.cred')])).toBeNull();
  });
});

describe('cred.choice', () => {
  const choice = (given: object) =>
    client.request<{ questions: { id: string }[]; outcome?: { fits: string; text: string } }>('workspace/executeCommand', {
      command: 'cred.choice',
      arguments: [{ given }],
    });

  test('the questions, and what follows once all are answered', async () => {
    await start();
    const { questions, outcome } = await choice({});
    expect([questions[0]!.id, outcome]).toEqual(['title', undefined]);
    const given = { title: 'Certified Widget Technician', owner: '', goal: 'validate', purpose: 'recognize', instruction: 'none' };
    const all = await choice({
      ...given,
      assessment: 'role',
      award: 'designation',
      maintenance: 'yes',
      people: 'many',
      risk: 'none',
      discipline: 'yes',
      means: 'years',
    });
    expect(all.outcome?.fits).toBe('certification');
    expect(all.outcome?.text).toContain('certification CWT "Certified Widget Technician"');
  });

  test('an answer that there is not is refused', async () => {
    await start();
    await expect(choice({ goal: 'fly' })).rejects.toThrow(/"fly" is no answer/);
  });
});

describe('cred/changed', () => {
  test('a client that asks for it is told once for all files of one go', async () => {
    await start({ views: true });
    const { told, until } = changes();
    await client.open(uri('certification.cred'), CERTIFICATION);
    await until(uri('certification.cred'));
    told.length = 0;
    await client.insert(uri('certification.cred'), { line: 0, character: 0 }, '// a remark\n');
    await until(uri('certification.cred'));
    expect(told.flat().filter(one => one === uri('certification.cred'))).toHaveLength(1);
  });

  test('others are not told', async () => {
    await start();
    const { told } = changes();
    await client.open(uri('certification.cred'), CERTIFICATION);
    await client.insert(uri('certification.cred'), { line: 0, character: 0 }, '// a remark\n');
    await client.published(uri('certification.cred'));
    await programs();
    expect(told).toEqual([]);
  });
});

test('cred/compare says what changed since an earlier text, in the words of the field', async () => {
  await start();
  const ask = (before: string): Promise<{ markdown: string; changes: number }> =>
    client.request('cred/compare', { uri: uri('certification.cred'), title: 'Since then', before });
  expect(await ask(CERTIFICATION)).toEqual({ markdown: 'Nothing that Cred reads has changed.\n', changes: 0 });
  const { markdown, changes } = await ask(CERTIFICATION.replace('Certified Exhibition Lighting Practitioner', 'Certified Lighting Person'));
  expect(changes).toBe(1);
  expect(markdown).toMatch(/^# Since then\n[\s\S]*Certified Lighting Person[\s\S]*holders/);
});

describe('cred/profile', () => {
  test('only the parts that are asked for, for a page with a heading of its own', async () => {
    await start();
    const at = { program: 'CELP' };
    const { html } = (await profile('certification.cred', { ...at, parts: ['roadmap'] }))!;
    expect(html).toContain('id="roadmap"');
    expect(html).not.toMatch(/<main|<h1|id="kinds"/);
    expect((await profile('certification.cred', { ...at, parts: ['header'] }))!.html).toMatch(/<h2[^>]*>.*Certified Exhibition Lighting/);
    expect((await profile('certification.cred', { ...at, parts: [] }))!.html).toBe('');
  });
  test('the program at a position, or by its name', async () => {
    await start();
    const at = await profile('certification.cred', { position: { line: 20, character: 3 } });
    expect(at).toMatchObject({ program: 'CELP', label: 'Certified Exhibition Lighting Practitioner' });
    expect(at!.html).toContain('Certified Exhibition Lighting Practitioner');
    expect(await profile('certification.cred', { program: 'CELP' })).toEqual(at);
    expect(await profile('other/unnamed.cred', { position: { line: 0, character: 2 } })).toMatchObject({
      program: 0,
      label: 'Without a name',
    });
    expect(await profile('organization.cred', { position: { line: 3, character: 0 } })).toBeNull();
  });
});
