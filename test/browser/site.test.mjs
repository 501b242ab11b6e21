// npm run test:site: the site is built, every link in it leads somewhere, and its playground is used in a browser.

import { ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faintTexts } from '../../scripts/faint-texts.mjs';
import { figure } from '../../scripts/figures.mjs';
import { launchChromium } from '../../scripts/headless.mjs';
import { serveFolder } from '../../scripts/serve-folder.mjs';
import { buildSite } from '../../scripts/site/site.mjs';
import { PICTURES, picturesOfFailures, withChromium } from './chromium.mjs';

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
      if (hash) ok(new RegExp(`id="${hash}"`, 'i').test(readFileSync(file, 'utf8')), `${name}: ${to}#${hash}`);
    }
});
test('every kind, rule and standard has its page, and all are reached from the first', () => {
  const reached = new Set(['index.html']);
  for (const name of reached)
    for (const [, to] of (pages.find(one => one.name === name)?.text ?? '').matchAll(/href="([^"#:]+\.html)/g))
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
    ok(policy.startsWith("default-src 'none';") && !/https?:|unsafe-eval|\*/.test(policy), `${name}: ${policy}`);
    ok(!/<script(?! type="module" src="playground\.js")|\son\w+=|<iframe|javascript:/i.test(text), name);
  }
});
test('the playground is under 1.5 MB compressed', () => {
  const files = ['playground/index.html', 'playground/playground.js', 'playground/server.js', 'site.css'];
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(out, file))).length, 0);
  expect(figure('The playground, compressed', `${(size / 1000).toFixed(0)} kB`, 'under 1.5 MB', size < 1_500_000)).toBe(true);
});

// Below some path of a server, as many sites are.
let server;
let top;
let home;
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
const finding = text => page.locator('#findings li', { hasText: text }).first();

