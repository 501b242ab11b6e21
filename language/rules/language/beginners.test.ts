/**
 * Slips of people who write Cred for the first time, and come from tables, YAML, JSON, Markdown, other programs or other languages. Each
 * gives one finding, and its fix writes what was meant.
 */
import { describe, expect, test } from 'vitest';
import { findingsOf, shown } from '../../../test/expect.ts';
import { applyEdits } from '../../findings/finding.ts';

const OWNER = 'organization ASM "Association of Small Museums" { legal-form: nonprofit }\n';
/** The blocks in which the slips stand, each with a place for them. */
const PLACES = {
  program: `${OWNER}certification CMR "Certified Museum Registrar" {\n  owner: ASM\n  §\n}\n`,
  examination: `${OWNER}certification CMR "Certified Museum Registrar" {\n  assessment exam "Exam" {\n    §\n  }\n}\n`,
  renewal: `${OWNER}certification CMR "Certified Museum Registrar" {\n  maintenance {\n    §\n  }\n}\n`,
  file: '§',
};

/** Expects one finding of the language whose message begins so, and that its first fix makes the text wanted; `undefined` for no fix. */
function expectOne(place: keyof typeof PLACES, slip: string, says: string, wanted: string | undefined): void {
  const text = PLACES[place].replace('§', () => slip);
  const found = findingsOf(text).filter(({ rule }) => rule.startsWith('language/'));
  expect(
    found.map(({ message }) => message),
    found.map(one => shown(one, text)).join('\n'),
  ).toEqual([expect.stringContaining(says)]);
  const fixed = found[0]!.fixes.map(fix => applyEdits(text, fix.edits()))[0];
  expect(fixed).toBe(wanted === undefined ? undefined : PLACES[place].replace('§', () => wanted));
  if (wanted === undefined || wanted.startsWith('//')) return;
  const after = findingsOf(fixed!).filter(({ rule }) => rule.startsWith('language/') && rule !== 'language/hole');
  expect(
    after.map(one => shown(one, fixed!)),
    fixed,
  ).toEqual([]);
}

const WHEN = 'Write the date as';
const READS = 'that is how Cred reads';
const NOT_KNOWN = 'Write "?" for what is not known yet';
const LEAVE_OUT = 'out if it does not apply';

describe('other marks between a key and its value', () => {
  test.each(['->', '=>', '→', '=', '-', '–', ',', ':='])('%s', mark =>
    expectOne(
      'program',
      `goal ${mark} validate-competence`,
      mark === ':=' ? READS : `not "${mark}"`,
      mark === ':=' ? 'goal :validate-competence' : 'goal: validate-competence',
    ),
  );
  test('a semicolon', () => expectOne('program', 'goal; validate-competence', 'not ";"', 'goal: validate-competence'));
  test('semicolons in a list', () =>
    expectOne('examination', 'format: multiple-choice; essay; oral', READS, 'format: multiple-choice, essay, oral'));
  test('a full stop at the end', () => expectOne('program', 'goal: validate-competence.', 'after the dot', 'goal: validate-competence'));
});

describe('dates of other countries', () => {
  test.each([
    ['15. März 2022', '2022-03-15'],
    ['15.03.2022', '2022-03-15'],
    ['im Dezember 2021', '2021-12'],
    ['15 mars 2022', '2022-03-15'],
    ['1er août 2022', '2022-08-01'],
    ['15 de marzo de 2022', '2022-03-15'],
    ['enero de 2022', '2022-01'],
    ['2022-03-15T00:00:00Z', '2022-03-15'],
  ])('%s', (written, day) => expectOne('program', `launched: ${written}`, WHEN, `launched: ${day}`));
  test('digits alone', () => expectOne('program', 'launched: 20220315', 'takes a year, a month or a day', 'launched: 2022-03-15'));
  test('letters that begin two months are no month', () =>
    expect(
      findingsOf(PLACES.program.replace('§', 'launched: 15 ju 2022')).flatMap(({ fixes }) => fixes.map(({ title }) => title)),
    ).not.toContain('Write 2022-06-15'));
});

