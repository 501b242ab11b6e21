/** The formats of `cred check` for other tools, each read by a parser or schema in place of the tool. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../language/findings/finding.ts';
import { Lines } from '../language/model/lines.ts';
import { CRED, cred, folderOf } from './command.ts';

const GOAL = `certification CWT "Widget <Technician> & \\"Co\\"" {
  status: developing
  goal: acquire-competence
  // cred-ignore certification/scope: the board decides in spring
  scope: narrow
}
`;
const FILES = { 'a.cred': GOAL, 'dir x/b.cred': 'organization A "A" {\n  legal-frm: nonprofit\n}\n', 'c.cred': 'person P "P"\n' };
const folder = folderOf(FILES);
const run = (...args: string[]) => cred(folder, ['check', '--as-of', '2026-01-01', ...args]);
const plain = JSON.parse((await run('--format', 'json')).out).files as {
  path: string;
  findings: { rule: string; severity: string; message: string; range: { start: { line: number; character: number } } }[];
}[];
const all = plain.flatMap(file => file.findings.map(finding => ({ path: file.path, ...finding })));

describe('SARIF', async () => {
  const log = JSON.parse((await run('--format', 'sarif')).out);
  const [ran] = log.runs;

  test('is valid by the schema of the standard', () => {
    const ajv = new AjvDraft4({ strict: false, allErrors: true, unicodeRegExp: false });
    (addFormats as unknown as (on: unknown) => void)(ajv);
    const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
    delete schema.$schema;
    const valid = ajv.compile(schema);
    expect(valid(log) ? [] : valid.errors).toEqual([]);
    expect(valid({ ...log, runs: [{ ...ran, results: [{ level: 'loud' }] }] })).toBe(false);
  });

  test('has every finding, each with its rule and page', () => {
    const open = ran.results.filter((one: { suppressions?: unknown }) => !one.suppressions);
    expect(open.map((one: { ruleId: string }) => one.ruleId).sort()).toEqual(all.map(({ rule }) => rule).sort());
    for (const one of ran.results) {
      expect(ran.tool.driver.rules[one.ruleIndex].id).toBe(one.ruleId);
      expect(ran.tool.driver.rules[one.ruleIndex].help.markdown).toContain('## Why');
    }
  });

  test('a page begins with its title', () => {
    for (const { id, help } of ran.tool.driver.rules) expect(help.text).toMatch(new RegExp(`^# ${id}\n`));
  });

  test('names what is silenced, and why', async () => {
    const [silenced] = ran.results.filter((one: { suppressions?: unknown }) => one.suppressions);
    expect(silenced.ruleId).toBe('certification/scope');
    expect(silenced.suppressions).toEqual([{ kind: 'inSource', justification: 'the board decides in spring' }]);
    // Each finding occurs once, whether ignores count or not.
    expect(JSON.parse((await run('--format', 'sarif', '--no-ignore')).out).runs[0].results).toHaveLength(ran.results.length);
  });

  test('its fixes can be applied', () => {
    const [goal] = ran.results.filter((one: { ruleId: string }) => one.ruleId === 'certification/goal');
    const lines = new Lines(GOAL);
    const offset = (line: number, column: number) => lines.offset({ line: line - 1, character: column - 1 });
    const edits = goal.fixes[0].artifactChanges[0].replacements.map(
      ({ deletedRegion: at, insertedContent }: { deletedRegion: Record<string, number>; insertedContent: { text: string } }) => ({
        start: offset(at.startLine!, at.startColumn!),
        end: offset(at.endLine!, at.endColumn!),
        text: insertedContent.text,
      }),
    );
    expect(applyEdits(GOAL, edits)).toContain('goal: validate-competence');
  });

  test('a file is named in the same way wherever it is named', async () => {
    const both = folderOf({
      'a.cred': 'certification AAA "A" {\n  owner: ORG\n}\n\ncertificate CCC "Course for A" {\n  owner: ORG\n  prepares-for: AAA\n}\n',
      'dir x/org.cred': 'organization ORG "Org" {\n  separation { between: CCC; staff: yes }\n}\n',
    });
    const { out } = await cred(both, ['check', '--format', 'sarif']);
    const addresses = [...out.matchAll(/"artifactLocation": \{\s*("uri": "[^"]*org\.cred"[^}]*?)\s*\}/g)].map(([, one]) =>
      one!.replace(/\s+/g, ' '),
    );
    expect(addresses.length).toBeGreaterThan(1);
    expect(new Set(addresses)).toEqual(new Set(['"uri": "dir%20x/org.cred", "uriBaseId": "ROOT"']));
  });

  test('a path is an address, and a fingerprint stays when lines are added above', async () => {
    const uris = ran.results.map(
      (one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        one.locations[0]!.physicalLocation.artifactLocation.uri,
    );
    expect(uris).toContain('dir%20x/b.cred');
    const prints = async (text: string): Promise<string[]> =>
      JSON.parse((await cred(folderOf({ 'a.cred': text }), ['check', '--format', 'sarif'])).out).runs[0].results.map(
        (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints['cred/v1'],
      );
    expect(await prints(`\n// a word before\n\n${GOAL}`)).toEqual(await prints(GOAL));
    expect(new Set(await prints(GOAL)).size).toBe((await prints(GOAL)).length);
  });
});

describe('JUnit', async () => {
  const { out } = await run('--format', 'junit');
  test('is XML in which each error is a failure', () => {
    expect(XMLValidator.validate(out)).toBe(true);
    const { testsuites } = new XMLParser({
      ignoreAttributes: false,
      isArray: name => ['testsuite', 'testcase', 'failure'].includes(name),
    }).parse(out);
    const cases = testsuites.testsuite.flatMap((suite: { testcase: object[] }) => suite.testcase);
    const errors = all.filter(({ severity }) => severity === 'error').length;
    expect(errors).toBeGreaterThan(0);
    expect(cases.filter((one: { failure?: unknown }) => one.failure)).toHaveLength(errors);
    expect(Number(testsuites['@_failures'])).toBe(errors);
    expect(Number(testsuites['@_tests'])).toBe(cases.length);
    expect(testsuites.testsuite.map((suite: Record<string, string>) => suite['@_name'])).toContain('c.cred');
  });
});

test('annotations of GitHub hold each finding on one line', async () => {
  const lines = (await run('--format', 'github')).out.trimEnd().split('\n');
  expect(lines).toHaveLength(all.length);
  const unescaped = (text: string) =>
    text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
  const read = lines.map(line => /^::(error|warning|notice) (.*?)::(.*)$/.exec(line)!);
  expect(read.map(([, , , message]) => unescaped(message!)).sort()).toEqual(all.map(({ message }) => message).sort());
  expect(lines.find(line => line.includes('title=certification/goal'))).toMatch(
    /^::error file=a\.cred,line=3,endLine=3,col=9,endColumn=26,title=certification\/goal::/,
  );
});

test('code quality of GitLab has what it asks for, and no fingerprint twice', async () => {
  const entries = JSON.parse((await run('--format', 'gitlab')).out);
  expect(entries).toHaveLength(all.length);
  for (const one of entries) {
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(one.severity);
    expect(one).toMatchObject({
      description: expect.any(String),
      check_name: expect.any(String),
      location: { path: expect.any(String), lines: { begin: expect.any(Number) } },
    });
  }
  expect(new Set(entries.map((one: { fingerprint: string }) => one.fingerprint)).size).toBe(entries.length);
});

test('compact is a line for each finding', async () => {
  expect((await run('--format', 'compact')).out).toContain('a.cred:3:9: error certification/goal: "Widget <Technician>');
  expect((await run('--format', 'compact')).out.trimEnd().split('\n')).toHaveLength(all.length);
});

test('Markdown shows what files say as text', async () => {
  const { out } = await run('--format', 'markdown');
  expect(out).toContain('| Errors | Warnings |');
  expect(out).toContain('&lt;Technician&gt; &amp;');
  expect(out.split('\n').filter(line => line.startsWith('| ') && /certification\/goal/.test(line))).toHaveLength(1);
});

describe('several at once', () => {
  test('one is printed, the others are written', async () => {
    const ran = await run('--format', 'sarif=out.sarif', '--format', 'compact', '--format', 'junit=out.xml');
    expect(ran.out).toContain('a.cred:3:9: error');
    expect(ran.code).toBe(1);
    expect(JSON.parse(readFileSync(path.join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(path.join(folder, 'out.xml'), 'utf8')).toMatch(/^<\?xml/);
  });

  test.runIf(process.platform !== 'win32')('a pipe to another command is written into, and stays what it is', () => {
    const pipe = path.join(folder, 'pipe');
    const script = `mkfifo pipe; cat pipe > piped.json & "$0" "$1" check a.cred --format compact --format json=pipe; wait`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, CRED], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 10_000,
    });
    expect(stderr).toBe('');
    expect(stdout).toContain('a.cred:3:9: error');
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(JSON.parse(readFileSync(path.join(folder, 'piped.json'), 'utf8')).version).toBe(1);
  });

  test.each([
    [['--format', 'json', '--format', 'pretty'], /Only one format can be printed/],
    [['--format', 'json='], /--format json= names no file/],
    [['--format', 'xml'], /There is no format "xml"\. Allowed choices are pretty, compact, json/],
    [['--format', 'json=c.cred'], /"c\.cred" is a program\. Name another file/],
    [['--format', 'json=a', '--format', 'sarif=./a'], /cannot be written to one file/],
    [['--format', 'pretty', '--format', 'json=no/such/folder/a.json'], /"no\/such\/folder\/a\.json" cannot be written/],
    [['--baseline', 'dir x'], /^"dir x" cannot be read: it is a folder\.$/m],
    [['--format', 'json=no/such/folder/a.json'], /"no\/such\/folder\/a\.json" cannot be written: its folder is not there\./],
  ])('%j is refused', async (args, message) => {
    const ran = await run(...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(message);
  });
});
