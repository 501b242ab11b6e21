/** What the server asks of the surroundings: which files there are, and what they say. The editor's own texts come first. */
export interface Files {
  /** The `.cred` and `cred.json` files below a folder, without hidden ones, `node_modules` and what git ignores. */
  list(folder: string): Promise<readonly string[]>;
  /** `undefined` where there is no such file, or it cannot be read as text. */
  read(uri: string): Promise<string | undefined>;
  /** Whether a path relative to a file's folder exists; `undefined` where it cannot be told. */
  exists(uri: string, path: string): boolean | undefined;
  /** The address of a path relative to a file, where it exists. */
  resolve(uri: string, path: string): string | undefined;
  /** A rule's page as it is shipped. */
  page(rule: string): string | undefined;
  /** The address of a rule's page. */
  help(rule: string): string;
}
