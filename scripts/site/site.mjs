// npm run site: dist/site, a folder that any web server can serve, from any path: what Cred is, its documentation, and the workplace.
//   npm run site -- [--serve [PORT]]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { install, node } from '../install.mjs';
import { notices } from '../notices.mjs';
import { serveFolder } from '../serve-folder.mjs';
import { styleAsText } from '../style-as-text.mjs';
import { documentation } from './frame.mjs';
import { landing, SAYS } from './landing.mjs';
import { listing, siteMap } from './listings.mjs';
import { markup } from './markup.mjs';
import { aboutOf, PAGES, read, root, titleOf } from './pages.mjs';
import { makeIndex, searchPage } from './search-page.mjs';
import { FOLDER } from './settings.mjs';
import { formerPage, workplacePage } from './workplace-page.mjs';

const { name, version } = JSON.parse(read('package.json'));
export const out = path.resolve(root, FOLDER);
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
  // The site holds the extension itself, for whoever takes it from there.
  install();
  if (node('scripts/package.mjs') !== 0) process.exit(1);
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
  const helpers = { ...(await load('site/highlight.ts')), ...(await load('site/share.ts')) };
  const pages = [...PAGES].map(([file, page]) => ({ file, page, title: titleOf(read(file)), says: aboutOf(read(file)) }));
  for (const { file, page, title, says } of pages) put(page, documentation(page, title, await markup(file, page, helpers), says));
  const vsix = `${name}-${version}.vsix`;
  const hasExtension = existsSync(path.join(root, vsix));
  if (hasExtension) cpSync(path.join(root, vsix), path.join(out, vsix));
  put('index.html', landing(hasExtension ? vsix : undefined));
  put('search.html', searchPage());
  cpSync(path.join(root, 'site/search.js'), path.join(out, 'search.js'));
  const listed = [{ page: 'index.html' }, { page: 'workplace/index.html' }, ...pages];
  if (siteMap(listed)) put('sitemap.xml', siteMap(listed));
  put('llms.txt', listing(pages, SAYS));
  put('report.html', report('reviewer'));
  put('report-for-a-board.html', report('board'));
  const { metafile } = await buildWorkplace();
  put('THIRD-PARTY-NOTICES.txt', `${readFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8')}\n${notices([metafile], root)}`);
  await makeIndex(out);
  return out;
}

/** Builds the workplace, and last the service worker, whose version is that of all it keeps. */
async function buildWorkplace() {
  const folder = path.join(out, 'workplace');
  put('workplace/index.html', workplacePage());
  put('playground/index.html', formerPage());
  for (const name of ['from-disk.js', 'moved.js']) cpSync(path.join(root, 'site/workplace', name), path.join(folder, name));
  cpSync(path.join(root, 'dist/browser/server.js'), path.join(folder, 'server.js'));
  cpSync(path.join(root, 'site/workplace.css'), path.join(folder, 'workplace.css'));
  const made = await bundle({
    ...OPTIONS,
    entryPoints: [path.join(root, 'site/workplace/main.ts')],
    outdir: folder,
    // What is needed late stands in files of its own.
    splitting: true,
    chunkNames: 'part-[hash]',
    platform: 'browser',
    target: 'es2022',
    plugins: [styleAsText],
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
  });
  const own = readdirSync(folder).filter(name => !name.endsWith('.html') || name === 'index.html');
  const files = [...own.map(name => `workplace/${name}`), 'site.css', 'cred.svg'].sort();
  const version = createHash('sha256');
  for (const file of files) version.update(file).update(readFileSync(path.join(out, file)));
  const values = { VERSION: version.digest('hex').slice(0, 12), FILES: files };
  put(
    'offline.js',
    `${Object.entries(values)
      .map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`)
      .join('\n')}\n${readFileSync(path.join(root, 'site/offline.js'), 'utf8')}`,
  );
  return made;
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
