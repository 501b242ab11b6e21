// Makes docs/images/editor.png: a real workbench with the extension of this folder, an example, its findings and a hover.
//   node scripts/screenshot.mjs [EXAMPLE [RULE]]
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hasChromium, startVSCode } from './headless.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [example = 'examples/flawed-certification.cred', rule = 'certification/goal'] = process.argv.slice(2);
const image = path.join(root, 'docs/images/editor.png');
if (!hasChromium) {
  console.error('The screenshot needs Chromium: apt-get install chromium (or set CHROMIUM to its path)');
  process.exit(1);
}

// What leaves room for the text and its findings.
const settings = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.lightbulb.enabled': 'off',
  'editor.hover.above': false, // above is the code lens
  'editor.fontSize': 14,
};

execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
const temporary = mkdtempSync(path.join(os.tmpdir(), 'cred-'));
const folder = path.join(temporary, 'programs'); // the example by itself, outside any git repository
cpSync(path.join(root, example), path.join(folder, path.basename(example)));
mkdirSync(path.join(folder, '.vscode'));
writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
const vscode = await startVSCode({ viewport: { width: 1400, height: 900 } });
try {
  await shoot(vscode);
  console.log(path.relative(process.cwd(), image));
} finally {
  await vscode.stop();
  rmSync(temporary, { recursive: true });
}

async function shoot({ page, remote, address }) {
  const file = path.join(folder, path.basename(example));
  await page.goto(
    address(folder, [
      ['extensionDevelopmentPath', remote(root)],
      ['openFile', remote(file)],
    ]),
  );
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor({ timeout: 60_000 });

  await choose(page, 'Preferences: Color Theme', 'Light Modern'); // a workspace's settings do not reach the themes here
  await choose(page, 'Preferences: File Icon Theme', 'Seti');
  await page.keyboard.press('Control+KeyB'); // no side bar
  await page.keyboard.press('Control+Shift+KeyM'); // Problems
  await page.waitForTimeout(1500); // all findings, code lenses
  await page.locator('.markers-panel .monaco-list-row', { hasText: rule }).first().dblclick(); // goes there
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.press('Control+KeyI'); // the hover
  await page.locator('.monaco-hover:visible').first().waitFor();
  await page.waitForTimeout(1000);
  mkdirSync(path.dirname(image), { recursive: true });
  await page.screenshot({ path: image });
}

/** Runs a command of the palette that asks for one thing. */
async function choose(page, command, answer) {
  await page.keyboard.press('F1');
  const first = text => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  await page.locator('.quick-input-widget input:visible').first().fill(`>${command}`);
  await first(command).click();
  await first(answer).waitFor();
  await page.keyboard.type(answer);
  await first(answer).click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
