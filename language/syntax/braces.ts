/**
 * One forgotten brace must not turn a file inside out. Where braces do not pair up, indentation says where the missing
 * one most likely belongs, and a brace without length is put there. A file whose braces pair up is never touched.
 */
import { Token } from './token.ts';

/** How deep blocks are read. The language has no use for a tenth of it, and a file made to be deep must not exhaust the stack. */
export const DEEPEST = 100;

export function pairBraces(all: Token[], text: string): Token[] {
  const deep = balance(all);
  const tokens = deep.most > DEEPEST ? shallow(all, text) : all;
  const depth = tokens === all ? deep : balance(tokens);
  if (depth.open === 0 && depth.stray === 0) return tokens;
  const columns = lineIndents(tokens, text);
  const lines = lineBegins(tokens);
  const closes = linesThatClose(tokens, columns);
  const rest = restsOfLines(tokens);
  const out: Token[] = [];
  // Per open brace: the indentation of its line, and the line's first token.
  const open: { line: number; begin: number }[] = [];
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
      if (toOpen > 0 && isStray(tokens, columns, i, open[open.length - 1], lines[i]!)) {
        toOpen--;
        if (open.length > 0) {
          out.push(like(token, 'bad'));
          continue;
        }
      }
      if (open.length > 0) open.pop();
    }
    out.push(token);
    if (token.kind === '{') open.push({ line: column, begin: lines[i]! });
    // A head without `{`, whose next line is indented deeper, opened a block that a stray `}` closes.
    const next = tokens[i + 1];
    if (toOpen > 0 && next?.firstOnLine && endsHead(tokens, i) && columns[i + 1]! > column && closes[lines[i]!]) {
      out.push(brace('{', token.end));
      open.push({ line: column, begin: lines[i]! });
      toOpen--;
    } else if (toOpen > 0 && next?.kind === 'key' && !next.begins && !next.firstOnLine && endsHead(tokens, i) && rest[i] === -1) {
      // `eligibility experience: 4000 hours }`
      out.push(brace('{', token.end), like(next, 'key'));
      open.push({ line: column, begin: lines[i]! });
      toOpen--;
      i++;
    }
  }
  return out;
}

/** Whether a `}` that is too many in the file is this one: what it would close goes on, or was not opened in its line. */
function isStray(
  tokens: readonly Token[],
  columns: readonly number[],
  i: number,
  innermost: { line: number; begin: number } | undefined,
  begin: number,
): boolean {
  if (!innermost) return true;
  const next = tokens[i + 1];
  if (!tokens[i]!.firstOnLine)
    // `{}` before lines that are indented deeper: an editor put the `}`.
    return innermost.begin !== begin || (tokens[i - 1]!.kind === '{' && next?.firstOnLine === true && columns[i + 1]! > innermost.line);
  if (columns[i]! > innermost.line) return true;
  if (next === undefined || next.firstOnLine) return next !== undefined && columns[i + 1]! > innermost.line;
  // Typed before a line that stands as the one above it, or before a property, which hardly anyone writes behind a `}`.
  const column = columns[i]! + next.gap;
  return column > innermost.line && (next.kind === 'key' || (next.kind === 'head' && column === columns[i - 1]));
}

/** Per token: how many braces the rest of its line opens, less those that it closes. */
function restsOfLines(tokens: readonly Token[]): number[] {
  const rests: number[] = new Array(tokens.length);
  let depth = 0;
  for (let i = tokens.length - 1; i >= 0; i--) {
    rests[i] = depth;
    const { kind, firstOnLine } = tokens[i]!;
    depth = firstOnLine ? 0 : depth + (kind === '{' ? 1 : kind === '}' ? -1 : 0);
  }
  return rests;
}

/** Per token: the index of the first one on its line. */
function lineBegins(tokens: readonly Token[]): number[] {
  let begin = 0;
  return tokens.map((token, i) => (token.firstOnLine ? (begin = i) : begin));
}

/** Each block that stands too deep as one token, unread. */
function shallow(tokens: readonly Token[], text: string): Token[] {
  const out: Token[] = [];
  let depth = 0;
  let first: Token | undefined;
  const unread = (from: Token, end: number): void => {
    const token = new Token('bad', text.slice(from.start, end), from.start, end - from.start, from.begins, from.firstOnLine, 'too-deep');
    token.gap = from.gap;
    out.push(token);
  };
  for (const token of tokens) {
    if (token.kind === '{' && ++depth > DEEPEST) first ??= token;
    if (!first) out.push(token);
    if (token.kind === '}' && depth > 0 && depth-- === DEEPEST + 1 && first) {
      unread(first, token.end);
      first = undefined;
    }
  }
  if (first) unread(first, tokens[tokens.length - 1]!.end);
  return out;
}

/** How many `{` are never closed, how many `}` close nothing, and how many are open at most. */
function balance(tokens: readonly Token[]): { open: number; stray: number; most: number } {
  let open = 0;
  let stray = 0;
  let most = 0;
  for (const { kind } of tokens) {
    if (kind === '{') most = Math.max(most, ++open);
    else if (kind === '}') {
      if (open > 0) open--;
      else stray++;
    }
  }
  return { open, stray, most };
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

/** Per first token of a line: whether the next line that is not indented deeper begins with `}`. */
function linesThatClose(tokens: readonly Token[], columns: readonly number[]): boolean[] {
  const closes: boolean[] = new Array(tokens.length);
  // The first tokens of the lines below, each indented less than the one after it on the stack.
  const below: number[] = [];
  for (let i = tokens.length - 1; i >= 0; i--) {
    if (!tokens[i]!.firstOnLine) continue;
    while (below.length > 0 && columns[below[below.length - 1]!]! > columns[i]!) below.pop();
    const next = below[below.length - 1];
    closes[i] = next !== undefined && tokens[next]!.kind === '}';
    below.push(i);
  }
  return closes;
}

/** The token as another kind, at a place where a member may begin. */
function like(token: Token, kind: Token['kind']): Token {
  const other = new Token(kind, token.text, token.start, token.length, true, token.firstOnLine);
  other.gap = token.gap;
  return other;
}

const brace = (kind: '{' | '}', at: number): Token => new Token(kind, '', at, 0, false, false, undefined, true);
