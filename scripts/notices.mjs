// Writes the notices of other people's work in the bundles: authors and licenses. The contents of a bundle are read from esbuild's
// metafile, so the notices name exactly what is shipped.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const INTRO = `Cred is made with the work of others, named below: parts of it are in Cred's files.
Each is used under its own license, which follows the names.
`;

/** Data from other sources that was copied into files of ours. */
const DATA = [
  {
    title: 'Credential Transparency Description Language (CTDL), terms of exchange/ctdl/terms.ts, changed in form',
    license: 'CC-BY-4.0',
    text: 'Published by Credential Engine, https://credreg.net/ctdl/terms, under the Creative Commons Attribution 4.0 International License,\nhttps://creativecommons.org/licenses/by/4.0/. Its author does not endorse Cred.',
    in: 'exchange/ctdl/terms.ts',
  },
];

/** Returns the text of the notices; throws if a package has no license text. */
export function notices(metafiles, root) {
  const inputs = new Set(metafiles.flatMap(({ outputs }) => Object.values(outputs)).flatMap(shippedInputs));
  const folders = new Set([...inputs].flatMap(input => folderOf(input) ?? []));
  const all = [...[...folders].map(folder => about(path.join(root, folder))), ...DATA.filter(one => inputs.has(one.in))];
  const byText = new Map();
  for (const one of all.sort((a, b) => (a.title < b.title ? -1 : 1))) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  const parts = [...byText].map(([text, of]) => `${of.map(({ title, license }) => `${title} (${license})`).join('\n')}\n\n${text}\n`);
  return [INTRO, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

/** Returns the files that have any code left in a bundle. */
const shippedInputs = ({ inputs }) =>
  Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input.replace(/^[a-z-]+:/, '')] : []));

/** Returns the folder of a package, `node_modules/a/node_modules/@b/c` for `node_modules/a/node_modules/@b/c/lib/d.js`. */
const folderOf = input => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

function about(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(one => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} has no license in its package: put its text into scripts/notices.mjs.`);
  return { title: `${name} ${version}`, license: license ?? 'see below', text: readFileSync(path.join(folder, file), 'utf8').trim() };
}
