// npm run package: builds everything and makes cred-VERSION.vsix, which must stay under 2 MB and contain exactly what an editor needs.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { figure } from './figures.mjs';
import { withRepository } from './placeholders.mjs';

const LIMIT = 2_000_000;
const root = path.resolve(import.meta.dirname, '..');
const { name, version, repository } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const vsix = `${name}-${version}.vsix`;
const node = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

node('scripts/generate/generate.mjs');
node('esbuild.mjs', '--production');
node('scripts/npm-package.mjs');
// An editor shows pictures and follows links on an extension's page only if they lead to the web, to the repository at this version. Only
// a release knows its address; without it the page has words only.
const README = 'dist/MARKETPLACE.md';
const marketplace = readFileSync(path.join(root, 'MARKETPLACE.md'), 'utf8');
writeFileSync(path.join(root, README), repository ? withAddresses(withRepository(marketplace, repository.url)) : wordsAlone(marketplace));
const links = repository ? ['--githubBranch', `v${version}`] : ['--allow-missing-repository', '--no-rewrite-relative-links'];
// With --no-dependencies, because everything needed is in the bundles.
const vsce = ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--readme-path', README, ...links, '--out', vsix];
const { status, stdout, stderr } = spawnSync(process.execPath, vsce, { cwd: root, encoding: 'utf8' });
process.stdout.write(stdout);
process.stderr.write(stderr);
if (status !== 0) process.exit(status ?? 1);

const { size } = statSync(path.join(root, vsix));
const problems = [
  ...slips(zipNames(readFileSync(path.join(root, vsix)))),
  ...tooLarge(),
  ...(/WARNING|::warning/.test(stdout + stderr) ? ['It was not made without a warning.'] : []),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

function tooLarge() {
  const [what, measured, budget] = ['The extension, packed (.vsix)', `${(size / 1000).toFixed(0)} kB`, `under ${LIMIT / 1e6} MB`];
  return figure(what, measured, budget, size < LIMIT) ? [] : [`${what}: ${measured}, which is not ${budget}.`];
}

/** Writes the whole addresses of the pictures, which the packer does only for some. */
function withAddresses(markdown) {
  const base = /github\.com[/:]([^/]+\/[^/]+?)(?:\.git)?$/.exec(repository.url ?? repository);
  return base ? markdown.replace(/"(docs\/images\/[^"]+)"/g, `"https://github.com/${base[1]}/raw/v${version}/$1"`) : markdown;
}

/** Removes pictures and links within the repository from a page. */
function wordsAlone(markdown) {
  return markdown.replace(/^<a .*<picture>.*\n\n/gm, '').replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1');
}

/** Returns which files are in the package but should not be, and which are missing. */
function slips(names) {
  const within = names.filter(name => name.startsWith('extension/')).map(name => name.slice('extension/'.length).toLowerCase());
  const icons = ['icons/cred.png', 'icons/cred-light.svg', 'icons/cred-dark.svg', 'icons/cred-view.svg'];
  const steps = readdirSync(path.join(root, 'walkthrough')).map(name => `walkthrough/${name}`);
  const wanted = ['package.json', 'package.nls.json', 'readme.md', 'changelog.md', 'license.txt', 'language-configuration.json'];
  wanted.push(
    'dist/panel.js',
    'dist/pages.json',
    'dist/panel.css',
    'dist/browser/client.js',
    'dist/browser/server.js',
    'dist/third-party-notices.txt',
    'l10n/bundle.l10n.json',
  );
  wanted.push('examples/flawed-certification.cred', 'cred.schema.json', ...steps);
  wanted.push(
    'dist/client.cjs',
    'dist/server.mjs',
    'dist/assistant.mjs',
    'dist/shared.mjs',
    'syntaxes/cred.tmlanguage.json',
    'syntaxes/cred-in-markdown.tmlanguage.json',
    'syntaxes/cred.code-snippets.json',
    ...icons,
  );
  const allowed = new Set(wanted);
  return [
    ...wanted.filter(name => !within.includes(name)).map(name => `It lacks ${name}.`),
    ...within.filter(name => !allowed.has(name)).map(name => `It holds ${name}, which no editor needs.`),
  ];
}

/** Returns the names in a zip file, from the directory at its end. */
function zipNames(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const names = [];
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset));
    names.push(zip.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}
