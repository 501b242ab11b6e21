/** Imports into a project that has blocks already, collections of records, badges and frameworks of others. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { exportTo } from '../exchange/export.ts';
import { importFiles } from '../exchange/import.ts';
import type { JsonObject } from '../exchange/json.ts';
import { CredFile } from '../language/model/file.ts';
import { cred, folderOf } from './command.ts';

const RESOURCES = 'https://credentialengineregistry.org/resources/';
const OWNER = 'ce-22222222-2222-4333-8444-555555555501';
const owner = {
  '@type': 'ceterms:CredentialOrganization',
  '@id': RESOURCES + OWNER,
  'ceterms:ctid': OWNER,
  'ceterms:name': 'Example University',
};
const record = (digit: number, level: string): JsonObject => ({
  '@type': 'ceterms:Certificate',
  '@id': `${RESOURCES}ce-11111111-2222-4333-8444-55555555550${digit}`,
  'ceterms:ctid': `ce-11111111-2222-4333-8444-55555555550${digit}`,
  'ceterms:name': `Technical Certificate in Advanced Manufacturing Systems and Robotics, Level ${level}`,
  'ceterms:ownedBy': [RESOURCES + OWNER],
});
const json = (value: unknown): string => JSON.stringify(value);
const texts = (folder: string): string =>
  readdirSync(folder)
    .sort()
    .map(name => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');

group('into a project', () => {
  test('one file after the other: the owner is one block, and no name stands twice', async () => {
    const folder = folderOf({ '0.json': json(owner), '1.json': json(record(1, 'One')), '2.json': json(record(2, 'Two')) });
    for (const file of ['0.json', '1.json', '2.json']) expect((await cred(folder, ['import', file, '-o', 'p'])).code).toBe(0);
    const all = texts(path.join(folder, 'p'));
    expect(all.match(/^organization .*$/gm)).toHaveLength(1);
    expect(all.match(/^certificate \S+/gm)).toEqual([
      'certificate technical-certificate-advanced-manufacturing-systems',
      'certificate technical-certificate-advanced-manufacturing-systems-2',
    ]);
    expect(all.match(/owner: .*/g)).toEqual(['owner: example-university', 'owner: example-university']);
    const { out } = await cred(folder, ['check', 'p', '--format', 'json']);
    expect(out).not.toMatch(/duplicate/);
  });

  test('a record that the project has is told and not written again; with --force its own file is', async () => {
    const folder = folderOf({ '1.json': json([owner, record(1, 'One')]), 'again.json': json(record(1, 'One')) });
    await cred(folder, ['import', '1.json', '-o', 'p']);
    const again = await cred(folder, ['import', 'again.json', '-o', 'p']);
    expect(again.code).toBe(1);
    expect(again.out).toContain(
      'is in the project already, as technical-certificate-advanced-manufacturing-systems in "p/1.cred". It is not written again.',
    );
    expect(readdirSync(path.join(folder, 'p'))).toEqual(['1.cred']);
    const before = texts(path.join(folder, 'p'));
    expect((await cred(folder, ['import', '1.json', '-o', 'p', '--force'])).code).toBe(0);
    expect(texts(path.join(folder, 'p'))).toBe(before);
  });

  test('--split writes a file for each program and organization', async () => {
    const folder = folderOf({ 'a.json': json([owner, record(1, 'One'), record(2, 'Two')]) });
    expect((await cred(folder, ['import', 'a.json', '-o', 'p', '--split'])).code).toBe(0);
    const split = readdirSync(path.join(folder, 'p')).sort();
    expect(split).toEqual([
      'example-university.cred',
      'technical-certificate-advanced-manufacturing-systems-2.cred',
      'technical-certificate-advanced-manufacturing-systems.cred',
    ]);
    expect((await cred(folder, ['import', 'a.json', '--split'])).code).toBe(2);
    expect((await cred(folder, ['import', 'a.json', '-o', 'p', '--split', '--force'])).code).toBe(0);
    expect(readdirSync(path.join(folder, 'p')).sort()).toEqual(split);
  });
});

group('collections', () => {
  const lines = `${json(owner)}\n\n${json(record(1, 'One'))}\n`;

  test('a record on each line, by the ending of the file or by its lines', () => {
    for (const file of ['a.ndjson', 'a.jsonl', 'a.json']) {
      const { records, problems } = importFiles([{ file, text: lines }]);
      expect(records.map(({ at, name }) => [at, name])).toEqual([
        ['line 1', 'example-university'],
        ['line 3', 'technical-certificate-advanced-manufacturing-systems'],
      ]);
      expect(problems).toEqual([]);
    }
    const broken = importFiles([{ file: 'a.ndjson', text: `${lines}{"a": \n` }]);
    expect(broken.problems.map(({ at, why }) => `${at}: ${why}`)).toEqual([
      'line 4, column 6: It ends too early: a part of the file is missing.',
    ]);
    expect(broken.records).toHaveLength(2);
  });

  test('addresses of a sandbox, and those with another identifier than the record, are told', () => {
    const sandbox = {
      ...record(1, 'One'),
      '@id': 'https://sandbox.credentialengineregistry.org/resources/ce-11111111-2222-4333-8444-555555555509',
    };
    expect(
      importFiles([{ file: 'a.json', text: json(sandbox) }]).problems.map(({ at, why }) => `${at}: ${why.slice(why.indexOf('" has') + 2)}`),
    ).toEqual([
      '@id: has an address in a sandbox, where records are tried out. It is kept; look for the record in the Registry itself.',
      '@id: has the identifier ce-11111111-2222-4333-8444-555555555501, but its address ends with another one, ce-11111111-2222-4333-8444-555555555509. Both are kept; find out which is right.',
    ]);
  });
});

