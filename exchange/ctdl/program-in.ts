/** Reads a credential record into a program, with the assessments and instruction that it requires. */
import { isProgramKind, KINDS } from '../../language/vocabulary/kinds.ts';
import { isAddress } from '../addresses.ts';
import { type BlockDraft, draft } from '../model.ts';
import { FreeNames, isShort } from '../names.ts';
import { oneLine } from '../values.ts';
import { eligibilityFrom, maintenanceFrom } from './conditions-in.ts';
import { durationOf } from './durations.ts';
import { ADVISED, FORM_OF } from './form-of.ts';
import type { Framework } from './frameworks.ts';
import { type ImportEntry, type ImportState, wishOf } from './importing.ts';
import { costs, fill, owner, processes, titled } from './parts-in.ts';
import { add, Competencies, ownParts, type PlacingContext, place } from './placing.ts';
import type { JsonSource } from './source.ts';
import { isInstruction, LEARNING_PROGRAM, NO_CREDIT, PROGRAM, RESULTS, SERVICES } from './tables.ts';

/** Reads one credential record. */
export function programFrom(entry: ImportEntry, importing: ImportState): void {
  const { source, file } = entry;
  const program = entry.draft!;
  const award = draft('award');
  owners(program, source, file, importing);
  program.properties['ctdl-type'] = entry.type;
  const rows = isInstruction(entry.type) ? LEARNING_PROGRAM : PROGRAM;
  fill(
    program,
    source,
    rows.filter(({ key }) => key !== 'academic-credit' || !NO_CREDIT.test(entry.type)),
  );
  version(program, source);
  links(program, source, importing);
  costs(program, source);
  const placing = placingIn(program, entry, importing);
  requirements(source, program, importing, placing);
  if (isInstruction(entry.type)) {
    ownParts(placing);
    for (const one of source.all('ceterms:teaches')) placing.competencies.of(one, 'taught');
  }
  preparations(entry, placing);
  if (placing.stated) award.properties.requires = placing.required;
  renewals(source, program);
  revocations(source, program, award);
  services(source, program, award);
  letters(source, award);
  accreditations(source, program, importing);
  aggregates(source, program);
  processes(program, source);
  if (Object.keys(award.properties).length > 0) program.blocks.push(award);
  sort(program);
}

function placingIn(program: BlockDraft, entry: ImportEntry, importing: ImportState): PlacingContext {
  const names = new FreeNames(importing.names);
  const competencies = new Competencies(program, names, importing.frameworks);
  return { entry, program, names, importing, competencies, described: new Map(), required: [], stated: false };
}

