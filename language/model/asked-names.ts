/** The entries with which a check records the names that it looked up: each top-level name as it is written, and two special entries. */

/**
 * Recorded by a check that goes through all names, for example to suggest the nearest: any name that is added or removed may change its
 * findings.
 */
export const EVERY_NAME = '*';

/** Returns the entry for a lookup of an owner's programs. It contains a space, so no name equals it. */
export const ownedKey = (owner: string): string => `owner ${owner}`;

/** Returns the owner of such an entry; `undefined` if the entry is a name. */
export const ownerOfKey = (key: string): string | undefined => (key.startsWith('owner ') ? key.slice('owner '.length) : undefined);
