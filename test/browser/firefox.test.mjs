// The workplace in Firefox, driven over WebDriver BiDi: from an empty page to a certification that is kept, reported and exported.
import { ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../scripts/serve-folder.mjs';
import { buildSite } from '../../scripts/site/site.mjs';
import { PICTURES } from './chromium.mjs';

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
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
    page = await browser.newPage();
    await page.setViewport({ width: 1300, height: 850 });
    page.on('pageerror', error => slips.push(error.message));
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

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
  test('nothing went wrong on the way', () => {
    ok(slips.length === 0, slips.join('\n'));
    expect(site).not.toBe('');
  });
});
