/** Writes programs as the bulk upload of the Credential Registry: one row for each program, and further rows for further conditions. */
import { kindOf } from '../language/vocabulary/kinds.ts';
import { csvText } from './csv-out.ts';
import { COST_NAMES } from './ctdl/prices.ts';
import { classOf, IN_WORDS, STATUS_NAMES } from './ctdl/tables.ts';
import type { LeftOut } from './left.ts';
import { isPointer, listOf, type ModelBlock, type ModelValue, type Money, type Quantity } from './model.ts';
import { joint, separator } from './sheet.ts';
import { digits, inWords } from './values.ts';

/** The columns in the order of the Registry's template. */
const HEADINGS = [
  'External Identifier',
  'CTID',
  'Credential Name',
  'Credential Type',
  'Description',
  'Subject Webpage',
  'Credential Status',
  'Language',
  'Owned By',
  'Date Effective',
  'Version Identifier',
  'Alternate Name',
  'Audience Type',
  'Occupation Type',
  'Is Non-Credit',
  'Accredited By',
  'Cost: Currency Type',
  'Cost: Types List',
  'ConditionProfile: External Identifier',
  'ConditionProfile: Condition Type',
  'ConditionProfile: Name',
  'ConditionProfile: Condition Items',
  'ConditionProfile: Years Of Experience',
  'ConditionProfile: Minimum Age',
] as const;
type UploadHeading = (typeof HEADINGS)[number];
type UploadRow = Partial<Record<UploadHeading, string>>;

/** What the Registry asks for in every row. */
const ASKED: readonly UploadHeading[] = [
  'Credential Name',
  'Credential Type',
  'Description',
  'Subject Webpage',
  'Credential Status',
  'Language',
  'Owned By',
];

/** Returns the text of an upload, what it leaves out, and what the Registry will ask for. */
export function exportBulkUpload(
  programs: readonly ModelBlock[],
  all: readonly ModelBlock[],
): { readonly text: string; readonly left: readonly LeftOut[] } {
  const left: LeftOut[] = [];
  const rows = programs.flatMap(program => new UploadWriter(program, all, left).rows());
  return { text: csvText([HEADINGS, ...rows.map(row => HEADINGS.map(heading => row[heading] ?? ''))]), left };
}

/** The properties of a program that have a column. */
const COLUMN_OF: Readonly<Record<string, UploadHeading>> = {
  summary: 'Description',
  website: 'Subject Webpage',
  languages: 'Language',
  effective: 'Date Effective',
  version: 'Version Identifier',
  audience: 'Audience Type',
  occupations: 'Occupation Type',
  ctid: 'CTID',
};

class UploadWriter {
  private readonly called: string;
  private readonly written = new Set<string>(['ctdl-type', 'owner', 'status', 'fee', 'academic-credit']);

  constructor(
    private readonly program: ModelBlock,
    private readonly all: readonly ModelBlock[],
    private readonly left: LeftOut[],
  ) {
    this.called = `"${program.title ?? program.name ?? program.kind}"`;
  }

  rows(): UploadRow[] {
    const { program } = this;
    const conditions = [...this.eligibility(), ...this.renewals()];
    const first: UploadRow = { ...this.head(), ...this.costs() };
    for (const key of Object.keys(program.properties ?? {}))
      if (!this.written.has(key) && COLUMN_OF[key] === undefined) this.leave('no counterpart', `"${key}" of ${this.called}`);
    for (const block of program.blocks ?? []) {
      if (['eligibility', 'maintenance', 'charge', 'award', 'accreditation'].includes(block.kind)) continue;
      this.leave('no counterpart', `the ${block.kind}${block.title === undefined ? '' : ` "${block.title}"`} of ${this.called}`);
    }
    for (const heading of ASKED)
      if ((first[heading] ?? '') === '') this.leave('hole', `"${heading}" of ${this.called}`, 'The Registry asks for it in every row.');
    const again = { 'External Identifier': first['External Identifier'] ?? '', 'Credential Name': first['Credential Name'] ?? '' };
    return conditions.length === 0 ? [first] : conditions.map((one, i) => (i === 0 ? { ...first, ...one } : { ...again, ...one }));
  }

  private head(): UploadRow {
    const { program, all } = this;
    const { properties = {} } = program;
    const row: UploadRow = { 'External Identifier': program.name ?? '', 'Credential Name': program.title ?? '' };
    if (program.kind === 'program' && properties['ctdl-type'] === undefined)
      this.leave('not exact', `the kind of ${this.called}`, 'It is not decided yet, so the row has no type.');
    else row['Credential Type'] = classOf(program.kind, properties['ctdl-type'] as string | undefined).replace('ceterms:', '');
    for (const [key, heading] of Object.entries(COLUMN_OF)) {
      const table = kindOf(program.kind)!.properties[key]!;
      const texts = listOf(properties[key]).map(value => inWords(value, table));
      if (texts.length === 0) continue;
      // A bar would part one text into two.
      if (texts.some(text => text.includes(separator)))
        this.leave('not exact', `"${key}" of ${this.called}`, 'It has a bar, which parts values there.');
      else if (table.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(texts[0]!))
        this.leave('not exact', `"${key}" of ${this.called}`, 'A whole date is asked for there.');
      else row[heading] = texts.join(separator);
    }
    const status = STATUS_NAMES[String(properties.status ?? 'operating') as keyof typeof STATUS_NAMES] as string | undefined;
    if (status !== undefined) row['Credential Status'] = status;
    else this.leave('no counterpart', `"status" of ${this.called}`);
    if (typeof properties['academic-credit'] === 'boolean') row['Is Non-Credit'] = properties['academic-credit'] ? 'No' : 'Yes';
    const [owner] = listOf(properties.owner);
    if (isPointer(owner)) {
      const found = all.find(one => one.name === (owner.target ?? owner.ref));
      row['Owned By'] = String(found?.properties?.ctid ?? found?.title ?? owner.ref);
    }
    const letters = this.parts('award').flatMap(one => (typeof one.properties?.letters === 'string' ? [one.properties.letters] : []));
    if (letters.length > 0) row['Alternate Name'] = letters.join(separator);
    const held = this.parts('accreditation').filter(({ properties: said }) => said?.status === 'accredited' && typeof said.by === 'string');
    if (held.length > 0) row['Accredited By'] = held.map(({ properties: said }) => String(said!.by)).join(separator);
    for (const one of this.parts('accreditation'))
      if (!held.includes(one)) this.leave('no counterpart', `an accreditation of ${this.called} that is not held or names no accreditor`);
    return row;
  }

