/** A parsed file with its model: text, syntax tree, blocks, and the names that it defines. */
import { type Parsed, parse } from '../syntax/document.ts';
import { difference } from '../syntax/relex.ts';
import type { Slip } from '../syntax/tree.ts';
import { isProgramKind } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';
import { Block, bind } from './bind.ts';
import type { AnyBlock } from './block.ts';
import { type NamedFacts, namedIn } from './facts.ts';
import { Lines, type TextRange } from './lines.ts';
import { type Problem, syntaxProblem } from './problem.ts';
import { type Offsets, offsets, type Span } from './span.ts';

/** A file of a project: its text, syntax tree, model and names. It does not change; an edit gives another `CredFile`. */
export class CredFile {
  private allProblems: readonly Problem[] | undefined;

  private constructor(
    readonly uri: string,
    readonly parsed: Parsed,
    readonly lines: Lines,
    private readonly content: FileContent,
  ) {}

  /** Reads a file. `before` is the same file before an edit; its unchanged nodes, blocks and names are reused. */
  static read(uri: string, text: string, before?: CredFile): CredFile {
    const parsed = parse(text, before?.parsed);
    const lines = new Lines(parsed.text);
    return new CredFile(uri, parsed, lines, new ReadContent(uri, parsed, lines, before));
  }

  /**
   * Returns a view of the file with some blocks replaced: `views` maps a block to its view, and `factsOf` maps a block's facts to those
   * that other files see. The file itself stays as it is, and each part of the view is made when it is first read.
   */
  viewed(views: ReadonlyMap<Block, Block>, factsOf: (named: NamedFacts) => NamedFacts): CredFile {
    return new CredFile(this.uri, this.parsed, this.lines, new ViewedContent(this.content, views, factsOf));
  }

  /** The file's blocks as children of a nameless root block. */
  get root(): Block {
    return this.content.root;
  }

  /** All blocks, in the order of the text. */
  get blocks(): readonly Block[] {
    return this.content.blocks;
  }

  /** The file's top-level names, each with the names inside it. */
  get names(): readonly NamedFacts[] {
    return this.content.names;
  }

  /** Returns the facts that other files see of a block; `undefined` if it has no name. */
  named(block: AnyBlock): NamedFacts | undefined {
    return this.content.named(block);
  }

  /** Returns the block of this file that the facts belong to. */
  blockOf(named: NamedFacts): Block | undefined {
    return this.content.blockOf(named);
  }

  /** Returns the names in a top-level block, so that the next reading of the file can reuse them. */
  namesIn(top: Block): NamedIndex | undefined {
    return this.content.namesIn(top);
  }

  get text(): string {
    return this.parsed.text;
  }

  get programs(): readonly Program[] {
    return this.root.children.filter(block => isProgramKind(block.kind)) as unknown as Program[];
  }

  /** The problems found while the model was built. */
  get problems(): readonly Problem[] {
    if (!this.allProblems) {
      const own = [...this.root.problems, ...this.blocks.flatMap(block => block.problems)];
      this.allProblems = [...this.parsed.slips.filter(outside(own)).map(syntaxProblem), ...own];
    }
    return this.allProblems;
  }

  range(span: Span): TextRange {
    const { start, end } = offsets(span);
    return this.lines.range(start, end);
  }

  offsets(span: Span): Offsets {
    return offsets(span);
  }

  textOf(span: Span): string {
    const { start, end } = offsets(span);
    return this.text.slice(start, end);
  }
}

/** Returns a test for slips of single tokens: whether no problem that is told as a whole holds the slip. */
function outside(problems: readonly Problem[]): (slip: Slip) => boolean {
  const wholes = problems.flatMap(one => (one.rule === 'syntax' && one.isWhole ? [offsets(one.span)] : []));
  if (wholes.length === 0) return () => true;
  wholes.sort((a, b) => a.start - b.start);
  return ({ first }) => {
    let [low, high] = [0, wholes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wholes[middle]!.start <= first.start) low = middle + 1;
      else high = middle;
    }
    return low === 0 || first.end > wholes[low - 1]!.end;
  };
}

/** The content of a file, as it was read or as a view shows it. */
interface FileContent {
  readonly root: Block;
  readonly blocks: readonly Block[];
  readonly names: readonly NamedFacts[];
  named(block: AnyBlock): NamedFacts | undefined;
  blockOf(named: NamedFacts): Block | undefined;
  namesIn(top: Block): NamedIndex | undefined;
}

