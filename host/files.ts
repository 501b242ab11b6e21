/** What the server asks of the surroundings: which files there are, and what they say. The editor's own texts come first. */
import type { Whereabouts } from '../language/findings/host.ts';
import type { ReadFile } from './read.ts';

export interface Files {
  /** The `.cred` and `cred.json` files below a folder, without hidden ones, `node_modules` and what git ignores. */
  list(folder: string): Promise<readonly string[]>;
  /** Whether {@link list} names a file of that folder, if it exists. */
  lists(folder: string, uri: string): boolean;
  /** What a file says, or why it cannot be read; `undefined` where there is no such file. Never rejects. */
  read(uri: string): Promise<ReadFile | undefined>;
  /** The one spelling of an address; editors differ in what they escape ("(", "@"), and one file must not count as two. */
  canonical(uri: string): string;
  /** The one address of a file by whatever link or case it is reached: two addresses are of one file if theirs are equal (`identity.ts`). */
  identity(uri: string): string;
  /** Where a document is that a file names by its path; `root` is the project's folder, out of which nothing is looked for. */
  whereabouts(root: string, uri: string, path: string): Whereabouts | undefined;
  /** The address of such a document, where it is there and within the project. */
  resolve(root: string, uri: string, path: string): string | undefined;
  /** A rule's page as it is shipped. */
  page(rule: string): string | undefined | Promise<string | undefined>;
  /** The address of a rule's page. */
  help(rule: string): string;
}

/** A rule's page as a client shows it that asks the server for its text. */
export const shownPage = (rule: string): string => `cred-page:/${rule}.md`;
