/** Looks up a word of the text in a table. Only own keys count, so "constructor" has no entry. */
export const entry = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
