/** Programs in the European Learning Model, checked against its published context and the properties of its classes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { expect, describe as group, test } from 'vitest';
import { exportTo } from '../exchange/export.ts';
import { isObject, type Json, type JsonObject } from '../exchange/json.ts';
import { write } from '../exchange/write.ts';
import { CredFile } from '../language/model/file.ts';
import { programs } from './generated-programs.ts';
import { GOOD_CERTIFICATE, GOOD_CERTIFICATION } from './good-programs.ts';

const fixture = (name: string): JsonObject =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'fixtures/elm', name), 'utf8')) as JsonObject;
const CLASSES = fixture('classes.json') as Readonly<Record<string, readonly string[]>>;
const CONTEXT = fixture('context.jsonld');

const made = (text: string, language?: string) => {
  const files = [CredFile.read('file:///a.cred', text)];
  const found = exportTo('elm', files, files, language === undefined ? {} : { language });
  if ('refused' in found) throw new Error(found.refused.join('\n'));
  return {
    json: JSON.parse(found.files[0]!.text) as JsonObject,
    left: found.left.map(({ what, more }) => (more ? `${what}: ${more}` : what)),
  };
};

/** Returns the properties that a class of the model does not have, with their places. */
function slips(json: Json, at = ''): string[] {
  if (Array.isArray(json)) return json.flatMap((one: Json, index) => slips(one, `${at}[${index}]`));
  if (!isObject(json)) return [];
  const type = json.type as string | undefined;
  const known = type === undefined ? undefined : CLASSES[type];
  return Object.entries(json).flatMap(([key, value]) => {
    if (['@context', 'id', 'type'].includes(key)) return [];
    // A text has a language for its key instead of a class.
    if (type === undefined) return /^[a-z]{2,3}(-\w+)*$/.test(key) ? [] : [`${at}: no class, but "${key}"`];
    return [...(known?.includes(key) ? [] : [`${at}: a ${type} has no "${key}"`]), ...slips(value, `${at}.${key}`)];
  });
}

/** All texts of a document, in whatever form they stand. */
const textsOf = (json: unknown): string[] =>
  typeof json === 'string' ? [json] : typeof json === 'object' && json !== null ? Object.values(json).flatMap(textsOf) : [];

/** Expands a document with the published context; what the context does not know is an error. */
const expanded = (json: JsonObject): Promise<object[]> =>
  jsonld.expand(json, {
    safe: true,
    documentLoader: async url => {
      expect(url).toBe('http://data.europa.eu/snb/model/context/edc-ap');
      return { documentUrl: url, document: CONTEXT };
    },
  });

const MICRO = `organization O "Lake University" { website: "https://lake.example" }
certificate LAMPS "Keeping lamps" {
  owner: O
  ctid: "ce-11111111-2222-4333-8444-555555555501"
  summary: "How lamps are kept"
  website: "https://lake.example/lamps"
  languages: "en", "de-AT", "tlh"
  duration: 125 hours
  fee: 300 EUR
  eligibility "Way in" { education: bachelor; experience: 2 years }
  outcome clean "Clean a lamp" { level: apply }
  module m "On wicks" { summary: "All about wicks"; teaches: clean; hours: 30 hours; delivery: online-live }
  assessment t "Lamp test" { measures: clean; format: practical; passing-score: 70%; proctored: yes }
  award "Certificate" { type: certificate; credits: 5 ECTS; framework-level: "EQF 6"; requires: t }
  accreditation { by: "Lamp Board"; status: accredited }
  accreditation { by: "Wick Board"; status: seeking }
}`;

group('the European Learning Model', () => {
  test('a micro-credential: what is learned, how much work it is, how it is assessed, who awards it', () => {
    const { json, left } = made(MICRO, 'en');
    expect(json).toMatchObject({
      id: 'https://credentialengineregistry.org/resources/ce-11111111-2222-4333-8444-555555555501',
      type: 'Qualification',
      title: { en: ['Keeping lamps'] },
      description: { en: ['How lamps are kept'] },
      homepage: [{ type: 'WebResource', contentURL: 'https://lake.example/lamps' }],
      language: [
        { id: 'http://publications.europa.eu/resource/authority/language/ENG' },
        { id: 'http://publications.europa.eu/resource/authority/language/DEU' },
      ],
      eqfLevel: { id: 'http://data.europa.eu/snb/eqf/6' },
      volumeOfLearning: 'PT125H',
      creditPoint: [{ framework: { id: 'http://data.europa.eu/snb/education-credit/6fcec5c5af' }, point: '5' }],
      entryRequirement: { noteLiteral: { en: ['Way in – Education: bachelor; Experience: 2 years.'] } },
      learningOutcome: [{ id: 'urn:epass:learningOutcome:1', title: { en: ['Clean a lamp'] } }],
      influencedBy: [
        { title: { en: ['On wicks'] }, workload: 'PT30H', additionalNote: [{ noteLiteral: { en: ['Delivery: online live.'] } }] },
      ],
      provenBy: [{ title: { en: ['Lamp test'] } }],
      awardingOpportunity: [{ awardingBody: [{ id: 'https://lake.example', legalName: { en: ['Lake University'] } }] }],
    });
    expect(JSON.stringify(json)).toContain('By: Lamp Board');
    expect(JSON.stringify(json)).not.toContain('Wick Board');
    expect(left).toEqual([
      '"languages" of "Keeping lamps": "tlh" is not among the languages that are known here.',
      '"fee" of "Keeping lamps"',
      '"level" of the outcome "Clean a lamp" of "Keeping lamps"',
      '"teaches" of the module "On wicks" of "Keeping lamps"',
      '"measures" of the assessment "Lamp test" of "Keeping lamps"',
      '"by" of the accreditation of "Keeping lamps"',
    ]);
  });

  test('what has no exact counterpart is named: other levels and credits, times that are no hours', () => {
    const { json, left } = made('certificate C "C" { duration: 6 months; award "A" { credits: 1.5 CEUs; framework-level: "NQF 5" } }');
    expect(json).toMatchObject({ type: 'LearningAchievementSpecification', title: { und: ['C'] } });
    expect(left).toEqual([
      '"framework-level" of the award "A" of "C": Only levels of the European Qualifications Framework are known here: "EQF 5".',
      '"duration" of "C": The work of learners is counted in hours.',
      '"credits" of the award "A" of "C": Only credits in ECTS are known here.',
    ]);
  });

  test('without a title nothing is written', () => {
    expect(() => made('certificate C ?')).toThrow('"C" has no title');
  });

  test.each([
    ['a micro-credential', MICRO],
    ['a certification', GOOD_CERTIFICATION],
    ['a certificate', GOOD_CERTIFICATE],
  ])('%s: the published context knows every term, each class its properties, and no text is lost', async (_, text) => {
    const { json } = made(text, 'en');
    expect(slips(json)).toEqual([]);
    const { '@context': _context, ...said } = json;
    const kept = textsOf(await expanded(json));
    for (const one of textsOf(said))
      expect(
        kept.some(other => other === one || other.endsWith(`/${one}`) || other.endsWith(`#${one}`)),
        one,
      ).toBe(true);
  });

  test('generated programs have nothing that the model does not know', () => {
    fc.assert(
      fc.property(programs, blocks => {
        const files = [CredFile.read('file:///a.cred', write(blocks))];
        const found = exportTo('elm', files, files, { language: 'en' });
        if ('refused' in found) return;
        const documents = [JSON.parse(found.files[0]!.text) as JsonObject].flat();
        for (const one of documents) expect(slips(one)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
