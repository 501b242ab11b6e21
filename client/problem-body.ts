/** Writes the body of a report of a problem. It holds nothing that the author wrote, unless the author gives it. */

/** What a report tells. */
export interface ProblemReport {
  /** What the reporter is asked. */
  readonly asks: string;
  /** Programs with their versions, and the day. */
  readonly made: readonly string[];
  /** The rule of each finding. Their messages are left off, since they repeat names of the text. */
  readonly rules: readonly string[];
  /** The text that the author gives. */
  readonly text?: string;
}

/** The most characters of a text that the form takes; its address would be too long otherwise. */
const MOST = 3000;

/** Returns the body in Markdown. */
export function problemBody({ asks, made, rules, text }: ProblemReport): string {
  const times = new Map<string, number>();
  for (const rule of rules) times.set(rule, (times.get(rule) ?? 0) + 1);
  const found = [...times].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, count]) => (count === 1 ? rule : `${rule} (${count})`));
  return [
    `**${asks}**\n\n`,
    made.join(', '),
    ...(found.length > 0 ? [found.join(', ')] : []),
    ...(text ? [fenced(text.length > MOST ? `${text.slice(0, MOST)}\n…` : text)] : []),
  ].join('\n\n');
}

/** Fences a text with more backticks than it has in a row. */
function fenced(text: string): string {
  const longest = Math.max(3, ...[...text.matchAll(/\x60+/g)].map(([run]) => run.length));
  const fence = '\x60'.repeat(longest + 1);
  return `${fence}cred\n${text}\n${fence}`;
}