  private costs(): UploadRow {
    const { fee } = this.program.properties ?? {};
    const charges = this.parts('charge').flatMap(({ properties = {}, title }) => {
      const name = COST_NAMES[String(properties.for) as keyof typeof COST_NAMES] as string | undefined;
      const amount = properties.amount as Money | undefined;
      if (name !== undefined && amount !== undefined && Object.keys(properties).length === 2) return [{ name, amount }];
      this.leave(
        'not exact',
        `the charge${title === undefined ? '' : ` "${title}"`} of ${this.called}`,
        'Only what it is for and its amount have a place there.',
      );
      return [];
    });
    const every = [...(fee === undefined ? [] : [{ name: COST_NAMES.all, amount: fee as Money }]), ...charges];
    const [first] = every;
    if (!first) return {};
    const alike = every.filter(({ amount }) => amount.currency === first.amount.currency);
    for (const one of every)
      if (!alike.includes(one)) this.leave('not exact', `a price of ${this.called} in ${one.amount.currency}`, 'A row has one currency.');
    return {
      'Cost: Currency Type': first.amount.currency,
      'Cost: Types List': alike.map(({ name, amount }) => `${name}${joint}${digits(amount.amount)}`).join(separator),
    };
  }

  private eligibility(): UploadRow[] {
    const blocks = this.parts('eligibility');
    const routes = blocks.filter(({ properties = {} }) => (properties.applies ?? 'route') === 'route');
    if (routes.length > 1)
      for (const one of routes)
        this.leave(
          'not exact',
          `the route${one.title === undefined ? '' : ` "${one.title}"`} of ${this.called}`,
          'There, all rows of a program are asked for; one of several routes is enough here.',
        );
    return blocks
      .filter(one => routes.length < 2 || !routes.includes(one))
      .map((one, i) => this.condition(one, one.properties?.applies === 'advised' ? 'Recommends' : 'Requires', i));
  }

  private renewals(): UploadRow[] {
    return this.parts('maintenance').map((one, i) => this.condition(one, 'Renewal', i));
  }

  private condition(block: ModelBlock, type: string, index: number): UploadRow {
    const { properties = {} } = block;
    const experience = properties.experience as Quantity | undefined;
    const years = experience?.unit === 'year' && experience.to === undefined ? experience.amount : undefined;
    const items = IN_WORDS[block.kind]!.filter(key => !(key === 'experience' && years !== undefined)).flatMap(key =>
      listOf(properties[key]).flatMap(value => {
        const text = this.inWords(block.kind, key, value);
        return text === undefined ? [] : [text];
      }),
    );
    const all = [...listOf(properties.conditions).map(String), ...items].map(one => one.replaceAll(separator, '/'));
    const written = new Set([...IN_WORDS[block.kind]!, 'conditions', 'applies', 'experience', 'minimum-age']);
    for (const key of Object.keys(properties))
      if (!written.has(key)) this.leave('no counterpart', `"${key}" of a condition of ${this.called}`);
    return {
      'ConditionProfile: External Identifier': `${this.program.name ?? 'program'}-${type.toLowerCase()}-${index + 1}`,
      'ConditionProfile: Condition Type': type,
      ...(block.title !== undefined && { 'ConditionProfile: Name': block.title }),
      ...(all.length > 0 && { 'ConditionProfile: Condition Items': all.join(separator) }),
      ...(years !== undefined && { 'ConditionProfile: Years Of Experience': digits(years) }),
      ...(typeof properties['minimum-age'] === 'number' && { 'ConditionProfile: Minimum Age': digits(properties['minimum-age']) }),
    };
  }

  private inWords(kind: string, key: string, value: ModelValue): string | undefined {
    const label = key[0]!.toUpperCase() + key.slice(1).replaceAll('-', ' ');
    const text = isPointer(value)
      ? this.all.find(one => one.name === (value.target ?? value.ref))?.title
      : inWords(value, kindOf(kind)!.properties[key]!);
    if (text === undefined) this.leave('not exact', `"${key}" of a condition of ${this.called}`);
    return text === undefined ? undefined : `${label}: ${text}`;
  }

  private parts = (kind: string): readonly ModelBlock[] => (this.program.blocks ?? []).filter(one => one.kind === kind);

  private leave(why: LeftOut['why'], what: string, more?: string): void {
    this.left.push({ why, what, ...(more !== undefined && { more }) });
  }
}
