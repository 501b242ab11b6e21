/** Writes programs as Open Badges 3.0 achievements, for the badges that the programs award. */
import { printableText } from '../language/model/printable.ts';
import { isAddress, recordOf } from './addresses.ts';
import { classOf } from './ctdl/tables.ts';
import { entry, type Json, type JsonObject } from './json.ts';
import type { ExportRefusal, LeftOut } from './left.ts';
import { listOf, type ModelBlock } from './model.ts';

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
  const achievements = programs.map(program => ({ name: program.name ?? 'program', json: achievement(program, all, refused, left) }));
  return refused.length > 0 ? { refused } : { achievements, left };
}

const USED: ReadonlySet<string> = new Set(['owner', 'summary', 'website', 'version', 'ctid', 'ctdl-type', 'occupations', 'languages']);
const USED_BLOCKS: ReadonlySet<string> = new Set(['outcome', 'domain', 'assessment', 'module', 'award']);

function achievement(program: ModelBlock, all: readonly ModelBlock[], refused: string[], left: LeftOut[]): JsonObject {
  const called = `"${program.title ?? program.name ?? program.kind}"`;
  const text = (key: string): string | undefined =>
    typeof program.properties?.[key] === 'string' ? (program.properties[key] as string) : undefined;
  const record = recordOf(text('ctid'));
  const website = [text('website')].find(isAddress);
  const summary = text('summary');
  const narrative = criteria(program);
  if (program.title === undefined) refused.push(`${called} has no title, which a badge must have.`);
  if (summary === undefined)
    refused.push(`${called} has no "summary", which is the description of a badge. Say in a few sentences what the program is.`);
  if (narrative === undefined)
    refused.push(
      `${called} does not say what holders have shown: it has no outcomes, no domains, no assessments and no modules with a title. Add them.`,
    );
  const id = record ?? website;
  if (id === undefined) refused.push(`${called} has no "website" and no "ctid"; a badge needs an address of its own.`);
  const owner = program.properties?.owner as { readonly ref: string; readonly target?: string } | undefined;
  const organization = owner && all.find(one => one.kind === 'organization' && one.name === (owner.target ?? owner.ref));
  const creator = organization && creatorOf(organization);
  if (organization && !creator)
    left.push({ why: 'not exact', what: `"owner" of ${called}`, more: 'It has no "website" and no "ctid", so a badge cannot name it.' });
  const type = typeOf(program.kind, text('ctdl-type'));
  if (type === undefined) left.push({ why: 'not exact', what: `the type of ${called}`, more: 'Its kind is not decided yet.' });
  for (const key of Object.keys(program.properties ?? {}))
    if (!USED.has(key)) left.push({ why: 'no counterpart', what: `"${key}" of ${called}` });
  for (const { kind, title, name } of program.blocks ?? [])
    if (!USED_BLOCKS.has(kind))
      left.push({ why: 'no counterpart', what: `the ${kind}${(title ?? name) === undefined ? '' : ` "${title ?? name}"`} of ${called}` });
  const letters = parts(program, 'award')
    .map(one => one.properties?.letters)
    .find(one => typeof one === 'string');
  const tags = listOf(program.properties?.occupations).map(String);
  const languages = listOf(program.properties?.languages);
  return {
    '@context': CONTEXTS,
    id: id ?? '',
    type: ['Achievement'],
    ...(type !== undefined && { achievementType: type }),
    name: program.title ?? '',
    description: summary ?? '',
    criteria: { narrative: narrative ?? '' },
    ...(creator && { creator }),
    ...(letters !== undefined && { humanCode: String(letters) }),
    ...(tags.length > 0 && { tag: tags }),
    ...(text('version') !== undefined && { version: text('version')! }),
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

const parts = (program: ModelBlock, kind: string): readonly ModelBlock[] => (program.blocks ?? []).filter(one => one.kind === kind);
const titles = (program: ModelBlock, kind: string): string[] => parts(program, kind).flatMap(({ title }) => title ?? []);

/** Returns what holders have shown or taken part in, as a list for people. */
function criteria(program: ModelBlock): string | undefined {
  const lists: readonly [string, readonly string[]][] = [
    ['Intended learning outcomes:', titles(program, 'outcome')],
    ['What is assessed:', titles(program, 'domain')],
    ['Instruction:', titles(program, 'module')],
    [
      'Assessment:',
      parts(program, 'assessment')
        .filter(one => one.properties?.use !== 'formative')
        .flatMap(({ title }) => title ?? []),
    ],
  ];
  const said = lists
    .filter(([, items]) => items.length > 0)
    .map(([head, items]) => `${head}\n\n${items.map(item => `- ${inline(item)}`).join('\n')}`);
  return said.length > 0 ? said.join('\n\n') : undefined;
}

/** Escapes text for the narrative, which is Markdown. */
export const inline = (text: string): string =>
  printableText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|]/g, sign => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`));
