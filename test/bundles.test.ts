/** Checks which packages are in which bundle: the language server holds none that only the exchange needs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const maps = path.resolve(import.meta.dirname, '../dist/maps');
/** Returns the packages whose code is in a bundle, from its source map. */
const packagesIn = (bundle: string): Set<string> => {
  const { sources } = JSON.parse(readFileSync(path.join(maps, `${bundle}.map`), 'utf8')) as { sources: string[] };
  return new Set(sources.flatMap(one => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(one)?.[1] ?? []));
};

test.each([
  ['server.cjs', 'langium'],
  ['server.mjs', 'vscode-languageserver'],
  ['shared.mjs', 'langium'],
  ['server.js', 'langium'],
  ['index.mjs', 'langium'],
  ['main.cjs', 'commander'],
  ['engine.cjs', 'langium'],
])('%s reads no sheets and expands no JSON-LD', (bundle, has) => {
  const packages = packagesIn(bundle);
  expect(packages).toContain(has);
  for (const one of ['csv-parse', 'fflate', 'jsonld', 'ajv', 'rdf-canonize']) expect(packages).not.toContain(one);
});

test('the bundle of exchange is the one that does', () => {
  expect(packagesIn('exchange.cjs')).toContain('csv-parse');
  expect(packagesIn('exchange.cjs')).toContain('fflate');
  expect(packagesIn('client.cjs')).toContain('csv-parse');
});
