/** Returns whether a file of this name is one of Cred's own, which is opened; others are imported. */
export const isOwnName = (name: string): boolean => /\.cred$/i.test(name) || name === 'cred.json';
