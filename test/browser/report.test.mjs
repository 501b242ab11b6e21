// The report as it is seen and printed: words stay whole, and a board gets one sheet a program.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/headless.mjs';
import { credProcess } from '../command.ts';
import { withChromium } from './chromium.mjs';

const root = path.resolve(import.meta.dirname, '../..');

withChromium('the report', () => {
  let browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 120_000);
  afterAll(() => browser?.close());

  /** Opens the report of a folder. */
  async function report(folder, ...more) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const { out } = credProcess(path.join(root, folder), ['report', '.', '--as-of', '2026-11-30', ...more]);
    await page.setContent(out);
    return page;
  }

  test.each(['examples', 'test/careful-programs'])('a board gets one sheet for each program of %s', async folder => {
    const page = await report(folder, '--for', 'board');
    const programs = await page.locator('article.program').count();
    expect(programs).toBeGreaterThan(10);
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(programs);
    }
    await page.close();
  });

  test('the overview breaks no word', async () => {
    const page = await report('examples');
    const broken = await page.locator('.programs').evaluate(table => {
      const found = [];
      const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        for (const { index, 0: word } of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(word);
        }
      return found;
    });
    expect(broken).toEqual([]);
    expect(await page.locator('.programs tbody tr').count()).toBeGreaterThan(readdirSync(path.join(root, 'examples')).length);
    await page.close();
  });
});
