/** What the exit code of `cred` says. */
export const CLEAN = 0;
/** Errors found, or more warnings than are allowed. */
export const FOUND = 1;
/** Wrong usage, or something that cannot be read. */
export const WRONG_USAGE = 2;

/** Ends with a word on stderr: wrong usage, or something that cannot be read or written. */
export function refuse(message?: string): void {
  if (message) process.stderr.write(`${message}\n`);
  process.exitCode = WRONG_USAGE;
}
