/** The built-in standards: read-only files of the product, read when something names one. */
import type { Named } from '../model/facts.ts';
import { CredFile } from '../model/file.ts';
import astmE2659 from './astm-e2659-2024.cred';
import definingFeatures from './defining-features.cred';
import ice1100 from './ice-1100-2019.cred';
import iso17024of2012 from './iso-17024-2012.cred';
import iso17024of2026 from './iso-17024-2026.cred';
import ncca2014 from './ncca-2014.cred';
import ncca2021 from './ncca-2021.cred';

const SOURCES: Readonly<Record<string, string>> = {
  'DEFINING-FEATURES': definingFeatures,
  'NCCA-2014': ncca2014,
  'NCCA-2021': ncca2021,
  'ICE-1100-2019': ice1100,
  'ISO-17024-2012': iso17024of2012,
  'ISO-17024-2026': iso17024of2026,
  'ASTM-E2659-2024': astmE2659,
};

export const BUILT_IN: readonly string[] = Object.keys(SOURCES);

/** Where a built-in standard is found; the host shows its text at this address. */
export const standardUri = (name: string): string => `cred-standard:/${name}.cred`;
/** Such files are shown, never checked or changed. */
export const isStandard = (uri: string): boolean => uri.startsWith('cred-standard:');
export const standardText = (uri: string): string | undefined => SOURCES[uri.slice('cred-standard:/'.length, -'.cred'.length)];

type StandardName = Named & { readonly file: CredFile };
const read = new Map<string, StandardName>();

export function standardNamed(name: string): StandardName | undefined {
  const source = Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined;
  if (source === undefined) return undefined;
  const known = read.get(name);
  if (known) return known;
  const file = CredFile.read(standardUri(name), source);
  const [named] = file.names;
  if (!named) throw new Error(`The built-in standard ${name} does not name itself.`);
  const one = { ...named, file };
  read.set(name, one);
  return one;
}

export const standardNames = (): readonly StandardName[] => BUILT_IN.map(name => standardNamed(name)!);
