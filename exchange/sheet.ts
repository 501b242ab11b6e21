/** The columns of sheets: of our own, and of the bulk upload of Credential Engine. One table, read in both directions. */
import { kindOf } from '../language/vocabulary/kinds.ts';

/** `key` is a property of a program, or the kind, name or title of the row's block. */
export interface Column {
  readonly key: string;
  /** What it is called, beside the key itself; capitals, blanks and signs do not count. */
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

export const COLUMNS: readonly Column[] = ['kind', 'name', 'title', ...Object.keys(program)].map(key => ({
  key,
  called: CALLED[key] ?? [],
}));

/** Columns of the bulk upload that describe a part of the program, or say something in another way than Cred does. */
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
export type BulkKey = keyof typeof BULK;
export const isBulk = (key: string | undefined): key is BulkKey => key !== undefined && Object.hasOwn(BULK, key);

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const BY_NAME = new Map<string, string>([
  ...COLUMNS.flatMap(({ key, called }) => [key, ...called].map(name => [plain(name), key] as const)),
  ...Object.entries(BULK).flatMap(([key, called]) => called.map(name => [plain(name), key] as const)),
]);

export interface Heading {
  /** As the sheet has it. */
  readonly name: string;
  readonly key?: string;
}
/** What each column holds. Where none is called a title, "Name" is that of the program. */
export function headings(cells: readonly string[]): readonly Heading[] {
  const keys = cells.map(cell => BY_NAME.get(plain(cell)));
  const name = keys.includes('title') ? -1 : cells.findIndex(cell => plain(cell) === 'name');
  return cells.map((cell, index) => {
    const key = index === name ? 'title' : keys[index];
    return { name: cell.replace(/\s+/g, ' ').trim() || `column ${index + 1}`, ...(key !== undefined && { key }) };
  });
}

/** Between the values of a cell. */
export const separator = '|';
/** Between the parts of one value, such as a kind of cost and its price. */
export const joint = '~';
export const valuesIn = (cell: string): string[] =>
  cell
    .split(separator)
    .map(one => one.trim())
    .filter(Boolean);
