/** Reads CTDL records into blocks of the language, and reports the fate of each value. */
import { nearest } from '../../language/model/nearest.ts';
import { isCtid } from '../addresses.ts';
import type { ExistingBlock } from '../import.ts';
import type { Json } from '../json.ts';
import { type BlockDraft, draft, inOrder } from '../model.ts';
import type { ImportProblem } from '../model-in.ts';
import { FreeNames } from '../names.ts';
import { brief, oneLine } from '../values.ts';
import { carry } from './carried-in.ts';
import { circles } from './circles.ts';
import { embed, type InFile } from './embedding.ts';
import { type Framework, frameworksIn } from './frameworks.ts';
import { ctidIn, type ImportEntry, ImportState, idKey } from './importing.ts';
import { organizationFrom } from './parts-in.ts';
import { hostFor, hostForFramework, learningProgramFrom, programFrom } from './program-in.ts';
import { recordsIn } from './records.ts';
import { JsonSource, type PathFate } from './source.ts';
import { isInstruction, kindOfClass, mainClass } from './tables.ts';
import { CREDENTIALS, OTHER_CLASSES } from './terms.ts';

/** The fate of a record and of its values. */
export interface RecordAccount {
  readonly at: string;
  readonly title: string;
  readonly type: string;
  /** The name of the block that the record has become; absent if it was left out. */
  readonly name?: string;
  readonly properties: readonly PathFate[];
}
/** The account of a record with the file in which it is. */
export interface RecordReport extends RecordAccount {
  readonly file: string;
}
/** A problem with the file in which it is. */
export interface FileProblem extends ImportProblem {
  readonly file: string;
}
/** The result of an import. */
export interface ImportOutcome {
  readonly files: readonly { readonly file: string; readonly blocks: readonly BlockDraft[] }[];
  readonly records: readonly RecordReport[];
  readonly problems: readonly FileProblem[];
}

/** Imports the records of JSON files. Throws nothing: what is wrong is in the problems. */
export function importCtdl(
  inputs: readonly { readonly file: string; readonly json: Json; readonly at?: string }[],
  names = new FreeNames(),
  known: readonly ExistingBlock[] = [],
): ImportOutcome {
  const problems: FileProblem[] = [];
  const entries: ImportEntry[] = [];
  const left: RecordReport[] = [];
  const seen = new Map<string, ImportEntry>();
  const found = inputs.flatMap(({ file, json, at = '' }) => {
    const wrong: ImportProblem[] = [];
    const records = recordsIn(json, wrong, at).map(one => ({ file, ...one }));
    if (records.length === 0 && wrong.length === 0) wrong.push({ at: '', why: 'There is no record in it.' });
    problems.push(...wrong.map(one => ({ file, ...one })));
    return records;
  });
  const { frameworks, members } = frameworksIn(found);
  const { records, loose } = embed(found.filter(({ record }) => members.get(record)?.record !== record));
  for (const one of loose) {
    if (members.has(one.record)) continue;
    left.push(leftOut(one));
    problems.push({ file: one.file, at: one.at, why: 'Nothing in the import refers to this part of a record. It is left out.' });
  }
  for (const one of records) {
    const entry = entryOf(one, problem => problems.push({ file: one.file, ...problem }), seen);
    if (entry) entries.push(entry);
    else left.push(leftOut(one));
  }
  const importing = new ImportState(entries, names, problems, frameworks, known);
  for (const one of entries) if (one.kind === 'organization') organizationFrom(one.source, one.draft!);
  for (const one of entries) if (one.draft && one.kind !== 'organization') programFrom(one, importing);
  for (const one of entries) if (!one.draft && !one.placed && isInstruction(one.type)) learningProgramFrom(one, importing);
  for (const one of entries) if (!one.draft && !one.placed) hostFor(one, importing);
  for (const one of new Set(frameworks.values())) left.push(frameworkReport(one, importing));
  problems.push(...circles(entries));
  for (const one of entries) if (one.draft) one.draft.notes.push(...one.source.notes);
  for (const one of [...entries, ...importing.stubs, ...importing.hosts]) if (one.draft) inOrder(one.draft);
  const drafts = [...entries, ...importing.stubs, ...importing.hosts].flatMap(({ draft: made }) => made ?? []);
  carry(drafts, importing);
  problems.push(...entries.flatMap(slipsOf));
  const stubs = [...importing.stubs].sort((one, other) => Number(one.draft.title === undefined) - Number(other.draft.title === undefined));
  problems.push(...entries.flatMap(one => importing.knownProblem(one) ?? []));
  const files = [...new Set(inputs.map(one => one.file))].map(file => {
    const of = (some: readonly { readonly file: string; readonly draft?: BlockDraft }[]): BlockDraft[] =>
      some.flatMap(one => (one.file === file && one.draft && !importing.isKnown(one.draft) && one.draft) || []);
    const blocks = of(entries);
    const organizations = blocks.filter(({ kind }) => kind === 'organization');
    return {
      file,
      blocks: [...organizations, ...of(stubs), ...blocks.filter(({ kind }) => kind !== 'organization'), ...of(importing.hosts)],
    };
  });
  return { files, records: [...entries.map(reportOf), ...left], problems };
}

