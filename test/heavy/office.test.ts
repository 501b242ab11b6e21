/** Workbooks and documents with the LibreOffice that is installed: what it makes is read, and what Cred makes opens there. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importFiles } from '../../exchange/import.ts';
import { inputsFrom } from '../../host/import-inputs.ts';
import { cred, folderOf } from '../command.ts';

const office = ['soffice', 'libreoffice'].find(name => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Converts a file and returns the path of what LibreOffice wrote. */
function converted(file: string, to: string, ...more: string[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cred-office-'));
  made.push(folder);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync(office!, [profile, '--headless', ...more, '--convert-to', to, '--outdir', folder, file], {
    stdio: 'pipe',
    timeout: 240_000,
  });
  return path.join(folder, `${path.parse(file).name}.${to.split(':')[0]}`);
}
const text = (file: string): string => {
  const { inputs, problems } = inputsFrom(path.basename(file), readFileSync(file));
  expect(problems).toEqual([]);
  return importFiles(inputs).files[0]!.text;
};
const fixture = (name: string): string => path.join(import.meta.dirname, '../office', name);

test.runIf(office)('what LibreOffice makes is read as its fixtures are', { timeout: 600_000 }, () => {
  expect(text(converted(fixture('sheets.fods'), 'xlsx:Calc MS Excel 2007 XML'))).toBe(text(fixture('libreoffice-sheets.xlsx')));
  expect(text(converted(fixture('handbook.html'), 'docx:MS Word 2007 XML', '--infilter=HTML (StarWriter)'))).toBe(
    text(fixture('libreoffice-handbook.docx')),
  );
});

test.runIf(office)(
  'a self-study and a workbook open in LibreOffice, and are read again after it has saved them',
  { timeout: 600_000 },
  async () => {
    const folder = folderOf({});
    copyFileSync(path.join(import.meta.dirname, '../../examples/clean-certification.cred'), path.join(folder, 'c.cred'));
    for (const form of ['docx', 'xlsx']) {
      await cred(folder, ['readiness', '--format', form, '-o', `study.${form}`]);
      copyFileSync(converted(path.join(folder, `study.${form}`), form), path.join(folder, `saved.${form}`));
      expect((await cred(folder, ['import', `saved.${form}`])).err, form).toBe('The answers say nothing new.\n');
    }
    await cred(folder, ['export', '--to', 'xlsx', '-o', 'programs.xlsx']);
    const saved = converted(path.join(folder, 'programs.xlsx'), 'xlsx');
    const [ours, theirs] = [path.join(folder, 'programs.xlsx'), saved].map(
      file => importFiles(inputsFrom(path.basename(file), readFileSync(file)).inputs).files[0]!.text,
    );
    expect(theirs).toBe(ours);
  },
);

test('LibreOffice is there where nothing is to be skipped', () => {
  if (process.env.CI) expect(office).toBeDefined();
  else if (!office) console.error('SKIPPED: apt-get install libreoffice-calc-nogui libreoffice-writer-nogui');
});
