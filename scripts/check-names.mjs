// Checks that no two types, classes or enums of the repository share a name, so that a name has one meaning. Published declarations
// (PUBLISHED) are exempt: other programs use their names, and they mean the same as ours of that name.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The declarations that other programs see, of the library and of the JSON form. */
const PUBLISHED = new Set(['library/api.ts', 'exchange/model-types.ts']);

/** Matches a declaration at the start of a line; declarations within functions are local. */
const DECLARATION =
  /^(?:export )?(?:default )?(?:declare )?(?:abstract )?(?:const )?(?:interface|type|class|enum) ([A-Z]\w*)(?=[\s<={])(?! *[,}])/gm;

const places = new Map();
for (const file of sources()) {
  const text = readFileSync(path.join(root, file), 'utf8');
  for (const { 1: name, index } of text.matchAll(DECLARATION)) {
    const line = text.slice(0, index).split('\n').length;
    places.set(name, [...(places.get(name) ?? []), `${file}:${line}`]);
  }
}
if (places.size < 100) throw new Error('Hardly any declaration was found: the check looks in the wrong place.');

const doubles = [...places].filter(([, all]) => all.length > 1);
if (doubles.length > 0) {
  console.error(doubles.map(([name, all]) => `"${name}" names several things: ${all.join(', ')}`).join('\n'));
  process.exit(1);
}
console.log(`${places.size} types and classes, each name with one meaning.`);

/** Returns all sources except tests, generated files and published declarations. */
function sources() {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter(file => !/\.(test|d)\.ts$|^test\/|^language\/generated\//.test(file) && !PUBLISHED.has(file));
}