const reportOf = ({ file, at, title, type, draft, placed, source }: ImportEntry): RecordReport => ({
  file,
  at,
  title,
  type,
  name: draft?.name ?? placed!,
  properties: source.fates,
});

/** Returns the values of a record that are not understood, with their places. */
const slipsOf = ({ file, at, title, source }: ImportEntry): FileProblem[] =>
  source.slips.map(({ path, value }) => ({
    file,
    at: at ? `${at}.${path}` : path,
    why: `"${brief(value)}" of ${title === '' ? 'this record' : `"${title}"`} is not understood here. It is kept as a note.`,
  }));

/** Reports a framework; one that no credential refers to becomes a program of its own. */
function frameworkReport(framework: Framework, importing: ImportState): RecordReport {
  const { file, at, title, record, isUsed } = framework;
  const host = isUsed || framework.tops.length === 0 ? undefined : hostForFramework(framework, importing);
  const source = JsonSource.of(record, file);
  const properties = source.leaves.map(({ path }) => ({ path, fate: 'mapped' as const }));
  const name = host?.name ?? (isUsed ? title : undefined);
  return { file, at, title, type: mainClass(source.types) ?? '', ...(name !== undefined && { name }), properties };
}

/** Reports all values of a record that has no place in Cred. */
function leftOut({ file, at, record }: InFile): RecordReport {
  const source = JsonSource.of(record, file);
  const title = source.all('ceterms:name')[0]?.peek() ?? source.peek() ?? '';
  const properties = source.leaves.map(({ path }) => ({ path, fate: 'not understood' as const }));
  return { file, at, title: oneLine(title), type: mainClass(source.types) ?? '', properties };
}

/** Returns the entry of a record that has a place in Cred, or what is wrong with it. */
function entryOf(
  { file, at, record }: InFile,
  wrong: (problem: ImportProblem) => void,
  seen: Map<string, ImportEntry>,
): ImportEntry | undefined {
  const source = JsonSource.of(record, file);
  const type = mainClass(source.types);
  const name = source.all('ceterms:name')[0]?.peek();
  const called = name === undefined ? 'The record' : `"${oneLine(name)}"`;
  if (type === undefined) return void wrong({ at, why: `${called} does not say what it is: "@type" is missing. It is left out.` });
  const kind = kindOfClass(type);
  if (kind === undefined) return void wrong({ at, why: `${called} is of type "${type}", ${whyNot(type)} It is left out.` });
  const ids = source.ids;
  const before = ids.map(id => seen.get(idKey(id))).find(one => one !== undefined);
  if (before) {
    const same = JSON.stringify(before.source.json) === JSON.stringify(record);
    return void wrong({
      at,
      why: `${called} has the identifier of "${before.title}", which came before${same ? ' and is the same record' : ''}. It is left out.`,
    });
  }
  if (ids.length === 0)
    wrong({ at, why: `${called} has no identifier ("@id" or "ceterms:ctid"). It is read, but no other record can refer to it.` });
  const title = oneLine(source.text('ceterms:name') ?? '');
  if (title === '') wrong({ at, why: `The record of type "${type}" has no "ceterms:name". Its title is left open (?).` });
  for (const why of addressSlips(source)) wrong({ at: at ? `${at}.@id` : '@id', why: `${called} ${why}` });
  for (const one of source.all('@type')) if (one.json === type) one.took(0);
  const entry: ImportEntry = { file, at, source, type, kind, title, ids };
  if (kind !== 'assessment' && kind !== 'module') {
    entry.draft = draft(kind, title || undefined);
    if (title === '') entry.draft.holes.push('title');
  }
  for (const id of ids) seen.set(idKey(id), entry);
  return entry;
}

/** Returns what is odd about the address of a record: that of a sandbox, or one with another identifier than the record's own. */
function addressSlips(source: JsonSource): string[] {
  const [address] = source.all('@id').map(({ json }) => json);
  const [ctid] = source.all('ceterms:ctid').map(({ json }) => json);
  if (typeof address !== 'string') return [];
  const inside = ctidIn(address);
  const slips: string[] = [];
  if (/^https?:\/\/sandbox\.|^https?:\/\/[^/]*\bstaging\b/i.test(address))
    slips.push('has an address in a sandbox, where records are tried out. It is kept; look for the record in the Registry itself.');
  if (inside !== undefined && typeof ctid === 'string' && isCtid(ctid) && ctid.toLowerCase() !== inside.toLowerCase())
    slips.push(`has the identifier ${ctid}, but its address ends with another one, ${inside}. Both are kept; find out which is right.`);
  return slips;
}

/** Explains why a class is not imported. For a class that does not exist it suggests the nearest one. */
function whyNot(type: string): string {
  if (OTHER_CLASSES.has(type) || /^(ceasn|schema|qdata|asn|skos):/.test(type)) return 'which Cred has no counterpart of.';
  const meant = nearest(
    type.replace(/^ceterms:/, ''),
    [...CREDENTIALS, ...OTHER_CLASSES].map(name => name.slice('ceterms:'.length)),
  );
  return `which is no type of CTDL.${meant ? ` Did you mean "ceterms:${meant.word}"?` : ''}`;
}
