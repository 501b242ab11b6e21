/** What the tests of the import make records of CTDL with. */
import { importFiles } from '../exchange/import.ts';

/** Imports one file of JSON. */
export const read = (json: unknown) => importFiles([{ file: 'a.json', text: JSON.stringify(json) }]);

/** Returns what the import of one file of JSON reports, each problem with its place. */
export const whys = (json: unknown): string[] => read(json).problems.map(({ at, why }) => `${at}: ${why}`);

/** Returns a record of a certification that is called "T", with the given properties. */
export const one = (more: object = {}) => ({
  '@type': 'ceterms:Certification',
  '@id': 'https://x.example/1',
  'ceterms:name': 'T',
  ...more,
});
