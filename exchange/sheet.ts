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
  status: ['Credential Status', 'Credential Status Type'],
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

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const BY_NAME = new Map(COLUMNS.flatMap(({ key, called }) => [key, ...called].map(name => [plain(name), key] as const)));
export const columnKey = (header: string): string | undefined => BY_NAME.get(plain(header));

/** Between the values of a cell. */
export const separator = '|';
