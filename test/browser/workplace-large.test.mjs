// 10 MB of work are opened, edited, kept over a reload and taken out; nothing is lost, and the page follows who writes.
import { ok } from 'node:assert/strict';
import { expect, test } from 'vitest';
import { figure } from '../../scripts/figures.mjs';
import { ofBytes } from '../bench/texts.ts';
import { takenOut } from './taken-out.mjs';
import { inWorkplace } from './workplace.mjs';

inWorkplace('much work', work => {
  test('10 MB of work are opened, edited, kept and taken out, and nothing is lost', { timeout: 300_000 }, async () => {
    // 36 files, each of other names.
    const texts = {};
    for (let at = 0; at < 36; at++) texts[`part-${String(at).padStart(2, '0')}.cred`] = ofBytes(280_000, at * 1000);
    const size = Object.values(texts).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    ok(size > 10_000_000, `${size} bytes`);

    // The picker that gives handles cannot be driven here, so the files are chosen as browsers without it let them be chosen.
    const page = (work.page = await work.open());
    page.setDefaultTimeout(20_000);
    const line = words => work.line(words, page);
    await page.addInitScript(() => {
      delete globalThis.showOpenFilePicker;
      globalThis.longest = 0;
      new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    await work.visit(page);
    const files = Object.entries(texts).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }));
    let begin = performance.now();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.locator('#start button', { hasText: 'Open files…' }).click(),
    ]);
    await chooser.setFiles(files);
    await page
      .locator('#files button', { hasText: `part-${String(files.length - 1).padStart(2, '0')}.cred` })
      .waitFor({ timeout: 120_000 });
    const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`;
    figure('10 MB of work are opened in the workplace', seconds(), 'under 15 s', performance.now() - begin < 15_000);

    // While all of it is still being checked, someone writes.
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+Home');
    await page.evaluate(() => void (globalThis.longest = 0));
    const words = '// written while all of it is read';
    begin = performance.now();
    await page.keyboard.type(words);
    await line(words).waitFor();
    const typed = performance.now() - begin;
    await page.keyboard.press('Enter');
    const longest = await page.evaluate(() => globalThis.longest);
    figure('Longest pause of the page while someone writes in 10 MB of work', `${longest.toFixed(0)} ms`, 'under 100 ms', longest < 100);
    figure('A key in 10 MB of work', `${(typed / words.length).toFixed(0)} ms`, 'under 50 ms', typed / words.length < 50);

    begin = performance.now();
    await page.reload();
    await page.locator('body[data-started]').waitFor({ timeout: 120_000 });
    await line(words).waitFor({ timeout: 60_000 });
    figure('10 MB of work are there again after a reload', seconds(), 'under 5 s', performance.now() - begin < 5000);
    const out = await takenOut(page);
    const last = `part-${String(files.length - 1).padStart(2, '0')}.cred`;
    expect(Object.keys(out.texts).sort()).toEqual(Object.keys(texts).sort());
    for (const [name, text] of Object.entries(texts))
      ok(out.texts[name] === (name === last ? `${words}\n${text}` : text), `${name} differs`);
  });
});
