/** The editor and the command line give the same findings for every project of the corpus: the examples, and the programs on the rules' pages. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { FileChecker } from '../cli/checking/file-checker.ts';
import { formatted } from '../cli/checking/fixing.ts';
import { gather } from '../cli/files/gather.ts';
import { unpack } from '../cli/result/packed.ts';
import { write } from '../exchange/write.ts';
import { nodeFiles } from '../host/node-files.ts';
import { today } from '../host/today.ts';
import type { Finding } from '../language/findings/finding.ts';
import { features } from '../server/features.ts';
import { Workspace } from '../server/workspace.ts';
import { DAY, marked } from './expect.ts';
import { programs } from './generated-programs.ts';
import { fencesOf } from './rule-page.ts';
import { tries } from './sample.ts';
import { after } from './server-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}, 60_000);

type Files = Readonly<Record<string, string>>;

function filesBelow(folder: string, ends: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ends))
    .map(name => name.replaceAll('\\', '/'))
    .sort();
}

/** Returns the projects of a page: fences of a section that name their files are one project, each other fence is one. */
function projectsOf(page: string): Files[] {
  return page.split(/^## /m).flatMap(section => {
    const fences = fencesOf(section).map(({ file, source, asOf }) => ({
      name: file,
      text: marked(source).text,
      config: JSON.stringify({ asOf }),
    }));
    const named = fences.filter(({ name }) => name !== undefined);
    const together = { ...Object.fromEntries(named.map(({ name, text }) => [name!, text])), 'cred.json': named[0]?.config ?? '' };
    const alone = fences.filter(({ name }) => name === undefined).map(({ text, config }) => ({ 'a.cred': text, 'cred.json': config }));
    return named.length > 0 ? [together, ...alone] : alone;
  });
}

function corpus(): readonly (readonly [string, readonly Files[]])[] {
  const examples = path.join(ROOT, 'examples');
  const read = (folder: string): Files =>
    Object.fromEntries(filesBelow(folder, '.cred').map(name => [name, readFileSync(path.join(folder, name), 'utf8')]));
  const all = read(examples);
  const rules = path.join(ROOT, 'language/rules');
  const folders = readdirSync(examples, { withFileTypes: true }).filter(entry => entry.isDirectory());
  const settings = {
    'a.cred': 'certification A "A" {}\n',
    'drafts/b.cred': 'certificate B "B" {}\n',
    'old/c.cred': '',
    'sub/cred.json': '{ "exclude": ["c.cred", "d.cred"], "overrides": [{ "files": ["../old/", "old/", "c.cred"], "rules": {} }] }',
    'sub/c.cred': '',
    'cred.json': `{ "exclude": ["old/", "!old/d.cred", "sub/"], "overrides": [
      { "files": ["drafts/", "draft/", "old/", "sub/c.cred"], "programs": ["A", "X"], "rules": { "certificte/*": "off" } },
      { "files": [], "rules": {} }] }`,
  };
  return [
    ['settings that name files', [settings]],
    ['examples', [all]],
    ...folders.map(({ name }) => [`examples/${name}`, [read(path.join(examples, name))]] as const),
    ['each example by itself', Object.values(all).map(text => ({ 'a.cred': text }))],
    ...filesBelow(rules, '.md').map(name => [name, projectsOf(readFileSync(path.join(rules, name), 'utf8'))] as const),
  ];
}

/** Returns the compared fields of the findings, by file; files without findings are left out. */
type Told = Record<string, readonly unknown[]>;
const told = (
  folder: string,

  findings: Iterable<readonly [string, readonly Pick<Finding, 'rule' | 'severity' | 'range' | 'message' | 'related' | 'fixes'>[]]>,
): Told =>
  Object.fromEntries(
    [...findings]
      .filter(([, found]) => found.length > 0)
      .map(([uri, found]) => [
        path.relative(folder, uri.startsWith('file:') ? fileURLToPath(uri) : uri),
        found.map(({ rule, severity, range, message, related, fixes }) => ({
          rule,
          severity,
          range,
          message,
          related,
          fixes: fixes.map(({ title }) => title),
        })),
      ]),
  );

const byCommandLine = (folder: string): Told => {
  const { projects, problems } = gather([folder], folder);
  expect(problems).toEqual([]);
  const outcomes = [...new FileChecker({ projects, asOf: undefined, today: today() }).check()];
  return told(
    folder,
    outcomes.map(([project, file, { findings }]) => [
      projects[project]!.files[file]?.file ?? path.join(projects[project]!.root, 'cred.json'),
      unpack(findings) as never,
    ]),
  );
};