describe('amounts of other countries, and in words', () => {
  test.each([
    ['examination', 'passing-score', '70 Prozent', 'this is a quantity', '70%'],
    ['examination', 'passing-score', '70 pour cent', READS, '70%'],
    ['examination', 'passing-score', '70 por ciento', READS, '70%'],
    ['examination', 'passing-score', '70 von 100', READS, '70 of 100'],
    ['examination', 'passing-score', '70 sur 100', READS, '70 of 100'],
    ['examination', 'passing-score', '70,5 %', 'the decimal sign is a point', '70.5 %'],
    ['examination', 'items', '1.200', 'a number with a fraction', '1200'],
    ['examination', 'items', '100 bis 120', READS, '100 to 120'],
    ['examination', 'items', 'one hundred and twenty', READS, '120'],
    ['examination', 'duration', '90 Minuten', 'Did you mean "minutes"?', '90 minutes'],
    ['examination', 'duration', '3 Stunden', 'Did you mean "hours"?', '3 hours'],
    ['examination', 'duration', 'two and a half hours', READS, '2.5 hours'],
    ['examination', 'duration', '2½ hours', 'hours', '2.5 hours'],
    ['examination', 'duration', '1h30', 'this is a quantity', '90 minutes'],
    ['examination', 'duration', '1:30', READS, '90 minutes'],
    ['renewal', 'cycle', '3 Jahre', 'Did you mean "years"?', '3 years'],
    ['renewal', 'cycle', '3 ans', 'Did you mean "years"?', '3 years'],
    ['renewal', 'cycle', '3 años', 'Did you mean "years"?', '3 years'],
    ['renewal', 'cycle', 'alle 3 Jahre', READS, '3 years'],
    ['renewal', 'cycle', 'tous les 3 ans', READS, '3 years'],
    ['renewal', 'cycle', 'cada 3 años', READS, '3 years'],
  ] as const)('%s: %s: %s', (place, key, written, says, wanted) => expectOne(place, `${key}: ${written}`, says, `${key}: ${wanted}`));
  test('money', () =>
    expectOne('program', 'charge "Fee" { amount: 1.200,00 € }', 'the decimal sign is a point', 'charge "Fee" { amount: 1200.00 EUR }'));
});

describe('what is not known, and what does not apply', () => {
  test.each(['TBD', 'tba', 'to be determined', 'unknown', '???', '...', '…', 'xxx', 'null', 'todo', '<goal>', '[insert goal]'])(
    '%s',
    written => expectOne('program', `goal: ${written}`, NOT_KNOWN, 'goal: ?'),
  );
  test.each(['N/A', 'n/a', 'none', 'not applicable', 'entfällt'])('%s is kept as a comment', written =>
    expectOne('examination', `passing-score: ${written}`, LEAVE_OUT, `// passing-score: ${written}`),
  );
  test('a dash', () => expectOne('program', 'launched: -', LEAVE_OUT, 'launched: ?'));
  test('between braces on one line a comment would swallow them', () =>
    expectOne('program', 'award "CMR" { valid-for: n/a }', LEAVE_OUT, 'award "CMR" { valid-for: ? }'));
  test('one of two words', () =>
    expectOne('program', 'goal: validate-competence or acquire-competence', 'takes one of these words. Keep the one', undefined));
});

