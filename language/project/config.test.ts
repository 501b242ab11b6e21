import { describe, expect, test } from 'vitest';
import { NO_CONFIG, readConfig } from './config.ts';

/** The words at fault and the message. */
const slips = (text: string): string[] => readConfig(text).slips.map(({ start, end, message }) => `${text.slice(start, end)} | ${message}`);

describe('what cred.json sets', () => {
  const config = readConfig(`{
    "rules": { "*": "hint", "time/*": "off", "time/future": "error" },
    "overrides": [
      { "files": ["drafts/*.cred"], "rules": { "time/future": "warning" } },
      { "programs": ["CWT"], "rules": { "*": "off" } },
      { "files": ["old/"], "programs": ["CWT"], "rules": { "time/*": "information" } }
    ],
    "exclude": ["archive/", "*.tmp.cred"],
    "limits": { "time/job-analysis-age": 7, "time/overdue": -1 },
    "asOf": "2026-02-30"
  }`);

  test('the closest name of a rule counts', () => {
    expect(config.severity('certificate/goal')).toBe('hint');
    expect(config.severity('time/order')).toBe('off');
    expect(config.severity('time/future')).toBe('error');
    expect(NO_CONFIG.severity('time/future')).toBeUndefined();
  });

  test('a later override counts more, where its files and its programs both fit', () => {
    expect(config.severity('time/future', 'drafts/a.cred')).toBe('warning');
    expect(config.severity('time/future', 'drafts/deep/a.cred')).toBe('error');
    expect(config.severity('time/future', 'drafts/a.cred', 'CWT')).toBe('off');
    expect(config.severity('time/future', 'old/a.cred', 'CWT')).toBe('information');
    expect(config.severity('time/future', 'old/a.cred', 'CWA')).toBe('error');
  });

  test('files are left out as git would leave them out', () => {
    expect(['archive/a.cred', 'x/archive/b/c.cred', 'a.tmp.cred', 'a.cred', 'archived.cred'].filter(config.excludes)).toEqual([
      'archive/a.cred',
      'x/archive/b/c.cred',
      'a.tmp.cred',
    ]);
    expect(config.excludes('../archive/a.cred')).toBe(false);
  });

  test('what is said wrongly does not count, the rest does', () => {
    expect(config.limit('time/job-analysis-age')).toBe(7);
    expect(config.limit('time/overdue')).toBeUndefined();
    expect(config.asOf).toBeUndefined();
    expect(config.slips).toHaveLength(2);
  });
});

test.each([
  ['', ' | cred.json says nothing. Write {} at least.'],
  ['[]', '[] | cred.json is to be an object, in { and }.'],
  ['{"rules": {"a/b": 3}}', '3 | "a/b" is to be a text, in quotation marks: error, warning, information, hint or off.'],
  [
    '{"rules": {"a/b": "eror"}}',
    '"eror" | "a/b" cannot be "eror". It may be error, warning, information, hint or off. Did you mean "error"?',
  ],
  [
    '{"rules": {"a/b": "warn"}}',
    '"warn" | "a/b" cannot be "warn". It may be error, warning, information, hint or off. Did you mean "warning"?',
  ],
  ['{"rule": {}}', '"rule" | cred.json has no setting "rule". Did you mean "rules"?'],
  ['{"exclude": [1]}', '1 | Each entry of "exclude" is to be a text, in quotation marks.'],
  ['{"overrides": [{"files": ["a"]}]}', '{"files": ["a"]} | "rules" is missing here: without it, this says nothing.'],
  ['{"limits": {"time/overdue": -2}}', '-2 | "time/overdue" is to be 0 or more.'],
  ['{"indent": 0}', '0 | "indent" is to be a whole number from 1 to 8.'],
  ['{"indent": 2.5}', '2.5 | "indent" is to be a whole number from 1 to 8.'],
  ['{"asOf": "today"}', '"today" | "asOf" is to be a day, written YYYY-MM-DD, as in "2026-01-31".'],
  ['{"rules": {}, "rules": {}}', '"rules" | "rules" stands here twice. Only one of them can count: take the other one out.'],
  ['{"rules": {} "exclude": []}', '"exclude" | This is not valid JSON: a comma is missing here.'],
  [
    '{"exclude": ["**/a/**/a/**/a/**/a/**/b"]}',
    '"**/a/**/a/**/a/**/a/**/b" | Each entry of "exclude" is to be a pattern of files. It has more than 4 times "*" or "**", and is not followed. Divide it into several.',
  ],
  [
    '{"exclude": ["drafts\\\\a.cred"]}',
    '"drafts\\\\a.cred" | Each entry of "exclude" is to be a pattern of files. Write / between folders, on Windows too.',
  ],
  ['{"exclude": [" "]}', '" " | Each entry of "exclude" is to be a pattern of files. This one is empty.'],
  ['{"exclude": ["old[1.cred"]}', '"old[1.cred" | Each entry of "exclude" is to be a pattern of files. A ] is missing.'],
  [
    '{"overrides": [{"files": ["../b/"], "rules": {}}]}',
    '"../b/" | Each entry of "files" is to be a pattern of files. It starts at the folder of cred.json, and nothing above or beside that folder can be named.',
  ],
  ['{"rules": {},}', '} | This is not valid JSON: a name in quotation marks is expected here, or the comma before it is one too many.'],
  ['{"asOf": null}', 'null | "asOf" is to be a text, in quotation marks.'],
])('%s is said to be wrong', (text, said) => {
  expect(slips(text)).toContain(said);
});

test.each([
  '{}',
  '{"exclude": ["/a/", "**/b?.cred", "!a/c.cred", "d[0-9].cred", "\\\\#e.cred", "f\\\\[1.cred"]}',
  '{"$schema": "./cred.schema.json"}',
  '\uFEFF{"rules": {}}',
  '{"standards": ["NCCA-2021"]}',
  '{"indent": 4}',
])('%s is fine', text => {
  expect(slips(text)).toEqual([]);
});

test('any text is read without a throw', () => {
  for (const text of [
    '{',
    '}',
    '"',
    '{"rules": {"a": {"b": {',
    '{"overrides": [null, 3, {"rules": []}], "exclude": {"a": 1}}',
    '{"limits": []}',
  ])
    expect(readConfig(text).slips.length, text).toBeGreaterThan(0);
});
