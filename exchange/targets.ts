/** The formats to which programs can be exported, and the files that can be imported. They are a file of their own, so that the help of the commands loads nothing else. */
export const TARGETS = {
  ctdl: { ending: '.json', says: 'CTDL in JSON-LD, for the Credential Registry' },
  'open-badges': { ending: '.json', says: 'an Open Badges 3.0 achievement of each program' },
  'schema-org': { ending: '.jsonld', says: 'JSON-LD of schema.org, for the web page of each program' },
  elm: { ending: '.jsonld', says: 'a description of each program in the European Learning Model, as of a micro-credential' },
  html: { ending: '.html', says: 'a page of each program for the public' },
  json: { ending: '.json', says: 'everything, for other programs and for "cred import"' },
  csv: { ending: '.csv', says: 'a sheet with a row for each program' },
  xlsx: { ending: '.xlsx', says: 'a workbook: programs, exam blueprint, outcomes by module, policies, readiness by clause' },
  'bulk-upload': { ending: '.csv', says: "a sheet in the columns of the Credential Registry's bulk upload" },
  markdown: { ending: '.md', says: 'a description for people' },
} as const;
/** A format. */
export type Target = keyof typeof TARGETS;

/** The endings of the files that can be imported; an archive holds others of them. */
export const IMPORT_ENDINGS = ['json', 'jsonld', 'ndjson', 'jsonl', 'csv', 'tsv', 'xlsx', 'docx', 'zip'] as const;

const IMPORTABLE = new RegExp(`\\.(${IMPORT_ENDINGS.join('|')})$`, 'i');
/** Workbooks and documents; of older forms, and of those with macros, the reader says what to do with them. */
const OFFICE = /\.(xls[xm]?|doc[xm]?|ods|odt)$/i;
/** Settings, schemas and the lock files of Office, which are not records. */
const OURS = /(^|\/)(cred\.json|[^/]*\.schema\.json|~\$[^/]*)$/i;

/** Whether the import reads a file of this name, or says what to do with it. */
export const isRead = (name: string): boolean => IMPORTABLE.test(name) || isOffice(name);
/** Whether a file of this name is a workbook or a document. */
export const isOffice = (name: string): boolean => OFFICE.test(name);
/** Whether a file of this name is no text. */
export const isBinary = (name: string): boolean => isOffice(name) || /\.zip$/i.test(name);
/** Whether a file that is found in a folder is taken for a record. The path has forward slashes. */
export const isRecord = (path: string): boolean => isRead(path) && !OURS.test(path);
/** Returns a file's name without the ending that says what it is. */
export const withoutEnding = (name: string): string => name.replace(IMPORTABLE.test(name) ? IMPORTABLE : OFFICE, '');
/** Says of a file that it is none of those that can be imported. */
export const notImportable = (shown: string): string =>
  `"${shown}" is no ${IMPORT_ENDINGS.slice(0, -1)
    .map(one => `.${one}`)
    .join(', ')} or .${IMPORT_ENDINGS.at(-1)} file.`;
