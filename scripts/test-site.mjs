// npm run test:site: the site is built, every link in it leads somewhere, and its playground is used in a browser.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { hasChromium, launchChromium } from './headless.mjs';
import { buildSite, serveSite } from './site.mjs';

const root = path.resolve(import.meta.dirname, '..');
if (!hasChromium) {
  console.error('SKIPPED: the tests of the site need Chromium: apt-get install chromium (or set CHROMIUM to its path)');
  process.exit(77);
}
const pictures = process.env.CRED_PICTURES ?? path.join(root, 'node_modules/.cache/cred/pictures');
mkdirSync(pictures, { recursive: true });
let [passed, failed] = [0, 0];
async function test(what, run) {
  try {
    await run();
    passed++;
    console.log(`  ✔ ${what}`);
  } catch (error) {
    failed++;
    console.log(
      `  ✖ ${what}\n    ${String(error.stack ?? error)
        .split('\n')
        .slice(0, 10)
        .join('\n    ')}`,
    );
  }
}
const ok = (value, message) => {
  if (!value) throw new Error(message);
};

const out = await buildSite();
await test('every link and picture leads somewhere', () => {
  const pages = readdirSync(out, { recursive: true }).filter(name => name.endsWith('.html'));
  ok(pages.length > 60, `${pages.length} pages`);
  for (const page of pages)
    for (const [, to] of readFileSync(path.join(out, page), 'utf8').matchAll(/(?:href|src)="([^"#]+)(?:#[^"]*)?"/g))
      if (!/^https?:/.test(to)) ok(existsSync(path.join(out, path.dirname(page), to)), `${page}: ${to}`);
});
await test('the playground is under 1.5 MB compressed', () => {
  const files = ['playground/index.html', 'playground/playground.js', 'playground/server.js', 'site.css'];
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(out, file))).length, 0);
  console.log(`    ${(size / 1000).toFixed(0)} kB`);
  ok(size < 1_500_000, `${size} bytes`);
});

const { server, port } = await serveSite();
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1300, height: 850 } });
page.setDefaultTimeout(15_000);
const outside = [];
const slips = [];
page.on(
  'request',
  request => request.url().startsWith(`http://127.0.0.1:${port}/`) || /^(data|blob):/.test(request.url()) || outside.push(request.url()),
);
page.on('pageerror', error => slips.push(error.message));
page.on('console', message => message.type() === 'error' && slips.push(message.text()));
const home = `http://127.0.0.1:${port}/playground/index.html`;
const finding = text => page.locator('#findings li', { hasText: text }).first();
try {
  await test('findings are there within 3 s, in the text and beside it', async () => {
    const begin = performance.now();
    await page.goto(home);
    await finding('certification/goal').waitFor();
    console.log(`    ${(performance.now() - begin).toFixed(0)} ms to the first findings`);
    ok(performance.now() - begin < 3000, 'it took longer');
    await page.locator('.cm-lintRange-error').first().waitFor();
    await page.screenshot({ path: path.join(pictures, 'playground.png') });
  });
  await test('a hover explains a word', async () => {
    await page.locator('.cm-line', { hasText: 'purpose: recognize-competence' }).locator('.tok-property').first().hover();
    await page.locator('.cm-tooltip .hover', { hasText: 'purpose' }).waitFor();
    await page.screenshot({ path: path.join(pictures, 'playground-hover.png') });
    await page.mouse.move(5, 5);
  });
  await test('a fix settles its finding', async () => {
    await finding('certification/goal').locator('button.fix').first().click();
    await page.locator('.cm-line', { hasText: 'goal: validate-competence' }).waitFor();
    await finding('certification/goal').waitFor({ state: 'detached' });
  });
  await test('findings follow what is typed', async () => {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('nonsense\n');
    await finding('nonsense').waitFor();
  });
  await test('a program is shared in the address, and read from it', async () => {
    await page.locator('#share').click();
    await page.waitForFunction(() => location.hash.startsWith('#program='));
    const address = page.url();
    const other = await browser.newPage();
    await other.goto(address);
    await other.locator('.cm-line', { hasText: 'nonsense' }).first().waitFor();
    await other.goto('about:blank');
    await other.goto(`${home}#program=%%%`);
    await other.locator('#said', { hasText: 'cannot be read' }).waitFor();
    await other.locator('.cm-line', { hasText: 'CRDS' }).first().waitFor();
    await other.close();
  });
  await test('a shared program runs nothing', async () => {
    const other = await browser.newPage();
    await other.goto(home);
    await other.locator('#findings li').first().waitFor();
    await other.locator('.cm-content').click();
    await other.keyboard.press('Control+KeyA');
    await other.keyboard.insertText('certification X "<img src=x onerror=document.title=1>" { goal: acquire-competence }\n');
    await other.locator('#findings li', { hasText: 'onerror' }).first().waitFor();
    await other.locator('.cm-line').first().locator('.tok-keyword').first().hover();
    await other.waitForTimeout(800);
    ok((await other.title()) !== '1' && (await other.locator('img[src="x"]').count()) === 0, 'it ran');
    await other.close();
  });
  await test('it fits a narrow screen, and the landing page is whole', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(home);
    await page.locator('#findings li').first().waitFor();
    await page.screenshot({ path: path.join(pictures, 'playground-narrow.png') });
    ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the playground is too wide');
    await page.goto(`http://127.0.0.1:${port}/`);
    ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the landing page is too wide');
    await page.setViewportSize({ width: 1100, height: 1400 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: path.join(pictures, 'landing.png') });
  });
  await test('nothing was asked of another place, and nothing went wrong on the way', () => {
    ok(outside.length === 0, outside.join());
    ok(slips.length === 0, slips.join('\n'));
  });
} finally {
  await browser.close();
  server.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
