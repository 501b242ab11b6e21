/** The built-in standards: read-only files of the product. Their facts are made at build time and unpacked when something names one. */
import type { NamedFacts } from '../model/facts.ts';
import { CredFile } from '../model/file.ts';
import astmE2659 from './astm-e2659-2024.cred';
import definingFeatures from './defining-features.cred';
import { FACTS } from './facts.ts';
import ice1100 from './ice-1100-2019.cred';
import iso17024of2012 from './iso-17024-2012.cred';
import iso17024of2026 from './iso-17024-2026.cred';
import { BUILT_IN } from './names.ts';
import ncca2014 from './ncca-2014.cred';
import ncca2021 from './ncca-2021.cred';
import { pack, unpack } from './pack.ts';

const SOURCES: Readonly<Record<string, string>> & Readonly<Record<(typeof BUILT_IN)[number], string>> = {
  'DEFINING-FEATURES': definingFeatures,
  'NCCA-2014': ncca2014,
  'NCCA-2021': ncca2021,
  'ICE-1100-2019': ice1100,
  'ISO-17024-2012': iso17024of2012,
  'ISO-17024-2026': iso17024of2026,
  'ASTM-E2659-2024': astmE2659,
};

/** Where a built-in standard is found; the host shows its text at this address. */
export const standardUri = (name: string): string => `cred-standard:/${name}.cred`;
/** Such files are shown, never checked or changed. */
export const isStandard = (uri: string): boolean => uri.startsWith('cred-standard:');
export function standardText(uri: string): string | undefined {
  const name = uri.slice('cred-standard:/'.length, -'.cred'.length);
  return Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined;
}

type StandardName = NamedFacts & {
  /** Its text understood: read when somebody looks into it. */
  readonly file: CredFile;
};
const known = new Map<string, StandardName>();

export function standardNamed(name: string): StandardName | undefined {
  const one = known.get(name);
  if (one || !Object.hasOwn(SOURCES, name)) return one;
  const uri = standardUri(name);
  let file: CredFile | undefined;
  // Facts are compared by identity, so there is one of each.
  const made = Object.defineProperty(unpack(FACTS[name]!, uri), 'file', { get: () => (file ??= CredFile.read(uri, SOURCES[name]!)) });
  known.set(name, made as StandardName);
  return made as StandardName;
}

export const standardNames = (): readonly StandardName[] => BUILT_IN.map(name => standardNamed(name)!);

/** The facts as the files say them, packed: what is made at build time. */
export function packedFacts(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SOURCES).map(([name, text]) => {
      const [named] = CredFile.read(standardUri(name), text).names;
      if (named?.name !== name) throw new Error(`The built-in standard ${name} does not name itself.`);
      return [name, pack(named)];
    }),
  );
}
