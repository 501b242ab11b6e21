/** Each tool for assistants answers the same in `cred mcp` and in the editor, whatever it is asked. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../assistant/schema.ts';
import { inputOf, LIMIT } from '../assistant/tool.ts';
import { TOOLS } from '../assistant/tools.ts';
import { Faces } from './assistant-faces.ts';
import { Folder } from './server-folder.ts';

const OFFICE = path.resolve(import.meta.dirname, 'office');
const SLIP = 'certification CWT "Widget Technician" {\n  owner: O\n  gaol: acquire-competence\n}\n';
const RECORD = JSON.stringify({ '@type': 'ceterms:Certification', 'ceterms:name': { en: 'Widget Technician' } });
const SHEET = 'name,type,description\nWidget Technician,certification,For people who fix widgets\n';

let folder: Folder;
let faces: Faces;

beforeAll(async () => {
  folder = new Folder({
    'cred.json': '{ "asOf": "2026-01-31", "rules": { "certification/gaol": "off" } }',
    'a.cred': SLIP,
    'sub/o.cred': 'organization O "O" {\n  website: "https://o.example"\n}\n',
    'sub/broken.cred': new Uint8Array([0xff, 0xfe, 0xfd, 0]),
    'records/record.json': RECORD,
    'records/sheet.csv': SHEET,
    'records/sheets.xlsx': readFileSync(path.join(OFFICE, 'libreoffice-sheets.xlsx')),
    'records/handbook.docx': readFileSync(path.join(OFFICE, 'libreoffice-handbook.docx')),
    'records/old.xls': 'old',
    'records/note.txt': 'a note',
  });
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], { cwd: folder.path });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  folder.put('sub/o.cred', 'organization O "O" {\n  website: "https://other.example"\n}\n');
  folder.put('new.cred', 'person P "P" {\n  employer: O\n}\n');
  faces = await Faces.on(folder.path);
  await faces.editor.findings(folder.uri('new.cred'));
}, 60_000);

afterAll(async () => {
  await faces.close();
  folder.remove();
});

const DRAFT = [{ path: 'draft.cred', text: 'certification D "D" { owner: O }\n' }];

describe('the same call has the same answer', () => {
  test.each<[tool: string, given: object, holds: string]>([
    ['check', {}, 'language/config'],
    ['check', {}, 'language/unreadable'],
    ['check', { detail: 'full' }, '"range"'],
    ['check', { paths: ['sub'] }, 'sub/broken.cred'],
    ['check', { paths: ['a.cred'], asOf: '2027-01-31' }, '2027-01-31'],
    ['check', { texts: DRAFT }, 'draft.cred:1'],
    ['check', { paths: ['nowhere'] }, 'There is no file or folder "nowhere".'],
    ['check', { paths: ['sub/broken.cred'] }, '"sub/broken.cred"'],
    ['check', { texts: [{ path: 'draft.txt', text: '' }] }, '"draft.txt" is not a .cred file.'],
    ['explain', { topic: 'certification/goal' }, '## Why'],
    ['explain', {}, '# Topics'],
    ['explain', { topic: 'templates/certification' }, 'certification NEW'],
    ['explain', { topic: 'templates/nothing' }, 'Nothing in Cred is called'],
    ['fix', {}, 'goal: acquire-competence'],
    ['fix', { texts: [{ path: 'draft.cred', text: SLIP }], unsafe: true }, 'goal: validate-competence'],
    ['format', { texts: [{ path: 'draft.cred', text: 'organization   D "D"\n' }] }, 'organization D'],
    ['path', { paths: ['a.cred'], as: 'certificate' }, '"kind":"certificate"'],
    ['readiness', { paths: ['a.cred'] }, 'NCCA-2021'],
    ['readiness', { paths: ['a.cred'], standards: ['NCCA-2021'], detail: 'full' }, '"clause"'],
    ['questions', { paths: ['a.cred'] }, '"id"'],
    ['answer', { answers: [{ id: 'nothing', input: 'x' }] }, 'There is no open question of this id.'],
    ['diff', { since: 'HEAD' }, 'website'],
    ['diff', { since: 'HEAD', after: { paths: ['a.cred'] } }, 'Nothing that Cred reads has changed.'],
    ['diff', { since: 'HEAD', after: { texts: [{ path: 'a.cred', text: SLIP.replace('Widget', 'Gadget') }] } }, 'Gadget'],
    ['diff', { since: 'nothing' }, 'git knows no revision "nothing".'],
    ['diff', { before: { paths: ['a.cred'] }, after: { texts: [{ path: 'a.cred', text: '' }] } }, '"removed"'],
    ['import', { paths: ['records/record.json'] }, 'Widget Technician'],
    ['import', { paths: ['records/sheet.csv'] }, 'For people who fix widgets'],
    ['import', { paths: ['records/sheets.xlsx'] }, 'records/sheets.xlsx'],
    ['import', { paths: ['records/handbook.docx'], detail: 'full' }, 'records/handbook.docx'],
    ['import', { paths: ['records/old.xls'] }, 'records/old.xls'],
    ['import', { paths: ['records'] }, 'For people who fix widgets'],
    ['import', { paths: ['records/note.txt'] }, '"records/note.txt" is no .json'],
    ['import', { paths: ['records/none.json'] }, 'There is no file or folder "records/none.json".'],
    ['import', { texts: [{ path: 'sheet.csv', text: SHEET }] }, 'For people who fix widgets'],
    ['import', { texts: [{ path: 'record.json', text: RECORD }] }, 'Widget Technician'],
    ['import', { texts: [{ path: 'sheets.xlsx', text: 'PK' }] }, 'is no text'],
    ['import', { texts: [{ path: 'record', text: RECORD }] }, 'the ending of its form'],
    ['export', { to: 'markdown', paths: ['a.cred'] }, 'Widget Technician'],
    ['export', { to: 'ctdl' }, '"left"'],
  ])('%s %j', async (tool, given, holds) => {
    const said = await faces.inAssistant(tool, given);
    expect(said.text).toContain(holds);
    expect(await faces.inEditor(tool, given)).toEqual(said);
  });

  test('a suggestion is taken by its title, in the file where it belongs', async () => {
    const texts = [{ path: 'draft.cred', text: 'certification D "D" {\n  owner: ?\n}\n' }];
    const given = (take?: string) => ({ texts, answers: [{ id: 'D/owner', input: 'Society of Surveyors', ...(take && { take }) }] });
    const asked = JSON.parse((await faces.inAssistant('answer', given())).text);
    const [suggestion] = asked.results[0].suggestions;
    expect(suggestion).toMatch(/^Add organization /);
    expect(asked.next[0]).toContain('"take"');
    const said = await faces.inAssistant('answer', given(suggestion));
    expect(JSON.parse(said.text).results.map((one: { problem?: string }) => one.problem)).not.toContain(asked.results[0].problem);
    expect(said.text).toContain('Society of Surveyors');
    expect(await faces.inEditor('answer', given(suggestion))).toEqual(said);
  });

  test('and what is outside is not told by either', async () => {
    for (const [tool, given] of [
      ['check', { paths: ['../x.cred'] }],
      ['check', { texts: [{ path: '/x.cred', text: '' }] }],
      ['import', { paths: ['../record.json'] }],
      ['diff', { since: 'HEAD', after: { paths: ['..'] } }],
    ] as const)
      for (const { text, isError } of [await faces.inAssistant(tool, given), await faces.inEditor(tool, given)])
        expect([tool, isError, text]).toEqual([
          tool,
          true,
          expect.stringMatching(/is outside of the folder.*Name a file or a folder within/),
        ]);
  });
});

test('in a workspace that is not trusted git is not run, and the answer says what to do', async () => {
  const { text, isError } = await faces.inEditor('diff', { since: 'HEAD' }, false);
  expect([isError, text]).toEqual([true, expect.stringMatching(/git is not run\. Trust the workspace .*"before"\.$/)]);
  // All else answers as ever.
  expect(await faces.inEditor('check', {}, false)).toEqual(await faces.inAssistant('check', {}));
});

test('names and texts of any length leave every answer within its limit, on every page', async () => {
  const long = `N${'ame'.repeat(1000)}`;
  const title = 'é\u0001'.repeat(1500);
  const blocks = 'assessment A { format: written }\n'.repeat(8);
  const text = `certification ${long} "${title}" {\n  owner: ${long}\n  ${long}: ?\n  goal: "${long}"\n  ${blocks}}\n`;
  const texts = [{ path: `${'long/'.repeat(300)}draft.cred`, text }];
  for (const { name } of TOOLS.filter(tool => 'asOf' in tool.input)) {
    const given = { texts, ...(name === 'export' && { to: 'json' }), ...(name === 'answer' && { answers: [{ id: long, input: long }] }) };
    for (const more of [{}, { detail: 'full' }].slice(0, 'detail' in TOOLS.find(one => one.name === name)!.input ? 2 : 1)) {
      for (let page = 1, pages = 1; page <= Math.min(pages, 4); page++) {
        const said = await faces.inEditor(name, { ...given, ...more, limit: 2000, page });
        expect(said.text.length, name).toBeLessThanOrEqual(2000);
        if (!said.isError) pages = JSON.parse(said.text).pages;
      }
    }
  }
});

/** Values that do not fit a schema, or only just. */
function oddValues(schema: Schema): unknown[] {
  const long = 'long '.repeat(20_000);
  const wrong: unknown[] = [null, 5, -1, 1e300, true, '', '\u0000', long, [], [[[[]]]], {}, { __proto__: null, constructor: 1 }];
  if (schema.type === 'array' && schema.items?.type === 'object')
    return [...wrong, [{}], [{ path: long, text: long }], [{ path: '', text: '' }], [{ id: long, input: long }], [null]];
  if (schema.type === 'array') return [...wrong, [long], [''], ['\u0000'], [5], Array(2000).fill('a.cred')];
  return wrong;
}

