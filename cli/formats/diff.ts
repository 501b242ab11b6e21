/** Formats changes as a unified diff, for people and for `git apply`. */
import pc from 'picocolors';
import { unifiedDiff } from '../../assistant/diff.ts';
import { printable } from '../../language/model/printable.ts';

interface DiffOptions {
  readonly colours: boolean;
  /** Whether the diff goes to a terminal. There control characters are replaced; elsewhere every character is kept. */
  readonly terminal?: boolean;
}

/** Returns the diff of one file; `path` stands in its header. */
export function diffOf(path: string, before: string, after: string, { colours, terminal = false }: DiffOptions): string {
  const lines = unifiedDiff(path, before, after).split('\n');
  const c = pc.createColors(colours);
  const painted = (line: string): string =>
    line.startsWith('+') ? c.green(line) : line.startsWith('-') ? c.red(line) : line.startsWith('@') ? c.cyan(line) : line;
  return lines.map(line => painted(terminal ? printable(line.replace(/\r$/, '')) : line)).join('\n');
}
