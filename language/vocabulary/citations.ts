/**
 * Cites the clauses of the built-in standards. The titles are generated into `clause-titles.ts` from the standards' own files, so that
 * rules, kinds, hovers and pages print the same title, and nobody types one.
 */
import { CLAUSE_TITLES } from './clause-titles.ts';

/** A clause by its dotted path, such as `NCCA-2021.S14`. */
export type CitedClause = keyof typeof CLAUSE_TITLES;

/** A document's names for a citation: without the edition, in short, in full, and the word for its numbered parts. */
interface CitedDocument {
  readonly called: string;
  readonly short: string;
  readonly full: string;
  readonly part: string;
}

const NCCA = 'NCCA Standards for the Accreditation of Certification Programs';
const DOCUMENTS: Readonly<Record<string, CitedDocument>> = {
  'NCCA-2014': { called: 'NCCA', short: 'NCCA 2014', full: `${NCCA}, 2014`, part: 'Standard' },
  'NCCA-2021': { called: 'NCCA', short: 'NCCA 2021', full: `${NCCA}, 2021`, part: 'Standard' },
  'ICE-1100-2019': { called: 'ICE 1100', short: 'ICE 1100:2019', full: 'ICE 1100:2019', part: 'Standard' },
  'ISO-17024-2012': { called: 'ISO/IEC 17024', short: 'ISO/IEC 17024:2012', full: 'ISO/IEC 17024:2012', part: 'clause' },
  'ISO-17024-2026': { called: 'ISO/IEC 17024', short: 'ISO/IEC 17024:2026', full: 'ISO/IEC 17024:2026', part: 'clause' },
  'ASTM-E2659-2024': { called: 'ASTM E2659', short: 'ASTM E2659-24', full: 'ASTM E2659-24', part: 'clause' },
  ABSNC: { called: 'ABSNC', short: 'ABSNC', full: 'ABSNC Accreditation Standards', part: 'Standard' },
  'AERA-2014': {
    called: 'AERA/APA/NCME',
    short: 'AERA/APA/NCME 2014',
    full: 'Standards for Educational and Psychological Testing, 2014',
    part: 'chapter',
  },
  'IACET-2018': { called: 'ANSI/IACET 1', short: 'ANSI/IACET 1-2018', full: 'ANSI/IACET 1-2018', part: 'category' },
  'EU-MICRO-2022': {
    called: 'EU micro-credentials',
    short: '2022/C 243/02',
    full: 'Council Recommendation 2022/C 243/02',
    part: 'element',
  },
};

/** The clause of the previous edition, if the number or title has changed since. */
const BEFORE: { readonly [clause in CitedClause]?: readonly CitedClause[] } = {
  'NCCA-2021.S17': ['NCCA-2014.S17', 'NCCA-2014.S21'],
  'NCCA-2021.S20': ['NCCA-2014.S20'],
  'NCCA-2021.S21': ['NCCA-2014.S22'],
  'NCCA-2021.S22': ['NCCA-2014.S23'],
  'NCCA-2021.S23': ['NCCA-2014.S24'],
  'ISO-17024-2026.C9-1': ['ISO-17024-2012.C9-2'],
  'ISO-17024-2026.C9-2': ['ISO-17024-2012.C9-1'],
};

const standardOf = (clause: CitedClause): string => clause.slice(0, clause.indexOf('.'));
const documentOf = (clause: CitedClause): CitedDocument => DOCUMENTS[standardOf(clause)]!;

/** Returns the short citation of a clause: `NCCA 2021 Standard 21, Maintaining Certification (2014: 22)`. */
export const cite = (clause: CitedClause): string => `${documentOf(clause).short} ${partCited(clause)}`;

/** Returns the full name of a clause's document: its title and edition. */
export const documentCited = (clause: CitedClause): string => documentOf(clause).full;

/** Returns a clause's number and title: `Standard 21, Maintaining Certification (2014: 22)`. */
export function partCited(clause: CitedClause): string {
  const { part } = documentOf(clause);
  const [number, title] = CLAUSE_TITLES[clause];
  return `${number === '' ? '' : `${part} ${number}, `}${title}${before(clause)}`;
}

/** Returns the clause's number in the previous edition, ` (2014: 22)`, with its title if that has changed too. */
function before(clause: CitedClause): string {
  const old = BEFORE[clause];
  if (!old) return '';
  const title = CLAUSE_TITLES[clause][1];
  const edition = /\d{4}$/.exec(standardOf(old[0]!))![0];
  const parts = old.map(one => {
    const [number, called] = CLAUSE_TITLES[one];
    return called === title ? number : `${number}, ${called}`;
  });
  return ` (${edition}: ${parts.join('; ')})`;
}

/** Returns a standard's name for messages, without its edition: `NCCA`, `ISO/IEC 17024`. A project's own standard keeps its name. */
export const calledStandard = (name: string): string => DOCUMENTS[name]?.called ?? name;
