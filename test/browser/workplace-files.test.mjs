// The files of the workplace: a folder is opened and saved in place, and all is taken out as an archive and opened again.
import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { takenOut } from './taken-out.mjs';
import { inWorkplace } from './workplace.mjs';

inWorkplace('the files of the workplace', work => {
  let page;
  const line = text => page.locator('.cm-line', { hasText: text }).first();
  const tabs = () => page.locator('#files button').evaluateAll(all => all.map(one => one.firstChild.textContent));
  const drop = (bytes, name) =>
    page.evaluate(
      async ([content, called]) => {
        const data = new DataTransfer();
        data.items.add(new File([await (await fetch(content)).arrayBuffer()], called));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [`data:application/zip;base64,${bytes.toString('base64')}`, name],
    );

  /** Opens a page with a store of its own, in which `before` runs first. */
  async function open(before = () => {}) {
    // What is dropped here comes from a data: address, which the page's own policy would not fetch.
    page = work.page = await work.open({ bypassCSP: true });
    page.setDefaultTimeout(20_000);
    await page.addInitScript(before);
    await work.visit(page);
  }

  test('a folder is opened as one project, and every file is saved in its place', async () => {
    // No one is there to choose a folder, so the choice is given. The folder itself is a real one: the browser's own for this site.
    await open(() => {
      globalThis.showDirectoryPicker = () => navigator.storage.getDirectory();
    });
    await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const write = async (into, name, text) => {
        const to = await (await into.getFileHandle(name, { create: true })).createWritable();
        await to.write(text);
        await to.close();
      };
      const below = await folder.getDirectoryHandle('below', { create: true });
      const hidden = await folder.getDirectoryHandle('.hidden', { create: true });
      await write(folder, 'owner.cred', 'organization ORG "Owner" {\n}\n');
      await write(folder, 'letter.txt', 'no program');
      await write(below, 'program.cred', 'certification CWT "Certified" {\n  owner: ORG\n}\n');
      await write(hidden, 'program.cred', 'certification NOT "Hidden" {\n}\n');
    });
    await page.locator('#start button', { hasText: 'Open a folder…' }).click();
    await page.locator('#said', { hasText: '2 files are open. Save writes to their places.' }).waitFor();
    expect(await tabs()).toEqual(['owner.cred', 'program.cred']);
    await line('owner: ORG').waitFor();
    await page.locator('#programs button', { hasText: 'Certified' }).waitFor();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('// saved in place');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Shift+KeyS');
    await page.locator('#said', { hasText: '2 files are saved in place.' }).waitFor();
    const read = () =>
      page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        const below = await folder.getDirectoryHandle('below');
        const text = async (of, name) => (await (await of.getFileHandle(name)).getFile()).text();
        return [await text(below, 'program.cred'), await text(folder, 'owner.cred')];
      });
    expect(await read()).toEqual([
      '// saved in place\ncertification CWT "Certified" {\n  owner: ORG\n}\n',
      'organization ORG "Owner" {\n}\n',
    ]);
    // The places are known over a reload.
    await page.reload();
    await line('// saved in place').waitFor();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('// again, ');
    await page.keyboard.press('Control+KeyS');
    await page.locator('#said', { hasText: '"program.cred" is saved.' }).waitFor();
    expect((await read())[0]).toMatch(/^\/\/ again, \/\/ saved in place\n/);
  });

  test('a browser that opens no folders takes its files, and downloads what is saved', async () => {
    await open(() => {
      for (const name of ['showDirectoryPicker', 'showOpenFilePicker', 'showSaveFilePicker']) delete globalThis[name];
    });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.locator('#start button', { hasText: 'Open a folder…' }).click(),
    ]);
    await chooser.setFiles(path.resolve(import.meta.dirname, '../../examples/both'));
    await page.locator('#said', { hasText: /files are open. Save downloads them/ }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+KeyS')]);
    const shown = await page.locator('#files [aria-current]').evaluate(one => one.firstChild.textContent);
    expect(download.suggestedFilename()).toBe(shown);
    expect(readFileSync(await download.path(), 'utf8')).toBe(
      readFileSync(path.resolve(import.meta.dirname, '../../examples/both', shown), 'utf8'),
    );
  });

  test('all is taken out as one archive, and opened again in another browser', async () => {
    const { bytes, texts } = await takenOut(page);
    const names = Object.keys(texts);
    ok(names.length > 1, names.join());
    await open();
    await drop(bytes, 'cred-work.zip');
    await page.locator('#said', { hasText: `"cred-work.zip" is open: ${names.length} files of Cred.` }).waitFor();
    expect(await tabs()).toEqual(names);
    expect((await takenOut(page)).texts).toEqual(texts);
  });

  test('of an archive every file is opened or told', async () => {
    await open();
    const text = 'person P "P"\n';
    await drop(
      Buffer.from(zipSync({ 'a/x.cred': strToU8(text), 'b/x.cred': strToU8(`${text}// b\n`), 'b/plan.pdf': strToU8('%PDF') })),
      'all.zip',
    );
    const told = page.locator('dialog[open] .shown-text');
    await told.waitFor();
    expect(await told.textContent()).toBe('"b/plan.pdf" is not opened. It is no file of Cred; import it by itself.');
    await page.keyboard.press('Escape');
    expect(Object.values((await takenOut(page)).texts).sort()).toEqual([text, `${text}// b\n`]);
  });
});
