// What the tests of the workplace share: a server, a browser, and how a page of it is used.

import { ok } from 'node:assert/strict';
import { afterAll, beforeAll, test } from 'vitest';
import { launchChromium } from '../../scripts/headless.mjs';
import { serveFolder } from '../../scripts/serve-folder.mjs';
import { buildSite } from '../../scripts/site/site.mjs';
import { picturesOfFailures, withChromium } from './chromium.mjs';

const site = await buildSite();

/**
 * Runs tests in the workplace. They are given `page`, on which the helpers work unless another page is named, `top` and
 * `home`, the addresses of the site and of the workplace, and the helpers. After them it is tested that no page asked
 * another server for anything, and that none told of an error.
 */
export function inWorkplace(what, tests) {
  withChromium(what, () => {
    const outside = [];
    const slips = [];
    let server;
    let browser;
    const work = { page: undefined, top: undefined, home: undefined, open, watched, visit, begin, finding, line, tab, text, rewrite };
    picturesOfFailures(() => work.page);

    beforeAll(async () => {
      // Below some path of a server, as many sites are.
      const served = await serveFolder(site, { base: '/some/where/' });
      server = served.server;
      work.top = `http://127.0.0.1:${served.port}/some/where/`;
      work.home = `${work.top}workplace/`;
      browser = await launchChromium();
      work.page = await open();
    });
    afterAll(async () => {
      await browser?.close();
      server?.close();
    });

    tests(work);

    test('nothing was asked of another place, and nothing went wrong on the way', () => {
      // Without a network the browser tells of what it could not fetch.
      const real = slips.filter(one => !/ERR_INTERNET_DISCONNECTED/.test(one));
      ok(outside.length === 0, outside.join());
      ok(real.length === 0, real.join('\n'));
    });

    /** Opens a page of a browser profile of its own. */
    async function open(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, acceptDownloads: true, ...options });
      return watched(await context.newPage());
    }
    /** Notes whatever a page asks of another place, and whatever goes wrong on it. */
    function watched(opened) {
      opened.setDefaultTimeout(15_000);
      opened.on(
        'request',
        request => request.url().startsWith(work.top) || /^(data|blob|about):/.test(request.url()) || outside.push(request.url()),
      );
      opened.on('pageerror', error => slips.push(error.message));
      opened.on('console', message => message.type() === 'error' && slips.push(message.text()));
      return opened;
    }
    async function visit(page, hash = '') {
      await page.goto(work.home + hash);
      await page.locator('body[data-started]').waitFor();
    }
    /** Begins with an empty page. */
    async function begin(page) {
      await visit(page);
      await page.locator('button', { hasText: 'Empty page' }).click();
    }
    function finding(words, page = work.page) {
      return page.locator('#findings li', { hasText: words }).first();
    }
    function line(words, page = work.page) {
      return page.locator('.cm-line', { hasText: words }).first();
    }
    function tab(name) {
      return work.page.locator(`#tab-${name}`).click();
    }
    /** Returns the lines of the editor, which draws only those that are seen: these are few. */
    function text(page) {
      return page.locator('.cm-line').allTextContents();
    }
    async function rewrite(page, program) {
      await page.locator('.cm-content').focus();
      await page.keyboard.press('Control+KeyA');
      await page.keyboard.insertText(program);
    }
  });
}
