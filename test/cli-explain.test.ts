/** `cred explain` and `cred rules`: every rule, kind and standard has its page on the terminal. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../language/rules/index.ts';
import { explain } from '../library/explaining.ts';
import { cred, folderOf } from './command.ts';

const standards = path.resolve(import.meta.dirname, '../language/standards');
const STANDARDS = readdirSync(standards)
  .filter(name => name.endsWith('.cred'))
  .map(name => readFileSync(path.join(standards, name), 'utf8'))
  .join('\n');

const folder = folderOf({});
const explained = async (topic: string): Promise<string> => {
  const ran = await cred(folder, ['explain', topic]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran.out;
};

describe('cred explain', () => {
  test('a rule is its page, without the marks of Markdown', async () => {
    const page = await explained('certification/independent-assessment');
    for (const section of ['Summary', 'Avoid', 'Prefer', 'Why']) expect(page).toContain(`\n## ${section}`.replace('## ', ''));
    expect(page).not.toMatch(/```|<!--|\*\*/);
  });

  test.each([
    ['certification', /tests|assess/i],
    ['job-analysis', /conducted: /],
    ['assessment.reliability', /0 and 1|0 to 1|between/],
    ['passing-score', /assessment\.passing-score/],
    ['NCCA-2021', /S14 14 Job Analysis/],
    ['NCCA-2021.S14', /Job Analysis/],
    ['ncca-2021/S14', /Job Analysis/],
    ['ncca-2021/open', /S14 14 Job Analysis/],
    ['assessment.standard-setting', /^standard-setting\n/],
    ['assessment.standard-setting.method', /^standard-setting\.method\n\nHow the passing score was found/],
    ['policy.covers.appeals', /^policy\.covers\.appeals\n/],
    ['modified-angoff', /^modified-angoff \(standard-setting\.method\)\n\nExperts estimate/],
    ['accreditation.standard', /^accreditation\.standard\n/],
  ])('%s', async (topic, says) => expect(await explained(topic)).toMatch(says));

  test('the words of a property are listed, each with what it means', async () => {
    const page = await explained('assessment.delivery');
    expect(page).toContain('one or several of the words below, separated by commas.');
    expect(page).toContain('test-center: At a test center.');
    expect(await explained('passing-score')).toContain('unpublished: It is set but not made public.');
  });

  test('kinds in which a property is the same share a page', async () => {
    const page = await explained('goal');
    expect(page).toMatch(/^certification\.goal, certificate\.goal, attendance\.goal, program\.goal\n/);
    expect(page.match(/acquire-competence: /g)).toHaveLength(1);
    expect(await explained('document')).toMatch(/handbook\.document/);
  });

  test('a standard that only the project has, and its clause', async () => {
    const own = folderOf({
      's.cred': 'standard LAB-7 "Rules of the <new> laboratory & workshop" { clause A1 "Bench" { feature f "A bench" { needs: domain } } }',
    });
    for (const [topic, says] of [
      ['LAB-7', 'A1 Bench'],
      ['LAB-7', 'LAB-7: Rules of the <new> laboratory & workshop'],
      ['LAB-7.A1', 'A bench'],
      ['lab-7/A1', 'A bench'],
    ] as const)
      expect(await cred(own, ['explain', topic]), topic).toMatchObject({ code: 0, out: expect.stringContaining(says) });
    expect(await cred(folder, ['explain', 'LAB-7'])).toMatchObject({ code: 2 });
  });

  test('a standard of the project is told by its path from where one is', async () => {
    const own = folderOf({ 'cred.json': '{}', 'standards/lab/s.cred': 'standard LAB-7 "Rules" { clause A1 "Bench" { } }', 'x/a.cred': '' });
    expect((await cred(own, ['explain', 'LAB-7'])).out).toContain('in standards/lab/s.cred, line 1.');
    expect((await cred(path.join(own, 'x'), ['explain', 'LAB-7'])).out).toContain('in ../standards/lab/s.cred, line 1.');
  });

  test('everything that a clause asks for is explained', () => {
    const asked = [...STANDARDS.matchAll(/\b(?:needs|any-of): ([\w.-]+(?:,\s*[\w.-]+)*)/g)].flatMap(([, paths]) =>
      paths!.split(',').map(one => one.trim()),
    );
    expect(asked.length).toBeGreaterThan(100);
    for (const one of new Set(asked)) expect(explain(one), one).not.toHaveProperty('near');
  });

  test('what is not known is refused with the nearest word', async () => {
    expect(await cred(folder, ['explain', 'certification/gaol'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Nothing in Cred is called "certification/gaol". Did you mean "certification/goal"?'),
    });
    for (const topic of ['../../package', 'policy.covers.nothing', 'policy.assessment', 'assessment.reliability.alpha.alpha', '__proto__'])
      expect(await cred(folder, ['explain', topic]), topic).toMatchObject({ code: 2, out: '' });
    expect(await cred(folder, ['explain'])).toMatchObject({ code: 2, out: '' });
  });

  test('with colours on a terminal only', async () => {
    expect(await explained('certification')).not.toContain('\u001b');
    expect((await cred(folder, ['explain', 'certification', '--color', 'always'])).out).toContain('\u001b[1m');
  });
});

describe('cred rules', () => {
  test('lists each once', async () => {
    const lines = (await cred(folder, ['rules'])).out.trimEnd().split('\n');
    expect(lines.map(line => line.split(' ')[0])).toEqual(RULES.map(({ id }) => id));
  });

  test('as data', async () => {
    const { version, rules } = JSON.parse((await cred(folder, ['rules', '--format', 'json'])).out);
    expect(version).toBe(1);
    expect(rules).toHaveLength(RULES.length);
    expect(rules[0]).toEqual({
      id: expect.any(String),
      title: expect.any(String),
      severity: expect.any(String),
      source: expect.any(String),
      help: expect.stringMatching(/docs\/rules/),
    });
  });
});
