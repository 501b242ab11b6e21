/** What goes out to the web: badges, schema.org, and the page of a program. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { exportTo } from '../exchange/export.ts';
import { isObject, type Json, type JsonObject } from '../exchange/json.ts';
import type { Target } from '../exchange/targets.ts';
import { write } from '../exchange/write.ts';
import { CredFile } from '../language/model/file.ts';
import { programs } from './generated-programs.ts';
import { GOOD_CERTIFICATE, GOOD_CERTIFICATION } from './good-programs.ts';

const made = (to: Target, text: string, language?: string) => {
  const files = [CredFile.read('file:///a.cred', text)];
  const found = exportTo(to, files, files, language === undefined ? {} : { language });
  if ('refused' in found) throw new Error(found.refused.join('\n'));
  return { text: found.files[0]!.text, left: found.left.map(({ what }) => what) };
};

/** Classes with their properties and what each may hold, of schema.org. */
const VOCABULARY = JSON.parse(readFileSync(path.join(import.meta.dirname, 'fixtures/schema-org/schema-org.json'), 'utf8')) as Readonly<
  Record<string, { readonly is: readonly string[]; readonly properties: Readonly<Record<string, readonly string[]>> }>
>;
const LITERALS: Readonly<Record<string, (value: Json) => boolean>> = {
  Text: value => typeof value === 'string' && value !== '',
  URL: value => typeof value === 'string' && /^https?:\/\//.test(value),
  Number: value => typeof value === 'number',
  Integer: Number.isInteger,
  Duration: value => typeof value === 'string' && /^P/.test(value),
};
/** Returns what schema.org does not know, with its place. */
function slips(json: Json, at: string): string[] {
  if (!isObject(json)) return [];
  if (Object.keys(json).join() === '@id') return [];
  const type = String(json['@type']);
  const known = VOCABULARY[type];
  if (!known) return [`${at}: no class "${type}"`];
  return Object.entries(json).flatMap(([key, value]) => {
    if (key.startsWith('@')) return [];
    const range = known.properties[key];
    if (!range) return [`${at}: a ${type} has no "${key}"`];
    return [value].flat().flatMap((one, index) => {
      const place = `${at}.${key}[${index}]`;
      if (!isObject(one as Json)) return range.some(name => LITERALS[name]?.(one as Json)) ? [] : [`${place}: ${JSON.stringify(one)}`];
      const { is = [] } = VOCABULARY[String((one as JsonObject)['@type'])] ?? {};
      const fits = Object.keys(one as JsonObject).join() === '@id' || is.some(name => range.includes(name));
      return [...(fits ? [] : [`${place}: a ${(one as JsonObject)['@type']}`]), ...slips(one as Json, place)];
    });
  });
}
const graphSlips = (text: string): string[] =>
  [JSON.parse(text) as JsonObject].flat().flatMap(one => (one['@graph'] as Json[]).flatMap((node, index) => slips(node, String(index))));

const CERTIFICATE = `organization O "Org" { website: "https://o.example" }
certificate C "Course <b>certificate</b>" {
  owner: O
  summary: "What it is & for whom </script><script>alert(1)</script>"
  website: "https://c.example"
  occupations: "Welders (SOC 51-4121.00)", "Smiths"
  fee: 450 USD
  eligibility "Way in" { education: bachelor; experience: 2 years }
  outcome o1 "Do it" { level: apply; type: skill }
  module m "Module" { teaches: o1; hours: 12 hours; delivery: online-live }
  assessment t "Test" { measures: o1; passing-score: 70%; duration: 60 minutes; items: 40; proctored: yes }
  award "Certificate" { type: certificate; valid-for: 2 years; requires: t; verification: "https://v.example" }
  maintenance { cycle: 2 years; continuing-education: 10 hours }
  panel "Inner circle" { size: 5 }
}`;

