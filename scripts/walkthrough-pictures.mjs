// Makes the pictures of the walkthrough, walkthrough/NAME-THEME.webp: a real workbench with the extension of this folder, in a light
// and in a dark theme. Each is to be looked at before it is committed.
//   node scripts/walkthrough-pictures.mjs
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { needChromium, ROOMY, startVSCode } from './headless.mjs';

const root = path.resolve(import.meta.dirname, '..');
const THEMES = { light: 'Light Modern', dark: 'Dark Modern' };
const SETTINGS = {
  ...ROOMY,
  'editor.fontSize': 15,
};

needChromium('The pictures');
execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
const temporary = mkdtempSync(path.join(os.tmpdir(), 'cred-walkthrough-'));
const folder = path.join(temporary, 'programs'); // the examples by themselves, outside any git repository
for (const example of ['flawed-certification.cred', 'seeking-certification.cred'])
  cpSync(path.join(root, 'examples', example), path.join(folder, example));
mkdirSync(path.join(folder, '.vscode'));
writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(SETTINGS));
mkdirSync(path.join(root, 'walkthrough'), { recursive: true });
const vscode = await startVSCode({ viewport: { width: 960, height: 680 } });
const { page } = vscode;
const row = text => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
const quickInput = () => page.locator('.quick-input-widget input:visible').first();
try {
  for (const theme of Object.keys(THEMES)) {
    await page.emulateMedia({ colorScheme: theme });
    await open('flawed-certification.cred', theme);
    await goTo('flawed-certification.cred', 'acquire-competence');
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.press('Control+KeyI');
    await page.locator('.monaco-hover:visible').first().waitFor();
    await page.waitForTimeout(800);
    await keep('sample', theme);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Period');
    await page.locator('.action-widget .monaco-list-row').first().waitFor();
    await page.waitForTimeout(500);
    await keep('mend', theme);
    await page.keyboard.press('Escape');
    await question('What is true of people at the end?');
    await keep('choose', theme);
    await page.keyboard.press('Escape');
    await open('seeking-certification.cred', theme);
    await goTo('seeking-certification.cred', 'certification CCP');
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.press('KeyV');
    await page.waitForTimeout(3000);
    // The editor is half as wide now, and its lines are wrapped anew.
    await page.locator('.view-line', { hasText: 'certification' }).first().waitFor();
    await keep('profile', theme);
    const report = path.join(temporary, 'report.html');
    const made = ['dist/cred.cjs', 'report', 'examples/seeking-certification.cred', '-o', report];
    execFileSync(process.execPath, made, { cwd: root, stdio: 'ignore' });
    await page.goto(pathToFileURL(report).href);
    await keep('report', theme);
  }
} finally {
  await vscode.stop();
  rmSync(temporary, { recursive: true });
}

async function open(example, theme) {
  const keys = [
    ['extensionDevelopmentPath', vscode.remote(root)],
    ['openFile', vscode.remote(path.join(folder, example))],
  ];
  await page.goto(vscode.address(folder, keys));
  const lens = page.locator('.codelens-decoration', { hasText: 'defining features' }).first();
  await lens.waitFor({ state: 'attached', timeout: 60_000 });
  await run('View: Close Editors in Other Groups'); // the walkthrough itself, at a first start
  await page.waitForTimeout(1000); // its code lens may stand below what is in sight
  await choose('Preferences: Color Theme', THEMES[theme]); // a workspace's settings do not reach the themes here
  const explorer = page.locator('.sidebar .explorer-folders-view:visible');
  if (await explorer.count()) await page.keyboard.press('Control+KeyB'); // no side bar
}

/** Puts the cursor where words of an example begin, and waits until they are in sight. */
async function goTo(example, words) {
  const lines = readFileSync(path.join(folder, example), 'utf8').split('\n');
  const line = lines.findIndex(one => one.includes(words));
  await page.keyboard.press('Control+Digit1');
  await page.keyboard.press('Control+KeyG');
  await quickInput().fill(`:${line + 1}:${lines[line].indexOf(words) + 1}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page
    .locator('.view-line', { hasText: words.split(' ')[0] })
    .first()
    .waitFor();
}

/** Goes through the guided choice up to a question. */
async function question(title) {
  await run('Cred: Which program fits?');
  await page.waitForTimeout(700);
  if (await row('Begin anew').count()) await row('Begin anew').click();
  for (const typed of ['Certified Registrar', 'Association of Small Museums']) {
    await page.waitForTimeout(700);
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
  await page.locator('.quick-input-widget', { hasText: title }).first().waitFor();
  await page.waitForTimeout(500);
}

/** Runs a command of the palette. */
async function run(command) {
  await page.keyboard.press('F1');
  await quickInput().fill(`>${command}`);
  await row(command).waitFor();
  await page.keyboard.press('Enter');
}

/** Runs a command of the palette that asks for one thing. */
async function choose(command, answer) {
  await page.keyboard.press('F1');
  await quickInput().fill(`>${command}`);
  await row(command).click();
  await row(answer).waitFor();
  await page.keyboard.type(answer);
  await row(answer).click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Keeps the page as WebP, which Chromium itself can write. */
async function keep(name, theme) {
  const shot = await page.screenshot({ type: 'png' });
  const canvas = await page.context().browser().newPage();
  const data = await canvas.evaluate(
    async png => {
      const bitmap = await createImageBitmap(await (await fetch(png)).blob());
      const made = new OffscreenCanvas(840, Math.round((bitmap.height / bitmap.width) * 840));
      made.getContext('2d').drawImage(bitmap, 0, 0, made.width, made.height);
      const bytes = new Uint8Array(await (await made.convertToBlob({ type: 'image/webp', quality: 0.4 })).arrayBuffer());
      return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
    },
    `data:image/png;base64,${shot.toString('base64')}`,
  );
  await canvas.close();
  const image = path.join(root, `walkthrough/${name}-${theme}.webp`);
  writeFileSync(image, Buffer.from(data, 'base64'));
  console.log(path.relative(process.cwd(), image));
}
