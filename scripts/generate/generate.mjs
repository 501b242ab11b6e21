// Generates all files that are made from other files: the parser from the grammar, the index of rules from the rule files, the rules'
// pages in docs/, the highlighting and the settings from the vocabulary. With `--check` it reports stale files and changes nothing.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import '../groupby.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const checkOnly = process.argv.includes('--check');
const stale = [];

/** Writes a file if its content has changed. */
function put(file, content) {
  const full = path.join(root, file);
  if (existsSync(full) && readFileSync(full, 'utf8') === content) return;
  stale.push(file);
  if (checkOnly) return;
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, content);
}

function parser() {
  const out = 'language/generated';
  const before = files(out).map(file => [file, readFileSync(path.join(root, file), 'utf8')]);
  execFileSync(process.execPath, ['--import', './scripts/groupby.mjs', 'node_modules/langium-cli/bin/langium.js', 'generate'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const changed = before.filter(([file, content]) => readFileSync(path.join(root, file), 'utf8') !== content);
  stale.push(...changed.map(([file]) => file));
  if (checkOnly) for (const [file, content] of changed) writeFileSync(path.join(root, file), content);
}

function files(folder, ending = '.ts') {
  return walk(path.join(root, folder))
    .filter(file => file.endsWith(ending))
    .map(file => path.relative(root, file).replaceAll('\\', '/'))
    .sort();
}

function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? walk(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  );
}

function ruleIndex() {
  const rules = files('language/rules', '.rule.ts').map(file => file.replace('language/rules/', ''));
  const name = file => file.replace('.rule.ts', '').replace(/[/-](\w)/g, (_, letter) => letter.toUpperCase());
  put(
    'language/rules/index.ts',
    [
      '// Made by npm run generate from the rule files beside it.',
      "import type { Rule } from './define.ts';",
      ...rules.map(file => `import ${name(file)} from './${file}';`),
      '',
      '/** Every rule, by group and name. */',
      `export const RULES: readonly Rule[] = [\n${rules.map(file => `  ${name(file)},`).join('\n')}\n];`,
      '',
    ].join('\n'),
  );
  put(
    'language/rules/ids.ts',
    [
      '// Made by npm run generate from the rule files beside it.',
      '/** The id of every rule, apart from the rules: rules that speak of others need no more. */',
      `export const RULE_IDS: readonly string[] = [\n${rules.map(file => `  '${file.slice(0, -'.rule.ts'.length)}',`).join('\n')}\n];`,
      '',
    ].join('\n'),
  );
}

/** The standards that come first in lists; all others follow by name. */
const FIRST_STANDARDS = ['defining-features', 'ncca-2014', 'ncca-2021', 'ice-1100-2019', 'iso-17024-2012', 'iso-17024-2026'];

/** Lists the standards beside the file: their names, and their texts by name. The name of a standard is its file's name in capitals. */
function standardIndex() {
  const rank = id => (FIRST_STANDARDS.includes(id) ? FIRST_STANDARDS.indexOf(id) : FIRST_STANDARDS.length);
  const ids = files('language/standards', '.cred')
    .map(file => path.basename(file, '.cred'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const name = id => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  put(
    'language/standards/names.ts',
    [
      '// Made by npm run generate from the standards beside it.',
      '/** The built-in standards by name, apart from their texts: who only has to know which there are need not carry those. */',
      `export const BUILT_IN = [\n${ids.map(id => `  '${id.toUpperCase()}',`).join('\n')}\n] as const;`,
      '',
    ].join('\n'),
  );
  put(
    'language/standards/texts.ts',
    [
      '// Made by npm run generate from the standards beside it.',
      ...[...ids].sort().map(id => `import ${name(id)} from './${id}.cred';`),
      '',
      '/** The text of each built-in standard by its name. */',
      `export const TEXTS: Readonly<Record<string, string>> = {\n${ids.map(id => `  '${id.toUpperCase()}': ${name(id)},`).join('\n')}\n};`,
      '',
    ].join('\n'),
  );
}

/** Returns the pages of the rules for environments without files. */
function rulePages() {
  const ids = files('language/rules', '.rule.ts').map(file => file.slice('language/rules/'.length, -'.rule.ts'.length));
  const name = id => id.replace(/[/-](\w)/g, (_, letter) => letter.toUpperCase());
  put(
    'library/pages.ts',
    [
      '// Made by npm run generate from the rule files.',
      ...ids.map(id => `import ${name(id)} from '../docs/rules/${id}.md';`),
      '',
      '/** The page of each rule by its id, in Markdown. */',
      `export const PAGES: Readonly<Record<string, string>> = {\n${ids.map(id => `  '${id}': ${name(id)},`).join('\n')}\n};`,
      '',
    ].join('\n'),
  );
}

/** Bundles one of our TypeScript modules and imports it. */
async function load(file) {
  const out = path.join(root, 'node_modules/.cache/cred', `${path.basename(file, '.ts')}.mjs`);
  await build({
    entryPoints: [path.join(root, file)],
    outfile: out,
    bundle: true,
    platform: 'node',
    format: 'esm',
    loader: { '.md': 'text', '.cred': 'text' },
    logLevel: 'warning',
  });
  return import(`${pathToFileURL(out).href}?${Date.now()}`);
}

async function fromModules() {
  const { outputs } = await load('scripts/generate/outputs.ts');
  const read = file => readFileSync(path.join(root, file), 'utf8');
  const made = outputs({ read, files });
  for (const [file, content] of Object.entries(made)) put(file, content);
  for (const file of ['docs/rules', 'docs/standards', 'docs/kinds'].flatMap(folder => files(folder, '.md'))) {
    if (file in made) continue;
    stale.push(`${file} (nothing has this page)`);
    if (!checkOnly) rmSync(path.join(root, file));
  }
}

parser();
ruleIndex();
standardIndex();
rulePages();
await fromModules();
if (checkOnly && stale.length > 0) {
  console.error(`Stale, run npm run generate:\n  ${stale.join('\n  ')}`);
  process.exit(1);
}