describe('whatever is asked, the answer is short, and a refusal says what to do', () => {
  test.each(TOOLS.map(tool => [tool.name, tool] as const))('%s', async (name, tool) => {
    const { properties = {}, required = [] } = inputOf(tool, false);
    const usual = { ...(name === 'export' && { to: 'json' }), ...(name === 'answer' && { answers: [{ id: 'x', input: 'y' }] }) };
    const odd: unknown[] = [
      ...Object.entries(properties).flatMap(([key, schema]) => oddValues(schema).map(value => ({ ...usual, [key]: value }))),
      ...required.map(key => ({ ...usual, [key]: undefined })),
      { ...usual, nothing: 1 },
      { ...usual, ['long '.repeat(20_000)]: 1 },
      { ...usual, page: 1_000_000 },
      { ...usual, limit: 2000 },
    ];
    for (const given of odd) {
      const said = await faces.inEditor(name, given);
      const what = JSON.stringify(given).slice(0, 200);
      const most = (given as { limit?: unknown }).limit === 2000 ? 2000 : said.isError ? 2000 : LIMIT;
      expect(said.text.length, what).toBeLessThanOrEqual(most);
      if (said.isError) expect(said.text, what).toMatch(/^(["\p{Lu}]|git )[^]*([.?]|…)"?$/u);
      else expect(JSON.parse(said.text).next, what).toEqual(expect.arrayContaining([expect.any(String)]));
      const other = await faces.inAssistant(name, given).catch((error: Error) => ({ text: error.message, isError: true }));
      expect(other.isError, what).toBe(said.isError);
      expect(other.text.length, what).toBeLessThanOrEqual(most);
    }
  });
});
