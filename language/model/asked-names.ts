/** What a check notes of the names that it asked for: each top-level name as it is written, and two entries that no name is like. */

/** Noted by who goes through all names, as to suggest the nearest: any name that comes or goes may change its findings. */
export const EVERY_NAME = '*';

/** Noted by who asks for the programs of an owner. It has a space in it, so no name is like it. */
export const ownedKey = (owner: string): string => `owner ${owner}`;

/** The owner that such an entry is about; `undefined` where it is about a name. */
export const ownerOfKey = (key: string): string | undefined => (key.startsWith('owner ') ? key.slice('owner '.length) : undefined);