group('Open Badges', () => {
  test('the criteria say who can take part, what must be reached and how it is renewed', () => {
    const badge = JSON.parse(made('open-badges', CERTIFICATE).text) as { criteria: { narrative: string } };
    expect(badge.criteria.narrative).toMatchInlineSnapshot(`
      "Who can take part:

      - Way in (Education: bachelor; Experience: 2 years)

      Intended learning outcomes:

      - Do it

      Instruction:

      - Module (Hours: 12 hours)

      Assessment:

      - Test (Passing score: 70%)

      Award:

      - Certificate (Requires: Test; Valid for: 2 years)

      Renewal:

      - Cycle: 2 years; Continuing education: 10 hours"
    `);
  });

  test('each value that is left out is named', () => {
    expect(made('open-badges', CERTIFICATE).left).toEqual([
      '"fee" of "Course <b>certificate</b>"',
      '"level" of the outcome "Do it" of "Course <b>certificate</b>"',
      '"type" of the outcome "Do it" of "Course <b>certificate</b>"',
      '"teaches" of the module "Module" of "Course <b>certificate</b>"',
      '"delivery" of the module "Module" of "Course <b>certificate</b>"',
      '"measures" of the assessment "Test" of "Course <b>certificate</b>"',
      '"duration" of the assessment "Test" of "Course <b>certificate</b>"',
      '"items" of the assessment "Test" of "Course <b>certificate</b>"',
      '"proctored" of the assessment "Test" of "Course <b>certificate</b>"',
      '"type" of the award "Certificate" of "Course <b>certificate</b>"',
      '"verification" of the award "Certificate" of "Course <b>certificate</b>"',
      'the panel "Inner circle" of "Course <b>certificate</b>"',
    ]);
  });
});

group('schema.org', () => {
  test.each([
    ['a certification', GOOD_CERTIFICATION],
    ['a certificate', GOOD_CERTIFICATE],
    ['one with codes and prices', CERTIFICATE],
  ])('%s has no class and no property that schema.org does not know', (_name, text) => {
    expect(graphSlips(made('schema-org', text).text)).toEqual([]);
  });

  test('what is awarded and what is taught', () => {
    const [credential, course] = (JSON.parse(made('schema-org', CERTIFICATE).text) as { '@graph': JsonObject[] })['@graph'];
    expect(credential).toMatchObject({
      '@type': 'EducationalOccupationalCredential',
      '@id': 'https://c.example#credential',
      credentialCategory: 'Certificate',
      publisher: { '@type': 'Organization', name: 'Org' },
      competencyRequired: { '@type': 'DefinedTerm', name: 'Do it' },
      validFor: 'P2Y',
      offers: { '@type': 'Offer', price: 450, priceCurrency: 'USD' },
    });
    expect(credential!.about).toEqual([
      { '@type': 'CategoryCode', name: 'Welders', codeValue: '51-4121.00', inCodeSet: 'https://www.bls.gov/soc/' },
      { '@type': 'DefinedTerm', name: 'Smiths' },
    ]);
    expect(course).toMatchObject({
      '@type': 'Course',
      name: 'Module',
      teaches: 'Do it',
      timeRequired: 'PT12H',
      hasCourseInstance: { courseMode: 'Online' },
      educationalCredentialAwarded: { '@id': 'https://c.example#credential' },
    });
  });

  test('generated programs keep to the vocabulary, and what they do not say is named', () => {
    fc.assert(
      fc.property(programs, blocks => {
        const files = [CredFile.read('file:///a.cred', write(blocks))];
        const found = exportTo('schema-org', files, files);
        if ('refused' in found) return;
        for (const { text } of found.files) expect(graphSlips(text)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

group('the page of a program', () => {
  const { text, left } = made('html', CERTIFICATE);

  test('it is whole by itself, and texts of the author stay texts', () => {
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(text).not.toMatch(/<b>|alert\(1\)<\/script>|<script>alert|src=|@import|url\(/);
    expect(text).toContain('<title>Course &#60;b&#62;certificate&#60;/b&#62;</title>');
    expect(text).toContain('<dt lang="en">Passing score</dt>\n<dd>70%</dd>');
    const [, data = ''] = /<script type="application\/ld\+json">\n([^]*?)\n<\/script>/.exec(text) ?? [];
    expect(JSON.parse(data)).toEqual(JSON.parse(made('schema-org', CERTIFICATE).text));
  });

  test('headings go down one level at a time, and each section has one', () => {
    const levels = [...text.matchAll(/<h(\d)/g)].map(one => Number(one[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter(level => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('what is nobody else’s business is left out and named', () => {
    expect(text).not.toContain('Inner circle');
    expect(left).toContain('the panel "Inner circle" of "Course <b>certificate</b>"');
    const sought = CERTIFICATE.replace('panel "Inner circle" { size: 5 }', 'accreditation { by: "Board"; status: seeking }');
    expect(made('html', sought).text).not.toContain('Board');
  });

  test('the language of the texts is that of the author', () => {
    expect(made('html', CERTIFICATE, 'de').text).toContain('<body lang="de">');
    expect(made('html', CERTIFICATE, 'en').text).toContain('<body>');
  });
});
