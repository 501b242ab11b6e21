/** Writes programs as Open Badges 3.0 achievements, for the badges that the programs award. */
import { printableText } from '../language/model/printable.ts';
import { isAddress, recordOf } from './addresses.ts';
import { classOf } from './ctdl/tables.ts';
import { entry, type Json, type JsonObject } from './json.ts';
import type { ExportRefusal, LeftOut } from './left.ts';
import type { ModelBlock } from './model.ts';
import { labelled, type Titles, titlesOf } from './prose.ts';
import { ExportedBlock } from './taking.ts';

/** The JSON-LD contexts of a badge. */
export const CONTEXTS = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];

/**
 * The achievement types by kind. There is none for attendance, since "CertificateOfCompletion" would claim too much, nor for a program of
 * an open kind.
 */
const TYPES: Readonly<Record<string, string>> = {
  certification: 'Certification',
  certificate: 'Certificate',
  attendance: 'ext:CertificateOfParticipation',
};
/** CTDL classes for which Open Badges has a type of the same name. */
const SAME: ReadonlySet<string> = new Set(
  `ApprenticeshipCertificate AssociateDegree BachelorDegree Badge CertificateOfCompletion Degree Diploma DoctoralDegree
   GeneralEducationDevelopment JourneymanCertificate License MasterCertificate MasterDegree MicroCredential ProfessionalDoctorate
   QualityAssuranceCredential ResearchDoctorate SecondarySchoolDiploma`.split(/\s+/),
);
/** Returns the type with which the program was imported if it fits the description, else the type of its kind. */
function typeOf(kind: string, claimed: string | undefined): string | undefined {
  const name = claimed?.replace('ceterms:', '') ?? '';
  if (claimed !== undefined && SAME.has(name) && classOf(kind, claimed) === claimed) return name;
  return entry(TYPES, kind);
}

/** The exported achievements, and what is left out. */
export interface Achievements {
  readonly achievements: readonly { readonly name: string; readonly json: JsonObject }[];
  readonly left: readonly LeftOut[];
}

/** Writes achievements. `all` are the blocks to which the programs may refer. */
export function exportOpenBadges(programs: readonly ModelBlock[], all: readonly ModelBlock[]): Achievements | ExportRefusal {
  const refused: string[] = [];
  const left: LeftOut[] = [];
  const titles = titlesOf(all);
  const achievements = programs.map(program => ({
    name: program.name ?? 'program',
    json: achievement(program, all, titles, refused, left),
  }));
  return refused.length > 0 ? { refused } : { achievements, left };
}

function achievement(program: ModelBlock, all: readonly ModelBlock[], titles: Titles, refused: string[], left: LeftOut[]): JsonObject {
  const called = `"${program.title ?? program.name ?? program.kind}"`;
  const taking = new ExportedBlock(program, left, called);
  const record = recordOf(taking.text('ctid'));
  const website = [taking.text('website')].find(isAddress);
  const summary = taking.text('summary');
  const narrative = criteria(taking, titles);
  if (program.title === undefined) refused.push(`${called} has no title, which a badge must have.`);
  if (summary === undefined)
    refused.push(`${called} has no "summary", which is the description of a badge. Say in a few sentences what the program is.`);
  if (narrative === undefined)
    refused.push(
      `${called} does not say what holders have shown: it has no outcomes, no domains, no assessments and no modules with a title. Add them.`,
    );
  const id = record ?? website;
  if (id === undefined) refused.push(`${called} has no "website" and no "ctid"; a badge needs an address of its own.`);
  const owner = taking.one('owner') as { readonly ref: string; readonly target?: string } | undefined;
  const organization = owner && all.find(one => one.kind === 'organization' && one.name === (owner.target ?? owner.ref));
  const creator = organization && creatorOf(organization);
  if (organization && !creator) taking.leave('owner', 'not exact', 'It has no "website" and no "ctid", so a badge cannot name it.');
  const type = typeOf(program.kind, taking.text('ctdl-type'));
  if (type === undefined) left.push({ why: 'not exact', what: `the type of ${called}`, more: 'Its kind is not decided yet.' });
  const letters = taking.of('award').flatMap(one => one.text('letters') ?? []);
  for (const one of letters.length > 1 ? taking.of('award').slice(1) : []) one.leave('letters', 'not exact', 'A badge has one code.');
  const tags = ['occupations', 'industries', 'subjects', 'keywords'].flatMap(key => taking.all(key).map(String));
  const languages = taking.all('languages');
  if (languages.length > 1) taking.leave('languages', 'not exact', 'A badge has one language.');
  const version = taking.text('version');
  taking.end();
  return {
    '@context': CONTEXTS,
    id: id ?? '',
    type: ['Achievement'],
    ...(type !== undefined && { achievementType: type }),
    name: program.title ?? '',
    description: summary ?? '',
    criteria: { narrative: narrative ?? '' },
    ...(creator && { creator }),
    ...(letters.length > 0 && { humanCode: letters[0]! }),
    ...(tags.length > 0 && { tag: [...new Set(tags)] }),
    ...(version !== undefined && { version }),
    ...(languages.length === 1 && { inLanguage: String(languages[0]) }),
    ...alignments(program, record),
  };
}

