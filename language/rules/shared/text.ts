/** Words and sentences of free text, for the few rules that read it. */

/** The words of a text in lower case. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];

/** Parts of a text that stand for themselves: sentences and what semicolons part. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?;])\s+|\n\s*\n/).filter(sentence => sentence.trim() !== '');

/** Whether a title says one of the words, other than as what it leads up to ("Toward Certification", "Preparing for the Certified …"). */
export function titleSays(title: string, words: readonly string[]): string | undefined {
  const all = wordsOf(title);
  const at = all.findIndex(word => words.includes(word));
  if (at < 0) return undefined;
  const leadsUp = all.slice(0, at).some(word => ['toward', 'towards', 'for', 'preparing', 'preparation', 'prep', 'before'].includes(word));
  const prep = ['prep', 'preparation', 'preparatory', 'readiness', 'review'].includes(all[at + 1] ?? '');
  return leadsUp || prep ? undefined : all[at];
}
