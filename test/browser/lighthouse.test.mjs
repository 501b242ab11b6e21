// What Lighthouse says of the site, as a visitor's browser sees it: all points for accessibility and best practices, and the figures for speed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figure } from '../../scripts/figures.mjs';
import { CHROMIUM, hasChromium } from '../../scripts/headless.mjs';
import { serveFolder } from '../../scripts/serve-folder.mjs';
import { buildSite } from '../../scripts/site/site.mjs';

const LIGHTHOUSE = path.resolve(import.meta.dirname, '../tools/node_modules/lighthouse/core/index.js');
const isHere = hasChromium && existsSync(LIGHTHOUSE);
if (!isHere) console.warn('SKIPPED: Lighthouse needs Chromium, and itself: npm ci --prefix test/tools --ignore-scripts');
const site = isHere ? await buildSite() : '';

const PAGES = {
  'the first page': '',
  'the way from a handbook to a report': 'afternoon.html',
  'a page of the language': 'kinds/assessment.html',
  'the page of a rule': 'rules/certification/goal.html',
  'the page of a standard': 'standards/NCCA-2021.html',
  'the search': 'search.html?q=passing',
  'the examples': 'examples/index.html',
  'a report': 'report.html',
  'the empty workplace': 'workplace/',
  'the workplace with an example': 'workplace/#example=flawed-certification',
};
/**
 * Audits of the server, which a folder of files does not decide: a site is published over HTTPS, compressed, with its own rules for caches.
 * Lighthouse asks for `robots.txt` from within the page, and the policy of most pages lets nothing in them ask for anything.
 */
const OF_THE_SERVER = ['is-on-https', 'redirects-http', 'uses-http2', 'uses-text-compression', 'uses-long-cache-ttl', 'robots-txt'];
/** A report is a file that its owner hands on; search engines are not to find it. */
const HANDED_ON = 'report.html';

// Where CI is set, a missing tool is a failure.
describe.skipIf(!isHere && !process.env.CI)('Lighthouse', () => {
  let server;
  let top;
  let browser;
  let lighthouse;
  let desktop;

  beforeAll(async () => {
    if (!isHere) throw new Error('Chromium or Lighthouse is not here, and CI is set.');
    ({ default: lighthouse, desktopConfig: desktop } = await import(pathToFileURL(LIGHTHOUSE).href));
    const served = await serveFolder(site, { base: '/some/where/' });
    server = served.server;
    top = `http://127.0.0.1:${served.port}/some/where/`;
    browser = await puppeteer.launch({ executablePath: CHROMIUM, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function audited(address, flags, config) {
    const page = await browser.newPage();
    try {
      const { lhr } = await lighthouse(top + address, { logLevel: 'error', skipAudits: OF_THE_SERVER, ...flags }, config, page);
      expect(lhr.runtimeError).toBeUndefined();
      return lhr;
    } finally {
      await page.close();
    }
  }

  for (const [name, address] of Object.entries(PAGES))
    test(`${name} has all points: accessibility, best practices, search engines`, { timeout: 180_000 }, async () => {
      const onlyCategories = ['accessibility', 'best-practices', ...(address === HANDED_ON ? [] : ['seo'])];
      const { audits, categories } = await audited(address, { onlyCategories }, desktop);
      const weighed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
      const lost = weighed.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 1);
      expect(lost.map(({ id, title, details }) => `${id}: ${title} ${JSON.stringify(details?.items ?? []).slice(0, 300)}`)).toEqual([]);
      expect(Object.values(categories).map(({ id, score }) => `${id} ${score}`)).toEqual(onlyCategories.map(id => `${id} 1`));
    });

  test('the workplace can be used at once, and the first page too', { timeout: 240_000 }, async () => {
    for (const name of ['the first page', 'the workplace with an example']) {
      // On this machine and its network as they are, not as Lighthouse would imagine slower ones.
      const flags = { onlyCategories: ['performance'], throttlingMethod: 'provided' };
      const { audits, categories } = await audited(PAGES[name], flags, desktop);
      const time = audits.interactive.numericValue;
      figure(`Lighthouse: ${name} is interactive, on localhost`, `${(time / 1000).toFixed(1)} s`, 'under 2 s', time < 2000);
      const points = Math.round(categories.performance.score * 100);
      figure(`Lighthouse: points of ${name} for performance`, `${points}`, 'over 90', points > 90);
      // Whatever the machine does beside, nothing moves under the reader's eyes.
      expect(audits['cumulative-layout-shift'].numericValue, name).toBeLessThan(0.1);
    }
  });
});
