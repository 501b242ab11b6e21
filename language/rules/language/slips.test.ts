/**
 * What people type or paste, each put into a certification that is otherwise clean: one finding of `language/`, never a
 * cascade and never silence, and after its fix none. The rest of the file is still read: names that are given after the
 * slip are found.
 */
import { describe, expect, test } from 'vitest';
import { CLEAN, put, visible } from '../../../test/clean-certification.ts';
import { findingsOf, projectOf, shown } from '../../../test/expect.ts';
import { applyEdits } from '../../findings/finding.ts';

interface Slip {
  readonly called: string;
  /** The text that is replaced; `to` is what a person types or pastes in its place. */
  readonly from: string;
  readonly to: string;
  /** The beginning of its fix; `undefined` where only the author knows. */
  readonly fix: string | undefined;
  /** The text that the fix writes, if it is not the original text. */
  readonly gives?: string;
  readonly rule?: string;
}

const slip = (called: string, from: string, to: string, fix: string | undefined, more: Pick<Slip, 'gives' | 'rule'> = {}): Slip => ({
  called,
  from,
  to,
  fix,
  ...more,
});

const SLIPS: readonly Slip[] = [
  slip('a forgotten colon', 'goal: validate-competence', 'goal validate-competence', 'Add the colon'),
  slip('a forgotten colon before a number', 'items: 150', 'items 150', 'Add the colon'),
  slip('a forgotten colon before a ratio', 'passing-score: 88 of 125', 'passing-score 88 of 125', 'Add the colon'),
  slip('a forgotten colon before a quantity', 'cycle: 3 years', 'cycle 3 years', 'Add the colon'),
  slip('a forgotten colon before a list', 'measures: safety, repair', 'measures safety, repair', 'Add the colon'),
  slip('a forgotten colon before a text', 'summary: "A check', 'summary "A check', 'Add the colon'),
  slip('a forgotten colon on one line', 'conducted: 2022-06; method', 'conducted 2022-06; method', 'Add the colon'),
  slip('a forgotten colon in the last property', 'respondents: 1240 }', 'respondents 1240 }', 'Add the colon'),
  slip('a forgotten colon after a misspelt key', 'independent: yes', 'independant yes', 'Write "independent"', {
    rule: 'unknown-property',
  }),
  slip(
    'an address without quotes',
    'website: "https://abwp.example/cwt"',
    'website: https://abwp.example/cwt',
    'Put it in quotation marks',
  ),
  slip(
    'an address without quotes on one line',
    'verification: "https://abwp.example/holders" }',
    'verification: https://abwp.example/holders }',
    'Put it in quotation marks',
  ),
  slip('an address without a scheme', 'website: "https://abwp.example/cwt"', 'website: www.abwp.example/cwt', 'Put it in quotation marks', {
    gives: 'website: "www.abwp.example/cwt"',
  }),
  slip(
    'an address with a query',
    'website: "https://abwp.example/cwt"',
    'website: https://abwp.example/cwt?a=1&b=2,3',
    'Put it in quotation marks',
    { gives: 'website: "https://abwp.example/cwt?a=1&b=2,3"' },
  ),
  slip('curly quotes', '"A check on skill."', '“A check on skill.”', 'Use straight quotation marks'),
  slip('curly quotes around a title', '"Working safely"', '“Working safely”', 'Use straight quotation marks'),
  slip('curly quotes with a brace in them', '"A check on skill."', '“A check {on} skill.”', 'Use straight quotation marks', {
    gives: '"A check {on} skill."',
  }),
  slip('low and high quotes', '"A check on skill."', '„A check on skill.“', 'Use straight quotation marks'),
  slip('guillemets', '"A check on skill."', '« A check on skill. »', 'Use straight quotation marks'),
  slip('single quotes', '"A check on skill."', "'A check on skill.'", 'Use straight quotation marks'),
  slip('a thousand with a comma', 'respondents: 1240', 'respondents: 1,240', 'Write 1240'),
  slip('a thousand with a comma and a unit', '4000 hours', '4,000 hours', 'Write 4000 hours'),
  slip('a range with a dash', 'items: 150', 'items: 150-150', 'Write 150 to 150', { gives: 'items: 150 to 150' }),
  slip('a range with a longer dash', 'items: 150', 'items: 150 – 150', 'Write 150 to 150', { gives: 'items: 150 to 150' }),
  slip('percents with a dash', 'weight: 40%', 'weight: 35%-45%', 'Write 35% to 45%', { gives: 'weight: 35% to 45%' }),
  slip('percents with a dash and one sign', 'weight: 40%', 'weight: 35-45%', 'Write 35% to 45%', { gives: 'weight: 35% to 45%' }),
  slip('a ratio with a slash', 'passing-score: 88 of 125', 'passing-score: 88/125', 'Write 88 of 125'),
  slip('a ratio in more words', 'passing-score: 88 of 125', 'passing-score: 88 out of 125', 'Write 88 of 125'),
  slip('a score in points', 'passing-score: 88 of 125', 'passing-score: 88 points', 'Write 88', {
    gives: 'passing-score: 88',
    rule: 'wrong-type',
  }),
  slip('a decimal comma', 'reliability: 0.88', 'reliability: 0,88', 'Write 0.88'),
  slip('a number without its zero', 'reliability: 0.88', 'reliability: .88', 'Write 0.88'),
  slip('a dollar sign', 'fee: 450 USD', 'fee: $450', 'Write 450 USD'),
  slip('a dollar sign with thousands', 'fee: 450 USD', 'fee: $1,450', 'Write 1450 USD', { gives: 'fee: 1450 USD' }),
  slip('a euro sign behind', 'fee: 450 USD', 'fee: 450 €', 'Write 450 EUR', { gives: 'fee: 450 EUR' }),
  slip('a currency before the amount', 'fee: 450 USD', 'fee: USD 450', 'Write 450 USD'),
  slip('a date with slashes', 'launched: 2019-04', 'launched: 03/15/2019', 'Write 2019-03-15', { gives: 'launched: 2019-03-15' }),
  slip('a date with points', 'launched: 2019-04', 'launched: 15.03.2019', 'Write 2019-03-15', { gives: 'launched: 2019-03-15' }),
  slip('a month in words', 'conducted: 2022-06', 'conducted: June 2022', 'Write 2022-06'),
  slip('a day in words', 'launched: 2019-04', 'launched: April 15, 2019', 'Write 2019-04-15', { gives: 'launched: 2019-04-15' }),
  slip('a day in words, the day first', 'launched: 2019-04', 'launched: 15 April 2019', 'Write 2019-04-15', {
    gives: 'launched: 2019-04-15',
  }),
  slip('a month of one digit', 'conducted: 2022-06', 'conducted: 2022-6', 'Write 2022-06'),
  slip('a month with a slash', 'conducted: 2022-06', 'conducted: 06/2022', 'Write 2022-06'),
  slip('a colon before the brace', 'maintenance {', 'maintenance: {', 'Remove the colon'),
  slip(
    'a colon before the brace, after a name',
    'assessment exam "CWT examination" {',
    'assessment exam "CWT examination": {',
    'Remove the colon',
    { gives: 'assessment exam "CWT examination" {' },
  ),
  slip('a colon after the kind', 'assessment exam "CWT examination" {', 'assessment: exam "CWT examination" {', 'Remove the colon'),
  slip('a colon after the name', 'domain repair "Repairing', 'domain repair: "Repairing', 'Remove the colon'),
  slip('a colon before the brace of a program', '"Certified Widget Technician" {', '"Certified Widget Technician": {', 'Remove the colon'),
  slip('a hole with a unit', 'cycle: 3 years', 'cycle: ? years', 'Write ?', { gives: 'cycle: ?' }),
  slip('a quantity in two units', 'cycle: 3 years', 'cycle: 3 years 6 months', 'Write 42 months', { gives: 'cycle: 42 months' }),
  slip('a quantity in two units, with a word', 'duration: 180 minutes', 'duration: 2 hours and 30 minutes', 'Write 150 minutes', {
    gives: 'duration: 150 minutes',
  }),
  slip('an unclosed block text', '"Codes change."', '"""Codes change.', 'Add """', { gives: '"""Codes change."""' }),
  slip('an unclosed block text of several lines', '"Codes change."', '"""\n      Codes change,\n      and so does practice.', 'Add """', {
    gives: '"""\n      Codes change,\n      and so does practice."""',
  }),
  slip(
    'an unclosed block text before another one',
    '"A check on skill."\n  website: "https://abwp.example/cwt"',
    '"""A check.\n  website: "https://abwp.example/cwt"\n  audience: """All"""',
    'Add """',
    { gives: '"""A check."""\n  website: "https://abwp.example/cwt"\n  audience: """All"""' },
  ),
  slip('a missing semicolon', 'conducted: 2022-06; method', 'conducted: 2022-06 method', 'Add ";"'),
  slip('a missing semicolon after a word', 'method: survey; respondents', 'method: survey respondents', 'Add ";"'),
  slip('a missing semicolon after a text', 'requires: exam; verification', 'requires: exam verification', 'Add ";"'),
  slip('a missing comma', 'measures: safety, repair', 'measures: safety repair', 'Add the comma'),
  slip('a missing comma of several', 'covers: appeals, complaints, discipline', 'covers: appeals complaints, discipline', 'Add the comma'),
  slip('an unclosed quote', '"A check on skill."', '"A check on skill.', 'Add the closing quotation mark'),
  slip('an unclosed quote around a title before a brace', '"CWT examination" {', '"CWT examination {', 'Add the closing quotation mark'),
  slip(
    'an unclosed quote on one line',
    '"Repairing widgets" { weight: 60% }',
    '"Repairing widgets { weight: 60% }',
    'Add the closing quotation mark',
  ),
  slip(
    'an unclosed quote before a semicolon',
    'requires: exam; verification: "https://abwp.example/holders" }',
    'verification: "https://abwp.example/holders; requires: exam }',
    'Add the closing quotation mark',
    { gives: 'verification: "https://abwp.example/holders"; requires: exam }' },
  ),
  slip('a quote that is not opened', '"A check on skill."', 'A check on skill."', 'Put it in quotation marks'),
  slip('a missing opening brace', '"CWT examination" {', '"CWT examination"', 'Add "{"'),
  slip('a missing opening brace without a title', 'maintenance {', 'maintenance', 'Add "{"'),
  slip('a missing opening brace of a program', '"Certified Widget Technician" {', '"Certified Widget Technician"', 'Add "{"'),
  slip('a missing opening brace on one line', '{ experience: 4000 hours }', 'experience: 4000 hours }', 'Add "{"'),
  slip('a missing closing brace', '    rationale: "Codes change."\n  }\n', '    rationale: "Codes change."\n', 'Add "}"'),
  slip('a missing closing brace of a program', '  owner: ABWP\n}\n', '  owner: ABWP\n', 'Add "}"'),
  slip('a missing closing brace at the end', 'autonomous: yes }\n}\n', 'autonomous: yes }\n', 'Add "}"'),
  slip('a missing closing brace on one line', 'experience: 4000 hours }', 'experience: 4000 hours', 'Add "}"'),
  slip('a missing closing brace in the middle', 'approved-by: board }', 'approved-by: board', 'Add "}"'),
  slip('a stray closing brace', '  scope: broad\n', '  scope: broad\n  }\n', 'Remove "}"'),
  slip('a stray closing brace at the end', 'autonomous: yes }\n}\n', 'autonomous: yes }\n}\n}\n', 'Remove "}"'),
  slip('a stray closing brace on one line', 'experience: 4000 hours }', 'experience: 4000 hours }}', 'Remove "}"'),
  slip('a stray closing brace before a line', '  goal: validate', '}  goal: validate', 'Remove "}"'),
  slip('a stray closing brace before a line of an inner block', '    items: 150', '}    items: 150', 'Remove "}"'),
  slip('a stray closing brace before a block', '  domain repair', '}  domain repair', 'Remove "}"'),
  slip('a pair of braces that an editor closed', '"Certified Widget Technician" {', '"Certified Widget Technician" {}', 'Remove "}"'),
  slip('a pair of braces that an editor closed within a block', 'maintenance {', 'maintenance {}', 'Remove "}"'),
  slip('a bullet before a property', '  goal: validate', '  - goal: validate', 'Remove "-"'),
  slip('a bullet before a block', '  assessment exam', '  • assessment exam', 'Remove "•"'),
  slip('a bullet before a block on one line', '  domain repair', '  * domain repair', 'Remove "*"'),
  slip('a number before a block', '  domain safety', '  1. domain safety', 'Remove these words'),
  slip('a mark at the first word of a block', '  assessment exam', '  .assessment exam', 'Remove "."'),
  slip('a mark at the first word of a property', '  goal: validate', '  (goal: validate', 'Remove "("'),
  slip('a block without its kind', 'eligibility "Experience" {', '"Experience" {', undefined),
  slip('an equals sign for a colon', 'goal: validate', 'goal = validate', 'Write a colon'),
  slip('an equals sign for a colon, without blanks', 'goal: validate', 'goal=validate', 'Write a colon', { gives: 'goal:validate' }),
  slip('an arrow for a colon', 'summary: "A check', 'summary => "A check', 'Write a colon'),
  slip('a full-width colon', 'goal: validate', 'goal： validate', 'Write a colon'),
  slip('a dash for a colon', 'summary: "A check', 'summary - "A check', 'Write a colon'),
  slip('a number with blanks', 'items: 150', 'items: 1 000', 'Write 1000', { gives: 'items: 1000' }),
  slip('a range with a long dash and one sign', 'weight: 40%', 'weight: 35 – 45%', 'Write 35% to 45%', { gives: 'weight: 35% to 45%' }),
  slip('a unit on the next line', '180 minutes', '180\n      minutes', 'Join the lines'),
  slip('a currency on the next line', '450 USD', '450\n    USD', 'Join the lines'),
  slip('a unit on the next line, behind a comment', '3 years', '3 // three\n      years', 'Join the lines', { gives: '3 years // three' }),
  slip('a value on the next line, behind a comment', 'scope: broad', 'scope: // how wide\n    broad', 'Join the lines', {
    gives: 'scope: broad // how wide',
  }),
  slip('a missing comma at the end of a line', 'safety, repair', 'safety\n      repair', 'Add the comma'),
  slip('"and" for a comma', 'safety, repair', 'safety and repair', 'Add the comma'),
  slip('"&" for a comma', 'appeals, complaints, discipline', 'appeals, complaints & discipline', 'Add the comma'),
  slip('a title on the next line', 'assessment exam "CWT examination" {', 'assessment exam\n    "CWT examination" {', 'Join the lines'),
  slip('a name behind the title', 'assessment exam "CWT examination"', 'assessment "CWT examination" exam', 'Write the name first'),
  slip('single quotes around an apostrophe', '"Codes change."', "'The field's codes change.'", 'Use straight quotation marks', {
    gives: '"The field\'s codes change."',
  }),
  slip('a comment that is not closed', '  goal: validate', '  /* why\n  goal: validate', 'Add "*/"', {
    gives: '  /* why */\n  goal: validate',
  }),
  slip('a trailing comma', 'measures: safety, repair', 'measures: safety, repair,', 'Remove the comma'),
  slip('a trailing comma of one value', 'requires: exam;', 'requires: exam,;', 'Remove the comma'),
  slip(
    'a trailing comma before a brace',
    'conflict-of-interest, confidentiality }',
    'conflict-of-interest, confidentiality, }',
    'Remove the comma',
  ),
  slip('a trailing dot', 'owner: ABWP', 'owner: ABWP.', 'Remove the dot'),
  slip('a trailing dot in a list', 'measures: safety, repair', 'measures: safety., repair', 'Remove the dot'),
  slip('a key without value', 'scope: broad', 'scope:', 'Write "?"', { gives: 'scope: ?' }),
  slip('a key without value on one line', 'requires: exam;', 'requires:;', 'Write "?"', { gives: 'requires: ?;' }),
  slip(
    'a key without value before a brace',
    'cycle: 3 years\n    continuing-education: 60 hours\n    rationale: "Codes change."\n',
    'cycle: ',
    'Write "?"',
    { gives: 'cycle: ? ' },
  ),
  slip('a value on the next line', 'scope: broad', 'scope:\n    broad', 'Join the lines'),
  slip('a text on the next line', 'summary: "A', 'summary:\n    "A', 'Join the lines'),
  slip('a quantity on the next line', 'cycle: 3 years', 'cycle:\n      3 years', 'Join the lines'),
  slip('a list on the next line', 'measures: safety, repair', 'measures:\n      safety, repair', 'Join the lines'),
  slip('a number where a name is due', 'award "CWT"', 'award 1 "CWT"', 'Write award1', { gives: 'award award1 "CWT"' }),
  slip('a number with a point where a name is due', 'eligibility "Experience"', 'eligibility 1.1 "Experience"', 'Write eligibility1-1', {
    gives: 'eligibility eligibility1-1 "Experience"',
  }),
  slip('words without quotes', 'summary: "A check on skill."', 'summary: A check on skill.', 'Put it in quotation marks'),
  slip(
    'words without quotes with a comma',
    'rationale: "Codes change."',
    'rationale: Codes change, and practice',
    'Put it in quotation marks',
    { gives: 'rationale: "Codes change, and practice"' },
  ),
  slip(
    'words without quotes with an apostrophe',
    'rationale: "Codes change."',
    "rationale: The field's codes don't last",
    'Put it in quotation marks',
    { gives: 'rationale: "The field\'s codes don\'t last"' },
  ),
  slip('a title without quotes', 'eligibility "Experience"', 'eligibility By experience', 'Put it in quotation marks', {
    gives: 'eligibility "By experience"',
  }),
  slip('a colon within words without quotes', 'rationale: "Codes change."', 'rationale: Codes: they change', 'Put it in quotation marks', {
    gives: 'rationale: "Codes: they change"',
  }),
];

