/** Changes as a unified diff, which people and `git apply` read. */
import { createTwoFilesPatch } from 'diff';
import pc from 'picocolors';

export function diffOf(path: string, before: string, after: string, colours: boolean): string {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, '', '', { context: 3, stripTrailingCr: false });
  const lines = patch.split('\n').filter((line, i) => !(i === 0 && /^=+$/.test(line)));
  if (!colours) return lines.join('\n');
  const c = pc.createColors(true);
  return lines
    .map(line => (line.startsWith('+') ? c.green(line) : line.startsWith('-') ? c.red(line) : line.startsWith('@') ? c.cyan(line) : line))
    .join('\n');
}
