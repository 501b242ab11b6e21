/** A file understood: its text, tree, model and the names it gives. */
import { type Parsed, parse } from '../syntax/document.ts';
import { difference } from '../syntax/relex.ts';
import { isProgramKind } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';
import { type Block, bind } from './bind.ts';
import type { AnyBlock } from './block.ts';
import { type NamedFacts, namedIn } from './facts.ts';
import { Lines, type TextRange } from './lines.ts';
import { type Problem, syntaxProblem } from './problem.ts';
import { type Offsets, offsets, type Span } from './span.ts';

export class CredFile {
  readonly lines: Lines;
  readonly root: Block;
  /** Every block, in the order of the text. */
  readonly blocks: readonly Block[];
  /** The top-level names and what stands in them. */
  readonly names: readonly NamedFacts[];
  /** The names in each top-level block. */
  private readonly parts = new Map<AnyBlock, NamedIndex>();
  /** How others are to be told of its blocks, while that is not as they stand. */
  private toldAs: ((named: NamedFacts) => NamedFacts) | undefined;
  private blocksByPath: Map<string, Block> | undefined;
  private allProblems: readonly Problem[] | undefined;

  private constructor(
    readonly uri: string,
    readonly parsed: Parsed,
    before?: CredFile,
  ) {
    this.lines = new Lines(parsed.text);
    this.root = bind(parsed.root, parsed.text);
    const blocks: Block[] = [];
    collect(this.root, blocks);
    this.blocks = blocks;
    const stays = before && unmoved(before, this);
    for (const top of this.root.children) {
      const kept = stays?.(top) ? before?.parts.get(top) : undefined;
      this.parts.set(top, kept ?? namedPart(top, uri, this.lines));
    }
    this.names = [...this.parts.values()].flatMap(part => part.names);
  }

  /** `before` is the same file before an edit; what did not change is kept. */
  static read(uri: string, text: string, before?: CredFile): CredFile {
    return new CredFile(uri, parse(text, before?.parsed), before);
  }

  get text(): string {
    return this.parsed.text;
  }

  get programs(): readonly Program[] {
    return this.root.children.filter(block => isProgramKind(block.kind)) as unknown as Program[];
  }

  /** What is amiss in the words themselves. */
  get problems(): readonly Problem[] {
    if (!this.allProblems) {
      this.allProblems = [...this.parsed.slips.map(syntaxProblem), ...this.root.problems, ...this.blocks.flatMap(block => block.problems)];
    }
    return this.allProblems;
  }

  named(block: AnyBlock): NamedFacts | undefined {
    const named = this.parts.get(topOf(block))?.byBlock.get(block);
    return named && this.toldAs ? this.toldAs(named) : named;
  }

  /** What `look` gives while others are told of its blocks in another way. */
  telling<T>(toldAs: (named: NamedFacts) => NamedFacts, look: () => T): T {
    this.toldAs = toldAs;
    try {
      return look();
    } finally {
      this.toldAs = undefined;
    }
  }

  /** The block that a name of this file stands for. */
  blockOf(named: NamedFacts): Block | undefined {
    // By its path, since another reading of the same text gives other objects.
    this.blocksByPath ??= new Map(
      [...this.parts.values()].flatMap(part => [...part.byBlock].map(([block, one]) => [one.path, block as Block] as const)).reverse(),
    );
    return this.blocksByPath.get(named.path);
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

interface NamedIndex {
  readonly names: readonly NamedFacts[];
  readonly byBlock: ReadonlyMap<AnyBlock, NamedFacts>;
}

function namedPart(top: Block, uri: string, lines: Lines): NamedIndex {
  const byBlock = new Map<AnyBlock, NamedFacts>();
  return { names: namedIn({ children: [top] }, uri, lines, '', byBlock), byBlock };
}

/** Tells of a top-level block whether it stands where it stood, line and column: before the edit, or below its lines. */
function unmoved(before: CredFile, now: CredFile): ((top: Block) => boolean) | undefined {
  const { from, newTo } = difference(before.text, now.text);
  const sameLines = before.lines.count === now.lines.count;
  const lastLine = now.lines.position(newTo).line;
  return top => {
    const { start, end } = offsets(top.span);
    return end < from || (sameLines && now.lines.position(start).line > lastLine);
  };
}

/** The top-level block that a block stands in, or is. */
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

/** The program that a block stands in, or is. */
export function programOf(block: AnyBlock | undefined): Program | undefined {
  for (let at = block; at; at = at.parent) if (isProgramKind(at.kind)) return at as unknown as Program;
  return undefined;
}