/** Writes the alignment with the credential's record in the Registry. */
function alignments(program: ModelBlock, targetUrl: string | undefined): Record<string, Json> {
  if (targetUrl === undefined) return {};
  return {
    alignment: [
      { type: ['Alignment'], targetType: 'ceterms:Credential', targetName: program.title ?? '', targetUrl, targetFramework: 'CTDL' },
    ],
  };
}

function creatorOf(organization: ModelBlock): JsonObject | undefined {
  const { ctid, website } = organization.properties ?? {};
  const id = recordOf(ctid) ?? website;
  if (!isAddress(id) || organization.title === undefined) return undefined;
  return { id, type: ['Profile'], name: organization.title, ...(isAddress(website) && { url: website }) };
}

/** The properties that belong to the criteria, by kind: who may take part, what must be reached, and how the credential is kept up. */
const CRITERIA: Readonly<Record<string, readonly string[]>> = {
  eligibility: [
    ...['education', 'field', 'experience', 'training', 'completes', 'holds', 'license', 'minimum-age', 'references'],
    ...['membership', 'conditions', 'waives', 'until'],
  ],
  outcome: [],
  domain: ['weight'],
  module: ['hours'],
  assessment: ['passing-score'],
  award: ['requires', 'one-of', 'valid-for', 'lifetime'],
  maintenance: [...['cycle', 'continuing-education', 'completes', 'passes', 'reexamination', 'practice', 'ethics', 'conditions', 'grace']],
};
/** The parts of the criteria, each with its heading; only the first of them may be absent for a badge. */
const HEADINGS: readonly (readonly [kind: string, heading: string, isShown: boolean])[] = [
  ['eligibility', 'Who can take part:', false],
  ['outcome', 'Intended learning outcomes:', true],
  ['domain', 'What is assessed:', true],
  ['module', 'Instruction:', true],
  ['assessment', 'Assessment:', true],
  ['award', 'Award:', false],
  ['maintenance', 'Renewal:', false],
];

/** Returns what holders have shown or taken part in, and on what terms, as lists for people; `undefined` if they have shown nothing. */
function criteria(taking: ExportedBlock, titles: Titles): string | undefined {
  const lists = HEADINGS.map(([kind, heading, isShown]) => ({ heading, isShown, items: itemsOf(kind, taking, titles) }));
  if (!lists.some(({ isShown, items }) => isShown && items.length > 0)) return undefined;
  return lists
    .filter(({ items }) => items.length > 0)
    .map(({ heading, items }) => `${heading}\n\n${items.map(item => `- ${item}`).join('\n')}`)
    .join('\n\n');
}

function itemsOf(kind: string, taking: ExportedBlock, titles: Titles): string[] {
  return taking.of(kind).flatMap(one => {
    if (kind === 'assessment' && one.text('use') === 'formative') return [];
    const said = labelled(one, CRITERIA[kind]!, titles).map(([name, values]) => `${name}: ${values.join(', ')}`);
    const parts = ['task', 'requirement'].flatMap(each => one.of(each).map(part => partOf(part, titles)));
    const about = [...said, ...parts].filter(Boolean).join('; ');
    // What has neither a title nor terms says nothing about holders.
    if (one.title === undefined) return about === '' || HEADINGS.find(([name]) => name === kind)![2] ? [] : [inline(about)];
    return [inline(about === '' ? one.title : `${one.title} (${about})`)];
  });
}

const partOf = (part: ExportedBlock, titles: Titles): string => {
  const said = labelled(part, part.block.kind === 'requirement' ? ['amount', 'every'] : [], titles);
  return [part.title, ...said.map(([name, values]) => `${name.toLowerCase()} ${values.join(', ')}`)].filter(Boolean).join(' ');
};

/** Escapes text for the narrative, which is Markdown. */
export const inline = (text: string): string =>
  printableText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|]/g, sign => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`));
