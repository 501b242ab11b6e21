/** What the exit code of `cred` says. */
export const CLEAN = 0;
/** Errors found, or more warnings than are allowed. */
export const FOUND = 1;
/** Wrong usage, or something that cannot be read or written. */
export const WRONG_USAGE = 2;
/** Cred itself is at fault. (The number is that of EX_SOFTWARE in sysexits.h.) */
export const OWN_FAULT = 70;

export type Status = typeof CLEAN | typeof FOUND | typeof WRONG_USAGE | typeof OWN_FAULT;
