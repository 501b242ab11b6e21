// npm run test:page: the packaged extension in a real workbench, used through the page by the keyboard alone, as docs/keyboard.md
// says; the pointer is tried where it is another way to the same.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { figure } from '../../scripts/figures.mjs';
import { startVSCode } from '../../scripts/headless.mjs';
import { PICTURES, picturesOfFailures, withChromium } from './chromium.mjs';

const root = path.resolve(import.meta.dirname, '../..');
/** An extension that does nothing, to compare with. */
const IDLE = {
  name: 'idle',
  displayName: 'Idle',
  publisher: 'test',
  version: '0.0.1',
  engines: { vscode: '^1.91.0' },
  activationEvents: ['onLanguage:cred'],
  main: './main.js',
};
let folder;
let idle;
let vscode;
let page;
const picture = file => page.screenshot({ path: path.join(PICTURES, `${file}.png`) });
const row = text => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
const quickInput = () => page.locator('.quick-input-widget input:visible').first();

/** Runs a command from the palette, by the keyboard. */
async function command(title) {
  await page.keyboard.press('F1');
  await quickInput().fill(`>${title}`);
  await row(title).waitFor();
  await page.keyboard.press('Enter');
}
/** Puts the cursor where words begin, by the editor's own search. */
async function goTo(words) {
  await page.keyboard.press('Control+Digit1'); // into the editor, from wherever
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+KeyF');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}
/** Opens a file from the explorer. No quick open: what searches files is not installed with this workbench. */
async function openFile(name) {
  await command('File: Focus on Files Explorer');
  await walkTo(page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first());
  await page.keyboard.press('Enter');
}
/** Goes through the tree that has the focus, from its top, until a row has it. */
async function walkTo(row) {
  await row.waitFor();
  const isIn = () => row.evaluate(one => one.closest('.monaco-list').contains(document.activeElement));
  for (let tabs = 0; tabs < 12 && !(await isIn()); tabs++) await page.keyboard.press('Tab'); // past what filters it
  await page.keyboard.press('Home');
  for (let steps = 0; !(await row.evaluate(one => one.classList.contains('focused'))); steps++) {
    if (steps > 60) throw new Error('the arrows do not lead there');
    await page.keyboard.press('ArrowDown');
  }
}
async function unfold(row) {
  await walkTo(row);
  await page.keyboard.press('ArrowRight');
}
/** The page within the profile panel. */
async function profile() {
  for (const end = Date.now() + 20_000; Date.now() < end; await page.waitForTimeout(100))
    for (const frame of page.frames())
      if (
        await frame
          .locator('main.profile')
          .count()
          .catch(() => 0)
      )
        return frame;
  throw new Error('the profile was not drawn');
}
const line = async () =>
  Number(
    /Ln (\d+)/.exec(
      await page
        .locator('.statusbar-item', { hasText: /Ln \d+/ })
        .first()
        .textContent(),
    )[1],
  );

withChromium('the extension in a workbench', () => {
  picturesOfFailures(() => page);
  beforeAll(async () => {
    const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    execFileSync(process.execPath, ['scripts/package.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    folder = mkdtempSync(path.join(os.tmpdir(), 'cred-page-'));
    cpSync(path.join(root, 'test/vscode/fixture'), folder, { recursive: true });
    idle = mkdtempSync(path.join(os.tmpdir(), 'cred-idle-'));
    writeFileSync(path.join(idle, 'package.json'), JSON.stringify(IDLE));
    writeFileSync(path.join(idle, 'README.md'), 'Does nothing.\n');
    writeFileSync(path.join(idle, 'main.js'), 'exports.activate = () => {};');
    const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
    const packing = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', 'idle.vsix'];
    execFileSync(process.execPath, [vsce, ...packing], { cwd: idle, stdio: 'ignore' });
    vscode = await startVSCode({
      viewport: { width: 1500, height: 950 },
      vsix: [path.join(root, `${name}-${version}.vsix`), path.join(idle, 'idle.vsix')],
      verbose: !!process.env.VERBOSE,
    });
    ({ page } = vscode);
    page.setDefaultTimeout(15_000);
    await page.goto(vscode.address(folder, [['openFile', vscode.remote(path.join(folder, 'flawed.cred'))]]));
  }, 600_000);
  afterAll(async () => {
    await vscode?.stop();
    for (const made of [folder, idle]) if (made) rmSync(made, { recursive: true, force: true });
  });

  test('a flawed program is underlined', async () => {
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  });
  test('the first start opens the walkthrough beside the text, with a picture', async () => {
    await page.locator('.getting-started-step', { hasText: 'Mend a finding' }).first().waitFor({ timeout: 30_000 });
    await page.locator('.gettingStartedContainer img').first().waitFor();
    await picture('first-start');
    await command('View: Close Editors in Other Groups');
    await page.locator('.getting-started-step').first().waitFor({ state: 'detached' });
  });
  test('a hover says what is wrong', async () => {
    await goTo('acquire-competence');
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.press('Control+KeyI');
    await page.locator('.monaco-hover:visible', { hasText: 'certification/goal' }).first().waitFor();
    await picture('hover');
    await page.keyboard.press('Escape');
  });
  test('Problems lists the findings', async () => {
    await goTo('certification');
    await page.keyboard.press('Control+Shift+KeyM');
    await walkTo(page.locator('.markers-panel .monaco-list-row', { hasText: 'certification/goal' }).first());
    await page.keyboard.press('Enter');
    for (const end = Date.now() + 5000; (await line()) === 1; await page.waitForTimeout(100))
      if (Date.now() > end) throw new Error('Enter does not lead to the finding');
    await page.keyboard.press('Control+KeyJ');
  });
  test('F8 goes from finding to finding', async () => {
    await goTo('certification');
    await page.keyboard.press('F8');
    await page.locator('.zone-widget:visible, .peekview-widget:visible', { hasText: 'cred' }).first().waitFor();
    await page.keyboard.press('Escape');
  });
  test('the lightbulb offers fixes, and one of them settles the finding', async () => {
    await goTo('acquire-competence');
    await page.locator('[class*="codicon-light-bulb"], [class*="codicon-lightbulb"]').first().waitFor();
    await page.keyboard.press('Control+Period');
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'validate-competence' }).first();
    await fix.waitFor();
    await picture('fixes');
    await page.keyboard.press('Enter'); // the first is focused
    await page.locator('.view-line', { hasText: 'goal: validate-competence' }).first().waitFor();
  });
  test('the profile opens by its keys, follows an edit and leads to the text', async () => {
    await openFile('seeking.cred');
    await page.locator('.view-line', { hasText: 'Certified Lift Planner' }).first().waitFor();
    await goTo('Certified Lift Planner');
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.press('KeyV');
    let frame = await profile();
    await frame.locator('h1', { hasText: 'Certified Lift Planner' }).waitFor();
    if ((await frame.locator('#told').textContent()) !== 'Certified Lift Planner') throw new Error('nobody is told whose profile it is');
    await page.waitForTimeout(800);
    await picture('profile');
    await goTo('Lift Planner');
    await page.keyboard.type('Lift Designer');
    await frame.locator('h1', { hasText: 'Certified Lift Designer' }).waitFor({ timeout: 5000 });
    frame = await profile();
    const jump = frame.locator('[data-uri$="seeking.cred"][data-line="6"]:visible').first(); // the first domain
    await jump.scrollIntoViewIfNeeded();
    await jump.focus();
    await page.keyboard.press('Enter');
    for (const end = Date.now() + 5000; (await line()) !== 7; await page.waitForTimeout(100))
      if (Date.now() > end) throw new Error(`the cursor is in line ${await line()}`);
  });
  const inLine = async wanted => {
    for (const end = Date.now() + 5000; (await line()) !== wanted; await page.waitForTimeout(100))
      if (Date.now() > end) throw new Error(`the cursor is in line ${await line()}, not ${wanted}`);
  };
  test("a block in the profile's picture leads to its text, by pointer and by key", async () => {
    const frame = await profile();
    const box = kind => frame.locator(`svg.map a.map-box.${kind}`).first();
    await box('examination').scrollIntoViewIfNeeded();
    await picture('map');
    await box('examination').click();
    await inLine(9);
    await box('award').focus();
    await page.keyboard.press('Enter');
    await inLine(10);
  });
  test('what a clause lacks is added from the profile', async () => {
    const frame = await profile();
    const clause = frame.locator('details.clause', { hasText: 'Panel Composition' }).first();
    if (!(await clause.evaluate(one => one.open))) await clause.locator('summary').first().click();
    const add = clause.locator('[data-act="add"]').first();
    await add.scrollIntoViewIfNeeded();
    await picture('acts');
    await add.focus();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'panel {' }).first().waitFor();
    await page.keyboard.press('Control+Digit1');
    await page.keyboard.press('Control+KeyZ');
    await page.locator('.view-line', { hasText: 'panel {' }).first().waitFor({ state: 'detached' });
  });
  test('the profile under a strict policy runs nothing but its own script', async () => {
    const frame = await profile();
    const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    if (!/default-src 'none'/.test(policy) || /unsafe/.test(policy)) throw new Error(policy);
  });
  test('what if it were of another kind: what is wrong and what to do, and nothing is changed', async () => {
    await page.locator('.view-line', { hasText: 'Certified Lift Designer' }).first().click();
    await command('Cred: What If');
    await row('What if it were a certificate program?').click();
    const gap = row('its goal is to validate competence that people bring with them.');
    await gap.waitFor();
    await picture('what-if');
    await page.keyboard.press('Escape');
    await page.locator('.view-line', { hasText: 'certification LIFT' }).first().waitFor();
  });
  test('the guided choice by the keyboard: back, cancel, resumed, and a file is written', async () => {
    await command('Cred: Which program fits?');
    const asked = text => page.locator('.quick-input-widget', { hasText: text }).first().waitFor();
    await asked('What is the program called?');
    await page.keyboard.type('Certified Crane Rigger');
    await page.keyboard.press('Enter');
    await asked('Which organization offers it?');
    await page.keyboard.press('Control+Alt+Minus'); // back; Alt+Left on Windows, Ctrl+Minus on a Mac
    await asked('What is the program called?');
    const kept = await quickInput().inputValue();
    if (kept !== 'Certified Crane Rigger') throw new Error(`going back has kept "${kept}"`);
    await page.keyboard.press('Enter');
    await asked('Which organization offers it?');
    await page.keyboard.press('Escape');
    const goOn = async () => {
      await command('Cred: Which program fits?');
      await row('Go on where you left off').waitFor();
      await page.keyboard.press('Enter');
    };
    await goOn();
    await asked('Which organization offers it?');
    await page.keyboard.type('Crane Board');
    await page.keyboard.press('Enter');
    for (const [question, answer] of [
      ['What is true of people at the end?', 'They have shown what they can do'],
      ['What is the program for?', 'To recognize competence'],
      ['Does it teach?', 'No'],
      ['Is there something that people must pass?', 'Yes, on what a role asks for'],
      ['What do people receive?', 'A designation'],
      ['Do holders have to keep it up?', 'Yes, it is renewed'],
      ['Is there a role with enough people in it?', 'Yes, hundreds'],
      ['Is the public at risk', 'Yes, people could be harmed'],
      ['Are you ready to take the award away', 'Yes, with rules'],
      ['How much time and money is there?', 'Two years or more'],
    ]) {
      await asked(question);
      await row(answer).waitFor();
      if (question === 'Is there something that people must pass?') await picture('question');
      await page.keyboard.type(answer); // what is typed picks among the answers
      await page.keyboard.press('Enter');
    }
    await row('Write the file').waitFor();
    await page.keyboard.press('Escape'); // nothing is lost here either
    await goOn();
    await row('Write the file').waitFor();
    await picture('choice');
    await page.keyboard.press('Enter');
    await asked('Where the program goes');
    // The dialog shows the folder first, and the name once it has listed the folder.
    const isNamed = async () => (await quickInput().inputValue()).endsWith('/certified-crane-rigger.cred');
    for (let tries = 0; !(await isNamed()); tries++) {
      if (tries === 100) throw new Error(`the name proposed is "${await quickInput().inputValue()}"`);
      await page.waitForTimeout(100);
    }
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'certification CCR "Certified Crane Rigger"' }).first().waitFor();
    await page.locator('.tab', { hasText: 'certified-crane-rigger.cred' }).first().waitFor();
  });
  test('records that are pasted become a program', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const record = { '@type': 'ceterms:Certification', '@id': 'https://x.example/1', 'ceterms:name': { en: 'Certified Hoist Mechanic' } };
    await page.evaluate(text => navigator.clipboard.writeText(text), JSON.stringify(record));
    await page.keyboard.press('Control+Digit1');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+KeyV');
    await page
      // The line may be wrapped behind the name.
      .locator('.view-line', { hasText: /certification\scertified-hoist-mechanic/ })
      .first()
      .waitFor();
    await picture('pasted');
  });
  test('the Testing view shows clauses, and judges them', async () => {
    await command('Testing: Focus on Test Explorer View');
    const tree = text => page.locator('.test-explorer .monaco-list-row', { hasText: text }).first();
    await tree('Certified Lift Designer').waitFor();
    await command('Test: Run All Tests');
    await command('Testing: Focus on Test Explorer View');
    await unfold(tree('Certified Lift Designer'));
    await tree('NCCA-2021').waitFor();
    await unfold(tree('NCCA-2021'));
    await page.waitForTimeout(1000);
    await picture('testing');
    if (!(await page.locator('.test-explorer .codicon-testing-failed-icon').count())) throw new Error('no clause fails');
    const rows = await page.locator('.test-explorer .monaco-list-row').allTextContents();
    const at = ['2 Governance', '3 Education', '4 Financial', '5 Human'].map(words => rows.findIndex(one => one.includes(words)));
    if (at[0] < 0 || at.some((one, i) => i > 0 && one !== at[i - 1] + 1))
      throw new Error(`not in the order of the standard: ${rows.join('; ')}`);
  });
  test('the Programs view shows owner, program and standard', async () => {
    await command('Cred: Focus on Programs View');
    const tree = text => page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
    await tree('American Board of Widget Professionals').waitFor();
    await unfold(tree('Certified Lift Designer'));
    await tree('NCCA-2021').waitFor();
    await unfold(tree('NCCA-2021'));
    await page.waitForTimeout(800);
    await picture('programs');
    await page.keyboard.press('Enter'); // leads to the text
    await page.locator('.view-line', { hasText: 'NCCA-2021' }).first().waitFor();
  });
  test('the walkthrough is there, with its five steps', async () => {
    await command('Welcome: Open Walkthrough');
    await row('Get started with Cred').waitFor();
    await page.keyboard.type('Get started with Cred');
    await page.keyboard.press('Enter');
    await page.locator('.getting-started-step', { hasText: 'Mend a finding' }).first().waitFor();
    await page.waitForTimeout(1000);
    await picture('walkthrough');
    const steps = await page.locator('.getting-started-step').count();
    if (steps !== 5) throw new Error(`there are ${steps}`);
  });
  test('VS Code measures how soon it is active, and how soon an extension that does nothing', async () => {
    // Of three starts the quickest: what else the machine does is not ours.
    const times = { Cred: [], Idle: [] };
    for (let i = 0; i < 3; i++) {
      await page.reload();
      await page
        .locator('.statusbar-item', { hasText: /Ln \d+|Cred/ })
        .first()
        .waitFor({ timeout: 60_000 });
      await page.waitForTimeout(1500);
      await command('Developer: Show Running Extensions');
      for (const [name, all] of Object.entries(times)) {
        const entry = page.locator('.runtime-extensions-editor .extension', { hasText: name }).first();
        // The list holds only the rows in sight, the slowest first.
        await page.locator('.runtime-extensions-editor .monaco-list').first().hover();
        await page.mouse.wheel(0, -10_000);
        for (let steps = 0; (await entry.count()) === 0 && steps < 40; steps++) {
          await page.mouse.wheel(0, 200);
          await page.waitForTimeout(50);
        }
        // An extension that is still starting has no time yet.
        const told = page
          .locator('.runtime-extensions-editor .extension', { hasText: name })
          .filter({ hasText: /Activation: \d+/ })
          .first();
        all.push(Number(/Activation: (\d+)/.exec(await told.textContent())[1]));
      }
    }
    const [own, idle] = [Math.min(...times.Cred), Math.min(...times.Idle)];
    figure(
      'Activation of the extension',
      `${own} ms (one that does nothing: ${idle} ms)`,
      'under 200 ms, or 150 ms over one that does nothing',
      own < 200 || own - idle < 150,
    );
  });
});
