import { expect, test } from 'vitest';
import { CredFile } from '../../language/model/file.ts';
import { LazyNames, type Lender } from './lazy-names.ts';
import { ownerWords } from './top-level-names.ts';

const namesOf = (...texts: string[]): LazyNames => new LazyNames(texts.map((text, i) => ({ uri: `${i}.cred`, text })));

test('the programs of an owner are found whatever the value is written like', () => {
  for (const text of [
    'certificate T "T" { owner: O }',
    'certificate T "T" {\r\n  owner:O\r\n}',
    'certificate T "T" { owner O }',
    'certificate T "T" { summary: "The owner is P"; owner:\tO /* not P */ }',
    'certificate S "S" { owner: P }\ncertificate T "T" { owner: O',
  ]) {
    const [own] = CredFile.read('a.cred', text).names.slice(-1);
    expect(own?.says.owner, text).toEqual(['O']);
    expect(
      namesOf('organization O "O"', text)
        .owned('O')
        .map(({ name }) => name),
      text,
    ).toEqual(['T']);
  }
});

test('in the order of files and places, not of reading', () => {
  const program = (name: string): string => `certificate ${name} "T" { owner: O }`;
  const names = namesOf(`${program('B')}\n${program('A')}`, program('C'), 'certificate D "D" { owner: P }');
  expect(names.owned('O').map(({ name }) => name)).toEqual(['B', 'A', 'C']);
  expect(names.owned('P').map(({ name }) => name)).toEqual(['D']);
  expect(names.owned('Q')).toEqual([]);
});

test('only files that may name the owner are understood', () => {
  const reads = [0, 0];
  const file = (index: number, text: string): Lender => ({
    uri: `${index}.cred`,
    get text() {
      reads[index]!++;
      return text;
    },
  });
  const names = new LazyNames([file(0, 'certificate A "A" { owner: O }'), file(1, 'certificate B "B" { owner: P; summary: "O" }')]);
  expect(names.owned('P')).toHaveLength(1);
  const before = [...reads];
  expect(names.owned('O')).toHaveLength(1);
  expect(reads).toEqual([before[0]! + 1, before[1]]);
});

test('a hole is no owner', () => {
  expect([...ownerWords('certificate T "T" { owner: ? }')]).toEqual([]);
});
