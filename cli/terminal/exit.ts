/** The exit code if nothing is wrong. */
export const CLEAN = 0;
/** The exit code if there are errors, or more warnings than allowed. */
export const FOUND = 1;
/** The exit code for wrong usage, or for something that cannot be read or written. */
export const WRONG_USAGE = 2;
/** The exit code for a bug in Cred itself (EX_SOFTWARE in sysexits.h). */
export const OWN_FAULT = 70;

/** The exit codes of `cred`. */
export type Status = typeof CLEAN | typeof FOUND | typeof WRONG_USAGE | typeof OWN_FAULT;