test('success: without a slip there is no finding', () => {
  expect(findingsOf(CLEAN).map(finding => shown(finding, CLEAN))).toEqual([]);
});

describe('fail: one finding', () => {
  test.each(SLIPS.map(one => [one.called, one] as const))('%s', (_, { from, to, fix, gives, rule }) => {
    const text = put(from, to);
    const found = visible(text);
    expect(found, found.map(finding => shown(finding, text)).join('\n')).toHaveLength(1);
    const [finding] = found;
    expect(shown(finding!, text)).toContain(`error language/${rule ?? ''}`);
    if (fix === undefined) return;
    const offered = finding!.fixes.find(one => one.title.startsWith(fix));
    expect(offered, `"${fix}" among ${finding!.fixes.map(one => one.title).join(', ')}`).toBeDefined();
    const fixed = applyEdits(text, offered!.edits());
    expect(
      visible(fixed).map(one => shown(one, fixed)),
      fixed,
    ).toEqual([]);
    expect(squeezed(fixed)).toBe(squeezed(put(from, gives ?? from)));
  });
});

describe('success: the rest of the file is read', () => {
  test.each(SLIPS.map(one => [one.called, one] as const))('after %s', (_, { from, to }) => {
    const text = `${put(from, to)}\norganization LAST "The last one" { legal-form: nonprofti }\n`;
    const found = visible(text);
    expect(
      found.map(({ rule }) => rule),
      found.map(finding => shown(finding, text)).join('\n'),
    ).toHaveLength(2);
    expect(shown(found[1]!, text)).toContain('error language/unknown-word «nonprofti»');
  });

  test('an edit finds what a fresh look finds', () => {
    const project = projectOf({ 'a.cred': CLEAN });
    expect(project.findings('a.cred')).toEqual([]);
    for (const { from, to, called } of SLIPS) {
      for (const text of [put(from, to), CLEAN]) {
        project.set('a.cred', text, true);
        expect(
          project.findings('a.cred').map(finding => shown(finding, text)),
          called,
        ).toEqual(findingsOf(text).map(finding => shown(finding, text)));
      }
    }
  });
});

