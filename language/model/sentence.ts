/** What sentences are made of in every face: lists and counts. */

/** `a, b and c`; a lone word stands alone, and none gives nothing. */
export const listed = (words: readonly string[], and: 'and' | 'or' = 'and'): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}` : words.join('');

/** `1 outcome`, `3 outcomes`; `several` where the plural is not made with an s. */
export const counted = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;
