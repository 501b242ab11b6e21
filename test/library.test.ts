/** Uses the package as other programs do: by its name, in Node, in a bundle for browsers, with its types. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import type * as api from '../library/api.ts';
import { cred, folderOf } from './command.ts';

const root = path.resolve(import.meta.dirname, '..');
const bundle = path.join(root, 'dist/index.mjs');
const GOAL = 'certification CWT "Widget Technician" {\n  status: operating\n  goal: acquire-competence\n}\n';

let lib: typeof api;
beforeAll(async () => {
  lib = (await import(/* @vite-ignore */ bundle)) as typeof api;
});

/** A package that has this one installed. */
function consumer(files: Readonly<Record<string, string>>): string {
  const folder = folderOf({ 'package.json': '{"type": "module"}', ...files });
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules/cred-lang'), 'junction');
  return folder;
}

const examples = (): api.SourceText[] =>
  readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.cred'))
    .map(name => ({ path: name.replaceAll('\\', '/'), text: readFileSync(path.join(root, 'examples', name), 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

describe('it says what the command line says', () => {
  const day = '2026-11-24';
  const exists = (file: string, document: string) => existsSync(path.join(root, 'examples', path.dirname(file), document));
  const byPath = <T extends { path: string }>(all: readonly T[]): T[] => [...all].sort((a, b) => (a.path < b.path ? -1 : 1));

  test('check', async () => {
    const files = examples();
    const said = JSON.parse((await cred(path.join(root, 'examples'), ['check', '.', '--format', 'json', '--as-of', day])).out);
    const own = lib.check(files, { asOf: day, exists });
    const without = own.files.map(file => ({
      path: file.path,
      findings: file.findings.map(({ related, fixes, ...one }) => ({ ...one, fixes: fixes.map(({ title, safe }) => ({ title, safe })) })),
    }));
    const told = said.files.map((file: api.CheckResult['files'][number]) => ({
      path: file.path,
      findings: file.findings.map(({ related, fixes, ...one }) => ({ ...one, fixes: fixes.map(({ title, safe }) => ({ title, safe })) })),
    }));
    expect(byPath(without)).toEqual(byPath(told));
    expect(own.summary).toEqual(said.summary);
  });

  test('readiness and path', async () => {
    const run = async (command: string) =>
      JSON.parse((await cred(path.join(root, 'examples'), [command, '.', '--format', 'json', '--as-of', day])).out);
    expect(byPath(lib.readiness(examples(), { asOf: day, exists }).programs)).toEqual(byPath((await run('readiness')).programs));
    expect(byPath(lib.path(examples(), { asOf: day, exists }).programs)).toEqual(byPath((await run('path')).programs));
  });
});

test('a configuration counts, and a mistake in it is a finding', () => {
  const file = { path: 'sub dir/ä#?.cred', text: GOAL };
  const found = lib.check([file]).files;
  expect(found.map(one => one.path)).toEqual([file.path]);
  expect(found[0]!.findings.map(({ rule }) => rule)).toContain('certification/goal');
  const off = lib.check([file], { config: { rules: { 'certification/*': 'off' } } });
  expect(off.files[0]!.findings.filter(({ rule }) => rule.startsWith('certification/'))).toEqual([]);
  expect(lib.check([file], { config: '{ "rulez": {} }' }).files[0]).toMatchObject({ path: 'cred.json' });
  expect(lib.check([file], { config: { exclude: ['sub dir/**'] } }).files).toEqual([]);
  for (const day of ['soon', '2026-02-30']) expect(() => lib.check([file], { asOf: day })).toThrow(`"${day}" is not a day.`);
  expect(() => lib.path([file], { as: 'degree' as 'certificate' })).toThrow('as "degree". Allowed choices are certification,');
});

test('names are shared, and what is related has its path', () => {
  const two = ['a.cred', 'b.cred'].map(name => ({ path: name, text: 'person P "Pat"\n' }));
  const [finding] = lib.check(two).files[0]!.findings.filter(({ rule }) => rule === 'language/duplicate-name');
  expect(finding?.related?.map(one => one.path)).toEqual(['b.cred']);
});

test('fix, format, explain and rules', () => {
  const [fixed] = lib.fix([
    { path: 'a.cred', text: 'person P "Pat" { employer "Acme" }\ncertification X "X" { gaol: validate-competence }\n' },
  ]);
  expect(fixed).toMatchObject({ path: 'a.cred', changed: true });
  expect(fixed!.text).toContain('goal: validate-competence');
  const [marked, same] = lib.fix([
    { path: 'a.cred', text: '\uFEFFcertification X "X" { gaol: validate-competence }\r\n' },
    { path: 'b.cred', text: '\uFEFFperson P "P"\n' },
  ]);
  expect(marked).toMatchObject({ text: '\uFEFFcertification X "X" { goal: validate-competence }\r\n', changed: true });
  expect(same).toMatchObject({ text: '\uFEFFperson P "P"\n', changed: false });
  expect(lib.format('person   P "Pat"')).toBe('person P "Pat"\n');
  for (const { id } of lib.rules()) expect(lib.explain(id), id).toMatch(new RegExp(`^# ${id}\n`));
  expect(lib.explain('NCCA-2021.S14')).toContain('Job Analysis');
  expect(lib.explain('nothing/such')).toBeUndefined();
  expect(() => lib.readiness([{ path: 'a.cred', text: GOAL }], { standards: ['NCCA-2022'] })).toThrow('Did you mean');
});

test('it bundles for a browser and runs without anything of Node', async () => {
  const made = await build({
    stdin: { contents: "import { check } from './dist/index.mjs'; globalThis.found = check(globalThis.files);", resolveDir: root },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  // Whatever is missing in a browser would stop the bundling, or be asked for when it runs.
  expect(Object.values(made.metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
  // A world that has what browsers have, and neither `process` nor `Buffer` nor `require`.
  const world: Record<string, unknown> = {
    files: [{ path: 'a.cred', text: GOAL }],
    TextDecoder,
    TextEncoder,
    URL,
    console,
    setTimeout,
    performance,
  };
  vm.runInNewContext(made.outputFiles[0]!.text, world);
  expect((world.found as api.CheckResult).summary.errors).toBeGreaterThan(0);
});

test.each(['bundler', 'node16'])('a program in TypeScript gets the types (%s)', resolution => {
  const folder = consumer({
    'a.ts': `import { check, fix, path, readiness, type Finding, type SourceText } from 'cred-lang';
import type { Model } from 'cred-lang/model';
const files: SourceText[] = [{ path: 'a.cred', text: '' }];
export const rules: string[] = check(files, { asOf: '2026-01-31' }).files.flatMap(({ findings }) => findings.map((one: Finding) => one.rule));
export const titles: string[] = readiness(files).programs.map(one => one.title);
export const fits: string[] = path(files, { as: 'certificate' }).programs.map(one => one.fits);
export const text: string | undefined = fix(files, { unsafe: true })[0]?.text;
export const kinds = (model: Model): string[] => model.programs.map(({ kind }) => kind);
// @ts-expect-error the text is missing
check([{ path: 'a.cred' }]);
`,
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'es2022',
        types: [],
        module: resolution === 'node16' ? 'node16' : 'esnext',
        moduleResolution: resolution,
      },
      include: ['a.ts'],
    }),
  });
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc')], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test('every example of docs/library.md runs, in a package that has Cred installed', () => {
  const page = readFileSync(path.join(root, 'docs/library.md'), 'utf8');
  const fences = [...page.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code!);
  expect(fences.length).toBeGreaterThan(4);
  const folder = consumer(Object.fromEntries(fences.map((code, i) => [`${i}.js`, code])));
  for (const i of fences.keys()) {
    const { status, stderr, stdout } = spawnSync(process.execPath, [`${i}.js`], { cwd: folder, encoding: 'utf8' });
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).not.toBe('');
    expect(stdout).not.toContain('undefined');
  }
  rmSync(path.join(folder, 'node_modules/cred-lang'));
});
