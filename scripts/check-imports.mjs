// Checks that imports point down the layers of docs/architecture.md, never up, and that no files import each other in a circle. Imports of
// types may point anywhere, because they vanish at run time.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/**
 * The layers from the bottom up. A file belongs to the longest folder that contains it, and may import from its own layer and those before
 * it.
 */
const LAYERS = [
  ['language/generated'],
  ['language/syntax'],
  ['language/vocabulary'],
  ['language/model'],
  ['language/standards'],
  ['language/findings'],
  ['language/fixes'],
  ['language/analysis'],
  ['language/rules'],
  // This folder runs all the rules, so it is above them.
  ['language/check'],
  ['language/project'],
  ['language/services'],
  ['report'],
  // The formats of other systems; pure, like the language.
  ['exchange'],
  ['library'],
  // Tools, resources and prompts for assistants, whichever face offers them.
  ['assistant'],
  // What the faces share about their machine: files and the date.
  ['host'],
  // The faces, which do not import each other.
  ['server', 'cli', 'client'],
];
/**
 * The packages that the language may import. It also runs in browsers, so modules of Node, VS Code or the protocol's transport are not
 * among them.
 */
const PACKAGES_OF_LANGUAGE = new Set(['langium', 'chevrotain', 'fastest-levenshtein', 'ignore', 'jsonc-parser', 'diff']);

const layerOf = file => {
  let best = { layer: -1, length: 0 };
  LAYERS.forEach((paths, layer) => {
    for (const one of paths)
      if ((file === one || file.startsWith(`${one}/`)) && one.length > best.length) best = { layer, length: one.length };
  });
  return best.layer;
};

const problems = [];
const graph = new Map();
for (const file of LAYERS.flat()
  .map(folder => folder.split('/')[0])
  .filter((folder, i, all) => all.indexOf(folder) === i)
  .flatMap(sources)) {
  const layer = layerOf(file);
  if (layer < 0) problems.push(`${file}: no layer is named for it in scripts/check-imports.mjs`);
  const targets = [];
  for (const name of imports(readFileSync(path.join(root, file), 'utf8'))) {
    if (!name.startsWith('.')) {
      if (/^(language|exchange|library|assistant)\//.test(file) && !PACKAGES_OF_LANGUAGE.has(name))
        problems.push(`${file} imports "${name}": ${file.split('/')[0]}/ is pure`);
      continue;
    }
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
    targets.push(target);
    if (layerOf(target) > layer) problems.push(`${file} imports ${target}, which stands above it`);
    const faces = [file, target].map(one => one.split('/')[0]);
    if (layerOf(target) === LAYERS.length - 1 && faces[0] !== faces[1]) problems.push(`${file} imports ${target}, another face`);
  }
  graph.set(file, targets);
}
problems.push(...circles(graph).map(circle => `a circle: ${circle.join(' → ')}`));

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`${graph.size} files import one way.`);

function sources(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(file);
    return /\.ts$/.test(file) && !/\.(test|d)\.ts$/.test(file) ? [file] : [];
  });
}

/** Returns the imports that exist at run time. */
function imports(source) {
  const found = [];
  for (const [, type, clause = '', name] of source.matchAll(/^(?:import|export)\s+(type\s)?\s*(?:([^'";]*?)\s*from\s+)?'([^']+)'/gm)) {
    const names = /^\{([^}]*)\}$/
      .exec(clause.trim())?.[1]
      ?.split(',')
      .map(one => one.trim())
      .filter(Boolean);
    const onlyTypes = type || (names?.length && names.every(one => one.startsWith('type ')));
    if (!onlyTypes) found.push(name);
  }
  for (const [, name] of source.matchAll(/\b(?:import|require)\('([^']+)'\)(?!\.\w+<|\s*[;,)]?\s*\/\/ type)/g)) found.push(name);
  return found;
}

/** Returns the circles of a graph, each once. */
function circles(of) {
  const found = [];
  const done = new Set();
  const visit = (file, trail) => {
    if (trail.includes(file)) {
      found.push([...trail.slice(trail.indexOf(file)), file]);
      return;
    }
    if (done.has(file)) return;
    for (const target of of.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of of.keys()) visit(file, []);
  return found;
}
