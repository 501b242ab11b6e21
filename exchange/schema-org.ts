/**
 * Writes programs in the vocabulary of schema.org, as JSON-LD for the owner's own pages: what is awarded as an
 * EducationalOccupationalCredential, what is taught as a Course.
 */
import { printableText } from '../language/model/printable.ts';
import { isAddress, recordOf } from './addresses.ts';
import { codeIn, INDUSTRY_CODES, OCCUPATION_CODES } from './ctdl/codes.ts';
import { isoOf } from './ctdl/durations.ts';
import type { Json, JsonObject } from './json.ts';
import { type ExportRefusal, type LeftOut, refusedWithoutTitle } from './left.ts';
import { isPointer, type ModelBlock, type Money, type Quantity } from './model.ts';
import { labelled, type Titles, titlesOf } from './prose.ts';
import { ExportedBlock } from './taking.ts';

/** The documents, one for each program, and what is left out. */
export interface SchemaOrgPages {
  readonly pages: readonly { readonly name: string; readonly json: JsonObject }[];
  readonly left: readonly LeftOut[];
}

const CATEGORIES: Readonly<Record<string, string>> = {
  certification: 'Certification',
  certificate: 'Certificate',
  attendance: 'Certificate of participation',
};

/** Writes programs. `all` are the blocks to which they may refer. */
export function exportSchemaOrg(programs: readonly ModelBlock[], all: readonly ModelBlock[]): SchemaOrgPages | ExportRefusal {
  const left: LeftOut[] = [];
  const refusal = refusedWithoutTitle(programs, 'and a page about it needs one');
  if (refusal) return refusal;
  const titles = titlesOf(all);
  return { pages: programs.map(one => ({ name: one.name ?? 'program', json: pageOf(one, all, titles, left) })), left };
}

/** Writes one program. */
export function pageOf(program: ModelBlock, all: readonly ModelBlock[], titles: Titles, left: LeftOut[]): JsonObject {
  const taking = new ExportedBlock(program, left);
  const website = addressOf(taking, 'website');
  const owner = ownerOf(taking, all);
  const credential = credentialOf(taking, website, owner, titles);
  const courses = taking.of('module').flatMap(one => (one.title === undefined ? [] : [courseOf(one, credential['@id']!, owner, titles)]));
  taking.end();
  return { '@context': 'https://schema.org', '@graph': [credential, ...courses] };
}

function credentialOf(taking: ExportedBlock, website: string | undefined, owner: JsonObject | undefined, titles: Titles): JsonObject {
  const awards = taking.of('award');
  const ctid = taking.text('ctid');
  const valid = awards.map(one => one.one<Quantity>('valid-for')).find(Boolean);
  const iso = valid && isoOf(valid);
  if (valid && iso === undefined) for (const one of awards) one.leave('valid-for', 'not exact');
  const letters = awards.flatMap(one => one.text('letters') ?? []);
  taking.skip('ctdl-type');
  return object('EducationalOccupationalCredential', {
    '@id': `${website ?? recordOf(ctid) ?? '_:credential'}${website === undefined ? '' : '#credential'}`,
    name: clean(taking.title ?? ''),
    alternateName: letters.map(clean),
    description: taking.text('summary') && clean(taking.text('summary')!),
    url: website,
    credentialCategory: CATEGORIES[taking.block.kind],
    publisher: owner,
    identifier: ctid === undefined ? undefined : object('PropertyValue', { propertyID: 'CTID', value: ctid }),
    inLanguage: taking.all('languages').map(String),
    keywords: taking.all('keywords').map(one => clean(String(one))),
    about: [...taking.all('subjects').map(one => object('Thing', { name: clean(String(one)) })), ...codes(taking)],
    audience: taking.text('audience') && object('Audience', { audienceType: clean(taking.text('audience')!) }),
    version: taking.text('version'),
    competencyRequired: competencies(taking),
    recognizedBy: recognized(taking),
    validFor: iso,
    offers: offers(taking, titles),
    educationalLevel: awards.map(one => one.text('framework-level')).find(Boolean),
  });
}

/** Writes occupations and industries, with their codes. */
function codes(taking: ExportedBlock): Json[] {
  return (['occupations', 'industries'] as const).flatMap(key =>
    taking.all(key).map((one): Json => {
      const found = codeIn(String(one), key === 'occupations' ? OCCUPATION_CODES : INDUSTRY_CODES);
      if (!found) return object('DefinedTerm', { name: clean(String(one)) });
      return object('CategoryCode', { name: clean(found.name), codeValue: found.code, inCodeSet: found.of.framework });
    }),
  );
}

