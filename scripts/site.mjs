// npm run site: dist/site, a folder that any web server can serve: what Cred is, its documentation, and the playground.
//   node scripts/site.mjs [--serve [PORT]]
import { cpSync, createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { Marked } from 'marked';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'dist/site');
const read = file => readFileSync(path.join(root, file), 'utf8');
const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

/** The pages made from Markdown: where each stands in the site. A README is the index of its folder. */
const PAGES = new Map(
  ['docs', 'docs/rules', 'docs/standards']
    .flatMap(folder =>
      readdirSync(path.join(root, folder), { recursive: folder !== 'docs' }).map(name => `${folder}/${name}`.replaceAll('\\', '/')),
    )
    .concat('CHANGELOG.md', 'examples/README.md')
    .filter(file => file.endsWith('.md'))
    .map(file => [
      file,
      file
        .replace(/^docs\//, '')
        .replace(/README\.md$/, 'index.html')
        .replace(/\.md$/, '.html'),
    ]),
);
const NAMED = [
  ['language.html', 'Language'],
  ['rules/index.html', 'Rules'],
  ['standards/index.html', 'Standards'],
  ['cli.html', 'Command line'],
  ['playground/index.html', 'Playground'],
];

if (process.argv[1] === import.meta.filename) {
  await buildSite();
  console.log(path.relative(process.cwd(), out));
  const at = process.argv.indexOf('--serve');
  if (at > 0) console.log(`http://127.0.0.1:${(await serveSite(Number(process.argv[at + 1] ?? 0))).port}/`);
}

export async function buildSite() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(path.join(root, 'site/site.css'), path.join(out, 'site.css'));
  cpSync(path.join(root, 'docs/images'), path.join(out, 'images'), { recursive: true });
  cpSync(path.join(root, 'icons/cred.svg'), path.join(out, 'cred.svg'));
  for (const [file, page] of PAGES) put(page, document(page, titleOf(read(file)), `<main class="page">${markup(file, page)}</main>`));
  put('index.html', document('index.html', 'Cred', landing()));
  put('playground/index.html', playground());
  cpSync(path.join(root, 'dist/browser/server.js'), path.join(out, 'playground/server.js'));
  await bundle({
    entryPoints: [path.join(root, 'site/playground.ts')],
    outfile: path.join(out, 'playground/playground.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return out;
}

function put(page, text) {
  const file = path.join(out, page);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const titleOf = markdown => /^# (.+)$/m.exec(markdown)?.[1] ?? 'Cred';

/** Links between pages lead to pages; what the site has no page of is named and not linked. */
function markup(file, page) {
  const marked = new Marked({
    renderer: {
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const to = target(file, page, href);
        return to === undefined ? words : `<a href="${escaped(to)}">${words}</a>`;
      },
      heading({ tokens, depth, text }) {
        const id = text
          .toLowerCase()
          .replace(/<[^>]*>/g, '')
          .replace(/[^\p{L}\p{N}\s_-]/gu, '')
          .trim()
          .replaceAll(' ', '-');
        return `<h${depth} id="${escaped(id)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
    },
  });
  return marked.parse(read(file));
}

function target(file, page, href) {
  if (/^https?:/.test(href) || href.startsWith('#')) return href;
  const [to, hash] = href.split('#');
  const found = PAGES.get(path.posix.normalize(path.posix.join(path.posix.dirname(file), to)));
  return found && path.posix.relative(path.posix.dirname(page), found) + (hash ? `#${hash}` : '');
}

/** Nothing is fetched from elsewhere; scripts and styles are the site's own. The editor of the playground sets styles as it runs. */
function document(page, title, body, { scripts = false, id = 'site' } = {}) {
  const up = '../'.repeat(page.split('/').length - 1);
  const policy = scripts
    ? "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'none'"
    : "default-src 'none'; style-src 'self'; img-src 'self'";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}${title === 'Cred' ? '' : ' – Cred'}</title>
<link rel="icon" href="${up}cred.svg">
<link rel="stylesheet" href="${up}site.css">
</head>
<body id="${id}">
<header class="site"><a class="home" href="${up}index.html">Cred</a>${NAMED.map(([to, name]) => `<a href="${up}${to}"${to === page ? ' aria-current="page"' : ''}>${name}</a>`).join('')}</header>
${body}
</body>
</html>
`;
}

function landing() {
  const readme = new Marked().parse(
    read('README.md')
      .replace(/^# .*\n/, '')
      .split('\n![')[0],
  );
  return `<main class="page">
<h1>Credentialing programs as text, checked as you type</h1>
${readme}
<p><a class="call" href="playground/index.html">Try it in the browser</a></p>
<img src="images/editor.webp" width="1000" height="633" alt="A program in an editor, with its findings">
<h2>Two kinds that serve different purposes</h2>
<div class="two"><div><p><strong>An assessment-based certificate program</strong> teaches, and tests whether its own intended learning outcomes were reached.</p></div>
<div><p><strong>A certification</strong> finds out by an independent assessment whether a person meets a standard, awards a designation, and asks that it be kept up.</p></div></div>
<p>None is better than the other. Each needs its own business approach, governance and development, and each has its own accreditation; an organization may offer both if it keeps them apart. Cred tells whether a program is what it says it is, and how ready it is.</p>
<h2>Where it stands, beside the text</h2>
<img src="images/profile.webp" width="1000" height="633" loading="lazy" alt="The profile of a program beside its text">
<h2>One page to hand on</h2>
<img src="images/report.webp" width="1000" height="633" loading="lazy" alt="The report of a program">
<h2>Read on</h2>
<ul><li><a href="language.html">The language</a> on a few pages</li><li><a href="rules/index.html">What Cred checks</a>, and why</li><li><a href="standards/index.html">The standards</a> that it knows</li><li><a href="cli.html">The command line</a>, <a href="ci.html">continuous integration</a> and <a href="editors.html">other editors</a></li><li><a href="examples/index.html">Examples</a> and <a href="CHANGELOG.html">what is new</a></li></ul>
</main>`;
}

function playground() {
  const body = `<main class="play">
<div id="editor"></div>
<aside class="found" aria-label="Findings"><div class="bar"><button type="button" id="share">Share this program</button><span id="said" role="status"></span></div>
<h2 id="count" aria-live="polite">Reading …</h2><ul id="findings"></ul>
<p>Everything runs on this page; nothing is sent anywhere.</p></aside>
</main>
<template id="unused"></template><pre id="sample" hidden>${escaped(read('examples/flawed-certification.cred'))}</pre>
<script type="module" src="playground.js"></script>`;
  return document('playground/index.html', 'Playground', body.replace('<template id="unused"></template>', ''), {
    scripts: true,
    id: 'playground',
  });
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** A plain server for it, on this machine alone. */
export function serveSite(port = 0) {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    let file = path.join(out, path.normalize(asked));
    if (file.startsWith(out) && existsSync(file) && statSync(file).isDirectory()) file = path.join(file, 'index.html');
    if (!file.startsWith(out) || !existsSync(file)) {
      response.writeHead(404).end('There is no such page.');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise(resolve => server.listen(port, '127.0.0.1', () => resolve({ server, port: server.address().port })));
}
