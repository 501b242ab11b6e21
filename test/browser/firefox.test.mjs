// The workplace in Firefox, driven over WebDriver BiDi: from an empty page to a certification that is kept, reported and exported.
import { ok } from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../scripts/serve-folder.mjs';
import { buildSite } from '../../scripts/site/site.mjs';
import { toFragment } from '../../site/share.ts';
import { PICTURES } from './chromium.mjs';
import { HOSTILE, TABS } from './pages.mjs';

const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const hasFirefox = existsSync(FIREFOX);
if (!hasFirefox) console.warn('SKIPPED: the workplace in Firefox needs it: apt-get install firefox-esr (or set FIREFOX to its path)');
const site = hasFirefox ? await buildSite() : '';

describe.skipIf(!hasFirefox && !process.env.CI)('the workplace in Firefox', () => {
  let server;
  let home;
  let browser;
  let page;
  const slips = [];
  const profile = mkdtempSync(path.join(tmpdir(), 'cred-firefox-'));
  const has = (selector, words) =>
    page.waitForFunction(
      (where, what) => [...document.querySelectorAll(where)].some(one => one.textContent.includes(what)),
      { timeout: 30_000 },
      selector,
      words,
    );
  const press = (selector, words) =>
    page.evaluate(
      (where, what) => [...document.querySelectorAll(where)].find(one => one.textContent.includes(what)).click(),
      selector,
      words,
    );

  beforeAll(async () => {
    if (!hasFirefox) throw new Error('Firefox is not here, and CI is set.');
    const served = await serveFolder(site, { base: '/some/where/' });
    server = served.server;
    home = `http://127.0.0.1:${served.port}/some/where/workplace/`;
    await launch();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(profile, { recursive: true, force: true });
  });
  /** Starts the browser, and opens a page in it. What was kept before is there. */
  async function launch() {
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true, userDataDir: profile });
    page = await browser.newPage();
    await page.setViewport({ width: 1300, height: 850 });
    page.on('pageerror', error => slips.push(error.message));
  }

  test('a template becomes a program with findings, fixes and suggestions', async () => {
    await page.goto(home);
    await page.waitForSelector('body[data-started]', { timeout: 60_000 });
    await press('#start button', 'Recognizes competence');
    await page.waitForSelector('dialog input');
    await page.type('dialog input', 'Certified Widget Technician');
    await page.keyboard.press('Enter');
    await has('.cm-line', 'certification CWT "Certified Widget Technician"');
    await has('#findings li', 'has no assessment');
    await has('#findings button', 'Add an assessment');
    await press('#findings button', 'Add an assessment');
    await has('.cm-line', 'assessment');
    await page.screenshot({ path: path.join(PICTURES, 'workplace-firefox.png') });
  });
  test('it is kept over a reload, with its history', async () => {
    await page.focus('.cm-content');
    await page.keyboard.down('Control');
    await page.keyboard.press('Home');
    await page.keyboard.up('Control');
    await page.keyboard.type('// typed last');
    await has('.cm-line', '// typed last');
    await page.reload();
    await page.waitForSelector('body[data-started]', { timeout: 60_000 });
    await has('.cm-line', '// typed last');
    await page.focus('.cm-content');
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyZ');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => !document.querySelector('.cm-content').textContent.includes('// typed last'));
  });
  test('the tabs are drawn, and the report too', async () => {
    for (const [tab, words] of [
      ['profile', 'Description fits'],
      ['readiness', 'the description shows it'],
      ['roadmap', 'Design'],
    ]) {
      await page.click(`#tab-${tab}`);
      await page.waitForFunction(
        what => document.querySelector('#panel .drawn')?.shadowRoot.textContent.includes(what),
        { timeout: 30_000 },
        words,
      );
    }
    await page.click('#tab-report');
    await page.waitForFunction(() => document.querySelector('iframe.report')?.contentDocument?.querySelector('h1'), { timeout: 30_000 });
    await page.screenshot({ path: path.join(PICTURES, 'workplace-firefox-report.png') });
  });
  test('a hostile program that comes by a link runs nothing, wherever it is shown', async () => {
    await page.goto('about:blank');
    await page.goto(home + (await toFragment(HOSTILE)));
    await page.waitForSelector('body[data-started]', { timeout: 60_000 });
    await page.click('#tab-findings');
    await has('#findings li', 'onerror');
    for (const name of TABS) {
      await page.click(`#tab-${name}`);
      await new Promise(resolve => setTimeout(resolve, name === 'report' ? 1500 : 400));
    }
    expect(await page.title()).not.toBe('1');
    expect(await page.$$('img[src="x"], iframe[srcdoc*="parent"]')).toHaveLength(0);
    await press('#visiting button', 'Back to my work');
    await has('.cm-line', 'certification CWT');
  });
  test('without a network it opens, finds, and reports', async () => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const where = server.address().port;
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await expect(fetch(home)).rejects.toThrow();
    const other = await browser.newPage();
    await other.setViewport({ width: 1300, height: 850 });
    await other.goto(`${home}#example=flawed-certification`);
    const kept = page;
    page = other;
    await page.waitForSelector('body[data-started]', { timeout: 60_000 });
    await page.click('#tab-findings');
    await has('#findings li', 'its goal is');
    await page.click('#tab-report');
    await page.waitForFunction(() => document.querySelector('iframe.report')?.contentDocument?.querySelector('h1'), { timeout: 30_000 });
    page = kept;
    await other.close();
    ({ server } = await serveFolder(site, { base: '/some/where/', port: where }));
  });
  test('a browser that is killed while someone types loses no letter', async () => {
    const words = '// the last words before the end';
    await page.focus('.cm-content');
    await page.keyboard.down('Control');
    await page.keyboard.press('Home');
    await page.keyboard.up('Control');
    await page.keyboard.type(words);
    await has('.cm-line', words);
    const firefox = browser.process();
    firefox.kill('SIGKILL');
    await once(firefox, 'exit');
    await launch();
    await page.goto(home);
    await page.waitForSelector('body[data-started]', { timeout: 60_000 });
    await has('.cm-line', words);
  });
  test('nothing went wrong on the way', () => {
    ok(slips.length === 0, slips.join('\n'));
    expect(site).not.toBe('');
  });
});
