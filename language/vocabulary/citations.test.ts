import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { calledStandard, cite, documentCited, partCited } from './citations.ts';
import { CLAUSE_TITLES } from './clause-titles.ts';

const root = path.join(import.meta.dirname, '../..');

describe('a clause is cited by edition, number and title', () => {
  test.each([
    ['NCCA-2021.S14', 'NCCA 2021 Standard 14, Job Analysis'],
    ['ISO-17024-2026.C9-5', 'ISO/IEC 17024:2026 clause 9.5, Suspending, withdrawing or reducing the scope of certification'],
    ['ICE-1100-2019.S1', 'ICE 1100:2019 Standard 1, Scope'],
  ] as const)('%s', (clause, cited) => expect(cite(clause)).toBe(cited));

  test.each([
    ['NCCA-2021.S21', 'NCCA 2021 Standard 21, Maintaining Certification (2014: 22)'],
    ['NCCA-2021.S20', 'NCCA 2021 Standard 20, Evaluation of Items and Examinations (2014: 20, Reliability)'],
    [
      'NCCA-2021.S17',
      'NCCA 2021 Standard 17, Setting and Maintaining Passing Standards (2014: 17, Standard Setting; 21, Examination Score Equating)',
    ],
    ['ISO-17024-2026.C9-2', 'ISO/IEC 17024:2026 clause 9.2, Application process (2012: 9.1)'],
  ] as const)('with the number of the edition before behind it: %s', (clause, cited) => expect(cite(clause)).toBe(cited));

  test('a source names the document in full, then the clause', () => {
    expect(documentCited('NCCA-2021.S2')).toBe('NCCA Standards for the Accreditation of Certification Programs, 2021');
    expect(partCited('NCCA-2021.S2')).toBe('Standard 2, Governance and Autonomy');
  });

  test('a message calls a standard without its edition; a standard of a project by its name', () => {
    expect(['NCCA-2021', 'ISO-17024-2026', 'ASTM-E2659-2024', 'ICE-1100-2019', 'OWN-2020'].map(calledStandard)).toEqual([
      'NCCA',
      'ISO/IEC 17024',
      'ASTM E2659',
      'ICE 1100',
      'OWN-2020',
    ]);
  });
});

const FOLDERS = ['language', 'report', 'exchange', 'library', 'host', 'cli', 'server', 'client', 'site', 'scripts'];
const files = (endings: RegExp): string[] =>
  FOLDERS.flatMap(folder =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map(file => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter(file => endings.test(file) && !/\.test\.ts$|node_modules|clause-titles\.ts$|standards\/facts\.ts$/.test(file)),
  );
const TITLES = Object.values(CLAUSE_TITLES).flatMap(([number, title]) => (number !== '' && title.includes(' ') ? [title] : []));

test('no title of a clause is written by hand', () => {
  const byHand = files(/\.ts$/).flatMap(file => {
    const text = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const cited = TITLES.filter(title => text.includes(title) || text.includes(title.replaceAll("'", "\\'")));
    const numbered = text.match(/\b(?:Standard|[Cc]lause) \d[\d.]*, \p{Lu}[^'"`]*/gu) ?? [];
    return [...cited, ...numbered].map(title => `${file}: ${title}`);
  });
  expect(byHand).toEqual([]);
});

test('the pages cite clauses as the table has them', () => {
  const known = new Set(Object.values(CLAUSE_TITLES).map(([number, title]) => `${number}, ${title}`));
  const wrong = files(/\.md$/).flatMap(file =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?:Standard|[Cc]lause) (\d[\d.]*, \p{Lu}[^;.()\n]*)/gu)]
      .map(([, cited]) => cited!)
      .filter(cited => ![...known].some(one => cited.startsWith(one)))
      .map(cited => `${file}: ${cited}`),
  );
  expect(wrong).toEqual([]);
});
