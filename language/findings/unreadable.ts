/** The reason why a file cannot be read, in words for a finding and for the terminal. */
export interface Unreadable {
  /** The end of a sentence that begins with the file's name, such as "is not UTF-8 text". */
  readonly why: string;
  /** A sentence that says how to remedy it. */
  readonly remedy: string;
}
