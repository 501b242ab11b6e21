// Makes the pictures of the README, the marketplace and the site, docs/images/NAME-THEME.webp: a real workbench with the extension of
// this folder, an example with its findings and their fixes, the profile beside one, and a report; each in a light and a dark theme, with
// two pixels for one, so that it stays sharp when it is enlarged. Each is to be looked at before it is committed.
//   node scripts/pictures.mjs [--width 1120] [--theme NAME]… [--out FOLDER]
//   --theme "Default High Contrast"   another theme, to look at; it needs --out
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { needChromium, ROOMY, startVSCode } from './headless.mjs';

const root = path.resolve(import.meta.dirname, '..');
/** The themes by the name that the files have. */
const THEMES = { light: 'Light Modern', dark: 'Dark Modern' };
const { values: wished } = parseArgs({
  options: { width: { type: 'string', default: '1120' }, theme: { type: 'string', multiple: true }, out: { type: 'string' } },
});
const width = Number(wished.width);
const height = Math.round(width * 0.633);
const themes = wished.theme ? wished.theme.map(name => [name.toLowerCase().replace(/[^a-z]+/g, '-'), name]) : Object.entries(THEMES);
const out = path.resolve(wished.out ?? path.join(root, 'docs/images'));
needChromium('The pictures');

const settings = {
  ...ROOMY,
  'editor.hover.above': false, // above is the code lens
  'editor.fontSize': 14,
};

execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
const temporary = mkdtempSync(path.join(os.tmpdir(), 'cred-'));
mkdirSync(out, { recursive: true });
const vscode = await startVSCode({ viewport: { width, height }, scale: 2 });
const { page } = vscode;
try {
  for (const [name, theme] of themes) {
    await page.emulateMedia({ colorScheme: /light/i.test(theme) ? 'light' : 'dark' });
    await open('flawed-certification.cred', theme);
    await findings('certification/goal');
    await keep(`editor-${name}`);
    await fixes();
    await keep(`fixes-${name}`);
    await page.keyboard.press('Escape');
    await open('seeking-certification.cred', theme);
    await profile();
    await keep(`profile-${name}`);
    const report = path.join(temporary, 'report.html');
    execFileSync(process.execPath, ['dist/cred.cjs', 'report', 'examples/seeking-certification.cred', '-o', report], {
      cwd: root,
      stdio: 'ignore',
    });
    await page.goto(pathToFileURL(report).href);
    await keep(`report-${name}`);
  }
} finally {
  await vscode.stop();
  rmSync(temporary, { recursive: true });
}

/** Opens an example in a folder of its own, outside any git repository, so that no other file's findings are shown. */
async function open(example, theme) {
  const folder = path.join(temporary, path.parse(example).name);
  cpSync(path.join(root, 'examples', example), path.join(folder, example));
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  const keys = [
    ['extensionDevelopmentPath', vscode.remote(root)],
    ['openFile', vscode.remote(path.join(folder, example))],
  ];
  await page.goto(vscode.address(folder, keys));
  await page.locator('.codelens-decoration', { hasText: 'defining features' }).first().waitFor({ timeout: 60_000 });
  await choose('Preferences: Color Theme', theme); // a workspace's settings do not reach the themes here
  await choose('Preferences: File Icon Theme', 'Seti');
  const explorer = page.locator('.sidebar .explorer-folders-view:visible');
  if (await explorer.count()) await page.keyboard.press('Control+KeyB'); // no side bar
}

async function findings(rule) {
  await page.keyboard.press('Control+Shift+KeyM'); // Problems
  await page.waitForTimeout(1500); // all findings, code lenses
  await page.locator('.markers-panel .monaco-list-row', { hasText: rule }).first().dblclick(); // goes there
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.press('Control+KeyI'); // the hover
  await page.locator('.monaco-hover:visible').first().waitFor();
  await page.waitForTimeout(1000);
}

async function fixes() {
  await page.keyboard.press('Escape'); // no hover
  await page.keyboard.press('Control+KeyJ'); // no Problems
  await page.locator('.view-line', { hasText: 'certification CRDS' }).getByText('CRDS', { exact: true }).first().click();
  await page.keyboard.press('Control+Period');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await page.waitForTimeout(500);
}

async function profile() {
  await page.keyboard.press('Escape');
  await page.locator('.editor-instance .view-lines').first().click();
  await page.keyboard.press('Control+KeyF'); // the program, rather than the organization above it
  await page.keyboard.type('certification CCP');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  if (await page.locator('.markers-panel:visible').count()) await page.keyboard.press('Control+KeyJ'); // no Problems
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.press('KeyV');
  await page.waitForTimeout(3000);
}

/** Writes what is shown as WebP, which Chromium itself can encode. */
async function keep(name) {
  const shot = await page.screenshot({ type: 'png' });
  const canvas = await page.context().browser().newPage();
  const data = await canvas.evaluate(
    async png => {
      const bitmap = await createImageBitmap(await (await fetch(png)).blob());
      const made = new OffscreenCanvas(bitmap.width, bitmap.height);
      made.getContext('2d').drawImage(bitmap, 0, 0);
      const bytes = new Uint8Array(await (await made.convertToBlob({ type: 'image/webp', quality: 0.5 })).arrayBuffer());
      return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
    },
    `data:image/png;base64,${shot.toString('base64')}`,
  );
  await canvas.close();
  const image = path.join(out, `${name}.webp`);
  writeFileSync(image, Buffer.from(data, 'base64'));
  console.log(path.relative(process.cwd(), image));
}

/** Runs a command of the palette that asks for one thing. */
async function choose(command, answer) {
  await page.keyboard.press('F1');
  const first = text => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  await page.locator('.quick-input-widget input:visible').first().fill(`>${command}`);
  await first(command).click();
  await first(answer).waitFor();
  await page.keyboard.type(answer);
  await first(answer).click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
