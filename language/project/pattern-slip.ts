/** More signs that stand for anything let a pattern go through a long path in millions of ways. */
export const MOST_WILDCARDS = 4;

/** Whether matching a pattern may take very long. */
export const isTooWild = (pattern: string): boolean => (pattern.match(/\*+/g)?.length ?? 0) > MOST_WILDCARDS;

/** Why a pattern of files, as in .gitignore, would name none of them, or is not followed. */
export function patternSlip(pattern: string): string | undefined {
  if (pattern.trim() === '') return 'This one is empty.';
  if (isTooWild(pattern)) return `It has more than ${MOST_WILDCARDS} times "*" or "**", and is not followed. Divide it into several.`;
  if (pattern.startsWith('#')) return 'What begins with # is a comment.';
  if (/^!?(\.{1,2}\/|[a-z]:|~)/i.test(pattern))
    return 'It starts at the folder of cred.json, and nothing above or beside that folder can be named.';
  // What it makes a plain sign of may stand after a backslash.
  if (/\\(?![#!*?[\]\\ ])/.test(pattern)) return 'Write / between folders, on Windows too.';
  if (/\[[^\]]*$/.test(pattern.replace(/\\./g, ''))) return 'A ] is missing.';
  return undefined;
}
