// What people have elsewhere comes into a program as they would bring it: copied from a sheet or a document and pasted with Ctrl+V, or
// dropped as a file. A real clipboard and real drags, in a real workbench.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workbookBytes } from '../../host/office/xlsx-out.ts';
import { startVSCode } from '../../scripts/headless.mjs';
import { PICTURES, picturesOfFailures, withChromium } from './chromium.mjs';
import { openFiles } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const PROGRAM = 'certification CMR "Certified Museum Registrar" {\n  \n}\n';
const COURSE = 'certificate CC "Caring for Collections" {\n  \n}\n';
/** What Excel puts on the clipboard for three selected rows. */
const SHEET = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=ProgId content=Excel.Sheet><style>td {mso-number-format:General;} .xl65 {mso-number-format:0%;}</style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=192><!--StartFragment-->
<tr height=19><td height=19 class=xl63 width=128>Domain</td><td class=xl63 width=64>Weight</td></tr>
<tr height=19><td height=19>Caring for objects</td><td class=xl65 align=right>60%</td></tr>
<tr height=19><td height=19>Loans &amp; exhibitions</td><td class=xl65 align=right>40%</td></tr>
<!--EndFragment--></table></body></html>`;
/** What Word puts there for a list of outcomes below a heading. */
const DOCUMENT = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=ProgId content=Word.Document></head><body><!--StartFragment-->
<p class=MsoNormal><b>Learning outcomes<o:p></o:p></b></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Explain the care of textiles<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Pack an object for a loan<o:p></o:p></p>
<!--EndFragment--></body></html>`;
const TABLE = [
  ['Domain', 'Weight'],
  ['Caring for objects', '60%'],
  ['Loans and exhibitions', '40%'],
];
const DOMAINS =
  / {2}domain [\w-]+ "Caring for objects" \{ weight: 60% \}\n {2}domain [\w-]+ "Loans (?:&|and) exhibitions" \{ weight: 40% \}\n\}/;

let folder;
let vscode;
let page;

withChromium('what people have elsewhere, in VS Code', () => {
  picturesOfFailures(() => page);
  beforeAll(async () => {
    execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    folder = mkdtempSync(path.join(os.tmpdir(), 'cred-paste-'));
    vscode = await startVSCode({ viewport: { width: 1280, height: 800 }, verbose: !!process.env.VERBOSE });
    ({ page } = vscode);
    page.setDefaultTimeout(30_000);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  }, 600_000);
  afterAll(async () => {
    await vscode?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a program with the cursor on its blank line, the server being up. */
  async function open(files) {
    const at = await openFiles(vscode, folder, files);
    await page.locator('.codelens-decoration').first().waitFor({ timeout: 60_000 });
    await page.locator('.editor-instance .view-line').nth(1).click();
    await page.keyboard.press('End');
    return path.join(at, Object.keys(files)[0]);
  }

  /** Saves until the file has a text. */
  async function becomes(file, wanted) {
    await expect
      .poll(
        async () => {
          await page.keyboard.press('Control+KeyS');
          return readFileSync(file, 'utf8');
        },
        { timeout: 20_000, interval: 500 },
      )
      .toMatch(wanted);
  }

  /** Puts a text onto the clipboard as another program does, as HTML and plain. */
  const copy = (html, plain) =>
    page.evaluate(
      ([asHtml, asText]) =>
        navigator.clipboard.write([
          new ClipboardItem({
            'text/html': new Blob([asHtml], { type: 'text/html' }),
            'text/plain': new Blob([asText], { type: 'text/plain' }),
          }),
        ]),
      [html, plain],
    );

  test('rows of Excel become domains, and Ctrl+Z brings back what was copied', async () => {
    const file = await open({ 'museum.cred': PROGRAM });
    const plain = TABLE.map(row => row.join('\t')).join('\r\n');
    await copy(SHEET, plain);
    await page.keyboard.press('Control+KeyV');
    await becomes(file, DOMAINS);
    await page.screenshot({ path: path.join(PICTURES, 'paste.png') });
    await page.keyboard.press('Control+KeyZ');
    await becomes(file, /^certification CMR[^\n]*\n\s*(?:Domain\tWeight\r?\n|\})/);
  });
  test('rows stay as they are with Ctrl+Shift+V', async () => {
    const file = await open({ 'museum.cred': PROGRAM });
    await copy(SHEET, TABLE.map(row => row.join('\t')).join('\n'));
    await page.keyboard.press('Control+Shift+KeyV');
    await becomes(file, /Domain\tWeight\n\s*Caring for objects\t60%/);
  });
  test('a table that is copied in a page becomes domains', async () => {
    const file = await open({ 'museum.cred': PROGRAM });
    const other = await page.context().browser().newPage();
    const rows = TABLE.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('');
    await other.setContent(`<table>${rows}</table>`);
    await other.keyboard.press('Control+KeyA');
    await other.keyboard.press('Control+KeyC');
    await other.close();
    await page.bringToFront();
    await page.keyboard.press('Control+KeyV');
    await becomes(file, DOMAINS);
  });
  test('a list of Word becomes outcomes', async () => {
    const file = await open({ 'care.cred': COURSE });
    await copy(DOCUMENT, 'Learning outcomes\r\n·\tExplain the care of textiles\r\n·\tPack an object for a loan');
    await page.keyboard.press('Control+KeyV');
    await becomes(file, /outcome \S+ "Explain the care of textiles"[^\n]*\n\s+outcome \S+ "Pack an object for a loan"/);
  });
  test('a sheet that is dropped from outside becomes domains', async () => {
    const sheet = path.join(folder, 'blueprint.xlsx');
    const columns = TABLE[0].map(heading => ({ heading, width: 20 }));
    writeFileSync(sheet, workbookBytes([{ name: 'Blueprint', columns, rows: TABLE.slice(1) }]));
    const file = await open({ 'museum.cred': PROGRAM });
    const cdp = await page.context().newCDPSession(page);
    const box = await page.locator('.editor-instance .view-line').nth(1).boundingBox();
    const drag = type =>
      cdp.send('Input.dispatchDragEvent', {
        type,
        x: box.x + 20,
        y: box.y + box.height / 2,
        modifiers: 8, // Shift: into the editor, rather than opened
        data: { items: [], files: [sheet], dragOperationsMask: 1 },
      });
    await page.keyboard.down('Shift');
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await drag(type);
      await page.waitForTimeout(300);
    }
    await page.keyboard.up('Shift');
    await becomes(file, DOMAINS);
    await page.screenshot({ path: path.join(PICTURES, 'drop.png') });
  });
  test('a table that is dragged from the Explorer becomes domains', async () => {
    const file = await open({ 'museum.cred': PROGRAM, 'blueprint.csv': `${TABLE.map(row => row.join(',')).join('\n')}\n` });
    if (!(await page.locator('.explorer-folders-view:visible').count())) await page.keyboard.press('Control+Shift+KeyE');
    const from = await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'blueprint.csv' }).boundingBox();
    const to = await page.locator('.editor-instance .view-line').nth(1).boundingBox();
    await page.mouse.move(from.x + 40, from.y + from.height / 2);
    await page.mouse.down();
    await page.keyboard.down('Shift');
    for (const part of [0.1, 0.5, 0.9, 1]) await page.mouse.move(from.x + (to.x + 20 - from.x) * part, from.y + (to.y + 8 - from.y) * part);
    await page.waitForTimeout(300);
    await page.mouse.move(to.x + 21, to.y + 9);
    await page.waitForTimeout(300);
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await page.locator('.editor-instance .view-line').nth(1).click();
    await becomes(file, DOMAINS);
  });
});
