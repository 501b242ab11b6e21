// npm run test:workplace: what other programs wrote is imported into the workplace by dropping it there.

import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { inWorkplace } from './workplace.mjs';

inWorkplace('imports into the workplace', work => {
  const { begin, line, rewrite } = work;
  /** Drops a file on the page, and returns its dialog, which is closed before the next one. */
  async function drop(name, bytes) {
    await work.page.evaluate(
      ([called, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(content)], called));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [name, [...bytes]],
    );
    const dialog = work.page.locator('dialog');
    const told = { title: await dialog.locator('h2').textContent(), text: await dialog.locator('pre').textContent() };
    await work.page.keyboard.press('Escape');
    return told;
  }
  const record = (name, ctid) =>
    strToU8(
      JSON.stringify({ '@type': 'ceterms:Certification', '@id': `https://r.example/${name}`, 'ceterms:ctid': ctid, 'ceterms:name': name }),
    );
  const first = record('Lamps', 'ce-11111111-2222-4333-8444-555555555501');

  test('all files of an archive are read, and each that is not read is told', async () => {
    await begin(work.page);
    const second = record('Wicks', 'ce-11111111-2222-4333-8444-555555555502');
    const told = await drop('records.zip', zipSync({ 'a.json': first, 'b/a.json': second, 'c.pdf': strToU8('x') }));
    expect(told.title).toBe('"records.zip" is imported as "records.cred"');
    expect(told.text).toContain('records.zip/c.pdf: It is not read');
    await line('certification lamps "Lamps"').waitFor();
    await line('certification wicks "Wicks"').waitFor();
  });

  test('what is there already is told and not written again', async () => {
    const told = await drop('a.json', first);
    expect(told.title).toBe('Nothing is imported from "a.json"');
    expect(told.text).toContain('is in the project already, as lamps in "records.cred".');
  });

  test('the answers of a self-study are written into the text', async () => {
    await rewrite(work.page, 'certification CWT "Certified Widget Technician" {\n  adopts: NCCA-2021\n}\n');
    const told = await drop(
      'answers.csv',
      strToU8('Program,Clause,Your answer,Document\nCWT,NCCA-2021.S14,Rated by 300 people,the-study.pdf\n'),
    );
    expect(told.title).toBe('The answers of "answers.csv" are in the text');
    await line('the-study.pdf').waitFor();
  });
});
