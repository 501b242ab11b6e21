/** Records of CTDL are imported whole: what has no word in Cred is noted, and all of it comes back the same. */
import { expect, describe as group, test } from 'vitest';
import { normal } from '../exchange/ctdl/context.ts';
import { isObject, type Json } from '../exchange/json.ts';
import type { Model } from '../exchange/model.ts';
import { format } from '../language/services/format.ts';
import { record, slips } from './ctdl.ts';
import { graphOf, out, problemsIn, read } from './ctdl-both-ways.ts';

const RECORDS = ['lantern-fitter', 'typed-certificate', 'nested-owner', 'renewal-and-revocation', 'every-property', 'graph'];
/** Returns a model without the lines that state the language of a record's texts. */
const withoutLanguage = (model: Model): unknown =>
  JSON.parse(
    JSON.stringify(model, (_, value) => {
      if (!Array.isArray(value)) return value;
      const rest = value.filter(one => typeof one !== 'string' || !one.startsWith('@language = '));
      const kept = rest.filter(
        one => one.kind !== 'imported' || one.properties.value.some((line: string) => !line.startsWith('@language = ')),
      );
      return kept.length > 0 ? kept : undefined;
    }),
  );
/** Returns what does not conform to the schema, each as the last property and the reason. */
const reasons = (json: Json): string[] =>
  graphOf(isObject(json) && '@graph' in json ? json : { '@graph': [json] }).flatMap((one, i) =>
    slips(one, String(i)).map(slip => slip.replace(/\[\d+\]/g, '').replace(/^.*\.(?=\w+:\w+: |@id)/, '')),
  );

group('every record', () => {
  test.each(RECORDS)('%s is read whole and laid out', name => {
    const { text, file, records } = read(record(name));
    expect(problemsIn(file).map(({ rule, span }) => [rule, file.textOf(span)])).toEqual([]);
    expect(format(text)).toEqual([]);
    // Every value is accounted for, and a value that is not mapped is in a comment.
    for (const { properties } of records.filter(one => one.name !== undefined)) {
      expect(properties.length).toBeGreaterThan(2);
      expect(new Set(properties.map(({ path }) => path)).size).toBe(properties.length);
    }
  });

  test.each(RECORDS)('%s comes back the same', name => {
    const first = read(record(name));
    const { json } = out(first.model);
    // What the record says wrongly itself comes back as it was.
    const known = new Set(reasons(normal(record(name))));
    expect(reasons(json).filter(one => !known.has(one))).toEqual([]);
    expect(read(json).model).toEqual(first.model);
    const { json: spoken } = out(first.model, 'en');
    expect(reasons(spoken).filter(one => !known.has(one))).toEqual([]);
    expect(withoutLanguage(read(spoken).model)).toEqual(withoutLanguage(first.model));
  });
});

