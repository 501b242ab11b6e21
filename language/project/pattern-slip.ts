/** The greatest number of wildcards in a pattern. With more, matching a long path can take millions of steps. */
export const MOST_WILDCARDS = 4;

/** The greatest length of a pattern in characters. No path is longer, and a much longer pattern cannot be made into an expression. */
const LONGEST = 4096;

/** Returns whether matching a pattern may take very long, or cannot be done. */
export const isTooWild = (pattern: string): boolean => pattern.length > LONGEST || (pattern.match(/\*+/g)?.length ?? 0) > MOST_WILDCARDS;

/** Returns why a file pattern, as in .gitignore, matches no file or is not used; `undefined` if it is in order. */
export function patternSlip(pattern: string): string | undefined {
  if (pattern.trim() === '') return 'This one is empty.';
  if (pattern.length > LONGEST) return `It is longer than ${LONGEST} characters, as no path is, and is not followed.`;
  if (isTooWild(pattern)) return `It has more than ${MOST_WILDCARDS} times "*" or "**", and is not followed. Divide it into several.`;
  if (pattern.startsWith('#')) return 'What begins with # is a comment.';
  if (/^!?(\.{1,2}\/|[a-z]:|~)/i.test(pattern))
    return 'It starts at the folder of cred.json, and nothing above or beside that folder can be named.';
  // These characters may follow a backslash, which escapes them.
  if (/\\(?![#!*?[\]\\ ])/.test(pattern)) return 'Write / between folders, on Windows too.';
  if (/\[[^\]]*$/.test(pattern.replace(/\\./g, ''))) return 'A ] is missing.';
  return undefined;
}
