/** The outline of a file, and the search for blocks of a project. */
import type { Block } from '../model/bind.ts';
import type { NamedFacts } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import type { TextRange } from '../model/lines.ts';
import { isProgramKind } from '../vocabulary/kinds.ts';

/** The numbers of symbol kinds in the Language Server Protocol. */
const SYMBOL = { namespace: 3, class: 5, field: 8, object: 19 } as const;
export type SymbolKind = (typeof SYMBOL)[keyof typeof SYMBOL];

export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** The range of the whole block. */
  readonly range: TextRange;
  /** The range of its name, or else its title, or else its kind. */
  readonly selectionRange: TextRange;
  readonly children: readonly DocumentSymbol[];
}

export interface WorkspaceSymbol {
  /** The name with the title, so that a search finds either. */
  readonly name: string;
  readonly kind: SymbolKind;
  readonly uri: string;
  readonly range: TextRange;
  /** The block that contains it. */
  readonly containerName: string | undefined;
}

/** Returns the outline of a file: its blocks, with the blocks inside them. */
export const documentSymbols = (file: CredFile): DocumentSymbol[] => file.root.children.map(block => symbolOf(file, block));

function symbolOf(file: CredFile, block: Block): DocumentSymbol {
  const kind = block.kind || '{ }';
  const title = block.title?.replace(/\s+/g, ' ').trim();
  return {
    name: block.name ?? (title || kind),
    detail: [(block.name ?? title) ? kind : '', block.name && title ? `“${title}”` : ''].filter(Boolean).join(' '),
    kind: symbolKind(block.kind, block.parent === file.root, block.name !== undefined),
    range: file.range(block.span),
    selectionRange: file.range(block.headSpan),
    children: block.children.map(child => symbolOf(file, child)),
  };
}

const symbolKind = (kind: string, atTop: boolean, named: boolean): SymbolKind =>
  isProgramKind(kind) ? SYMBOL.class : atTop ? SYMBOL.namespace : named ? SYMBOL.field : SYMBOL.object;

/** Returns the named blocks whose name, title or path contains the letters of a query in this order. */
export function workspaceSymbols(names: Iterable<NamedFacts>, query: string): WorkspaceSymbol[] {
  const wanted = [...query.toLowerCase().replace(/\s+/g, '')];
  const found: WorkspaceSymbol[] = [];
  const visit = (named: NamedFacts, parent: NamedFacts | undefined): void => {
    const title = named.title?.replace(/\s+/g, ' ').trim();
    const name = title ? `${named.name} “${title}”` : named.name;
    if (hasInOrder(`${named.path} ${name}`.toLowerCase(), wanted)) {
      found.push({ name, kind: symbolKind(named.kind, !parent, true), uri: named.uri, range: named.range, containerName: parent?.path });
    }
    for (const child of named.children) visit(child, named);
  };
  for (const named of names) visit(named, undefined);
  return found;
}

function hasInOrder(text: string, wanted: readonly string[]): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}