withChromium('in a browser', () => {
  picturesOfFailures(() => page);
  beforeAll(async () => {
    const served = await serveFolder(out, { base: '/some/where/' });
    server = served.server;
    top = `http://127.0.0.1:${served.port}/some/where/`;
    home = `${top}playground/`;
    browser = await launchChromium();
    page = await open({ width: 1300, height: 850 });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test('findings are there, in the text and beside it', async () => {
    const begin = performance.now();
    await page.goto(home);
    await finding('certification/goal').waitFor();
    const time = performance.now() - begin;
    figure('First findings in the playground, on localhost', `${(time / 1000).toFixed(1)} s`, 'under 3 s', time < 3000);
    await page.locator('.cm-lintRange-error').first().waitFor();
    await page.screenshot({ path: path.join(PICTURES, 'playground.png') });
  });
  test('a hover explains a word', async () => {
    await page.locator('.cm-line', { hasText: 'purpose: recognize-competence' }).locator('.tok-property').first().hover();
    await page.locator('.cm-editor .hover', { hasText: 'purpose' }).waitFor();
    await page.screenshot({ path: path.join(PICTURES, 'playground-hover.png') });
    await page.mouse.move(5, 5);
  });
  test('a fix settles its finding', async () => {
    await finding('certification/goal').locator('button.fix').first().click();
    await page.locator('.cm-line', { hasText: 'goal: validate-competence' }).waitFor();
    await finding('certification/goal').waitFor({ state: 'detached' });
  });
  test('findings follow what is typed', async () => {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('nonsense\n');
    await finding('nonsense').waitFor();
  });
  test('completion offers what may stand there', async () => {
    await page.locator('.cm-line', { hasText: 'scope: broad' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Space');
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'job-analysis' }).first().waitFor();
    await page.screenshot({ path: path.join(PICTURES, 'playground-completion.png') });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+KeyZ');
  });
  test('everything by the keyboard: a finding, its word, its fix', async () => {
    await page.locator('#samples').focus();
    await page.keyboard.press('Home'); // "your own program" is hidden: the first sample again
    await page.locator('.cm-line', { hasText: 'goal: acquire-competence' }).waitFor();
    await finding('certification/goal').waitFor();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('F8');
    await page.keyboard.press('F8');
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.press('Control+KeyI');
    await page.locator('.cm-editor .hover', { hasText: 'acquire-competence' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.cm-editor .hover').waitFor({ state: 'detached' });
    for (let presses = 0; ; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => document.activeElement.textContent);
      if (focused === 'Write "validate-competence"') break;
      ok(presses < 20, `Tab leads to ${focused}`);
    }
    await page.keyboard.press('Enter');
    await page.locator('.cm-line', { hasText: 'goal: validate-competence' }).waitFor();
  });
  test('other programs to begin with, each one undo away', async () => {
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+Home');
    const before = await page.locator('.cm-content').textContent();
    await page.locator('#samples').selectOption('undecided');
    await finding('program/path').waitFor();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+KeyZ');
    await page.keyboard.press('Control+Home');
    await page.waitForFunction(text => document.querySelector('.cm-content').textContent === text, before);
  });
  const rewrite = async (other, text) => {
    await other.locator('.cm-content').focus();
    await other.keyboard.press('Control+KeyA');
    await other.keyboard.insertText(text);
  };
  /** The address with the program of the page. */
  const share = async () => {
    const before = await page.evaluate(() => location.href);
    await page.locator('#share').click();
    await page.waitForFunction(was => location.href !== was, before);
    return page.evaluate(() => location.href);
  };
  /** The text of the editor, which draws only the lines that are seen: these are few. */
  const text = other => other.locator('.cm-line').allTextContents();
  test('a program is shared in the address, and read from it, in any script', async () => {
    const program = ['organization O "Ärzte für Müller & Söhne – 認定機関 <b>"', '// 👩🏽‍⚕️ العربية', ''];
    await rewrite(page, program.join('\n'));
    const link = await share();
    ok(/#program=[\w-]+$/.test(link), link);
    const other = await open({ width: 1300, height: 850 });
    await other.goto(link);
    await other.locator('.cm-line', { hasText: '認定機関' }).waitFor();
    ok(JSON.stringify(await text(other)) === JSON.stringify(program), JSON.stringify(await text(other)));
    // A second link in the same tab changes the fragment only.
    await rewrite(page, 'person P "Second"');
    await other.goto(await share());
    await other.locator('.cm-line', { hasText: 'person P "Second"' }).waitFor();
    await other.close();
  });
  test('a fragment that is broken is said, and the sample is there', async () => {
    const whole = await page.evaluate(() => location.hash);
    for (const hash of ['#program=%%%', '#program=AAAA', whole.slice(0, -6), '#program=', '#program=8J-YgA']) {
      const other = await open({ width: 1300, height: 850 });
      await other.goto(home + hash);
      await other.locator('#said', { hasText: 'cannot be read' }).waitFor();
      await other.locator('.cm-line', { hasText: 'CRDS' }).first().waitFor();
      await other.close();
    }
  });
  test('a shared program runs nothing', async () => {
    const other = await open({ width: 1300, height: 850 });
    await other.goto(home);
    await other.locator('#findings li').first().waitFor();
    await rewrite(other, 'certification X "<img src=x onerror=document.title=1>" { goal: acquire-competence }\n');
    await other.locator('#findings li', { hasText: 'onerror' }).first().waitFor();
    await other.locator('.cm-line').first().locator('.tok-keyword').first().hover();
    await other.waitForTimeout(800);
    ok((await other.title()) !== '1' && (await other.locator('img[src="x"]').count()) === 0, 'it ran');
    await other.close();
  });
  test('all fits narrow and wide screens, light and dark', async () => {
    const shown = {
      landing: '',
      language: 'language.html',
      kind: 'kinds/assessment.html',
      rule: 'rules/certification/goal.html',
      standard: 'standards/NCCA-2021.html',
      play: 'playground/',
    };
    for (const [scheme, width] of [
      ['light', 1300],
      ['dark', 1300],
      ['light', 390],
      ['dark', 390],
    ]) {
      const other = await open({ width, height: 850 });
      await other.emulateMedia({ colorScheme: scheme });
      for (const [name, address] of Object.entries(shown)) {
        await other.goto(top + address);
        if (name === 'play') await other.locator('#findings li').first().waitFor();
        await other.screenshot({ path: path.join(PICTURES, `site-${name}-${scheme}-${width}.png`) });
        ok(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is too wide for ${width}`);
        // What is read stands out against what it stands on (WCAG AA).
        const faint = await other.evaluate(faintTexts);
        ok(faint.length === 0, `${name}, ${scheme}: ${faint.slice(0, 3).join('; ')}`);
      }
      await other.close();
    }
  });
  test('nothing was asked of another place, and nothing went wrong on the way', () => {
    ok(outside.length === 0, outside.join());
    ok(slips.length === 0, slips.join('\n'));
  });
});
