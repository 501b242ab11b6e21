/** `cred import` and `cred export`: the files that they write, and their exit codes. */
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cred, folderOf } from './command.ts';
import { FIXTURES } from './ctdl.ts';

const record = (name: string): string => readFileSync(path.join(FIXTURES, `${name}.json`), 'utf8');
const PROGRAM =
  'organization O "Owner" { website: "https://o.example" }\ncertification X "Widget Technician" {\n  owner: O\n  summary: "What it is"\n  website: "https://o.example/x"\n  fee: ?\n  domain d "Diagnosing"\n}\n';

test('without a folder the text is printed, and the account goes to stderr', async () => {
  const { code, out, err } = await cred(folderOf({ 'a.json': record('lantern-fitter') }), ['import', 'a.json']);
  expect(code).toBe(0);
  expect(out).toMatch(/^organization CLF-owner \? \{/);
  expect(err).toMatch(/^a\.json: "Certified Lantern Fitter \(CLF\)" \(ceterms:Certification\) becomes CLF\n {2}\d+ mapped: /);
  expect(err).toMatch(/\n1 record read into 1 file; nothing to look at\.\n$/);
});

test('"-" is standard output, and no file or folder of that name is made', async () => {
  const folder = folderOf({ 'a.json': record('lantern-fitter'), 'p.cred': PROGRAM });
  for (const args of [
    ['import', 'a.json'],
    ['export', '--to', 'json'],
  ])
    expect(await cred(folder, [...args, '-o', '-'])).toEqual(await cred(folder, args));
  expect((await cred(folder, ['export', '--to', 'xlsx', '-o', '-'])).err).toMatch(/^A workbook cannot be printed\./);
  expect(existsSync(path.join(folder, '-'))).toBe(false);
});

test('a folder becomes a folder; what is there stays as it is', async () => {
  const folder = folderOf({
    'in/a.json': record('graph'),
    'in/sub/b.csv': 'title,kind\nSheet,certificate\n',
    'in/cut.json': '{"a',
    'in/bad.csv': 'title\nGood\n"a\n',
    'in/latin.json': Uint8Array.of(0x81),
    'in/wide.tsv': Buffer.from('\uFEFFtitle\tkind\r\nÜber\tcertificate\r\n', 'utf16le'),
    'in/cred.json': '{}',
  });
  const run = (...args: string[]) => cred(folder, ['import', 'in', '-o', 'out', ...args]);
  const { code, out, err } = await run('--format', 'json');
  expect(code).toBe(1);
  const report = JSON.parse(out);
  expect(report.version).toBe(1);
  expect(report.problems.map((one: { file: string; at: string }) => `${one.file} ${one.at}`)).toEqual([
    'in/latin.json ',
    'in/bad.csv line 3',
    'in/cut.json line 1, column 4',
    'in/a.json @graph[1].ceterms:inLanguage[2]',
    'in/a.json @graph[1].ceterms:dateEffective',
    'in/a.json @graph[1].ceterms:estimatedCost[2].ceterms:price',
    'in/a.json @graph[1].ceterms:favouriteColour',
    'in/a.json @graph[1].x:note',
  ]);
  expect(err).toContain(`"${path.join('out', 'a.cred')}" is written.`);
  expect(readdirSync(path.join(folder, 'out'), { recursive: true }).sort()).toEqual([
    'a.cred',
    'bad.cred',
    'sub',
    path.join('sub', 'b.cred'),
    'wide.cred',
  ]);
  writeFileSync(path.join(folder, 'out/a.cred'), 'mine');
  const again = await run();
  expect([again.code, again.out]).toEqual([2, '']);
  expect(again.err).toContain('nothing is written');
  expect(readFileSync(path.join(folder, 'out/a.cred'), 'utf8')).toBe('mine');
  expect((await run('--force')).code).toBe(1);
  expect(readFileSync(path.join(folder, 'out/a.cred'), 'utf8')).toContain('CLK');
});

test('a file that is too large is told and the others are read', async () => {
  const folder = folderOf({ 'big.json': '', 'good.json': record('typed-certificate') });
  truncateSync(path.join(folder, 'big.json'), 50_000_000);
  const { code, out, err } = await cred(folder, ['import', '.']);
  expect(code).toBe(1);
  expect(out).toContain('certificate harbor-project-lead "Harbor Project Lead+"');
  expect(err).toContain('big.json: It has 50 MB; Cred reads files up to 25 MB.');
});

test('what cannot be asked for', async () => {
  const folder = folderOf({ 'a.txt': '', 'a.cred': PROGRAM, 'empty/x.md': '' });
  for (const [args, why] of [
    [['import', 'nothing.json'], 'There is no file or folder "nothing.json".'],
    [['import', 'a.txt'], '"a.txt" is no .json, .jsonld, .ndjson, .jsonl, .csv, .tsv, .xlsx, .docx or .zip file.'],
    [['export', '--to', 'csv', 'empty'], 'There are no programs'],
    [['export', '--to', 'json', '-o', 'b.cred'], 'is a program. Name another file'],
    [['export', '--to', 'json', '--language', 'en'], '--language is for --to ctdl, --to elm and --to html.'],
    [['export', '--to', 'ctdl', '--language', 'English!'], 'is not the code of a language'],
    [['export', '--to', 'nothing'], 'Allowed choices are'],
    [['export'], '--to'],
  ] as const) {
    const { code, out, err } = await cred(folder, args);
    expect([code, out], args.join(' ')).toEqual([2, '']);
    expect(err).toContain(why);
  }
});

test('each form, and back from JSON, CTDL and CSV', async () => {
  const folder = folderOf({ 'a.cred': PROGRAM });
  for (const [to, ending] of [
    ['ctdl', 'json'],
    ['open-badges', 'json'],
    ['json', 'json'],
    ['csv', 'csv'],
    ['markdown', 'md'],
  ] as const) {
    const { code, out, err } = await cred(folder, ['export', 'a.cred', '--to', to]);
    expect([to, code]).toEqual([to, 0]);
    expect(out).toContain('Widget Technician');
    expect(err).toContain('Left out, still to be stated (?):\n  "fee" of "Widget Technician" (a.cred:6)\n');
    expect((await cred(folder, ['export', 'a.cred', '--to', to, '-o', `${to}.${ending}`])).code).toBe(0);
    const again = await cred(folder, ['export', 'a.cred', '--to', to, '-o', `${to}.${ending}`]);
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toContain('is there already');
  }
  expect((await cred(folder, ['import', 'json.json'])).out).toBe(
    PROGRAM.replace('{ website: "https://o.example" }', '{\n  website: "https://o.example"\n}\n').replace('  fee: ?\n', '  fee: ?\n\n'),
  );
  expect((await cred(folder, ['import', 'ctdl.json'])).out).toContain(
    'domain Diagnosing "Diagnosing"'.replace('domain Diagnosing', 'domain diagnosing'),
  );
  expect((await cred(folder, ['import', 'csv.csv'])).out).toContain('summary: "What it is"');
  expect((await cred(folder, ['export', 'a.cred', '--to', 'markdown', '-o', 'pages/'])).code).toBe(0);
  expect(existsSync(path.join(folder, 'pages/X.md'))).toBe(true);
});

test('an export that would claim what the file does not say is not made', async () => {
  const folder = folderOf({ 'a.cred': 'certification X ? { }\n' });
  const { code, out, err } = await cred(folder, ['export', '--to', 'ctdl', '-o', 'x.json']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('The program "X" has no title');
  expect(existsSync(path.join(folder, 'x.json'))).toBe(false);
});

test('a folder without records says so', async () => {
  const { code, err } = await cred(folderOf({ 'in/a.txt': '' }), ['import', 'in']);
  expect(code).toBe(1);
  expect(err).toContain('in: There is no record in it');
});
