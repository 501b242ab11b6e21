/** Reads and writes names with a code of a classification: "Welders (SOC 51-4121.00)", "Offices of CPAs (NAICS 541211)". */
import { isAddress } from '../addresses.ts';
import { oneLine } from '../values.ts';
import { alignment, type Form } from './forms.ts';
import type { JsonSource } from './source.ts';

/** A classification of occupations or industries. */
interface Classification {
  /** Its short name, as it stands before a code. */
  readonly short: string;
  readonly framework: string;
  readonly frameworkName: string;
  /** Matches other ways in which records name or address it. */
  readonly known: RegExp;
}

/** Classifications of occupations. */
export const OCCUPATION_CODES: readonly Classification[] = [
  {
    short: 'O*NET',
    framework: 'https://www.onetonline.org/',
    frameworkName: 'O*NET-SOC',
    known: /^(?:https?:\/\/(?:www\.)?onet(?:online|center)\.org\/?|O\*NET(?:-SOC)?)$/i,
  },
  {
    short: 'SOC',
    framework: 'https://www.bls.gov/soc/',
    frameworkName: 'Standard Occupational Classification',
    known: /^(?:https?:\/\/(?:www\.)?bls\.gov\/soc\/?|Standard Occupational Classification(?: \(SOC\))?|SOC)$/i,
  },
];
/** Classifications of industries. */
export const INDUSTRY_CODES: readonly Classification[] = [
  {
    short: 'NAICS',
    framework: 'https://www.census.gov/eos/www/naics/',
    frameworkName: 'NAICS',
    known: /^(?:https?:\/\/(?:www\.)?census\.gov\/(?:eos\/www\/)?naics\/?|NAICS|North American Industry Classification System)$/i,
  },
];

/** A name with its code, as an author writes it. */
const WRITTEN = /^(.*\S) \((\S+) ([\d.-]+)\)$/s;

/** Returns the code that a text names, with its classification. */
export function codeIn(
  text: string,
  classifications: readonly Classification[],
): { name: string; code: string; of: Classification } | undefined {
  const [, name, short, code] = WRITTEN.exec(text) ?? [];
  const of = classifications.find(one => one.short === short);
  return of && { name: name!, code: code!, of };
}

/** Makes the form of names that may have a code of these classifications. */
export function coded(classifications: readonly Classification[]): Form {
  return {
    read: (sources, _kind, _key, row) => {
      const names = [...new Set(sources.flatMap(one => nameIn(one, classifications) ?? []))];
      return row.many || names.length < 2 ? names : [names.join('; ')];
    },
    write: (values, _row, textOf) =>
      values.map(value => {
        const found = codeIn(String(value), classifications);
        if (!found) return alignment(textOf(String(value)));
        const { name, code, of } = found;
        return alignment(textOf(name), {
          'ceterms:framework': of.framework,
          'ceterms:frameworkName': textOf(of.frameworkName),
          'ceterms:codedNotation': code,
        });
      }),
  };
}

/** Reads a name, with its code if the classification is known. Of an address alone there is no name. */
function nameIn(source: JsonSource, classifications: readonly Classification[]): string | undefined {
  if (isAddress(source.peek())) return undefined;
  const said = source.said();
  if (said === undefined) return undefined;
  const [code] = source.all('ceterms:codedNotation');
  const frames = ['ceterms:framework', 'ceterms:frameworkName'].flatMap(key => source.all(key).slice(0, 1));
  const names = frames.map(one => one.peek() ?? '');
  const of = classifications.find(one => names.length > 0 && names.every(name => one.known.test(name.trim())));
  if (!of || typeof code?.json !== 'string' || !/^[\d.-]+$/.test(code.json)) return said;
  code.took(0);
  for (const one of frames) one.said();
  return `${oneLine(said)} (${of.short} ${code.json})`;
}