describe('other notations', () => {
  test('a line of JSON', () =>
    expectOne(
      'program',
      '"goal": "validate-competence",',
      'written as in JSON. Write goal: validate-competence.',
      'goal: validate-competence',
    ));
  test('a text in JSON', () => expectOne('program', '"summary": "For registrars",', 'written as in JSON', 'summary: "For registrars"'));
  test('each line of JSON is one slip', () => {
    const text = PLACES.program.replace('§', '"purpose": "recognize-competence",\n  "goal": "validate-competence"');
    const found = findingsOf(text).filter(({ rule }) => rule.startsWith('language/'));
    expect(found.map(({ fixes }) => fixes[0]!.title)).toEqual(['Write purpose: recognize-competence', 'Write goal: validate-competence']);
    expect(findingsOf(text).map(({ rule }) => rule)).not.toContain('certification/goal');
  });
  test('a file in JSON', () =>
    expectOne(
      'file',
      '{\n  "certification": {\n    "title": "Registrar",\n    "goal": "validate"\n  }\n}',
      'written in JSON, not in Cred',
      undefined,
    ));
  test('a row of a table in Markdown', () =>
    expectOne(
      'program',
      '| Goal | validate-competence |',
      'a row of a table. Write goal: validate-competence.',
      'goal: validate-competence',
    ));
  test('a key in bold', () =>
    expectOne('program', '**goal**: validate-competence', 'Write "goal" without the marks around it.', 'goal: validate-competence'));
  test('a value in backticks', () =>
    expectOne('program', 'audience: `Registrars`', 'Put this text in quotation marks.', 'audience: "Registrars"'));
  test.each(['# Assessment', '## Assessment and more', '-- the examination', '% the examination', '<!-- the examination -->'])('%s', line =>
    expectOne('program', line, 'begins no comment here. Write "//" before it.', `// ${line}`),
  );
  test('a sentence', () =>
    expectOne('program', 'The program validates competence.', 'reads like a sentence', '// The program validates competence.'));
  test('lines that are indented below a kind with a colon', () => {
    expectOne(
      'program',
      'assessment:\n    passing-score: 70%\n    items: 120',
      'Write assessment without the colon',
      'assessment {\n    passing-score: 70%\n    items: 120\n  }',
    );
    expectOne(
      'program',
      'domain:\n    title: "Care"\n    weight: 100%',
      'Write domain without the colon',
      'domain domain1 "Care" {\n    \n    weight: 100%\n  }',
    );
  });
  test.each([
    [':', ''],
    [' (', '\n)'],
    [' [', '\n]'],
    [' begin', '\nend'],
  ])('a block after "%s"', (open, close) =>
    expectOne(
      'file',
      `certification CMR "Certified Museum Registrar"${open}\n  goal: validate-competence${close}\n`,
      `not behind "${open.trim()}"`,
      'certification CMR "Certified Museum Registrar" {\n  goal: validate-competence\n}\n',
    ),
  );
});

describe('what stands in another place', () => {
  test('a property of a block that is not there yet', () => {
    expectOne('program', 'Passing Score: 70%', 'Move it into an assessment.', 'assessment { passing-score: 70% }');
    expectOne('program', 'passing score 70%', 'Move it into an assessment.', 'assessment { passing-score: 70% }');
    expectOne('program', 'valid for: 3 years', 'Move it into an award.', 'award { valid-for: 3 years }');
  });
  test('a domain has a title, so none is made of a weight', () => expectOne('program', 'weight: 25%', 'Move it into a domain.', undefined));
  test('the title of a block within it, which lacks it', () =>
    expectOne(
      'file',
      'certification CMR {\n  title: "Certified Museum Registrar"\n}',
      'stands behind its kind: write certification',
      'certification CMR "Certified Museum Registrar" {\n  \n}',
    ));
  test('a title at the top of a file', () =>
    expectOne('file', 'title: "Certified Museum Registrar"', 'write its kind, such as certification', undefined));
  test('the name behind a colon', () => {
    const [finding] = findingsOf('certification: CMR');
    expect(finding!.fixes.map(({ title }) => title)).toEqual(['Write certification CMR']);
  });
  test.each([
    ['domain Care of objects 100%', 'domain "Care of objects" { weight: 100% }'],
    ['domain Care of objects (100%)', 'domain "Care of objects" { weight: 100% }'],
    ['domain care "Care of objects" weight 100%', 'domain care "Care of objects" { weight: 100% }'],
    ['Domain 1: Care of objects (100%)', 'domain domain1 "Care of objects" { weight: 100% }'],
  ])('%s', (written, wanted) => {
    const text = PLACES.program.replace('§', written);
    const [finding, ...more] = findingsOf(text).filter(({ rule }) => rule === 'language/syntax');
    expect(more).toEqual([]);
    expect(applyEdits(text, finding!.fixes[0]!.edits())).toBe(PLACES.program.replace('§', wanted));
  });
});
