/** Helpers for sentences in every face: lists and counts. */

/** Joins words as `a, b and c`. One word is returned as it is, and an empty list gives an empty text. */
export const listed = (words: readonly string[], and: 'and' | 'or' = 'and'): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}` : words.join('');

/** Returns a count with its noun: `1 outcome`, `3 outcomes`. `several` is the plural if it is not made with an s. */
export const counted = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;