class ReadContent implements FileContent {
  readonly root: Block;
  readonly blocks: readonly Block[];
  readonly names: readonly NamedFacts[];
  private readonly byTop = new Map<AnyBlock, NamedIndex>();
  private byPath: Map<string, Block> | undefined;

  constructor(uri: string, parsed: Parsed, lines: Lines, before: CredFile | undefined) {
    this.root = bind(parsed.root, parsed.text);
    const blocks: Block[] = [];
    collect(this.root, blocks);
    this.blocks = blocks;
    const stays = before && unmoved(before, parsed.text, lines);
    for (const top of this.root.children)
      this.byTop.set(top, (stays?.(top) ? before?.namesIn(top) : undefined) ?? indexOf(top, uri, lines));
    this.names = [...this.byTop.values()].flatMap(index => index.names);
  }

  named(block: AnyBlock): NamedFacts | undefined {
    return this.byTop.get(topOf(block))?.byBlock.get(block);
  }

  blockOf(named: NamedFacts): Block | undefined {
    // Blocks are found by their path, because another reading of the same text has other objects.
    this.byPath ??= this.blocksByPath();
    return this.byPath.get(named.path);
  }

  /** Returns the named blocks by their path; the first of those with one path counts. */
  private blocksByPath(): Map<string, Block> {
    const found = new Map<string, Block>();
    for (const { byBlock } of this.byTop.values())
      for (const [block, { path }] of byBlock) if (!found.has(path)) found.set(path, block as Block);
    return found;
  }

  namesIn(top: Block): NamedIndex | undefined {
    return this.byTop.get(top);
  }
}

class ViewedContent implements FileContent {
  private readonly originals: ReadonlyMap<AnyBlock, Block>;
  private viewedRoot: Block | undefined;
  private viewedBlocks: readonly Block[] | undefined;

  constructor(
    private readonly of: FileContent,
    private readonly views: ReadonlyMap<Block, Block>,
    private readonly factsOf: (named: NamedFacts) => NamedFacts,
  ) {
    this.originals = new Map([...views].map(([block, view]) => [view, block]));
  }

  get root(): Block {
    if (!this.viewedRoot) {
      const { node, kind, table, children, problems } = this.of.root;
      this.viewedRoot = new Block(node, kind, table, undefined);
      for (const child of children) this.viewedRoot.children.push(this.viewOf(child));
      for (const problem of problems) this.viewedRoot.problems.push(problem);
    }
    return this.viewedRoot;
  }

  get blocks(): readonly Block[] {
    return (this.viewedBlocks ??= this.of.blocks.map(block => this.viewOf(block)));
  }

  get names(): readonly NamedFacts[] {
    return this.of.names.map(this.factsOf);
  }

  named(block: AnyBlock): NamedFacts | undefined {
    const named = this.of.named(this.originals.get(block) ?? block);
    return named && this.factsOf(named);
  }

  blockOf(named: NamedFacts): Block | undefined {
    const block = this.of.blockOf(named);
    return block && this.viewOf(block);
  }

  namesIn(): undefined {
    return undefined;
  }

  private viewOf(block: Block): Block {
    return this.views.get(block) ?? block;
  }
}

/** The names in a top-level block, with the block of each. */
interface NamedIndex {
  readonly names: readonly NamedFacts[];
  readonly byBlock: ReadonlyMap<AnyBlock, NamedFacts>;
}

function indexOf(top: Block, uri: string, lines: Lines): NamedIndex {
  const byBlock = new Map<AnyBlock, NamedFacts>();
  return { names: namedIn({ children: [top] }, uri, lines, '', byBlock), byBlock };
}

/** Returns whether a top-level block kept its line and column through the edit: it stands before the edit, or below its lines. */
function unmoved(before: CredFile, text: string, lines: Lines): (top: Block) => boolean {
  const { from, newTo } = difference(before.text, text);
  const sameLines = before.lines.count === lines.count;
  const lastLine = lines.position(newTo).line;
  return top => {
    const { start, end } = offsets(top.span);
    return end < from || (sameLines && lines.position(start).line > lastLine);
  };
}

/** Returns the top-level block that contains the block, or is the block. */
export function topOf<B extends AnyBlock>(block: B): B {
  let top = block;
  while (top.parent?.parent) top = top.parent as B;
  return top;
}

function collect(block: Block, into: Block[]): void {
  for (const child of block.children) {
    into.push(child);
    collect(child, into);
  }
}

/** Returns the program that contains the block, or is the block. */
export function programOf(block: AnyBlock | undefined): Program | undefined {
  for (let at = block; at; at = at.parent) if (isProgramKind(at.kind)) return at as unknown as Program;
  return undefined;
}
