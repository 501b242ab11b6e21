/** Why a file cannot be read, in words that a finding and a line on a terminal share. */
export interface Unreadable {
  /** What is the matter with the file, as the end of a sentence that begins with its name: "is not UTF-8 text". */
  readonly why: string;
  /** A sentence that says what to do. */
  readonly remedy: string;
}
