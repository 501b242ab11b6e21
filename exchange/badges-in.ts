/**
 * Reads achievements of Open Badges (2.0 and 3.0), alone, in a badge that somebody holds or in a comprehensive learner record (CLR 2.0), into
 * programs. Who holds a badge is nobody's business here: of a credential only what it was awarded for is read.
 */
import { KINDS } from '../language/vocabulary/kinds.ts';
import { isAddress } from './addresses.ts';
import { ctidIn } from './ctdl/importing.ts';
import type { RecordAccount } from './ctdl/in.ts';
import { leavesOf, step } from './ctdl/leaves.ts';
import type { PathFate } from './ctdl/source.ts';
import { kindOfClass } from './ctdl/tables.ts';
import { isObject, itemsOf, type Json, type JsonObject } from './json.ts';
import { type BlockDraft, draft, inOrder } from './model.ts';
import type { ImportProblem } from './model-in.ts';
import { FreeNames } from './names.ts';
import { oneLine } from './values.ts';

/** The blocks made from a file of badges, with an account of each achievement. */
export interface ReadBadges {
  readonly blocks: readonly BlockDraft[];
  readonly records: readonly RecordAccount[];
  readonly problems: readonly ImportProblem[];
}

const ACHIEVEMENTS = ['Achievement', 'BadgeClass'];
/** Where badges, and records of several, hold achievements. */
const AROUND = ['credentialSubject', 'achievement', 'badge', 'verifiableCredential', 'verifiable_credential', 'credential'];
const CREDENTIALS = ['OpenBadgeCredential', 'AchievementCredential', 'ClrCredential', 'Assertion', 'VerifiableCredential'];

