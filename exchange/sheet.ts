/** Declares the columns of sheets, those of Cred's own and those of Credential Engine's bulk upload, for reading and writing. */
import { kindOf } from '../language/vocabulary/kinds.ts';
import { keyMeant } from '../language/vocabulary/meant.ts';
import { labelMeant } from './tables/labels.ts';

/** A column. `key` is a property of a program, or the kind, name or title of the row's block. */
export interface Column {
  readonly key: string;
  /** Other headings of the column; capitals, blanks and punctuation do not count. */
  readonly called: readonly string[];
}

const program = kindOf('certification')!.properties;
const CALLED: Readonly<Record<string, readonly string[]>> = {
  kind: ['Credential Type', 'Type', 'Class'],
  name: ['Short Name', 'Acronym'],
  title: ['Credential Name', 'Program', 'Program Name', 'Resource Name'],
  owner: ['Owned By', 'Owning Organization', 'Organization', 'Organization Name', 'Owner Organization'],
  status: ['Credential Status', 'Credential Status Type', 'Life Cycle Status Type'],
  summary: ['Description', 'Credential Description'],
  audience: ['Audience Type'],
  occupations: ['Occupation', 'Occupation Type', 'Other Occupations'],
  languages: ['Language', 'In Language', 'Languages'],
  website: ['Subject Webpage', 'Webpage', 'URL', 'Credential Webpage'],
  'academic-credit': ['Credit'],
  fee: ['Cost', 'Price'],
  version: ['Version Identifier', 'Version Code'],
  effective: ['Date Effective', 'Effective Date', 'Start Date'],
  until: ['Expiration Date', 'End Date'],
  ctid: ['CTID', 'Credential CTID'],
  'ctdl-type': ['CTDL Type'],
};

/** The columns of Cred's own sheets. */
export const COLUMNS: readonly Column[] = ['kind', 'name', 'title', ...Object.keys(program)].map(key => ({
  key,
  called: CALLED[key] ?? [],
}));

/** The columns of the bulk upload that describe a part of the program, or that say something in another way than Cred. */
export const BULK = {
  id: ['External Identifier', 'Internal Identifier'],
  nonCredit: ['Is Non-Credit'],
  otherName: ['Alternate Name'],
  offeredBy: ['Offered By'],
  accreditedBy: ['Accredited By'],
  costName: ['Cost: Name'],
  costCurrency: ['Cost: Currency Type', 'Cost: Currency'],
  costPrices: ['Cost: Types List'],
  conditionType: ['ConditionProfile: Condition Type', 'ConditionProfile: Type'],
  conditionName: ['ConditionProfile: Name'],
  conditionText: ['ConditionProfile: Description'],
  conditionItems: ['ConditionProfile: Condition Items', 'ConditionProfile: Conditions'],
  conditionExperience: ['ConditionProfile: Experience'],
  conditionYears: ['ConditionProfile: Years Of Experience'],
  conditionAge: ['ConditionProfile: Minimum Age'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
/** A key of the bulk upload. */
export type BulkKey = keyof typeof BULK;
/** Whether a key is one of the bulk upload. */
export const isBulk = (key: string | undefined): key is BulkKey => key !== undefined && Object.hasOwn(BULK, key);

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const BY_NAME = new Map<string, string>([
  ...COLUMNS.flatMap(({ key, called }) => [key, ...called].map(name => [plain(name), key] as const)),
  ...Object.entries(BULK).flatMap(([key, called]) => called.map(name => [plain(name), key] as const)),
]);

/** A heading of a sheet and its meaning. */
export interface Heading {
  /** The heading as it stands in the sheet. */
  readonly name: string;
  readonly key?: string;
  /** Whether it is the heading that Cred itself writes. */
  readonly own?: boolean;
  /** The property of a block within the program, such as the passing score of its assessment. */
  readonly part?: { readonly kind: string; readonly key: string };
}
/** Matches a heading that only the bulk upload of the Credential Registry has. */
const OF_UPLOAD = /^(credential (name|type|status)|ctid|subject webpage)$/i;

/** Returns the meaning of each column. If no column is called a title, "Name" is the program's title. */
export function headings(cells: readonly string[]): readonly Heading[] {
  const keys = cells.map(cell => BY_NAME.get(plain(cell)));
  const name = keys.includes('title') ? -1 : cells.findIndex(cell => plain(cell) === 'name');
  // The columns of the upload are fixed; other sheets are headed in everyday words.
  const isUpload = keys.some(isBulk) || cells.some(cell => OF_UPLOAD.test(cell.trim()));
  const taken = new Set<string>(keys.filter(key => key !== undefined));
  return cells.map((cell, index) => {
    const shown = { name: cell.replace(/\s+/g, ' ').trim() || `column ${index + 1}` };
    const key = index === name ? 'title' : (keys[index] ?? (isUpload ? undefined : everydayKey(cell, taken)));
    if (key !== undefined) return { ...shown, key, own: cell === key };
    const part = isUpload ? undefined : labelMeant(cell, 'certification');
    return { ...shown, ...(part?.kind !== undefined && { part: { kind: part.kind, key: part.key } }) };
  });
}

/** Returns the property of a program that a heading means, if no column before it means the same. */
function everydayKey(cell: string, taken: Set<string>): string | undefined {
  const meant = labelMeant(cell, 'certification');
  const key = meant && meant.kind === undefined && keyMeant(cell, kindOf('certification')!)?.by !== 'part' ? meant.key : undefined;
  if (key === undefined || taken.has(key)) return undefined;
  taken.add(key);
  return key;
}

/** The separator between the values of a cell. */
export const separator = '|';
/** The separator between the parts of one value, such as a kind of cost and its price. */
export const joint = '~';
/** Returns the values of a cell. A backslash before the separator makes it a part of the value. */
export const valuesIn = (cell: string): string[] => {
  const values = [''];
  let from = 0;
  for (const { 0: whole, 1: slashes = '', index } of cell.matchAll(/(\\*)\|/g)) {
    values[values.length - 1] += cell.slice(from, index) + '\\'.repeat(slashes.length >> 1);
    if (slashes.length % 2 === 1) values[values.length - 1] += separator;
    else values.push('');
    from = index + whole.length;
  }
  values[values.length - 1] += cell.slice(from);
  return values.map(one => one.trim()).filter(Boolean);
};
/** Writes a value so that {@link valuesIn} reads it as one. */
export const valueOut = (value: string): string => value.replace(/(\\*)\|/g, '$1$1\\|');
/** The properties of which Cred takes one text and other systems several. */
export const JOINED: ReadonlySet<string> = new Set(['audience']);
