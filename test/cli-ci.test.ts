/** What build servers show: SARIF with whole rules, summaries within their limits, and why a check could not be made. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cred, folderOf, GOAL } from './command.ts';

const SOUGHT = GOAL.replace(
  '}\n',
  '  accreditation { standard: NCCA-2021; status: seeking }\n  accreditation { standard: OWN; status: seeking }\n}\n',
);
const OWN = 'standard OWN "Our own" {\n  accredits: certification\n  clause C1 "First" { feature f "F" { needs: register.public } }\n}\n';

interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: { readonly tags: readonly string[]; readonly precision: string };
}

describe('SARIF', () => {
  test('describes every rule, also clauses of standards, built in or of the project', async () => {
    const folder = folderOf({ 'a.cred': SOUGHT, 'own.cred': OWN });
    const [run] = JSON.parse((await cred(folder, ['check', '--format', 'sarif'])).out).runs;
    const rules = run.tool.driver.rules as Rule[];
    const found = (id: string): Rule => rules.find(one => one.id === id)!;
    for (const rule of rules) {
      expect(rule.name).toMatch(/^[A-Z][A-Za-z0-9]+$/);
      for (const text of [rule.shortDescription.text, rule.fullDescription.text, rule.help.text, rule.help.markdown])
        expect(text.length, rule.id).toBeGreaterThan(5);
      expect(rule.shortDescription.text).toMatch(/\.$/);
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
      expect(['very-high', 'high', 'medium']).toContain(rule.properties.precision);
      expect(rule.properties.tags).toContain('credentialing');
      expect(rule.properties.tags.length).toBeLessThanOrEqual(20);
    }
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    expect(found('certification/goal')).toMatchObject({ name: 'CertificationGoal', properties: { precision: 'high' } });
    expect(found('ncca-2021/S14').shortDescription.text).toContain('Job Analysis');
    expect(found('ncca-2021/S14').help.markdown).toContain('study of the role');
    expect(found('own/C1').shortDescription.text).toBe('Clause C1 of the standard OWN.');
    expect(run.automationDetails).toEqual({ id: 'cred/' });
  });
});

test('a summary that would be too long has the worst first, and says how many more there are', async () => {
  const many = Array.from({ length: 900 }, (_, i) => `organization O${i} "O" { website: ? }\n`).join('');
  const folder = folderOf({ 'a.cred': many, 'b.cred': GOAL });
  const { out } = await cred(folder, ['check', '--format', 'markdown']);
  expect(out.length).toBeLessThanOrEqual(65_536);
  const rows = out.split('\n').filter(line => /^\| [ab]/.test(line));
  expect(rows[0]).toContain('❌ error');
  const [, more] = /^and (\d+) more\.$/m.exec(out)!;
  const { files } = JSON.parse((await cred(folder, ['check', '--format', 'json'])).out);
  expect(rows.length + Number(more)).toBe(files.flatMap((file: { findings: [] }) => file.findings).length);
});

describe('a check that could not be made', () => {
  const folder = folderOf({ 'a.cred': GOAL });
  const sarif = () => JSON.parse(readFileSync(path.join(folder, 'o.sarif'), 'utf8')).runs[0];

  test.each([
    [['nowhere.cred'], 'There is no file or folder "nowhere.cred".'],
    [['--max-warnings', 'few'], '"few" does not fit'],
    [['--baseline', 'none.json'], 'none.json'],
    [['--changed=nothing'], 'git'],
  ])('is told where its findings would be: %j', async (more, words) => {
    const ran = await cred(folder, ['check', ...more, '--format', 'github', '--format', 'sarif=o.sarif']);
    expect(ran.code).toBe(2);
    expect(ran.out).toMatch(/^::error title=Cred::/);
    expect(ran.out).toContain(words);
    const { results, invocations } = sarif();
    expect(results).toEqual([]);
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications[0].message.text).toContain(words);
  });

  test('makes annotations of every command in a job of GitHub Actions, beside the output', async () => {
    const ran = await cred(folder, ['fmt', 'nowhere.cred'], { env: { GITHUB_ACTIONS: 'true' } });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('::error title=Cred::There is no file or folder "nowhere.cred".');
    expect((await cred(folder, ['fmt', 'nowhere.cred'])).err).not.toContain('::error');
  });

  test('writes over no program', async () => {
    const ran = await cred(folder, ['check', 'nowhere.cred', '--format', 'sarif=a.cred']);
    expect(ran.code).toBe(2);
    expect(readFileSync(path.join(folder, 'a.cred'), 'utf8')).toBe(GOAL);
    expect(existsSync(path.join(folder, '--help'))).toBe(false);
  });
});

describe('words that people type', () => {
  const folder = folderOf({ 'a.cred': GOAL });

  test('"cred lint" and "--json" are understood', async () => {
    const said = await cred(folder, ['check', '--format', 'json', 'a.cred']);
    expect(await cred(folder, ['lint', '--json', 'a.cred'])).toEqual(said);
    expect((await cred(folder, ['help', 'lint'])).out).toContain('cred check');
    expect(JSON.parse((await cred(folder, ['readiness', '--json', 'a.cred'])).out).version).toBe(1);
    // After "--" stand paths, and other commands have no such form.
    expect((await cred(folder, ['check', '--', '--json'])).err).toContain('"--json"');
    expect((await cred(folder, ['fix', '--json'])).err).toContain('There is no option "--json"');
  });

  test('a standard without its edition is explained', async () => {
    for (const [topic, name] of [
      ['NCCA', 'NCCA-2021'],
      ['ISO 17024', 'ISO-17024-2026'],
    ])
      expect((await cred(folder, ['explain', topic!])).out).toContain(name);
  });

  test('the help begins with commands and ends with examples that are right', async () => {
    const { out } = await cred(folder, ['--help']);
    const examples = [...out.split('Examples:')[1]!.matchAll(/^ {4}cred (\w+)/gm)].map(([, name]) => name!);
    expect(examples.length).toBeGreaterThan(4);
    for (const name of examples) expect((await cred(folder, ['help', name])).code, name).toBe(0);
  });

  test('the manual page has every command, and is one', async () => {
    const { out } = await cred(folder, ['man']);
    const commands = [
      ...(await cred(folder, ['--help'])).out
        .split('Commands:')[1]!
        .split('Examples:')[0]!
        .matchAll(/^ {2}([a-z]+)/gm),
    ];
    for (const [, name] of commands) if (name !== 'help') expect(out).toContain(`.SS cred ${name}`);
    expect(out).toContain('Exit code: 0 no errors');
    const shown = spawnSync('groff', ['-man', '-ww', '-Tutf8'], { input: out, encoding: 'utf8' });
    // .ci/run installs it; elsewhere the pages are not drawn.
    if (shown.error && process.env.CI === undefined) return;
    expect(shown.error).toBeUndefined();
    expect(shown.stderr).toBe('');
    expect(shown.stdout).toContain('cred check');
  });
});