const typesOf = (json: JsonObject): string[] =>
  itemsOf(json.type ?? json['@type']).flatMap(one => (typeof one === 'string' ? [one.replace(/^.*[:#/]/, '')] : []));
const isAchievement = (json: Json): boolean => isObject(json) && typesOf(json).some(type => ACHIEVEMENTS.includes(type));

/** Whether a file holds achievements, or badges of which they are a part. */
export const isBadges = (json: Json): boolean =>
  Array.isArray(json)
    ? (json as readonly Json[]).length > 0 && (json as readonly Json[]).every(isBadges)
    : isAchievement(json) || (isObject(json) && typesOf(json).some(type => CREDENTIALS.includes(type)));

/** Reads the achievements of a file. Throws nothing: what is wrong is in the problems. */
export function readBadges(json: Json, names = new FreeNames()): ReadBadges {
  const problems: ImportProblem[] = [];
  const owners = new Map<string, BlockDraft>();
  const programs: BlockDraft[] = [];
  const records: RecordAccount[] = [];
  const seen = new Set<string>();
  for (const { at, record, issuer } of achievementsIn(json, '', undefined)) {
    const id = typeof record.id === 'string' ? record.id : JSON.stringify(record);
    if (seen.has(id)) continue;
    seen.add(id);
    const reader = new AchievementReader(record);
    const program = reader.program(names);
    const owner = ownerFrom(reader, issuer, owners, names);
    if (owner !== undefined) program.properties = { owner: { ref: owner }, ...program.properties };
    reader.end(program);
    inOrder(program);
    const order = [...KINDS.keys()];
    program.blocks.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    programs.push(program);
    if (program.title === undefined) problems.push({ at, why: 'The achievement has no name. Its title is left open (?).' });
    records.push({ at, title: program.title ?? '', type: typesOf(record)[0] ?? '', name: program.name!, properties: reader.fates });
  }
  if (programs.length === 0) problems.push({ at: '', why: 'There is no achievement in it, only an address of one, or nothing.' });
  return { blocks: [...owners.values(), ...programs], records, problems };
}

interface FoundAchievement {
  readonly at: string;
  readonly record: JsonObject;
  /** Who issued the badge that holds it. */
  readonly issuer: Json | undefined;
}

function achievementsIn(json: Json, at: string, issuer: Json | undefined): FoundAchievement[] {
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap((one, index) => achievementsIn(one, `${at}[${index}]`, issuer));
  if (!isObject(json)) return [];
  if (isAchievement(json)) return [{ at, record: json, issuer }];
  return AROUND.flatMap(key => (json[key] === undefined ? [] : achievementsIn(json[key], step(at, key), json.issuer ?? issuer)));
}

/** The kinds of achievement types; every other type leaves the kind open. */
const KIND_OF: Readonly<Record<string, string>> = {
  Certification: 'certification',
  Certificate: 'certificate',
  CertificateOfParticipation: 'attendance',
};

/** Reads one achievement, and knows which of its values have been read. */
class AchievementReader {
  private readonly taken = new Set<string>();

  constructor(readonly record: JsonObject) {}

  program(names: FreeNames): BlockDraft {
    const type = (this.text('achievementType') ?? '').replace(/^ext:/, '');
    const made = draft(KIND_OF[type] ?? 'program', oneLine(this.text('name') ?? '') || undefined);
    if (made.title === undefined) made.holes.push('title');
    made.name = names.of(made.title ?? 'badge', { abbreviate: true });
    if (type !== '' && !this.classOf(type)) this.taken.delete('achievementType');
    const claimed = this.classOf(type);
    const id = this.text('id');
    const ctid = id === undefined ? undefined : ctidIn(id);
    const page = ctid === undefined && isAddress(id) ? id : undefined;
    const languages = this.texts('inLanguage');
    const set = (key: string, value: string | string[] | undefined): void => {
      if (value !== undefined && value.length > 0) made.properties[key] = value;
    };
    set('summary', this.text('description'));
    set('keywords', this.texts('tag').concat(this.texts('tags')));
    set('subjects', this.texts('fieldOfStudy'));
    set('languages', languages);
    set('website', page ?? this.criteriaAddress());
    set('version', this.text('version'));
    set('ctid', ctid);
    set('ctdl-type', claimed);
    const code = this.text('humanCode');
    if (code !== undefined) made.blocks.push(Object.assign(draft('award'), { properties: { letters: code } }));
    this.criteria(made);
    this.took('type', '@type', '@context', 'inLanguage');
    return made;
  }

  private classOf(type: string): string | undefined {
    const name = `ceterms:${type}`;
    return kindOfClass(name) === undefined ? undefined : name;
  }

  /** Returns the address of the criteria, which in Open Badges 2.0 may stand alone. */
  private criteriaAddress(): string | undefined {
    const { criteria } = this.record;
    const address = isObject(criteria) ? criteria.id : criteria;
    if (!isAddress(address)) return undefined;
    this.taken.add(isObject(criteria) ? 'criteria.id' : 'criteria');
    return address;
  }

  /** Reads the lists that Cred itself writes as criteria; any other text is carried along. */
  private criteria(made: BlockDraft): void {
    const { criteria } = this.record;
    const narrative = isObject(criteria) ? criteria.narrative : undefined;
    if (typeof narrative !== 'string') return;
    const names = new FreeNames();
    const sections = narrative.replace(/\r\n?/g, '\n').split(/\n\n(?=[^-\n][^\n]*:\n\n- )/);
    const read = sections.map(one => /^([^\n]+):\n\n((?:- [^\n]*(?:\n|$))+)$/.exec(one));
    if (!read.every(one => one && Object.hasOwn(LISTS, one[1]!))) return;
    for (const [, heading = '', list = ''] of read as RegExpExecArray[])
      for (const item of list.trim().split('\n')) {
        const text = plain(item.slice(2));
        const [, title = text, about] = /^(.*?) \((.*)\)$/.exec(text) ?? [];
        const kind = LISTS[heading]!;
        const part = draft(kind, kind === 'award' ? undefined : title);
        if (kind === 'eligibility' || kind === 'maintenance') part.properties = { conditions: [about ?? title] };
        else if (kind === 'award') continue;
        else part.name = names.of(title, { words: 4 });
        made.blocks.push(part);
      }
    this.taken.add('criteria.narrative');
    this.taken.add('criteria.type');
  }

  text(key: string): string | undefined {
    const value = this.record[key];
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    this.taken.add(key);
    return value.trim();
  }
  private texts(key: string): string[] {
    const values = itemsOf(this.record[key]).filter((one): one is string => typeof one === 'string' && one.trim() !== '');
    if (values.length > 0) this.took(key);
    return values.map(one => one.trim());
  }
  took(...keys: readonly string[]): void {
    for (const key of keys) for (const { path } of leavesOf(this.record[key] ?? null, key)) this.taken.add(path);
  }

  /** Carries along what has not been read. */
  end(made: BlockDraft): void {
    const rest = leavesOf(this.record, '').filter(({ path }) => !this.taken.has(path));
    const value = rest.map(one => `${one.path} = ${one.value}`);
    if (value.length > 0) made.blocks.push(Object.assign(draft('imported'), { properties: { from: 'Open Badges', value } }));
  }

  get fates(): PathFate[] {
    return leavesOf(this.record, '').map(({ path }) => ({ path, fate: this.taken.has(path) ? ('mapped' as const) : ('note' as const) }));
  }
}

/** The headings of the criteria that Cred writes, with the kinds of block for their items. */
const LISTS: Readonly<Record<string, string>> = {
  'Who can take part': 'eligibility',
  'Intended learning outcomes': 'outcome',
  'What is assessed': 'domain',
  Instruction: 'module',
  Assessment: 'assessment',
  Award: 'award',
  Renewal: 'maintenance',
};

/** Removes the signs that protect a text in Markdown. */
const plain = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\\([\\`*_[\]#|])/g, '$1');

/** Returns the name of the organization that made an achievement, or that issued the badge. */
function ownerFrom(
  reader: AchievementReader,
  issuer: Json | undefined,
  owners: Map<string, BlockDraft>,
  names: FreeNames,
): string | undefined {
  const own = ['creator', 'issuer'].map(key => ({ key, profile: reader.record[key] })).find(({ profile }) => isObject(profile));
  const profile = own?.profile ?? issuer;
  if (!isObject(profile) || typeof profile.name !== 'string' || profile.name.trim() === '') return undefined;
  const title = oneLine(profile.name);
  const address = [profile.url, profile.id].find(isAddress);
  const ctid = [profile.id].map(one => (typeof one === 'string' ? ctidIn(one) : undefined))[0];
  if (own) reader.took(own.key);
  const key = `${title} ${ctid ?? address ?? ''}`;
  const known = owners.get(key);
  if (known) return known.name;
  const made = draft('organization', title);
  made.name = names.of(title, { abbreviate: true });
  if (typeof profile.description === 'string') made.properties.summary = profile.description;
  if (address !== undefined && (ctid === undefined || !address.includes(ctid))) made.properties.website = address;
  if (ctid !== undefined) made.properties.ctid = ctid;
  owners.set(key, made);
  return made.name;
}
