import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cred, folderOf } from './command.ts';

const CERTIFICATION = `certification CWT "Certified Widget Technician" {
  purpose: recognize-competence
  goal: validate-competence
  assessment exam "Examination" { use: summative; independent: yes }
  award designation "CWT" { type: designation; letters: "CWT"; requires: exam }
  maintenance { cycle: 3 years }
}
`;

describe('cred path', () => {
  test('the contract: what fits, how firmly, why and where', async () => {
    const folder = folderOf({ 'a.cred': CERTIFICATION });
    const ran = await cred(folder, ['path', '--format', 'json']);
    const { version, programs } = JSON.parse(ran.out);
    expect([ran.code, ran.err, version, programs.length]).toEqual([0, '', 1, 1]);
    expect(programs[0]).toMatchObject({
      name: 'CWT',
      title: 'Certified Widget Technician',
      declared: 'certification',
      fits: 'certification',
      next: expect.arrayContaining(['Describe the job analysis that the examination rests on.']),
    });
    expect(programs[0].confidence).toBeGreaterThan(0.5);
    expect(programs[0].reasons).toContainEqual({
      dimension: 'goal',
      pointsTo: 'certification',
      because: 'its goal is to validate competence that people bring with them',
      path: 'a.cred',
      range: { start: { line: 2, character: 8 }, end: { line: 2, character: 27 } },
    });
    expect(programs[0]).not.toHaveProperty('as');
  });

  test('what would be found if it were of another kind; the file stays as it is', async () => {
    const folder = folderOf({ 'a.cred': CERTIFICATION });
    const [{ as }] = JSON.parse((await cred(folder, ['path', '--format', 'json', '--as', 'certificate'])).out).programs;
    expect(as.kind).toBe('certificate');
    const goal = as.findings.find((one: { rule: string }) => one.rule === 'certificate/goal');
    expect(goal).toMatchObject({ severity: 'error', isNew: true, range: { start: { line: 2 } } });
    expect(readFileSync(path.join(folder, 'a.cred'), 'utf8')).toBe(CERTIFICATION);
    const [same] = JSON.parse((await cred(folder, ['path', '--format', 'json', '--as', 'certification'])).out).programs;
    expect(same.as.findings.length).toBeGreaterThan(0);
    expect(same.as.findings.every((one: { isNew: boolean }) => !one.isNew)).toBe(true);
  });

  test('in words', async () => {
    const { out } = await cred(folderOf({ 'a.cred': CERTIFICATION }), ['path', '--as', 'certificate']);
    expect(out).toMatch(/What is described fits a certification: (all|both|\w+ of) [^.]* there[^.]*\. It is declared as a certification\./);
    expect(out).toMatch(/As a certificate program it would have these findings:\n {4}\w+, new: /);
    expect(out).not.toContain(String.fromCharCode(27));
    const undecided = (await cred(folderOf({ 'a.cred': 'program P "P" { goal: acquire-competence }' }), ['path'])).out;
    expect(undecided).toContain('  It cannot be told yet which kind the description fits. Its kind is not declared yet.\n');
  });

  test.each([
    [['none.cred'], /none\.cred/],
    [['--as', 'degree'], /certificate, certification, attendance/],
    [['--as-of', 'soon'], /YYYY-MM-DD/],
  ])('%j is refused', async (args, message) => {
    const ran = await cred(folderOf({ 'a.cred': CERTIFICATION }), ['path', ...args]);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(message);
  });

  test('a folder without programs is said to have none', async () => {
    expect(await cred(folderOf({ 'o.cred': 'organization O "O" {\n}\n' }), ['path'])).toMatchObject({
      code: 0,
      out: '',
      err: 'There are no programs in these files.\n',
    });
  });
});

