/** The output of each format for one project, to the letter, because readers depend on it. `vitest -u` writes it anew. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../cli/formats/formats.ts';
import { cred, folderOf } from './command.ts';

/** Signs that mean something to one format or another, other scripts, an ignore, a place outside of the line, a mistake in the settings. */
const PROJECT = {
  'cred.json': '{\n  "rules": { "measurement/low-reliabilty": "error" },\n  "asOf": "2026-01-31"\n}\n',
  'a.cred': `certification CWT "100% <Widget> & \\"Co\\" | 検査" {
  status: developing
  goal: acquire-competence
  // cred-ignore certification/scope: 50%, "see" <minutes>
  scope: narrow
  assessment exam "Exam" { reliability: 0.5 }
}
`,
  'dir, x/ü b.cred': '\uFEFForganization ORG "A::b,c%0A" {\r\n\tlegal-frm: nonprofit\r\n\tvendor { }\r\n}\r\n',
  'c.cred': 'person P "P"\n',
};
/** The ending of each format's golden file. */
const ENDINGS = {
  pretty: 'txt',
  compact: 'txt',
  json: 'json',
  sarif: 'sarif',
  junit: 'xml',
  github: 'txt',
  gitlab: 'json',
  markdown: 'md',
};

describe('formats, each to the letter', async () => {
  const folder = folderOf(PROJECT);
  const ran = await cred(folder, [
    'check',
    ...Object.entries(ENDINGS).flatMap(([name, ending]) => ['--format', `${name}=out.${name}.${ending}`]),
  ]);

  test('each is tried here', () => expect(Object.keys(ENDINGS)).toEqual(Object.keys(FORMATS)));

  test('all are written in one go', () => {
    expect(ran).toMatchObject({ code: 1, out: '', err: '' });
  });

  test.each(Object.entries(ENDINGS))('%s', async (name, ending) => {
    const text = readFileSync(path.join(folder, `out.${name}.${ending}`), 'utf8');
    const version = JSON.stringify(JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8')).version);
    // Replaces what differs between machines and releases.
    const lasting = text
      .replaceAll(/file:\/\/[^"]*\/cred-test-[^/"]*\//g, 'file:///project/')
      .replaceAll(version, '"VERSION"')
      .replaceAll(/("(?:text|markdown)": )"((?:\\.|[^"\\])*\\n## (?:\\.|[^"\\])*)"/g, '$1"(the page)"');
    await expect(lasting).toMatchFileSnapshot(`golden/check-${name}.${ending}`);
  });
});