/** Blanks may fall otherwise; nothing else may. */
const squeezed = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[;}\n])/g, '')
    .trim();

describe('a block behind a block that has no braces', () => {
  const wrap = (line: string): string => `certification C "C" {\n  status: retired\n${line}\n}\n`;
  test.each([
    ['domain a "A" module m "M" { required: no; hours: 3 hours }', 'domain a "A" ; module m "M"', 1],
    ['domain a "A" panel "P" { size: 9 }', 'domain a "A" ; panel "P"', 1],
    ['domain a "A" domain b "B"', 'domain a "A" ; domain b "B"', 1],
    ['domain a "A" domain b "B" domain c "C" { weight: 100% }', 'domain a "A" ; domain b "B" ; domain c "C"', 2],
  ])('fail: %s', (line, after, count) => {
    const found = visible(wrap(line));
    expect(found.map(({ rule, message }) => [rule, message.slice(0, 14)])).toEqual(
      Array(count).fill(['language/syntax', 'Put ";" before']),
    );
    const mended = applyEdits(
      wrap(line),
      found.flatMap(({ fixes }) => fixes[0]!.edits()),
    );
    expect(found.flatMap(({ fixes }) => fixes.map(({ safe }) => safe))).toEqual(Array(count).fill(true));
    expect(mended).toContain(after);
    expect(visible(mended)).toEqual([]);
  });
  test('success: what else stands behind a title is told as before', () => {
    expect(visible(wrap('award "CMR" designation { }'))[0]?.fixes[0]?.title).not.toBe('Add ";"');
    expect(visible(wrap('domain a "A" 30%'))[0]?.fixes[0]?.title).not.toBe('Add ";"');
    expect(visible(wrap('domain a "A" weight "30%"'))[0]?.fixes[0]?.title).not.toBe('Add ";"');
  });
});

