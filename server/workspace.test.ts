/** Whatever fails among the things that a workspace calls, it goes on: one bad file never hides the others. */
import { expect, test } from 'vitest';
import type { Files } from '../host/files.ts';
import type { Finding } from '../language/findings/finding.ts';
import { Workspace } from './workspace.ts';

const ORG = 'organization ABWP "Board" {}\n';
const PROGRAM = 'certification CWT "C" { owner: ABWP; goal: acquire-competence; handbook { document: "a.pdf" } }\n';
const TEXTS: Readonly<Record<string, string>> = {
  'file:///w/cred.json': '{}',
  'file:///w/a.cred': PROGRAM,
  'file:///w/org.cred': ORG,
};

const files: Files = {
  list: async () => Object.keys(TEXTS),
  lists: (_folder, uri) => uri in TEXTS,
  read: async uri => (uri in TEXTS ? { text: TEXTS[uri]! } : undefined),
  mayBeFolder: () => false,
  canonical: uri => uri,
  identity: uri => uri,
  whereabouts: () => undefined,
  resolve: () => undefined,
  page: () => undefined,
  help: rule => rule,
};
const broken = (): never => {
  throw new Error('broken');
};
const rejects = async (): Promise<never> => broken();

/** What a workspace says while one thing that it calls fails; everything that may happen to it happens. */
async function goneThrough(
  failing: Partial<Files>,
  publishFails = false,
): Promise<{ rules: readonly string[]; failures: readonly string[] }> {
  const published = new Map<string, readonly Finding[]>();
  const failures: string[] = [];
  const workspace = new Workspace(
    { ...files, ...failing },
    (uri, findings) => {
      published.set(uri, findings);
      if (publishFails && uri.endsWith('org.cred')) broken();
    },
    { tellFailure: what => failures.push(what) },
  );
  workspace.begin(['file:///w']);
  workspace.edit('file:///w/a.cred', PROGRAM);
  workspace.edit('untitled:Untitled-1', 'certification U "U" {}\n');
  workspace.open(['file:///w'], undefined);
  await workspace.ready;
  for (const uri of ['file:///w/org.cred', 'file:///w/cred.json', 'file:///w/gone', 'file:///w/.cred']) await workspace.changed(uri);
  await workspace.close('untitled:Untitled-1');
  workspace.edit('file:///w/a.cred', PROGRAM.replace('"C"', '"D"'));
  await workspace.ready;
  return { rules: (published.get('file:///w/a.cred') ?? []).map(({ rule }) => rule), failures };
}

test.each<[keyof Files, Partial<Files>]>([
  ['list', { list: rejects }],
  ['list', { list: broken }],
  ['lists', { lists: broken }],
  ['read', { read: rejects }],
  ['read', { read: broken }],
  ['read', { read: async uri => (uri.endsWith('org.cred') ? broken() : files.read(uri)) }],
  ['canonical', { canonical: broken }],
  ['identity', { identity: broken }],
  ['whereabouts', { whereabouts: broken }],
  ['help', { help: broken }],
])('a failure of "%s" ends nothing', async (_, failing) => {
  const { rules } = await goneThrough(failing);
  expect(rules).toContain('certification/goal');
});

test('nor does a client that takes no findings, and each failure is told once', async () => {
  const { rules, failures } = await goneThrough({}, true);
  expect(rules).toContain('certification/goal');
  expect(failures).toHaveLength(1);
});

test('nothing fails where nothing is broken', async () => {
  expect(await goneThrough({})).toMatchObject({ failures: [], rules: expect.arrayContaining(['certification/goal']) });
});

test('a file that cannot be read is told of, and hides no other', async () => {
  const published = new Map<string, readonly Finding[]>();
  const read: Files['read'] = async uri =>
    uri.endsWith('org.cred') ? { unreadable: { why: 'is not UTF-8 text', remedy: 'Save it with the encoding UTF-8.' } } : files.read(uri);
  const workspace = new Workspace({ ...files, read }, (uri, findings) => void published.set(uri, findings));
  workspace.open(['file:///w'], undefined);
  await workspace.ready;
  expect(published.get('file:///w/org.cred')!.map(({ rule }) => rule)).toEqual(['language/unreadable']);
  expect(published.get('file:///w/a.cred')!.map(({ rule }) => rule)).toContain('certification/goal');
});

test.each([
  ['in an opened folder that is still being read', ['file:///w']],
  ['from outside of the opened folders', ['file:///elsewhere']],
])('an opened file %s is never shown with findings that its cred.json turns off', async (_, folders) => {
  const published: string[][] = [];
  const texts: Readonly<Record<string, string>> = { ...TEXTS, 'file:///w/cred.json': '{"rules": {"certification/*": "off"}}' };
  const workspace = new Workspace(
    {
      ...files,
      list: async folder => Object.keys(texts).filter(uri => uri.startsWith(folder)),
      read: async uri => (uri in texts ? { text: texts[uri]! } : undefined),
    },
    (uri, findings) => {
      if (uri === 'file:///w/deep/b.cred') published.push(findings.map(({ rule }) => rule));
    },
  );
  workspace.begin(folders);
  workspace.edit('file:///w/deep/b.cred', PROGRAM);
  workspace.open(folders, undefined);
  await workspace.ready;
  workspace.edit('file:///w/deep/b.cred', `${PROGRAM}\n`);
  await workspace.ready;
  expect(published.length).toBeGreaterThan(1);
  expect(published.flat().filter(rule => rule.startsWith('certification/'))).toEqual([]);
  expect(workspace.at('file:///w/deep/b.cred').project).toBe(workspace.at('file:///w/org.cred').project);
});
