// npm run site: dist/site, a folder that any web server can serve, from any path: what Cred is, its documentation, and the playground.
//   npm run site -- [--serve [PORT]]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { build } from '../install.mjs';
import { notices } from '../notices.mjs';
import { serveFolder } from '../serve-folder.mjs';
import { documentation } from './frame.mjs';
import { landing } from './landing.mjs';
import { markup } from './markup.mjs';
import { PAGES, read, root, titleOf } from './pages.mjs';
import { playgroundPage } from './playground-page.mjs';

export const out = path.join(root, 'dist/site');
const OPTIONS = {
  bundle: true,
  minify: true,
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  absWorkingDir: root,
};

if (process.argv[1] === import.meta.filename) {
  build();
  await buildSite();
  console.log(`The site is in ${path.relative(process.cwd(), out)}.`);
  const at = process.argv.indexOf('--serve');
  if (at > 0) await serve(Number(process.argv[at + 1] ?? 0));
}

/** Needs the bundles in dist/. */
export async function buildSite() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(path.join(root, 'site/site.css'), path.join(out, 'site.css'));
  cpSync(path.join(root, 'docs/images'), path.join(out, 'images'), { recursive: true });
  cpSync(path.join(root, 'icons/cred.svg'), path.join(out, 'cred.svg'));
  const { highlighted } = await load('site/highlight.ts');
  for (const [file, page] of PAGES) put(page, documentation(page, titleOf(read(file)), markup(file, page, highlighted)));
  put('index.html', landing());
  put('report.html', report('reviewer'));
  put('report-for-a-board.html', report('board'));
  put('playground/index.html', playgroundPage());
  cpSync(path.join(root, 'dist/browser/server.js'), path.join(out, 'playground/server.js'));
  const { metafile } = await bundle({
    ...OPTIONS,
    entryPoints: [path.join(root, 'site/playground.ts')],
    outfile: path.join(out, 'playground/playground.js'),
    platform: 'browser',
    target: 'es2022',
  });
  put('THIRD-PARTY-NOTICES.txt', `${readFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8')}\n${notices([metafile], root)}`);
  return out;
}

/** A module of the site in TypeScript, for the building itself. */
async function load(file) {
  const outfile = path.join(root, 'node_modules/.cache/cred', `${path.basename(file, '.ts')}.mjs`);
  await bundle({ ...OPTIONS, entryPoints: [path.join(root, file)], outfile, platform: 'node' });
  return import(pathToFileURL(outfile).href);
}

/** The report of an owner's programs, as the command line draws it for its readers. */
function report(reader) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cred.cjs', 'report', 'examples/both', '--for', reader], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The report of the examples cannot be made: ${stderr}`);
  return stdout;
}

function put(page, text) {
  const file = path.join(out, page);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function serve(wanted) {
  try {
    const { port } = await serveFolder(out, { port: wanted });
    console.log(`It is served at http://127.0.0.1:${port}/\nCtrl-C stops it.`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `Port ${wanted} is in use. Name another one.` : error.message);
    process.exit(1);
  }
}