describe('a fix is safe only where nothing else can be meant', () => {
  /** Returns a property's line after its safe fixes. */
  const mended = (line: string): string => {
    const text = `certification C "C" {\n  status: retired\n  policy { covers: appeals }\n  assessment a {\n    ${line}\n  }\n}\n`;
    const fix = visible(text).flatMap(({ fixes }) => fixes.filter(({ safe }) => safe))[0];
    return fix ? applyEdits(text, fix.edits()) : text;
  };
  test.each([
    ['two numbers of a range', 'score-scale: 200 800'],
    ['two numbers of a count', 'items: 120 150'],
    ['two numbers of which the first is short', 'items: 50 100'],
    ['a list of another language', 'format:\n      - practical\n      - oral'],
  ])('success: %s stay as they are', (_, line) => expect(mended(line)).toContain(line));
  test('fail: the blank within a thousand goes', () => expect(mended('attempts: 1 240')).toContain('attempts: 1240'));

  test('success: a comment before "and" stays', () => {
    const text = 'certification C "C" {\n  status: retired\n  policy {\n    covers: appeals // the usual\n      and complaints\n  }\n}\n';
    const fix = visible(text).flatMap(({ fixes }) => fixes)[0]!;
    expect(applyEdits(text, fix.edits())).toContain('covers: appeals, // the usual');
    expect(visible(applyEdits(text, fix.edits()))).toEqual([]);
  });
  test('success: a mark glued to a comment does not bring it to life', () => {
    const text = 'certification C "C" {\n  status: retired\n  *// goal: acquire-competence\n}\n';
    for (const { fixes } of visible(text)) for (const fix of fixes) expect(goalOf(applyEdits(text, fix.edits()))).toBe(undefined);
  });
});

const goalOf = (text: string): unknown => projectOf({ 'a.cred': text }).file('a.cred')!.programs[0]!.goal;