/** Makes the workspace of an editor with a folder open, and all of its files or none. */
async function edited(
  folder: string,
  open: boolean,
): Promise<{ workspace: Workspace; published: ReadonlyMap<string, readonly Finding[]> }> {
  const published = new Map<string, readonly Finding[]>();
  const workspace = new Workspace(
    nodeFiles(() => false),
    (uri, findings) => void published.set(uri, findings),
  );
  const root = pathToFileURL(folder).href;
  workspace.begin([root]);
  // As in an editor, files are opened before the folder is read, the last one first.
  for (const name of open ? filesBelow(folder, '.cred').reverse() : []) {
    const uri = pathToFileURL(path.join(folder, name)).href;
    workspace.edit(uri, readFileSync(path.join(folder, name), 'utf8'));
  }
  workspace.open([root], undefined);
  await workspace.ready;
  return { workspace, published };
}

const byEditor = async (folder: string, open: boolean): Promise<Told> => told(folder, (await edited(folder, open)).published);

const written = (files: Files): string => {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'cred-same-')));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
};

test.each(corpus())('%s', async (_, projects) => {
  for (const files of projects) {
    const folder = written(files);
    const said = byCommandLine(folder);
    expect(await byEditor(folder, true)).toEqual(said);
    if (Object.keys(files).length > 2) expect(await byEditor(folder, false)).toEqual(said);
  }
});

test('the corpus has pages of several files, and findings of every severity', () => {
  const several = corpus().filter(([name, projects]) => name.endsWith('.md') && projects.some(files => Object.keys(files).length > 2));
  expect(several.length).toBeGreaterThan(1);
  const severities = Object.values(byCommandLine(path.join(ROOT, 'examples'))).flatMap(all => all.map(one => (one as Finding).severity));
  expect([...new Set(severities)].sort()).toEqual(['error', 'information', 'warning']);
});

/** Random programs, each a project of its own, with irregular blanks and line ends. */
function generated(count: number): Files {
  const made = fc.sample(fc.tuple(programs, fc.infiniteStream(fc.nat(99))), { numRuns: count, seed: 14 });
  const files: Record<string, string> = {};
  for (const [i, [blocks, chance]] of made.entries()) {
    const next = (): number => chance.next().value!;
    const text = write(blocks)
      .replaceAll(/\n +/g, blanks => ['\n', '\n\t', '\n        ', ';\n', blanks][next()] ?? blanks)
      .replaceAll(/ \{\n/g, brace => ['{\n', '\n{', ' {  '][next()] ?? brace);
    files[`p${i}/a.cred`] = text;
    files[`p${i}/cred.json`] = JSON.stringify({ asOf: DAY, ...(i % 3 === 0 && { indent: (i % 8) + 1 }) });
  }
  return files;
}

/** How many files are made by chance. */
const FILES = tries(1000, 5);

test('of files made by chance; and every editor lays them out as `cred fmt` does', async () => {
  const files = generated(FILES);
  const folder = written(files);
  const said = byCommandLine(folder);
  expect(Object.keys(said).length).toBeGreaterThan(0.9 * FILES);
  const editor = await edited(folder, false);
  expect(told(folder, editor.published)).toEqual(said);

  const formatting = features(
    editor.workspace,
    () => ({ capabilities: {}, settings: {}, suggest: undefined, nextQuestion: undefined }),
    () => 1,
  ).find(({ method }) => method === 'textDocument/formatting')!.answer as (params: object) => TextEdit[];
  let moved = 0;
  for (const [name, text] of Object.entries(files).filter(([one]) => one.endsWith('.cred'))) {
    const textDocument = { uri: pathToFileURL(path.join(folder, name)).href };
    const edits = formatting({ textDocument, options: { tabSize: 8, insertSpaces: name.length % 2 === 0 } });
    const laidOut = after(text, edits);
    const config = files[name.replace('a.cred', 'cred.json')]!;
    expect(laidOut, name).toBe(formatted(text, config));
    // A text that is laid out stays unchanged by `cred fmt --check`.
    expect(formatted(laidOut, config), name).toBe(laidOut);
    if (laidOut !== text) moved++;
  }
  expect(moved).toBeGreaterThan(0.9 * FILES);
}, 300_000);