test('nothing of a record is lost: each value stands in the text, as a property, carried along or in a comment', () => {
  const unfolded = (text: string): string => text.replace(/\n\s*\/\/ {3}/g, ' ').replace(/\s+/g, ' ');
  for (const name of RECORDS) {
    const { text, records } = read(record(name));
    const flat = unfolded(text);
    for (const { properties, name: block, at } of records) {
      if (block === undefined) continue;
      const root = at === '' ? record(name) : (record(name) as { '@graph': Json[] })['@graph'][Number(/\d+/.exec(at)![0])]!;
      for (const { path: where, fate } of properties) {
        const value = where
          .split(/\.(?=[@a-z-]+:|@|[a-z])|\[(\d+)\]/i)
          .filter(Boolean)
          .reduce<Json>((at, key) => (at as Record<string, Json>)[key]!, root);
        const said = String(value)
          .replace(/[\p{Cc}\s]+/gu, ' ')
          .trim();
        // A word, a reference, a number or a class is said in Cred's own way.
        if (
          fate === 'mapped' &&
          /@type|@id|targetNode|framework|assertedBy|offeredBy|ownedBy|[pP]rice|currency|Duration|renewalFrequency|isNonCredit|inLanguage|isProctored|weight|directCostType|processFrequency|target(Assessment|Learning)|condition|years/.test(
            where,
          )
        )
          continue;
        expect(flat.replace(/\\(["\\])/g, '$1'), `${name} ${where} ${fate}`).toContain(said);
      }
    }
  }
});

test('a graph of records: references, languages, lists, and what is not understood', () => {
  const { text, problems, records } = read(record('graph'));
  expect(text).toMatchInlineSnapshot(`
    "organization society-lighthouse-keepers "Society of Lighthouse Keepers" {
      legal-form: nonprofit
      established: 1911
      website: "https://keepers.example"
      ctid: "ce-11111111-2222-4333-8444-555555555501"
      ctdl-type: "ceterms:QACredentialOrganization"

      policy "Complaints" { covers: complaints; document: "https://keepers.example/complaints" }

      imported {
        from: "CTDL"
        value: "@id = https://registry.example/resources/ce-11111111-2222-4333-8444-555555555501",
          "@language = en-US",
          "email[] = office@keepers.example",
          "name.fr = Société des gardiens de phare"
      }
    }

    certification CLK "Certified \\"Lamp\\" Keeper { // } (CLK)" {
      owner: society-lighthouse-keepers
      summary: """
        Keeps the lamp.
          Twice a day.
        }
        """
      audience: "Keepers; Pilots"
      languages: "en", "fr-CA"
      website: "https://keepers.example/clk"
      academic-credit: no
      fee: 120 USD
      until: 2030-12-31
      ctid: "ce-11111111-2222-4333-8444-555555555502"
      ctdl-type: "ceterms:Certification"

      eligibility "To be certified" {
        experience: 2000 hours
        training: 40 hours
        license: "Boat pilot"
        minimum-age: 18
        conditions: "Sign the code"
      }

      outcome trim-wick "Trim the wick"

      module cours-de-lampes "Cours de lampes" {
        teaches: trim-wick
        hours: 12 hours
        delivery: in-person
        required: yes
        ctid: "ce-11111111-2222-4333-8444-555555555505"
        ctdl-type: "ceterms:Course"

        imported { from: "CTDL"; value: "@id = https://registry.example/resources/ce-11111111-2222-4333-8444-555555555505" }
      }

      domain lamps "Lamps" {
        weight: 60%

        task "Trim the wick"
      }

      domain signals "Signals" { weight: 40% }

      assessment lamp-examination "Lamp examination" {
        measures: lamps, signals
        format: performance
        duration: 150 minutes
        proctored: yes
        scoring: criterion-referenced
        passing-score: 88 of 125
        ctid: "ce-11111111-2222-4333-8444-555555555504"
        ctdl-type: "ceterms:AssessmentProfile"

        imported {
          from: "CTDL"
          value: "@id = https://registry.example/resources/ce-11111111-2222-4333-8444-555555555504",
            "assessmentMethodType[0].targetNode = assessMethod:Exam"
        }
      }

      award { letters: "CLK" }

      maintenance "Renewal" { cycle: 3 years; continuing-education: 30 hours }

      charge "Again" { amount: 80.5 EUR; for: retake }

      register { website: "https://keepers.example/holders" }

      policy "Appeals" { covers: appeals; document: "https://keepers.example/appeals"; review-every: 1 year }

      accreditation { by: "Council of Lamps"; status: accredited }

      imported {
        from: "CTDL"
        value: "@id = https://registry.example/resources/ce-11111111-2222-4333-8444-555555555502",
          "@language = en-US",
          "alternateName.en-US = Lamp keeper",
          "credentialStatusType.@type = ceterms:CredentialAlignmentObject",
          "credentialStatusType.targetNode = credentialStat:TeachOut",
          "developmentProcess[0].@type = ceterms:ProcessProfile",
          "developmentProcess[0].description = A study of the lamp keepers' tasks.",
          "estimatedCost[0].@type = ceterms:CostProfile",
          "estimatedCost[0].currency = USD",
          "name.de = Leuchtfeuerwärter",
          "offeredBy[] = https://registry.example/resources/ce-11111111-2222-4333-8444-555555555501",
          "renewal[Renewal].renewal[0].@type = ceterms:ConditionProfile",
          "renewal[Renewal].renewal[0].name = Nested renewal",
          "requires[To be certified].assertedBy[0].@id = https://registry.example/resources/ce-11111111-2222-4333-8444-555555555501",
          "subjectWebpage[] = https://keepers.example/clk-2"
      }

      // inLanguage[2]: Klingon
      // dateEffective: 2024-02-30
      // estimatedCost[2].price: free
      // favouriteColour: red
      // x:note: not a term of any vocabulary
    }

    program harbor-license "Harbor License" {
      owner: society-lighthouse-keepers
      ctid: "ce-11111111-2222-4333-8444-555555555503"
      ctdl-type: "ceterms:License"

      eligibility { holds: CLK }

      award { requires: CLK.lamp-examination }

      imported { from: "CTDL"; value: "@id = https://registry.example/resources/ce-11111111-2222-4333-8444-555555555503" }
    }

    program nobody-asks-it-program ? {
      module nobody-asks-it "Nobody asks for it" {
        ctid: "ce-11111111-2222-4333-8444-555555555506"
        ctdl-type: "ceterms:LearningOpportunityProfile"

        imported { from: "CTDL"; value: "@id = https://registry.example/resources/ce-11111111-2222-4333-8444-555555555506" }
      }

      // No credential of the import asks for this instruction. Give the program that it belongs to a title, or move it to its
      //   own.
    }
    "
  `);
  expect(problems).toMatchInlineSnapshot(`
    [
      {
        "at": "@graph[1].ceterms:inLanguage[2]",
        "file": "a.json",
        "why": ""Klingon" of "Certified "Lamp" Keeper { // } (CLK)" is not understood here. It is kept as a note.",
      },
      {
        "at": "@graph[1].ceterms:dateEffective",
        "file": "a.json",
        "why": ""2024-02-30" of "Certified "Lamp" Keeper { // } (CLK)" is not understood here. It is kept as a note.",
      },
      {
        "at": "@graph[1].ceterms:estimatedCost[2].ceterms:price",
        "file": "a.json",
        "why": ""free" of "Certified "Lamp" Keeper { // } (CLK)" is not understood here. It is kept as a note.",
      },
      {
        "at": "@graph[1].ceterms:favouriteColour",
        "file": "a.json",
        "why": ""red" of "Certified "Lamp" Keeper { // } (CLK)" is not understood here. It is kept as a note.",
      },
      {
        "at": "@graph[1].x:note",
        "file": "a.json",
        "why": ""not a term of any vocabulary" of "Certified "Lamp" Keeper { // } (CLK)" is not understood here. It is kept as a note.",
      },
    ]
  `);
  const fates = (title: string, fate: string) =>
    records
      .find(one => one.title.includes(title))!
      .properties.filter(one => one.fate === fate)
      .map(one => one.path);
  expect(fates('Keeper {', 'not understood')).toMatchInlineSnapshot(`
    [
      "ceterms:inLanguage[2]",
      "ceterms:dateEffective",
      "ceterms:estimatedCost[2].ceterms:price",
      "ceterms:favouriteColour",
      "x:note",
    ]
  `);
});