function sort(program: BlockDraft): void {
  const order = [...KINDS.keys()];
  program.blocks.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Makes a program of a record of instruction that no imported credential requires, with its courses as modules. */
export function learningProgramFrom(entry: ImportEntry, importing: ImportState): void {
  entry.kind = 'program';
  const program = draft('program', entry.title || undefined);
  entry.draft = program;
  if (entry.title === '') program.holes.push('title');
  const wish = wishOf(entry.ids);
  program.name = importing.names.of(entry.title || 'program', { abbreviate: true, ...(wish !== undefined && { wish }) });
  programFrom(entry, importing);
}

/** Makes a program for a framework that no imported credential refers to. Its title is a hole, as for a single module. */
export function hostForFramework(framework: Framework, importing: ImportState): BlockDraft {
  const program = draft('program');
  program.holes.push('title');
  program.name = importing.names.of(`${framework.title} program`, { words: 6 });
  program.notes.push(
    `No credential of the import refers to the competencies of "${framework.title}". Give the program that they belong to a title, or move them to its own.`,
  );
  new Competencies(program, new FreeNames(importing.names)).ofFramework(framework, 'taught');
  importing.hosts.push({ file: framework.file, draft: program });
  return program;
}

/** Reads summary figures of holders, as far as Cred has a word for them. */
function aggregates(source: JsonSource, program: BlockDraft): void {
  for (const one of source.all('ceterms:aggregateData')) {
    if (!one.isObject) continue;
    const made = draft('results');
    fill(made, one, RESULTS);
    if (Object.keys(made.properties).length === 0) continue;
    titled(made, one);
    program.blocks.push(made);
  }
}

/**
 * Makes a program for a record that no imported credential requires. Its title is a hole, because only the author knows which program it
 * is.
 */
export function hostFor(entry: ImportEntry, importing: ImportState): void {
  const program = draft('program');
  program.holes.push('title');
  program.name = importing.names.of(`${entry.title} program`, { words: 6 });
  owners(program, entry.source, entry.file, importing);
  const what = entry.kind === 'module' ? 'this instruction' : 'this assessment';
  program.notes.push(`No credential of the import asks for ${what}. Give the program that it belongs to a title, or move it to its own.`);
  add(placingIn(program, entry, importing), { source: entry.source, entry, kind: entry.kind }, false);
  sort(program);
  importing.hosts.push({ file: entry.file, draft: program });
}

/** Reads the owner; the organizations that offer or assert the credential are carried along. */
function owners(program: BlockDraft, source: JsonSource, file: string, importing: ImportState): void {
  const [first] = source.all('ceterms:ownedBy');
  const found = first && owner(first, file, program.name!, importing);
  if (!found) return;
  program.properties = { owner: found, ...program.properties };
}

/** Reads the version, which may be given as an identifier instead of a code. */
function version(program: BlockDraft, source: JsonSource): void {
  if (program.properties.version !== undefined) return;
  const [code] = source.all('ceterms:versionIdentifier').flatMap(one => one.all('ceterms:identifierValueCode'));
  const said = code?.said();
  if (said !== undefined) program.properties.version = said;
}

/** Reads `prepares-for` and `replaces`, for programs that are part of the import. */
function links(program: BlockDraft, source: JsonSource, importing: ImportState): void {
  const targets = source.all('ceterms:isPreparationFor').flatMap(one => [one, ...one.all('ceterms:targetCredential')]);
  const prepares = targets.flatMap(one => importing.pointer(one, isProgramKind) ?? []);
  if (prepares.length > 0) program.properties['prepares-for'] = prepares;
  const replaced = source.all('ceterms:supersedes').map(one => importing.pointer(one, isProgramKind))[0];
  if (replaced) program.properties.replaces = replaced;
}

/**
 * Reads conditions: one profile alone is the way in, several profiles each apply to everyone, and alternatives within one are routes. The
 * assessments and instruction that a profile requires become parts of the program.
 */
function requirements(source: JsonSource, program: BlockDraft, importing: ImportState, placing: PlacingContext): void {
  const profiles = ASKED.flatMap(property => shared(source, property));
  const made = profiles.map(one => ({
    one,
    own: eligibilityFrom(one, importing),
    routes: one.all('ceterms:alternativeCondition').flatMap(each => {
      place(each, placing, true);
      return eligibilityFrom(each, importing) ?? [];
    }),
  }));
  const stated = made.filter(({ own, routes }) => own !== undefined || routes.length > 0);
  const ways: BlockDraft[] = [];
  for (const { one, own, routes } of made) {
    if (own) {
      if (stated.length > 1 || routes.length > 0) own.properties = { applies: 'everyone', ...own.properties };
      program.blocks.push(own);
    }
    ways.push(...routes);
    place(one, placing, true);
  }
  program.blocks.push(...ways);
  for (const one of shared(source, ADVISED)) {
    const advised = eligibilityFrom(one, importing, 'advised');
    if (advised) program.blocks.push(advised);
    place(one, placing, false);
  }
}

/**
 * Properties with conditions that must be met. Cred does not distinguish conditions to be met before from those to be met at the same
 * time.
 */
const ASKED = [FORM_OF.eligibility, ...['entryCondition', 'prerequisite', 'corequisite', 'coPrerequisite'].map(name => `ceterms:${name}`)];

/** Returns the profiles of a record, including those that it shares with others. */
const shared = (source: JsonSource, property: string): JsonSource[] =>
  [source, ...source.all('ceterms:commonConditions')].flatMap(one => one.all(property)).filter(one => one.isObject);

/** Reads instruction that prepares for a program without being required; it becomes part of the program as well. */
function preparations(entry: ImportEntry, placing: PlacingContext): void {
  for (const one of placing.importing.entries) {
    if (one.kind !== 'module' || one.placed !== undefined) continue;
    const targets = one.source.all('ceterms:isPreparationFor').flatMap(each => [each, ...each.all('ceterms:targetCredential')]);
    const mine = targets.find(each => placing.importing.entry(each) === entry);
    if (!mine) continue;
    mine.followed();
    add(placing, { source: one.source, entry: one, kind: one.kind }, false);
  }
}

function renewals(source: JsonSource, program: BlockDraft): void {
  const made = source.all(FORM_OF.maintenance).flatMap(one => (one.isObject ? (maintenanceFrom(one) ?? []) : []));
  const frequency = source.all('ceterms:renewalFrequency')[0];
  const cycle = typeof frequency?.json === 'string' ? durationOf(frequency.json) : undefined;
  if (cycle) {
    frequency!.took(0);
    const first = made[0] ?? draft('maintenance');
    first.properties = { cycle, ...first.properties };
    if (made.length === 0) made.push(first);
  } else frequency?.wrong();
  program.blocks.push(...made);
}

function revocations(source: JsonSource, program: BlockDraft, award: BlockDraft): void {
  for (const one of source.all('ceterms:revocation')) {
    award.properties.revocable = true;
    one.followed();
    const [criteria] = one.all('ceterms:revocationCriteria');
    if (!isAddress(criteria?.json)) continue;
    const policy = draft('policy');
    policy.properties = { covers: ['discipline'], document: criteria!.took(criteria!.json as string) };
    program.blocks.push(policy);
  }
}

function services(source: JsonSource, program: BlockDraft, award: BlockDraft): void {
  const register = draft('register');
  for (const one of source.all(FORM_OF.register))
    for (const [property, [kind, key]] of Object.entries(SERVICES)) {
      const into = kind === 'award' ? award : register;
      const [address] = one.all(property);
      if (into.properties[key] !== undefined || !isAddress(address?.json)) continue;
      into.properties[key] = address!.took(address!.json as string);
    }
  if (register.properties.website !== undefined) program.blocks.push(register);
}

/** Reads other names: a short one is the letters after a holder's name, a longer one is kept as a note. */
function letters(source: JsonSource, award: BlockDraft): void {
  const short = source.all('ceterms:alternateName').find(one => isShort(one.peek() ?? ''));
  if (short) award.properties.letters = short.said()!;
}

function accreditations(source: JsonSource, program: BlockDraft, importing: ImportState): void {
  for (const one of source.all(FORM_OF.accreditation)) {
    const known = importing.entry(one);
    const isKnown = known?.kind === 'organization' && known.title !== '';
    if (isKnown) one.followed();
    const name = isKnown ? known.title : one.isObject ? one.text('ceterms:name') : undefined;
    if (name !== undefined) for (const type of one.all('@type')) if (type.json === 'ceterms:Organization') type.took(0);
    const [by] = name === undefined ? one.address() : [oneLine(name)];
    if (by === undefined || by === '') continue;
    const made = draft('accreditation');
    made.properties = { by, status: 'accredited' };
    program.blocks.push(made);
  }
}
