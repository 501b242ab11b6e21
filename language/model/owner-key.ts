/** How a check notes that it has asked for the programs of an owner, among the names that it asked for. */

/** It has a space in it, so no name is like it. */
export const ownedKey = (owner: string): string => `owner ${owner}`;

/** The owner that such a note is about. */
export const ownerOfKey = (key: string): string | undefined => (key.startsWith('owner ') ? key.slice('owner '.length) : undefined);
