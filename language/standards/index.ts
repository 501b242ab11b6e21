/** The built-in standards: read-only files of the product. Their facts are made at build time and unpacked when something names one. */
import type { NamedFacts } from '../model/facts.ts';
import { CredFile } from '../model/file.ts';
import { FACTS } from './facts.ts';
import { BUILT_IN } from './names.ts';
import { pack, unpack } from './pack.ts';
import { TEXTS } from './texts.ts';

/** Where a built-in standard is found; the host shows its text at this address. */
export const standardUri = (name: string): string => `cred-standard:/${name}.cred`;
/** Such files are shown, never checked or changed. */
export const isStandard = (uri: string): boolean => uri.startsWith('cred-standard:');
export function standardText(uri: string): string | undefined {
  const name = uri.slice('cred-standard:/'.length, -'.cred'.length);
  return Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
}

type StandardName = NamedFacts & {
  /** Its text understood: read when somebody looks into it. */
  readonly file: CredFile;
};
const known = new Map<string, StandardName>();

export function standardNamed(name: string): StandardName | undefined {
  const one = known.get(name);
  if (one || !Object.hasOwn(TEXTS, name)) return one;
  const uri = standardUri(name);
  let file: CredFile | undefined;
  // Facts are compared by identity, so there is one of each.
  const made = Object.defineProperty(unpack(FACTS[name]!, uri), 'file', { get: () => (file ??= CredFile.read(uri, TEXTS[name]!)) });
  known.set(name, made as StandardName);
  return made as StandardName;
}

export const standardNames = (): readonly StandardName[] => BUILT_IN.map(name => standardNamed(name)!);

/** The facts as the files say them, packed: what is made at build time. */
export function packedFacts(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(TEXTS).map(([name, text]) => {
      const [named] = CredFile.read(standardUri(name), text).names;
      if (named?.name !== name)
        throw new Error(
          `language/standards/${name.toLowerCase()}.cred describes ${named ? `"${named.name}"` : 'no standard'}; name it "${name}", as its file is.`,
        );
      return [name, pack(named)];
    }),
  );
}
