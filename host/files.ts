/**
 * The file access that the language server needs: which files exist and what they contain. Texts open in the editor take precedence over
 * it.
 */
import type { Whereabouts } from '../language/findings/host.ts';
import type { SourceText } from '../library/api.ts';
import type { ReadFile } from './decoded.ts';
import type { FileVersions } from './versions.ts';

/** Texts as they were, or why they are not known. */
export type EarlierTexts = { readonly texts: readonly SourceText[] } | { readonly refused: string };

/** Access to files by address (URI). Each environment has its own implementation: a disk, or a client that reads for the server. */
export interface Files {
  /** Lists the `.cred` and `cred.json` files below a folder. Hidden files, `node_modules` and files that git ignores are left out. */
  list(folder: string): Promise<readonly string[]>;
  /** Whether {@link list} would include this file of the folder, provided that it exists. */
  lists(folder: string, uri: string): boolean;
  /** Reads a file: its text, or the reason why it cannot be read; `undefined` if it does not exist. Never rejects. */
  read(uri: string): Promise<ReadFile | undefined>;
  /** Whether an address may be that of a folder that exists. */
  mayBeFolder(uri: string): boolean;
  /** Returns one spelling for an address. Editors escape different characters, such as "(" and "@", and one file must not count as two. */
  canonical(uri: string): string;
  /**
   * Returns one address for a file, through whatever link or capitals it was reached: two addresses are of the same file if their
   * identities are equal (`identity.ts`).
   */
  identity(uri: string): string;
  /**
   * Returns whether a document that a file names by its path exists. `root` is the project's folder; documents outside it are never looked
   * for.
   */
  whereabouts(root: string, uri: string, path: string): Whereabouts | undefined;
  /** Returns the address of such a document, if it exists within the project. */
  resolve(root: string, uri: string, path: string): string | undefined;
  /** Returns the versions of a file in git; absent where there is no git. */
  versions?(uri: string): FileVersions;
  /** Returns the text of a file at a revision; `undefined` if git does not have it. */
  textAt?(uri: string, revision: string): string | undefined;
  /**
   * Returns the texts that files had at any revision, by their addresses, with those that are gone since; or why git cannot tell. `place`
   * is the file or folder that is compared, and `now` are its files as they are on the disk.
   */
  textsSince?(revision: string, place: string, now: readonly SourceText[]): EarlierTexts;
  /** Returns the Markdown page of a rule, as it is shipped. */
  page(rule: string): string | undefined | Promise<string | undefined>;
  /** Returns the address of a rule's page. */
  help(rule: string): string;
}

/** Returns the address under which a client shows a rule's page itself; the client asks the server for the page's text. */
export const shownPage = (rule: string): string => `cred-page:/${rule}.md`;
