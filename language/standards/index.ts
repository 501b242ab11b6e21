/**
 * The built-in standards, which are read-only files of the product. Their facts are packed at build time, and unpacked when a name refers
 * to
 * one.
 */
import type { NamedFacts } from '../model/facts.ts';
import { CredFile } from '../model/file.ts';
import { FACTS } from './facts.ts';
import { BUILT_IN } from './names.ts';
import { pack, unpack } from './pack.ts';
import { TEXTS } from './texts.ts';

/** Returns the address of a built-in standard. The host shows its text there. */
export const standardUri = (name: string): string => `cred-standard:/${name}.cred`;
/** Returns whether an address is that of a built-in standard. Such files are shown, but never checked or changed. */
export const isStandard = (uri: string): boolean => uri.startsWith('cred-standard:');
/** Returns the text of a built-in standard by its address; `undefined` if there is none. */
export function standardText(uri: string): string | undefined {
  const name = uri.slice('cred-standard:/'.length, -'.cred'.length);
  return Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
}

type StandardName = NamedFacts & {
  /** The parsed file, read when it is first needed. */
  readonly file: CredFile;
};
const known = new Map<string, StandardName>();

/** Returns a built-in standard by its name. */
export function standardNamed(name: string): StandardName | undefined {
  const one = known.get(name);
  if (one || !Object.hasOwn(TEXTS, name)) return one;
  const uri = standardUri(name);
  let file: CredFile | undefined;
  // Facts are compared by identity, so each standard has only one object.
  const made = Object.defineProperty(unpack(FACTS[name]!, uri), 'file', { get: () => (file ??= CredFile.read(uri, TEXTS[name]!)) });
  known.set(name, made as StandardName);
  return made as StandardName;
}

/** Returns the built-in standards as names that a program can refer to. */
export const standardNames = (): readonly StandardName[] => BUILT_IN.map(name => standardNamed(name)!);

/** Returns the packed facts of all standards, read from their files. The build calls it. */
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