function competencies(taking: ExportedBlock): Json[] {
  return ['outcome', 'domain'].flatMap(kind =>
    taking.of(kind).flatMap(one => {
      const tasks = one.of('task').flatMap(task => (task.title === undefined ? [] : [task.title]));
      if (one.title === undefined) return [];
      return [object('DefinedTerm', { name: clean(one.title), description: tasks.length > 0 ? tasks.map(clean).join('; ') : undefined })];
    }),
  );
}

/** Writes the bodies that have accredited the program, not those that are still to do so. */
const recognized = (taking: ExportedBlock): Json[] =>
  taking.of('accreditation').flatMap((one): Json[] => {
    if (one.text('status') !== 'accredited') return [];
    const by = one.text('by');
    if (by === undefined) return [];
    return [isAddress(by) ? object('Organization', { url: by }) : object('Organization', { name: clean(by) })];
  });

function offers(taking: ExportedBlock, titles: Titles): Json[] {
  const fee = taking.one<Money>('fee');
  const charges = taking.of('charge').flatMap((one): Json[] => {
    const amount = one.one<Money>('amount');
    if (!amount) return [];
    const category = one.text('for');
    const about = labelled(one, ['who', 'completes', 'every'], titles).map(([name, values]) => `${name}: ${values.join(', ')}`);
    const name = one.title ?? category;
    return [
      offer(amount, {
        name: name && clean(name),
        category: category?.replaceAll('-', ' '),
        description: about.length > 0 ? clean(about.join('. ')) : undefined,
      }),
    ];
  });
  return [...(fee ? [offer(fee)] : []), ...charges];
}

const offer = ({ amount, currency }: Money, more: Readonly<Record<string, Json | undefined>> = {}): JsonObject =>
  object('Offer', { ...more, price: amount, priceCurrency: currency });

const MODES: Readonly<Record<string, string>> = {
  'in-person': 'Onsite',
  'online-live': 'Online',
  'online-self-paced': 'Online',
  blended: 'Blended',
};

function courseOf(taking: ExportedBlock, credential: Json, owner: JsonObject | undefined, titles: Titles): JsonObject {
  const hours = taking.one<Quantity>('hours');
  const workload = hours && isoOf(hours);
  if (hours && workload === undefined) taking.leave('hours', 'not exact');
  const mode = MODES[taking.text('delivery') ?? ''];
  const fee = taking.one<Money>('fee');
  const ctid = taking.text('ctid');
  const website = addressOf(taking, 'website');
  taking.skip('ctdl-type');
  return object('Course', {
    '@id': website ?? recordOf(ctid),
    name: clean(taking.title ?? ''),
    description: taking.text('summary') && clean(taking.text('summary')!),
    url: website,
    provider: owner,
    identifier: ctid === undefined ? undefined : object('PropertyValue', { propertyID: 'CTID', value: ctid }),
    teaches: labelled(taking, ['teaches'], titles).flatMap(([, values]) => values.map(clean)),
    timeRequired: workload,
    hasCourseInstance:
      mode === undefined && workload === undefined ? undefined : object('CourseInstance', { courseMode: mode, courseWorkload: workload }),
    educationalCredentialAwarded: { '@id': credential },
    offers: fee && offer(fee),
  });
}

function ownerOf(taking: ExportedBlock, all: readonly ModelBlock[]): JsonObject | undefined {
  const pointer = taking.one('owner');
  if (!isPointer(pointer)) return undefined;
  const found = all.find(one => one.kind === 'organization' && one.name === (pointer.target ?? pointer.ref));
  const { website, ctid } = found?.properties ?? {};
  if (found?.title === undefined) {
    taking.leave('owner', 'not exact', 'The organization has no title.');
    return undefined;
  }
  return object('Organization', {
    '@id': isAddress(website) ? website : recordOf(ctid),
    name: clean(found.title),
    url: isAddress(website) ? website : undefined,
  });
}

function addressOf(taking: ExportedBlock, key: string): string | undefined {
  const value = taking.text(key);
  if (value === undefined || isAddress(value)) return value;
  taking.leave(key, 'not exact', 'It is no web address.');
  return undefined;
}

const clean = (text: string): string => printableText(text).trim();

/** Makes an object without its empty members; a list of one value is the value. */
function object(type: string, parts: Readonly<Record<string, Json | undefined>>): JsonObject {
  const said = Object.entries(parts).flatMap(([key, value]): [string, Json][] => {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    return [[key, Array.isArray(value) && value.length === 1 ? (value[0] as Json) : value]];
  });
  return { '@type': type, ...Object.fromEntries(said) };
}
