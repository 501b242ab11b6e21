/** What the exit code of `cred` says. */
export const CLEAN = 0;
/** Errors found, or more warnings than are allowed. */
export const FOUND = 1;
/** Wrong usage, or something that cannot be read. */
export const WRONG_USAGE = 2;

export type Status = typeof CLEAN | typeof FOUND | typeof WRONG_USAGE;
