/** `cred diff`: what changed, in the words of the field. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cred, folderOf } from './command.ts';

const OLD = `organization ABWP "Board" { body council "Council" { governs: CWT; seats: 9 } }
certification CWT "Certified Widget Technician" {
  owner: ABWP
  eligibility "Experience route" { experience: 4000 hours }
  domain safety "Working safely" { weight: 60% }
  domain repair "Repairing" { weight: 40% }
  assessment exam "CWT examination" {
    measures: safety, repair
    items: 150
    delivery: test-center
    passing-score: 88 of 125
    reliability: ?
    standard-setting { method: angoff; conducted: 2020-02 }
  }
  award "CWT" { type: designation; letters: "CWT" }
  maintenance { cycle: 3 years; fee: 100 USD }
}
certificate OLD "Old course" { status: operating }
`;
const NEW = OLD.replace('seats: 9', 'seats: 11')
  .replace('88 of 125', '92 of 125')
  .replace('test-center', 'test-center, remote-proctored')
  .replace('reliability: ?', 'reliability: 0.91')
  .replace('method: angoff; conducted: 2020-02', 'method: bookmark; conducted: 2026-02')
  .replace('  domain repair "Repairing" { weight: 40% }\n', '  domain mend "Mending" { weight: 40% }\n')
  .replace('safety, repair', 'safety, mend')
  .replace('cycle: 3 years; fee: 100 USD', 'cycle: 2 years; fee: 100 USD; grace: 3 months')
  .replace('"Certified Widget Technician"', '"Certified Widget Professional"')
  .replace(/certificate OLD.*\n/, 'certificate NEW "New course" { status: planned }\n');

const folder = folderOf({
  'old.cred': OLD,
  'new.cred': NEW,
  'same.cred': OLD.replace('{ weight: 60% }', '{\n    // a word\n    weight:   60%\n  }'),
});
const diff = (...args: string[]) => cred(folder, ['diff', ...args]);

describe('cred diff', async () => {
  const { programs } = JSON.parse((await diff('old.cred', 'new.cred', '--format', 'json')).out);
  const said = Object.fromEntries(
    programs.flatMap((one: { changes: { path: string; what: string }[] }) => one.changes.map(change => [change.path, change])),
  );

  test.each([
    [
      'CWT.exam.passing-score',
      'The passing score of the assessment "CWT examination" was raised from 88 of 125 to 92 of 125.',
      ['candidates', 'accreditor'],
    ],
    [
      'CWT.exam.standard-setting.method',
      'The method of the standard-setting study of "CWT examination" was changed from angoff to bookmark.',
      ['accreditor'],
    ],
    ['CWT.exam.delivery', 'The delivery of the assessment "CWT examination" now includes remote-proctored.', ['candidates', 'accreditor']],
    ['CWT.exam.reliability', 'The reliability of the assessment "CWT examination" is known now: 0.91.', []],
    ['CWT.maintenance.cycle', 'went down from 3 years to 2 years.', ['holders', 'candidates', 'accreditor']],
    ['CWT.maintenance.grace', 'is stated now: 3 months.', ['holders', 'candidates', 'accreditor']],
    ['CWT.mend', 'has a new domain, "Mending".', ['candidates', 'accreditor']],
    ['CWT.repair', 'no longer has the domain "Repairing".', ['candidates', 'accreditor']],
    ['CWT.title', '"Certified Widget Technician" is now called "Certified Widget Professional".', ['holders', 'candidates', 'accreditor']],
    ['ABWP.council.seats', 'The number of seats on the governing body "Council" went up from 9 to 11.', ['accreditor']],
    ['OLD', 'is no longer described.', ['holders', 'candidates', 'accreditor']],
    [
      'CWT.exam.measures',
      'now also measures "Mending" ("mend") and no longer measures "Repairing" ("repair").',
      ['candidates', 'accreditor'],
    ],
    ['NEW', 'is new.', ['candidates', 'accreditor']],
  ])('%s', (at, what, notice) => {
    expect(said[at]?.what).toContain(what);
    expect(said[at].notice).toEqual(notice);
  });

  test('says nothing of what stayed: blanks, comments, the fee', async () => {
    expect(await diff('old.cred', 'same.cred')).toEqual({ code: 0, out: 'Nothing that Cred reads has changed.\n', err: '' });
    expect(JSON.parse((await diff('old.cred', 'same.cred', '--format', 'json')).out)).toEqual({ version: 1, programs: [] });
    expect(Object.keys(said)).not.toContain('CWT.maintenance.fee');
  });

  test('as text, and as Markdown in which a file cannot break the table', async () => {
    expect((await diff('old.cred', 'new.cred')).out).toContain(
      '  ~ The passing score of the assessment "CWT examination" was raised from 88 of 125 to 92 of 125.\n    usually told: candidates or participants, the accreditor\n',
    );
    writeFileSync(path.join(folder, 'pipe.cred'), NEW.replace('Widget Professional', '| <b>x</b> |'));
    const { out } = await diff('old.cred', 'pipe.cred', '--format', 'markdown');
    expect(out).toContain('\\| &lt;b&gt;x&lt;/b&gt; \\|');
    expect(out).not.toContain('<b>');
  });

  test('who is usually told is explained where somebody is', async () => {
    expect((await diff('old.cred', 'new.cred')).out).toContain('the practice of the field');
    writeFileSync(path.join(folder, 'one.cred'), 'person P "P"\n');
    writeFileSync(path.join(folder, 'two.cred'), 'person P "P" { credentials: "CAE" }\n');
    for (const format of ['text', 'markdown']) {
      const { out } = await diff('one.cred', 'two.cred', '--format', format);
      expect(out).toContain('The credentials of the person "P" are stated now: "CAE".');
      expect(out).not.toContain('the practice of the field');
    }
  });

  test('--exit-code', async () => {
    expect((await diff('old.cred', 'new.cred', '--exit-code')).code).toBe(1);
    expect((await diff('old.cred', 'same.cred', '--exit-code')).code).toBe(0);
  });

  test('a program that changed its kind is the same program', async () => {
    writeFileSync(path.join(folder, 'kind.cred'), OLD.replace('certificate OLD', 'attendance OLD'));
    expect(JSON.parse((await diff('old.cred', 'kind.cred', '--format', 'json')).out).programs[0].changes[0].what).toMatch(
      /"Old course" was an? .*certificate.* and is now an? .*attendance/,
    );
  });

  test.each([[['old.cred']], [['old.cred', 'none.cred']], [['a', 'b', 'c']], [['--since', 'x', 'a', 'b']]])('%j is refused', async args => {
    const ran = await diff(...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err.length).toBeGreaterThan(10);
  });
});

test('against a revision of git, with files that are gone', async () => {
  const repository = folderOf({ 'a.cred': OLD, 'b.cred': 'person P "P"\n' });
  const git = (...args: string[]) =>
    expect(
      spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: repository })
        .status,
    ).toBe(0);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  expect((await cred(repository, ['diff', '--since', 'HEAD'])).out).toBe('Nothing that Cred reads has changed.\n');
  git('mv', 'a.cred', 'cwt.cred');
  expect((await cred(repository, ['diff', '--since', 'HEAD', 'cwt.cred'])).out).toBe('Nothing that Cred reads has changed.\n');
  expect((await cred(repository, ['diff', '--since', 'HEAD'])).out).toBe('Nothing that Cred reads has changed.\n');
  git('mv', 'cwt.cred', 'a.cred');
  writeFileSync(path.join(repository, 'a.cred'), NEW);
  rmSync(path.join(repository, 'b.cred'));
  const { out } = await cred(repository, ['diff', '--since', 'HEAD']);
  expect(out).toContain('was raised from 88 of 125 to 92 of 125.');
  expect(out).toContain('"P" is no longer described.');
  expect((await cred(repository, ['diff', '--since', 'HEAD', 'b.cred'])).out).toContain('"P" is no longer described.');
  expect(await cred(repository, ['diff', '--since', 'HEAD', 'c.cred'])).toMatchObject({
    code: 2,
    out: '',
    err: 'There is no file or folder "c.cred", nor was there one at HEAD.\n',
  });
  expect(await cred(repository, ['diff', '--since', 'nope'])).toMatchObject({ code: 2, out: '', err: 'git knows no revision "nope".\n' });
});