group('badges', () => {
  const CERTIFICATE = `organization O "Org" { website: "https://o.example" }
certificate C "Course certificate" {
  owner: O
  summary: "What it is"
  keywords: "welding"
  website: "https://c.example"
  eligibility "Way in" { education: bachelor }
  outcome do-it "Do *it*"
  assessment test "Test" { measures: do-it; passing-score: 70% }
  award { letters: "CC" }
}`;

  test('what Cred writes it reads again', () => {
    const files = [CredFile.read('file:///a.cred', CERTIFICATE)];
    const made = exportTo('open-badges', files, files);
    if ('refused' in made) throw new Error(made.refused.join());
    const { files: read, problems } = importFiles([{ file: 'a.json', text: made.files[0]!.text }]);
    expect(problems).toEqual([]);
    expect(read[0]!.text).toMatchInlineSnapshot(`
      "organization org "Org" {
        website: "https://o.example"
      }

      certificate course-certificate "Course certificate" {
        owner: org
        summary: "What it is"
        keywords: "welding"
        website: "https://c.example"
        ctdl-type: "ceterms:Certificate"

        eligibility "Way in" { conditions: "Education: bachelor" }

        outcome do-it "Do *it*"

        assessment test "Test"

        award { letters: "CC" }
      }
      "
    `);
  });

  test('a badge of Open Badges 2.0 that somebody holds: what it is for, not who holds it', () => {
    const assertion = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: 'https://b.example/a/1',
      recipient: { type: 'email', identity: 'alice@example.org' },
      badge: {
        type: 'BadgeClass',
        id: 'https://b.example/b/1',
        name: 'Lamp Lighter',
        description: 'Lights lamps.',
        image: 'https://b.example/b.png',
        criteria: { narrative: 'Light a lamp.' },
        issuer: { type: 'Profile', id: 'https://b.example', name: 'Lamps Inc', url: 'https://b.example' },
        tags: ['lamps'],
      },
    };
    const { files, records } = importFiles([{ file: 'a.json', text: json(assertion) }]);
    expect(files[0]!.text).toMatchInlineSnapshot(`
      "organization lamps-inc "Lamps Inc" {
        website: "https://b.example"
      }

      program lamp-lighter "Lamp Lighter" {
        owner: lamps-inc
        summary: "Lights lamps."
        keywords: "lamps"
        website: "https://b.example/b/1"

        imported {
          from: "Open Badges"
          value: "image = https://b.example/b.png",
            "criteria.narrative = Light a lamp."
        }
      }
      "
    `);
    expect(files[0]!.text).not.toContain('alice');
    expect(records.map(({ at, type }) => [at, type])).toEqual([['badge', 'BadgeClass']]);
  });

  test('a comprehensive learner record holds several achievements, each once', () => {
    const achievement = (id: string, name: string) => ({
      type: ['Achievement'],
      id: `https://b.example/${id}`,
      name,
      achievementType: 'Certification',
    });
    const credential = (one: object) => ({
      type: ['VerifiableCredential', 'AchievementCredential'],
      issuer: { id: 'https://b.example', name: 'Board' },
      credentialSubject: { type: ['AchievementSubject'], achievement: one },
    });
    const clr = {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'],
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: {
        type: ['ClrSubject'],
        verifiableCredential: [credential(achievement('1', 'A')), credential(achievement('2', 'B')), credential(achievement('1', 'A'))],
      },
    };
    const { files, records } = importFiles([{ file: 'a.json', text: json(clr) }]);
    expect(records.map(one => one.title)).toEqual(['A', 'B']);
    expect(files[0]!.text).toMatch(/^organization board "Board" \{[^]*certification a "A" \{\n {2}owner: board[^]*certification b "B"/);
  });

  test('an address of a badge alone holds nothing', () => {
    const { problems } = importFiles([{ file: 'a.json', text: json({ type: 'Assertion', badge: 'https://b.example/b/1' }) }]);
    expect(problems[0]!.why).toBe('There is no achievement in it, only an address of one, or nothing.');
  });
});

test('a framework of CASE: its statements are outcomes, in the order of their parents', () => {
  const item = (identifier: string, fullStatement: string, humanCodingScheme: string) => ({ identifier, fullStatement, humanCodingScheme });
  const below = (child: string, parent: string, sequenceNumber: number) => ({
    associationType: 'isChildOf',
    sequenceNumber,
    originNodeURI: { identifier: child },
    destinationNodeURI: { identifier: parent },
  });
  const framework = {
    CFDocument: { identifier: 'd', title: 'Lamps', creator: 'Lamps Inc' },
    CFItems: [item('2', 'Fill it', 'L.1'), item('3', 'Light it', 'L.2'), item('1', 'Handle a lamp', 'L')],
    CFAssociations: [below('1', 'd', 1), below('2', '1', 2), below('3', '1', 1)],
  };
  const { files, problems } = importFiles([{ file: 'a.json', text: json(framework) }]);
  expect(problems).toEqual([]);
  expect(files[0]!.text).toMatchInlineSnapshot(`
    "program lamps-program ? {
      outcome handle-lamp "Handle a lamp"
      outcome light-it "Light it"
      outcome fill-it "Fill it"

      imported {
        from: "CASE"
        value: "handle-lamp.humanCodingScheme = L",
          "light-it.humanCodingScheme = L.2",
          "fill-it.humanCodingScheme = L.1",
          "CFDocument.identifier = d",
          "CFDocument.creator = Lamps Inc"
      }

      // These are the statements of "Lamps". Give the program that they belong to a title, or move them to its own.
    }
    "
  `);
});
