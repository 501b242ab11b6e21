import type { Token } from '../syntax/token.ts';

/** Returns the content of a text token, without quotation marks and escapes and, for block text, without the common indentation. */
export function textOf(token: Token): string {
  const { text, flaw } = token;
  if (flaw === 'curly-quotes' || flaw === 'single-quotes') return text.replace(/^['‘“”„«]|['’“”»"]$/g, '');
  if (text.startsWith('"""')) return unescape(undent(text.slice(3, flaw ? undefined : -3)));
  return unescape(text.slice(1, flaw ? undefined : -1));
}

/** Removes the backslash before a quotation mark or a backslash; any other backslash stands for itself. */
const unescape = (text: string): string => (text.includes('\\') ? text.replace(/\\(["\\])/g, '$1') : text);

function undent(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length === 1) return text;
  const indents = lines
    .slice(1)
    .filter(line => line.trim() !== '')
    .map(line => /^[ \t]*/.exec(line)![0].length);
  const common = indents.reduce((least, one) => Math.min(least, one), indents[0] ?? 0);
  const [first, ...rest] = lines;
  const body = rest.map(line => line.slice(common));
  if (first!.trim() !== '') body.unshift(first!);
  if (body[body.length - 1]?.trim() === '') body.pop();
  return body.join('\n');
}
