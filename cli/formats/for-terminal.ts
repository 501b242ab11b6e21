/** Formats Cred's pages for a terminal. Markdown is readable as it is, so only its marks are dimmed. */
import pc from 'picocolors';
import type { Colours } from '../terminal/paint.ts';

/** Returns a page for a terminal, coloured if requested. */
export function forTerminal(markdown: string, colours: boolean): string {
  const c = pc.createColors(colours);
  let fenced = false;
  const lines = markdown
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .replace(/<a id="[^"]*"><\/a>/g, '')
    .trim()
    .split('\n')
    .flatMap(line => {
      if (/^```/.test(line)) {
        fenced = !fenced;
        return [];
      }
      if (fenced) return [`    ${c.cyan(line)}`];
      const heading = /^(#+) (.*)$/.exec(line);
      if (heading) return [heading[1]!.length === 1 ? c.bold(c.underline(quiet(heading[2]!, c))) : c.bold(quiet(heading[2]!, c))];
      return [quiet(line, c)];
    });
  return `${lines.join('\n')}\n`;
}

const quiet = (line: string, c: Colours): string =>
  line
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, text: string, target: string) => (/^https?:/.test(target) ? `${text} (${target})` : text))
    .replace(/<(https?:[^>]+)>/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, (_, text: string) => c.bold(text))
    .replace(/`([^`]+)`/g, (_, text: string) => c.cyan(text))
    .replace(/\\([\\`*_{}[\]()<>#&+.:!|~-])/g, '$1');
