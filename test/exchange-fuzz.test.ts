/** Random records: each is read and accounted for, and a round trip gives the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheet } from '../exchange/csv-in.ts';
import { importCtdl } from '../exchange/ctdl/in.ts';
import { exportCtdl } from '../exchange/ctdl/out.ts';
import { CREDENTIALS, OTHER_CLASSES, PROPERTIES } from '../exchange/ctdl/terms.ts';
import { describe } from '../exchange/describe.ts';
import type { Json } from '../exchange/json.ts';
import { blocksOf, type Model } from '../exchange/model.ts';
import { BULK, COLUMNS } from '../exchange/sheet.ts';
import { write } from '../exchange/write.ts';
import { CredFile } from '../language/model/file.ts';
import { format } from '../language/services/format.ts';

const MAPPED =
  'name alternateName description ownedBy requires recommends renewal renewalFrequency estimatedCost price currency directCostType condition experience yearsOfExperience minimumAge targetAssessment targetLearningOpportunity targetCredential targetCompetency alternativeCondition assesses teaches weight frameworkName targetNodeName targetNode subjectWebpage ctid inLanguage credentialStatusType dateEffective isNonCredit audienceType occupationType accreditedBy revocation revocationCriteria usesVerificationService verificationDirectory verificationService appealProcess complaintProcess reviewProcess processFrequency estimatedDuration exactDuration assessmentMethodType deliveryType isProctored scoringMethodDescription isPreparationFor supersedes foundingDate agentSectorType commonConditions commonCosts hasPart assessmentUseType'
    .split(' ')
    .map(one => `ceterms:${one}`);
const ID = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map(one => `https://r.example/ce-11111111-2222-4333-8444-55555555555${one}`),
  fc.constantFrom('_:b1', '_:b2', '_:c'),
);
const text = fc.oneof(
  fc.constantFrom(
    'Active',
    'P3Y',
    'PT90M',
    'USD',
    '2024-01-31',
    'Training: 40 hours',
    'CWT',
    'Lamp (LK)',
    '120',
    'https://x.example',
    'English',
    '2 years',
    'a\n  b',
    '"} {',
    '88 of 125',
    '// x',
    'title',
  ),
  fc.constantFrom('credentialStat:Active', 'costType:Tuition', 'assessMethod:Performance', 'agentSector:Public', 'deliveryType:InPerson'),
  fc.string({ unit: 'binary', maxLength: 12 }),
  ID,
);
const key = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...MAPPED) },
  { weight: 2, arbitrary: fc.constantFrom(...PROPERTIES) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }).filter(one => one !== '__proto__') },
);
const type = fc.constantFrom(...CREDENTIALS, ...OTHER_CLASSES, 'x:y');
const { value } = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: 0, max: 40 }),
    fc.boolean(),
    fc.record({ '@id': ID }),
    fc.record({ '@value': text }),
    fc.record({ '@value': text, '@language': fc.constantFrom('en', 'fr') }),
    fc.record({ '@list': fc.array(tie('value'), { maxLength: 2 }) }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('en', 'fr', 'de-AT'), text, { minKeys: 1, maxKeys: 2 }),
    fc
      .tuple(fc.dictionary(key, tie('value'), { maxKeys: 5 }), fc.option(type, { nil: undefined }))
      .map(([all, of]) => ({ ...all, ...(of && { '@type': of }) })),
  ),
}));
const top = fc.constantFrom(
  'ceterms:Certification',
  'ceterms:Certificate',
  'ceterms:License',
  'ceterms:CertificateOfParticipation',
  'ceterms:CredentialOrganization',
  'ceterms:AssessmentProfile',
  'ceterms:Course',
  'ceterms:ConditionProfile',
  'ceterms:CostManifest',
  'ceterms:ConditionManifest',
);
const record = fc
  .tuple(top, fc.option(ID, { nil: undefined }), fc.dictionary(key, value, { maxKeys: 14 }), text)
  .map(([of, id, all, name]) => ({ ...all, '@type': of, ...(id && { '@id': id }), 'ceterms:name': name }) as Json);

/** A part without a class is written with the usual class of its kind. */
const typed = (json: unknown): unknown =>
  JSON.parse(
    JSON.stringify(json, (_, value) =>
      /^ceterms:(CredentialOrganization|AssessmentProfile|LearningOpportunityProfile)$/.test(value) ? undefined : value,
    ).replaceAll(',"properties":{}', ''),
  );