describe('cred init', () => {
  const init = (folder: string, args: readonly string[], input: string) => cred(folder, ['init', ...args], { input });
  const LINES = 'Certified Widget Technician\nWidget Guild\n2\n2\n3\n2\n2\n1\n1\n2\n1\n1\n';

  test('asks, says what fits and why, and writes a file that Cred reads', async () => {
    const folder = folderOf({});
    const ran = await init(folder, [], LINES);
    expect([ran.code, ran.out]).toEqual([0, '']);
    expect(ran.err).toMatch(/^A few questions .*\n"back" goes one question back, "cancel" ends it\.\n\n1\. What is the program called\?/);
    expect(ran.err).toMatch(/How much time and money is there\?[\s\S]*\n> /);
    expect(ran.err).toMatch(/In which file shall it be written\? An empty line takes "certified-widget-technician\.cred"\.\n> /);
    expect(ran.err).toMatch(/\n8\. Do holders have to keep it up\?/);
    expect(ran.err).toMatch(/\n12\. How much time and money is there\?/);
    expect(ran.err).toMatch(/What one can carry:\n.*Enough people for a study/);
    expect(ran.err).toMatch(/\nIt fits a certification\. It finds out/);
    expect(ran.err).toMatch(/https:\/\/www\.credentialingexcellence\.org/);
    expect(readdirSync(folder)).toEqual(['certified-widget-technician.cred']);
    const { programs } = JSON.parse((await cred(folder, ['path', '--format', 'json'])).out);
    expect(programs).toMatchObject([{ name: 'CWT', declared: 'certification', fits: 'certification' }]);
    expect((await cred(folder, ['check', '--format', 'compact'])).code).toBe(0);
  });

  test('ends by naming what comes next', async () => {
    const ran = await init(folderOf({}), [], `${LINES}\n`);
    for (const command of ['fill', 'check', 'readiness', 'report'])
      expect(ran.err).toContain(`  cred ${command} certified-widget-technician.cred`);
  });

  test('the file is written where the user says, and a file that is there is not overwritten', async () => {
    const folder = folderOf({ 'mine.cred': '// mine\n', 'programs/x.cred': '' });
    const ran = await init(folder, [], `${LINES}mine\nnowhere/a\nprograms/Our first\n`);
    expect(ran.err).toMatch(/"mine\.cred" is there already/);
    expect(ran.err).toMatch(/"nowhere" is not a folder/);
    expect(ran.err).toMatch(/cred check "programs\/Our first\.cred"/);
    expect(readFileSync(path.join(folder, 'programs/Our first.cred'), 'utf8')).toMatch(/^certification CWT /m);
    expect(readFileSync(path.join(folder, 'mine.cred'), 'utf8')).toBe('// mine\n');
  });

  test('what fits both kinds may be one program', async () => {
    const BOTH = 'Certified Widget Technician\n\n2\n2\n1\n3\n3\n1\n';
    const ran = await init(folderOf({}), ['--print'], `${BOTH}2\n1\n2\n1\n1\n`);
    expect(ran.err).toMatch(/How do you want to describe it\?/);
    expect(ran.out).toMatch(/^certificate CWT "Certified Widget Technician"/m);
  });

  test('back undoes an answer, and what a question does not take is asked again', async () => {
    const folder = folderOf({});
    const ran = await init(folder, ['--print'], 'Course\n\n9\n2\nback\n1\n1\n1\n1\n1\n2\n3\n3\n2\n2\n');
    expect(ran.err).toMatch(/Write a number from 1 to 3/);
    expect(ran.out).toMatch(/^certificate /m);
    expect(ran.out).toMatch(/goal: acquire-competence/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['an early end', 'Course\n'],
    ['a word', 'Course\ncancel\n'],
  ])('%s cancels, and nothing is written', async (_, input) => {
    const folder = folderOf({});
    expect(await init(folder, [], input)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/It was ended before the last question; nothing is written\.\n$/),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('answers from a file or the standard input; one that does not fit is named', async () => {
    const given = {
      title: 'Course',
      owner: '',
      goal: 'acquire',
      purpose: 'build',
      instruction: 'required',
      assessment: 'none',
      award: 'attendance',
    };
    const folder = folderOf({ 'answers.json': JSON.stringify(given) });
    const ran = await init(folder, ['--answers', 'answers.json', '--print'], '');
    expect([ran.code, /^attendance /m.test(ran.out)]).toEqual([0, true]);
    expect((await init(folder, ['--answers', '-', '--print'], JSON.stringify(given))).out).toBe(ran.out);
    expect(await init(folder, ['--answers', '-'], JSON.stringify({ ...given, goal: 'win' }))).toMatchObject({
      code: 2,
      err: '"goal" in "-" wants one of "acquire", "validate", "open".\n',
    });
    expect((await init(folder, ['--answers', '-'], '{')).err).toMatch(/cannot be read/);
    expect((await init(folder, ['--answers', '-'], '[]')).err).toMatch(/is not a list of answers/);
  });

  test('no word of what is asked and answered is broken at the edge of the terminal', async () => {
    const lines = (await init(folderOf({}), ['--print'], LINES)).err.split('\n');
    expect(lines.filter(line => line.length > 80 && !line.includes('https://'))).toEqual([]);
    expect(lines).toContain('  Is there something that people must pass? Yes, on what a role asks for. → a');
  });

  test('a file that is there stays, and the new one stands beside it', async () => {
    const folder = folderOf({ 'certified-widget-technician.cred': '// mine\n' });
    const ran = await init(folder, [], LINES);
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('"certified-widget-technician-2.cred" is written.')]);
    expect(readFileSync(path.join(folder, 'certified-widget-technician-2.cred'), 'utf8')).toMatch(/^certification CWT /m);
    expect(readFileSync(path.join(folder, 'certified-widget-technician.cred'), 'utf8')).toBe('// mine\n');
    expect((await init(folder, ['nowhere'], '')).err).toBe('"nowhere" is not a folder.\n');
    expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
  });
});
