/**
 * One forgotten brace must not turn a file inside out. Where braces do not pair up, indentation says where the missing
 * one most likely belongs, and a brace without length is put there. A file whose braces pair up is never touched.
 */
import { Token } from './token.ts';

export function pairBraces(tokens: Token[], text: string): Token[] {
  const depth = balance(tokens);
  if (depth.open === 0 && depth.stray === 0) return tokens;
  const columns = lineIndents(tokens, text);
  const out: Token[] = [];
  const open: { line: number; virtual: boolean }[] = [];
  // Opened blocks that nothing closes: close them where a line is not indented deeper than the block's own.
  let toClose = depth.open;
  let toOpen = depth.stray;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const column = columns[i]!;
    if (token.firstOnLine && (token.kind === 'head' || token.kind === 'key')) {
      while (toClose > 0 && open.length > 0 && column <= open[open.length - 1]!.line) {
        out.push(brace('}', out[out.length - 1]!.end));
        open.pop();
        toClose--;
      }
    }
    if (token.kind === '}') {
      // A line `}` that stands left of the innermost block closes an outer one: the inner one's is missing.
      while (toClose > 0 && token.firstOnLine && open.length > 1 && column < open[open.length - 1]!.line) {
        out.push(brace('}', out[out.length - 1]!.end));
        open.pop();
        toClose--;
      }
      if (open.length > 0) open.pop();
    }
    out.push(token);
    if (token.kind === '{') open.push({ line: column, virtual: false });
    // A head without `{`, whose next line is indented deeper, opened a block that a stray `}` closes.
    const next = tokens[i + 1];
    if (toOpen > 0 && next?.firstOnLine && endsHead(tokens, i) && columns[i + 1]! > column && closesLater(tokens, columns, i + 1, column)) {
      out.push(brace('{', token.end));
      open.push({ line: column, virtual: true });
      toOpen--;
    }
  }
  return out;
}

/** How many `{` are never closed, and how many `}` close nothing. */
function balance(tokens: readonly Token[]): { open: number; stray: number } {
  let open = 0;
  let stray = 0;
  for (const { kind } of tokens) {
    if (kind === '{') open++;
    else if (kind === '}') {
      if (open > 0) open--;
      else stray++;
    }
  }
  return { open, stray };
}

/** Per token: the indentation of its line, in characters. */
function lineIndents(tokens: readonly Token[], text: string): number[] {
  let indent = 0;
  return tokens.map(token => {
    if (token.firstOnLine) {
      let start = token.start;
      while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
      indent = token.start - start;
    }
    return indent;
  });
}

/** Whether the token ends a line that begins with a block's head and has no brace yet. */
function endsHead(tokens: readonly Token[], i: number): boolean {
  for (let k = i; k >= 0; k--) {
    const token = tokens[k]!;
    if (token.kind === '{' || token.kind === '}' || token.kind === ';' || token.kind === 'key') return false;
    if (token.kind === 'head') return true;
    if (token.firstOnLine) return false;
  }
  return false;
}

/** Whether a line `}` at the column comes before any other line that is not indented deeper. */
function closesLater(tokens: readonly Token[], columns: readonly number[], from: number, column: number): boolean {
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]!.firstOnLine && columns[i]! <= column) return tokens[i]!.kind === '}';
  }
  return false;
}

const brace = (kind: '{' | '}', at: number): Token => new Token(kind, '', at, 0, false, false, undefined, true);