const read = (json: Json) => {
  // A record comes from a text, in which every object is a plain one.
  const imported = importCtdl([{ file: 'a', json: JSON.parse(JSON.stringify(json)) as Json }]);
  const written = write(imported.files[0]!.blocks);
  const file = CredFile.read('file:///a.cred', written);
  return { imported, written, file, model: describe([file]).model };
};
/** Returns a model without what is carried along: odd values come back in another form of JSON-LD. */
const settled = (model: Model): unknown =>
  JSON.parse(
    JSON.stringify(typed(model), (key, one) => {
      if (key !== 'blocks') return one;
      const rest = (one as { kind: string }[]).filter(({ kind }) => kind !== 'imported');
      return rest.length > 0 ? rest : undefined;
    }),
  );

/** Rules whose findings are about the content of a record, not about how it was written. */
const FOUND: ReadonlySet<string> = new Set(['hole', 'missing-name', 'missing-title']);

test('every record is read, accounted for and comes back the same', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 4 }), graph => {
      const first = read({ '@graph': graph });
      expect(first.file.problems.filter(({ rule }) => !FOUND.has(rule)).map(({ rule, span }) => [rule, first.file.textOf(span)])).toEqual(
        [],
      );
      expect(format(first.written)).toEqual([]);
      const flat = first.written.replace(/\n\s*\/\/ {3}/g, ' ').replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ');
      for (const { properties, name, title } of first.imported.records) {
        expect(new Set(properties.map(one => one.path)).size).toBe(properties.length);
        if (name !== undefined)
          // An empty name is the same as none.
          for (const { path, fate } of properties)
            if (
              fate !== 'mapped' &&
              !/[[\s"\p{Cc}]|@(?:value|language|list|set)\b/u.test(path) &&
              (title !== '' || path !== 'ceterms:name')
            )
              // What a blank node stands for is named by its title.
              expect(flat.replaceAll('@titled', '@id')).toContain(path.split('.').at(-1)!.replaceAll('ceterms:', ''));
      }
      const titled = first.imported.records.every(({ title }) => title !== '');
      const made = exportCtdl({ blocks: blocksOf(first.model), all: blocksOf(first.model) });
      if (!titled) return;
      if ('refused' in made) throw new Error(made.refused.join('\n'));
      expect(settled(read(made.json).model)).toEqual(settled(first.model));
    }),
    // Values that stand where none of their kind belongs need not come back as they were, so the records are the same in each run.
    { numRuns: Number(process.env.CRED_RUNS ?? 300), seed: Number(process.env.CRED_SEED ?? 3) },
  );
});

const heading = fc.constantFrom(
  ...COLUMNS.flatMap(({ key, called }) => [key, ...called]),
  ...Object.values(BULK).flat(),
  'Keywords',
  '',
  'Name',
);
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  text,
  fc.constantFrom(
    'certificate',
    'Badge',
    'Application~120|Tuition~x',
    'requires',
    'renewal',
    '2',
    'TRUE',
    'A|B',
    'USD',
    '#N/A',
    "'=1",
    '1,200 USD',
  ),
);

test('every sheet is read, and every cell is accounted for', () => {
  fc.assert(
    fc.property(
      fc.array(heading, { minLength: 1, maxLength: 8 }),
      fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 5 }),
      (head, rows) => {
        const table = [['title', ...head], ...rows.map((cells, i) => [i % 4 === 3 ? '' : `Program ${i % 3}`, ...cells])];
        const { blocks, records } = readSheet(table.map((cells, i) => ({ line: i + 1, cells })));
        const written = write(blocks);
        const file = CredFile.read('file:///a.cred', written);
        expect(file.problems.filter(({ rule }) => !FOUND.has(rule)).map(({ rule, span }) => [rule, file.textOf(span)])).toEqual([]);
        expect(format(written)).toEqual([]);
        const flat = written.replace(/\n\s*\/\/ {3}/g, ' ').replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ');
        for (const { at, name, properties } of records) {
          const cells = table[Number(at.slice('line '.length)) - 1]!;
          expect(properties).toHaveLength(cells.filter(one => one.trim() !== '').length);
          if (name !== undefined)
            for (const { path, fate } of properties) if (fate !== 'mapped') expect(flat).toContain(`${path}: `.trim());
        }
      },
    ),
    { numRuns: Number(process.env.CRED_RUNS ?? 300) },
  );
});
