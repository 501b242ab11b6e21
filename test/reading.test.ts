/** Compares Cred's readiness of the examples with a reading by hand (reading.md). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { leavesOf } from '../language/analysis/judging/readiness.ts';
import { readiness } from '../language/check/readiness.ts';
import { standardNamed } from '../language/standards/index.ts';
import { projectOf } from './expect.ts';

const READING = readFileSync(path.join(import.meta.dirname, 'reading.md'), 'utf8');
const DAY = '2026-11-30';

/** The rows of a table in a section, without its head. */
const rows = (section: string): string[][] =>
  section
    .split('\n')
    .filter(line => line.startsWith('| ') && !line.startsWith('| --'))
    .slice(1)
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );

const sections = READING.split(/^## /m).slice(1);
const differences = rows(sections.find(one => one.startsWith('Where Cred differs'))!);
const readings = sections.flatMap(section => {
  const [, example, standard] = /^(\S+) by (\S+)\n/.exec(section) ?? [];
  return example && standard ? [[example, standard, rows(section)] as const] : [];
});

test('six examples are read', () => expect(readings).toHaveLength(6));

test.each(readings)('%s by %s', (example, standard, read) => {
  const folder = path.join(import.meta.dirname, '../examples', path.dirname(example));
  const file = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const owner = example.startsWith('both/') ? ['organization.cred', 'certification.cred', 'certificate.cred'] : [];
  const name = path.basename(example);
  const project = projectOf(Object.fromEntries([...new Set([name, ...owner])].map(one => [one, file(one)])), DAY);
  const ofProgram = project.file(name)!;
  const judged = readiness(ofProgram.programs[0]!, standardNamed(standard)!, { file: ofProgram, names: project, host: project.host });
  const said = new Map(judged.clauses.flatMap(leavesOf).map(one => [one.name.replace(/^S(?=\d)/, ''), one.status]));
  const expected = read.map(([clause, status]) => {
    const other = differences.find(([where, which]) => where === example && which === clause);
    return [clause!.replace(/^S(?=\d)/, ''), other?.[2] ?? status];
  });
  expect([...said]).toEqual(expected);
});
