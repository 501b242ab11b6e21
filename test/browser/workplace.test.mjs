// npm run test:workplace: a program is written in the workplace, from nothing to the report, and nothing of it is lost.

import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { figure } from '../../scripts/figures.mjs';
import { PICTURES } from './chromium.mjs';
import { inWorkplace } from './workplace.mjs';

inWorkplace('the workplace', work => {
  const { open, watched, visit, finding, line, tab, text, rewrite } = work;

  test('an example opens with its findings, in the text and beside it', async () => {
    const begin = performance.now();
    await work.page.goto(`${work.home}#example=flawed-certification`);
    await finding('its goal is that participants acquire competence').waitFor();
    const time = performance.now() - begin;
    figure('First findings in the workplace, on localhost', `${(time / 1000).toFixed(1)} s`, 'under 1.5 s', time < 1500);
    await work.page.locator('.cm-lintRange-error').first().waitFor();
    await work.page.screenshot({ path: path.join(PICTURES, 'workplace.png') });
  });
  test('a hover explains a word', async () => {
    await line('purpose: recognize-competence').locator('.tok-property').first().hover();
    await work.page.locator('.cm-editor .hover', { hasText: 'purpose' }).waitFor();
    await work.page.mouse.move(5, 5);
  });
  test('a fix settles its finding, and what was an example is kept', async () => {
    await work.page.locator('#visiting').waitFor();
    await finding('its goal is').locator('button', { hasText: 'Write "validate-competence"' }).click();
    await line('goal: validate-competence').waitFor();
    await finding('its goal is').waitFor({ state: 'detached' });
    await work.page.locator('#visiting').waitFor({ state: 'hidden' });
  });
  test('everything by the keyboard: a finding, its word, its fix', async () => {
    await work.page.locator('.cm-content').focus();
    await work.page.keyboard.press('Control+KeyZ');
    await finding('its goal is').locator('button.fix').first().waitFor();
    await work.page.keyboard.press('Control+Home');
    await work.page.keyboard.press('F8');
    await work.page.keyboard.press('F8');
    await work.page.keyboard.press('Control+KeyK');
    await work.page.keyboard.press('Control+KeyI');
    await work.page.locator('.cm-editor .hover', { hasText: 'competence' }).first().waitFor();
    await work.page.keyboard.press('Escape');
    await work.page.locator('.cm-editor .hover').waitFor({ state: 'detached' });
    for (let presses = 0; ; presses++) {
      await work.page.keyboard.press('Tab');
      const focused = await work.page.evaluate(() => document.activeElement.textContent);
      if (focused === 'Write "validate-competence"') break;
      ok(presses < 60, `Tab leads to ${focused}`);
    }
    await work.page.keyboard.press('Enter');
    await line('goal: validate-competence').waitFor();
  });
  test('what can be done at the cursor is listed; an ignore asks for its reason in the text', async () => {
    await work.page.locator('.cm-content').focus();
    await work.page.keyboard.press('Control+Home');
    await work.page.keyboard.press('F8');
    await work.page.keyboard.press('Control+Period');
    await work.page.locator('dialog input').fill('with a reason');
    await work.page.keyboard.press('Enter');
    await line('ignore').waitFor();
    await work.page.keyboard.type('It is being written');
    await line('It is being written').waitFor();
    await work.page.keyboard.press('Control+KeyZ');
    await work.page.keyboard.press('Control+KeyZ');
  });
  test('a name is renamed wherever it stands, and undone in one step', async () => {
    await line('certification CRDS').locator('text=CRDS').first().click();
    await work.page.keyboard.press('F2');
    await work.page.locator('dialog input').fill('RDS');
    await work.page.keyboard.press('Enter');
    await line('certification RDS').waitFor();
    await work.page.locator('.cm-content').focus();
    await work.page.keyboard.press('Control+KeyZ');
    await line('certification CRDS').waitFor();
  });

  test('from a template to a program, by completion and by questions', async () => {
    await work.page.locator('#do-begin').click();
    await work.page.locator('dialog button', { hasText: 'Recognizes competence' }).click();
    await work.page.locator('dialog input').fill('Certified Widget Technician');
    await work.page.keyboard.press('Enter');
    await line('certification CWT "Certified Widget Technician" {').waitFor();
    await expect.poll(() => work.page.locator('#files button').allTextContents()).toHaveLength(2);
    await tab('questions');
    const prompt = work.page.locator('.question legend');
    await prompt.waitFor();
    const first = await prompt.textContent();
    await work.page.locator('.question button', { hasText: 'Not known yet' }).click();
    await expect.poll(() => prompt.textContent()).not.toBe(first);
    await work.page.locator('.question button', { hasText: 'Back' }).click();
    await expect.poll(() => prompt.textContent()).toBe(first);
    const before = (await text(work.page)).join('\n');
    const option = work.page.locator('.question input[name=option]').first();
    if (await option.count()) await option.check();
    else await work.page.locator('.question input[name=typed]').fill('2026');
    await work.page.locator('.question button', { hasText: 'Write it' }).click();
    await expect.poll(async () => (await text(work.page)).join('\n')).not.toBe(before);
  });
  test('completion offers what may stand there, and keeps the indentation', async () => {
    await tab('findings');
    await line('certification CWT').click();
    await work.page.keyboard.press('End');
    await work.page.keyboard.press('Enter');
    await work.page.keyboard.type('summ');
    await work.page.locator('.cm-tooltip-autocomplete li', { hasText: 'summary' }).first().waitFor();
    await work.page.waitForTimeout(150);
    await work.page.keyboard.press('Enter');
    await expect.poll(async () => (await text(work.page)).some(one => /^ {2}summary: /.test(one))).toBe(true);
    await work.page.keyboard.press('Escape');
    await work.page.keyboard.press('Control+KeyZ');
    await work.page.keyboard.press('Control+KeyZ');
  });
  test('"Which program fits?" goes back, is closed and gone on with, and writes a file', async () => {
    await work.page.locator('#do-commands').click();
    await work.page.locator('dialog input').fill('which program');
    await work.page.keyboard.press('Enter');
    const dialog = work.page.locator('dialog');
    await dialog.locator('legend').waitFor();
    await dialog.locator('input[type=text]').fill('Roof Drone Pilot');
    await work.page.keyboard.press('Enter');
    await dialog.locator('legend', { hasText: 'organization' }).waitFor();
    await dialog.locator('button', { hasText: 'Back' }).click();
    await expect.poll(() => dialog.locator('input[type=text]').inputValue()).toBe('Roof Drone Pilot');
    await work.page.keyboard.press('Enter');
    await dialog.locator('legend', { hasText: 'organization' }).waitFor();
    await work.page.keyboard.press('Escape');
    await work.page.locator('#do-begin').click();
    await work.page.locator('dialog button', { hasText: 'Which program fits?' }).click();
    await dialog.locator('legend', { hasText: 'organization' }).waitFor();
    await dialog.locator('button', { hasText: 'Next' }).click();
    while (!(await dialog.locator('button', { hasText: 'Write the file' }).count())) {
      const legend = await dialog.locator('legend').textContent();
      await dialog.locator('input[type=radio]').first().check();
      await dialog.locator('button', { hasText: 'Next' }).click();
      await expect
        .poll(() =>
          dialog
            .locator('legend')
            .textContent({ timeout: 500 })
            .catch(() => ''),
        )
        .not.toBe(legend);
    }
    await dialog.locator('button', { hasText: 'Write the file' }).click();
    await line('Roof Drone Pilot').waitFor();
  });

  test('what is written stays over a reload, with its history', async () => {
    await work.page.locator('#files button', { hasText: 'certified-widget-technician.cred' }).click();
    await rewrite(work.page, 'certification CWT "Kept" {\n}\n');
    await line('"Kept"').waitFor();
    await work.page.keyboard.press('Control+Home');
    await work.page.waitForTimeout(700); // What follows at once would be undone together with it.
    await work.page.keyboard.insertText('// typed last\n');
    await work.page.reload();
    await line('// typed last').waitFor();
    await expect.poll(() => work.page.locator('#files button').allTextContents()).toHaveLength(3);
    await work.page.locator('.cm-content').focus();
    await work.page.keyboard.press('Control+KeyZ');
    await line('// typed last').waitFor({ state: 'detached' });
    await work.page.keyboard.press('Control+KeyZ');
    await line('certification CWT "Certified Widget Technician"').waitFor();
    await work.page.keyboard.press('Control+KeyY');
    await line('"Kept"').waitFor();
  });
  test('an open question leaves the cursor to who is writing', async () => {
    await tab('questions');
    await work.page.locator('.question legend').waitFor();
    await work.page.locator('.cm-content').focus();
    await work.page.keyboard.press('Control+End');
    // Each word is followed by new findings, and so by the question again.
    for (const word of ['// slowly', ' written', ' words']) {
      await work.page.keyboard.type(word);
      await work.page.waitForTimeout(400);
    }
    await line('// slowly written words').waitFor();
    for (let presses = 0; (await text(work.page)).join('').includes('//'); presses++) {
      ok(presses < 10, 'undo does not lead back');
      await work.page.keyboard.press('Control+KeyZ');
    }
    await line('certification CWT "Kept"').waitFor();
  });
  test('a tab that dies while someone types loses nothing', async () => {
    await work.page.locator('.cm-content').focus();
    await work.page.keyboard.press('Control+Home');
    const context = work.page.context();
    const session = await context.newCDPSession(work.page);
    await work.page.keyboard.type('// the last words before the end');
    await line('before the end').waitFor();
    const died = work.page.waitForEvent('crash');
    session.send('Page.crash').catch(() => {});
    await died;
    await work.page.close({ runBeforeUnload: false }).catch(() => {});
    work.page = watched(await context.newPage());
    await visit(work.page);
    await line('// the last words before the end').waitFor();
  });
  test('work that an earlier Cred kept is read, with what was typed last', async () => {
    const other = await open();
    await other.goto(`${work.top}index.html`);
    await other.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('cred-workplace', 1);
          request.onerror = reject;
          request.onupgradeneeded = () => {
            const { result } = request;
            result.createObjectStore('files', { keyPath: 'name' });
            result.createObjectStore('journal', { autoIncrement: true });
            result.createObjectStore('versions', { autoIncrement: true }).createIndex('name', 'name');
            result.createObjectStore('handles');
            result.createObjectStore('settings');
          };
          request.onsuccess = () => {
            const { result } = request;
            const all = result.transaction(['files', 'journal'], 'readwrite');
            all.objectStore('files').put({ name: 'early.cred', text: 'person A\n', history: undefined, selection: undefined, order: 0 });
            for (const [at, word] of ['D', 'E'].entries())
              all
                .objectStore('journal')
                .add({ name: 'early.cred', changes: [[0, `person ${word}`, ''], 9 + at * 9], time: 1, isolated: false });
            all.oncomplete = () => resolve(result.close());
          };
        }),
    );
    await visit(other);
    await line('person E', other).waitFor();
    await line('person D', other).waitFor();
    await line('person A', other).waitFor();
    await other.context().close();
  });
  test('a second tab does not write into the same work', async () => {
    const other = watched(await work.page.context().newPage());
    await visit(other);
    await other.locator('#elsewhere').waitFor();
    await other.locator('#here').click();
    await line('// the last words', other).waitFor();
    await work.page.locator('#elsewhere').waitFor();
    await other.close();
    await work.page.reload();
    await work.page.locator('body[data-started]').waitFor();
    await line('// the last words').waitFor();
    await work.page.locator('#where', { hasText: 'Kept in this browser' }).waitFor();
  });

  test('the tabs follow the text', async () => {
    await visit(work.page, '#example=seeking-certification');
    for (const [name, words] of [
      ['profile', 'Description fits'],
      ['picture', 'The picture in words'],
      ['readiness', 'the description shows it'],
      ['roadmap', 'Design'],
    ]) {
      await tab(name);
      await work.page.locator('#panel .drawn', { hasText: words }).waitFor();
      await work.page.screenshot({ path: path.join(PICTURES, `workplace-${name}.png`) });
    }
    await tab('profile');
    await work.page.locator('#panel button.jump').first().click();
    await expect.poll(() => work.page.evaluate(() => document.activeElement.className)).toContain('cm-content');
  });
  test('what a clause lacks is attested, and added, where it is shown', async () => {
    await tab('readiness');
    const unfold = () =>
      work.page.locator('#panel .drawn details').evaluateAll(all => {
        for (const one of all) one.open = true;
      });
    for (const act of ['attest', 'add']) {
      const button = work.page.locator(`#panel [data-act=${act}]`).first();
      await button.waitFor({ state: 'attached' });
      await unfold();
      await button.click();
      if (act === 'attest') {
        await work.page.locator('dialog input').fill('minutes-of-the-board.pdf');
        await work.page.keyboard.press('Enter');
      }
      await work.page.locator('#said', { hasText: 'It is written into the text.' }).waitFor();
      await work.page.evaluate(() => document.getElementById('said').replaceChildren());
    }
    await work.page.locator('.cm-content').focus();
    await work.page.keyboard.press('Control+KeyF');
    await work.page.locator('.cm-search input[name=search]').focus();
    await work.page.keyboard.type('minutes-of-the-board.pdf');
    await work.page.keyboard.press('Enter');
    await line('minutes-of-the-board.pdf').waitFor();
    await work.page.keyboard.press('Escape');
  });
  test('the report is drawn, downloaded and exported; what was exported is imported again', async () => {
    await tab('report');
    await work.page.frameLocator('iframe.report').locator('h1').first().waitFor();
    await work.page.screenshot({ path: path.join(PICTURES, 'workplace-report.png') });
    for (const [words, holds] of [
      ['Download as a page', /^<!DOCTYPE html>/],
      ['Download as Markdown', /^# /],
      ['For Word', /^PK/],
      ['xlsx', /^PK/],
      ['json', /^\{/],
    ]) {
      const [download] = await Promise.all([
        work.page.waitForEvent('download'),
        work.page.locator('#panel button', { hasText: new RegExp(`^${words}$`) }).click(),
      ]);
      expect(readFileSync(await download.path(), 'latin1')).toMatch(holds);
      // A dialog says what is left out, if anything is.
      await work.page.waitForTimeout(300);
      await work.page.evaluate(() => document.querySelector('dialog[open]')?.close());
      if (words !== 'json') continue;
      const json = readFileSync(await download.path(), 'utf8');
      await work.page.evaluate(content => {
        const data = new DataTransfer();
        data.items.add(new File([content], 'again.json'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      }, json);
      await work.page.locator('dialog h2', { hasText: '"again.json" is imported as "again.cred"' }).waitFor();
      await work.page.keyboard.press('Escape');
      await work.page.locator('#files button', { hasText: 'again.cred' }).waitFor();
    }
  });
  test('a version is kept, compared with and brought back', async () => {
    await work.page.locator('#back').click();
    await work.page.locator('#files button', { hasText: 'certified-widget-technician.cred' }).click();
    await tab('compare');
    await work.page.locator('#panel button', { hasText: 'Keep the text' }).click();
    await work.page.locator('dialog button', { hasText: 'Keep it' }).click();
    await rewrite(work.page, 'certification CWT "Another title" {\n  goal: validate-competence\n}\n');
    await work.page.locator('#panel .changes', { hasText: 'Another title' }).waitFor();
    await work.page.locator('#panel button', { hasText: 'Bring this version back' }).click();
    await line('"Kept"').waitFor();
  });
});
