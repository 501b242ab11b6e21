/** The formats to which programs can be exported, and the files that can be imported. They are a file of their own, so that the help of the commands loads nothing else. */
export const TARGETS = {
  ctdl: { ending: '.json', says: 'CTDL in JSON-LD, for the Credential Registry' },
  'open-badges': { ending: '.json', says: 'an Open Badges 3.0 achievement of each program' },
  'schema-org': { ending: '.jsonld', says: 'JSON-LD of schema.org, for the web page of each program' },
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
