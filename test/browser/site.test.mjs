// npm run test:site: the site is built, every link in it leads somewhere, and its pages are looked at in a browser.

import { ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faintTexts } from '../../scripts/faint-texts.mjs';
import { figure } from '../../scripts/figures.mjs';
import { launchChromium } from '../../scripts/headless.mjs';
import { serveFolder } from '../../scripts/serve-folder.mjs';
import { buildSite } from '../../scripts/site/site.mjs';
import { withoutViolations } from './accessibility.mjs';
import { PICTURES, picturesOfFailures, withChromium } from './chromium.mjs';
import { PAGES } from './pages.mjs';

const root = path.resolve(import.meta.dirname, '../..');

const out = await buildSite();
const pages = readdirSync(out, { recursive: true })
  .filter(name => name.endsWith('.html'))
  .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(path.join(out, name), 'utf8') }));
test('every link and picture leads somewhere, and to a place that there is', () => {
  ok(pages.length > 130, `${pages.length} pages`);
  for (const { name, text } of pages)
    for (const [, to, hash] of text.matchAll(/(?:href|src)="([^"#]*)(?:#([^"]*))?"/g)) {
      if (/^[a-z]+:/.test(to)) continue;
      ok(!to.startsWith('/'), `${name}: ${to} works at the top of a server only`);
      const file = path.join(out, path.dirname(name), to || path.basename(name));
      ok(existsSync(file), `${name}: ${to}`);
      if (to.endsWith('workplace/index.html') && hash) continue; // A program, or an example: its own test opens it.
      if (hash) ok(new RegExp(`id="${hash}"`, 'i').test(readFileSync(file, 'utf8')), `${name}: ${to}#${hash}`);
    }
});
test('every kind, rule and standard has its page, and all are reached from the first', () => {
  // The address of the former playground is reached by links that were shared.
  const reached = new Set(['index.html', 'playground/index.html']);
  for (const name of reached)
    for (const [, to] of (pages.find(one => one.name === name)?.text ?? '').matchAll(/(?:href|action)="([^"#:]+\.html)/g))
      reached.add(path.posix.join(path.posix.dirname(name), to));
  for (const { name } of pages) ok(reached.has(name), `${name} is not reached`);
  for (const folder of ['kinds', 'rules', 'standards'])
    for (const file of readdirSync(path.join(root, 'docs', folder), { recursive: true }).filter(
      one => one.endsWith('.md') && one !== 'README.md',
    ))
      ok(reached.has(`${folder}/${file.replaceAll('\\', '/').replace(/md$/, 'html')}`), file);
});
test('every page has a policy that lets nothing in from elsewhere', () => {
  for (const { name, text } of pages) {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? '';
    ok(policy.startsWith("default-src 'none';") && !/https?:|(?<!wasm-)unsafe-eval|\*/.test(policy), `${name}: ${policy}`);
    ok(
      !/<script(?! type="module" src="main\.js"| src="[\w./-]+\.js"| type="application\/json")|\son\w+=|<iframe|javascript:/i.test(text),
      name,
    );
  }
});
test('every page has a title and an account of its own, and no heading is skipped', () => {
  const titles = new Set();
  for (const { name, text } of pages) {
    if (/^(?:report|playground)/.test(name)) continue;
    const [, title] = /<title>([^<]+)<\/title>/.exec(text) ?? [];
    ok(title && !titles.has(title), `${name}: ${title}`);
    titles.add(title);
    ok(/<meta name="description" content="[^"]{15,}/.test(text), `${name} does not say what it is about`);
    const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    levels.forEach((level, i) => {
      ok(level <= (levels[i - 1] ?? 0) + 1, `${name}: a heading of level ${level} follows one of ${levels[i - 1]}`);
    });
    ok(!/<th[^>]*>\s*<\/th>/.test(text), `${name} has an empty heading in a table`);
  }
  ok(/^# Cred\n[\s\S]*kinds\/assessment\.html/.test(readFileSync(path.join(out, 'llms.txt'), 'utf8')));
});
test('with an address of its own, each page names it, and the map of the site has them all', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cred-site-'));
  const made = more =>
    spawnSync(process.execPath, ['--input-type=module', '-e', "await (await import('./scripts/site/site.mjs')).buildSite()"], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, SITE_FOLDER: folder, ...more },
    });
  try {
    expect(made({ SITE_ADDRESS: 'http://cred.example' }).stderr).toContain('SITE_ADDRESS is to be an address that begins with https://');
    const { status, stderr } = made({
      SITE_ADDRESS: 'https://cred.example/below',
      SITE_MARKETPLACE: 'https://market.example/cred',
      SITE_OPEN_VSX: 'https://vsx.example/cred',
    });
    expect(status, stderr).toBe(0);
    const read = name => readFileSync(path.join(folder, name), 'utf8');
    const address = name => `https://cred.example/below/${name === 'index.html' ? '' : name}`;
    const mapped = [...read('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, to]) => to);
    for (const { name } of pages) {
      if (/^report/.test(name)) continue; // Reports are files of their own, as the command line makes them.
      ok(read(name).includes(`<link rel="canonical" href="${address(name)}">`), name);
      // What leads on, or shows what was searched for, is found by no one who searches.
      expect(mapped.includes(address(name)), name).toBe(!/^(?:search|playground)/.test(name));
    }
    for (const to of mapped)
      ok(
        pages.some(({ name }) => address(name) === to),
        `${to} is in the map and not in the site`,
      );
    expect(read('llms.txt')).toContain('(https://cred.example/below/kinds/assessment.html)');
    for (const to of ['https://market.example/cred', 'https://vsx.example/cred']) expect(read('index.html')).toContain(`href="${to}"`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
test('the first page of the workplace is under 1.5 MB compressed', () => {
  const files = ['index.html', 'main.js', 'server.js', 'workplace.css', '../site.css'].map(name => `workplace/${name}`);
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(out, file))).length, 0);
  expect(figure('The first page of the workplace, compressed', `${(size / 1000).toFixed(0)} kB`, 'under 1.5 MB', size < 1_500_000)).toBe(
    true,
  );
});

// Below some path of a server, as many sites are.
let server;
let top;
let browser;
let page;
const outside = [];
const slips = [];

/** A page of which everything is noted that it asks for elsewhere, and that goes wrong. */
async function open(viewport) {
  const opened = await browser.newPage({ viewport });
  opened.setDefaultTimeout(15_000);
  opened.on('request', request => request.url().startsWith(top) || /^(data|blob):/.test(request.url()) || outside.push(request.url()));
  opened.on('pageerror', error => slips.push(error.message));
  opened.on('console', message => message.type() === 'error' && slips.push(message.text()));
  return opened;
}

withChromium('in a browser', () => {
  picturesOfFailures(() => page);
  beforeAll(async () => {
    const served = await serveFolder(out, { base: '/some/where/' });
    server = served.server;
    top = `http://127.0.0.1:${served.port}/some/where/`;
    browser = await launchChromium();
    page = await open({ width: 1300, height: 850 });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test('the search finds a page by its words, and leads to it', async () => {
    const other = await open({ width: 1300, height: 850 });
    await other.goto(`${top}index.html`);
    await other.locator('header input[name=q]').fill('passing score');
    await other.keyboard.press('Enter');
    await other.locator('#results a', { hasText: 'passing-score' }).first().click();
    await other.locator('h1', { hasText: 'passing-score' }).waitFor();
    await other.close();
  });
  test('opened from a folder, pages can be read, and what needs a server says so', async () => {
    const other = await browser.newPage();
    await other.goto(pathToFileURL(path.join(out, 'workplace/index.html')).href);
    await other.locator('#needs', { hasText: 'web server' }).waitFor();
    await other.goto(pathToFileURL(path.join(out, 'search.html')).href);
    await other.locator('#told', { hasText: 'web server' }).waitFor();
    await other.goto(pathToFileURL(path.join(out, 'language.html')).href);
    await other.locator('main h1').waitFor();
    await other.close();
  });
  test('all fits narrow and wide screens, light and dark', async () => {
    for (const [scheme, width] of [
      ['light', 1300],
      ['dark', 1300],
      ['light', 390],
      ['dark', 390],
    ]) {
      const other = await open({ width, height: 850 });
      await other.emulateMedia({ colorScheme: scheme });
      for (const [name, address] of Object.entries(PAGES)) {
        await other.goto(top + address);
        await other.screenshot({ path: path.join(PICTURES, `site-${name}-${scheme}-${width}.png`) });
        ok(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is too wide for ${width}`);
        // What is read stands out against what it stands on (WCAG AA).
        await withoutViolations(other, `${name}, ${scheme}, ${width}`);
        const faint = await other.evaluate(faintTexts);
        ok(faint.length === 0, `${name}, ${scheme}: ${faint.slice(0, 3).join('; ')}`);
      }
      await other.close();
    }
  });
  test('whatever ran in a page, it could connect to no other place', async () => {
    // The browser connects ahead of a frame before it refuses to load it; then it sends nothing.
    let bytes = 0;
    const elsewhere = createServer((_, response) => response.end());
    elsewhere.on('connection', socket => socket.on('data', data => void (bytes += data.length)));
    await new Promise(resolve => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address();
    // One page of each policy.
    for (const address of ['language.html', 'search.html', 'workplace/', 'report.html']) {
      const other = await browser.newPage();
      await other.goto(top + address);
      const refused = await other.evaluate(async to => {
        const seen = [];
        document.addEventListener('securitypolicyviolation', event => seen.push(event.effectiveDirective));
        const attempts = [
          () => fetch(to),
          () => new WebSocket(to.replace('http', 'ws')),
          () => new EventSource(to),
          () => navigator.sendBeacon(to, 'words'),
          () => Object.assign(new Image(), { src: to }),
          () => import(/* @vite-ignore */ `${to}/script.js`),
          () => document.head.append(Object.assign(document.createElement('script'), { src: to })),
          () => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: to })),
          () => document.body.append(Object.assign(document.createElement('iframe'), { src: to })),
        ];
        for (const one of attempts) {
          try {
            await one();
          } catch {
            // It is refused.
          }
        }
        await new Promise(resolve => setTimeout(resolve, 300));
        return seen;
      }, `http://127.0.0.1:${port}`);
      for (const what of ['connect-src', 'img-src', 'script-src-elem', 'style-src-elem', 'frame-src'])
        ok(refused.includes(what), `${address} lets ${what} out: ${refused}`);
      await other.close();
    }
    elsewhere.closeAllConnections();
    await new Promise(resolve => elsewhere.close(resolve));
    expect(bytes).toBe(0);
  });
  test('nothing was asked of another place, and nothing went wrong on the way', () => {
    ok(outside.length === 0, outside.join());
    ok(slips.length === 0, slips.join('\n'));
  });
});
