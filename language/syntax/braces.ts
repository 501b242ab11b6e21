/**
 * Pairs braces, so that one forgotten brace does not turn a whole file inside out. Where braces do not pair up, the indentation
 * tells where the missing one most likely belongs, and a brace of length 0 is inserted there. A file whose braces pair up is
 * never touched.
 */
import { Token } from './token.ts';

/**
 * The number of nested blocks that Cred reads. Real programs need less than a tenth of it, and a deeper file must not overflow the stack.
 */
export const DEEPEST = 100;

/** Returns the tokens of a file with a virtual brace wherever one is missing, and with surplus `}` marked as bad tokens. */
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
  // For each open brace: the indentation of its line, and the index of the line's first token.
  const open: { line: number; begin: number }[] = [];
  // The number of blocks that nothing closes. Each is closed before a line that is not indented deeper than the block's own line.
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
      // A line `}` to the left of the innermost block closes an outer block: the brace of the inner one is missing.
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
    // A head without `{` whose next line is indented deeper has opened a block, and a surplus `}` closes it.
    const next = tokens[i + 1];
    if (toOpen > 0 && next?.firstOnLine && endsHead(tokens, i) && columns[i + 1]! > column && closes[lines[i]!]) {
      out.push(brace('{', token.end));
      open.push({ line: column, begin: lines[i]! });
      toOpen--;
    } else if (toOpen > 0 && next?.kind === 'key' && !next.begins && !next.firstOnLine && endsHead(tokens, i) && rest[i] === -1) {
      // For example, `eligibility experience: 4000 hours }`.
      out.push(brace('{', token.end), like(next, 'key'));
      open.push({ line: column, begin: lines[i]! });
      toOpen--;
      i++;
    }
  }
  return out;
}

/** Returns whether this is the surplus `}` of the file: the block that it would close goes on after it, or was opened on another line. */
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
    // `{}` stands before lines that are indented deeper: an editor inserted the `}` too early.
    return innermost.begin !== begin || (tokens[i - 1]!.kind === '{' && next?.firstOnLine === true && columns[i + 1]! > innermost.line);
  if (columns[i]! > innermost.line) return true;
  if (next === undefined || next.firstOnLine) return next !== undefined && columns[i + 1]! > innermost.line;
  // The `}` was typed before a line that is indented like the one above, or before a property, which hardly anyone writes after a `}`.
  const column = columns[i]! + next.gap;
  return column > innermost.line && (next.kind === 'key' || (next.kind === 'head' && column === columns[i - 1]));
}

/** Returns for each token how many braces the rest of its line opens, minus the number that it closes. */
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

/** Returns for each token the index of the first token on its line. */
function lineBegins(tokens: readonly Token[]): number[] {
  let begin = 0;
  return tokens.map((token, i) => (token.firstOnLine ? (begin = i) : begin));
}

/** Replaces each block that is nested too deep by one token of kind `bad`, which is not parsed. */
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

/** Counts the `{` that are never closed, the `}` that close nothing, and the deepest nesting. */
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

/** Returns for each token the indentation of its line, in characters. */
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

/** Returns whether the token ends a line that begins with a block's head and has no brace yet. */
function endsHead(tokens: readonly Token[], i: number): boolean {
  for (let k = i; k >= 0; k--) {
    const token = tokens[k]!;
    if (token.kind === '{' || token.kind === '}' || token.kind === ';' || token.kind === 'key') return false;
    if (token.kind === 'head') return true;
    if (token.firstOnLine) return false;
  }
  return false;
}

/** Returns for each first token of a line whether the next line that is not indented deeper begins with `}`. */
function linesThatClose(tokens: readonly Token[], columns: readonly number[]): boolean[] {
  const closes: boolean[] = new Array(tokens.length);
  // A stack of the first tokens of the lines below; each is indented less than the one after it on the stack.
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

/** Returns a copy of the token with another kind, at a place where a member may begin. */
function like(token: Token, kind: Token['kind']): Token {
  const other = new Token(kind, token.text, token.start, token.length, true, token.firstOnLine);
  other.gap = token.gap;
  return other;
}

const brace = (kind: '{' | '}', at: number): Token => new Token(kind, '', at, 0, false, false, undefined, true);
