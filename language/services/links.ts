/** Links in a file: documents beside it, and addresses anywhere in the text. */
import { documentName } from '../model/document-path.ts';
import type { CredFile } from '../model/file.ts';
import type { TextRange } from '../model/lines.ts';
import { textOf } from '../model/text.ts';
import type { Token } from '../syntax/token.ts';

export interface DocumentLink {
  readonly range: TextRange;
  readonly target: string;
}

/** Returns the address of a document by its path from a file's folder; `undefined` if the host knows none. */
export type ResolvePath = (uri: string, path: string) => string | undefined;

const ADDRESS = /https?:\/\/[^\s"<>“”{}\\]+/g;

/** Returns the links. `resolve` finds the address of a document that a file names; without it, only addresses are linked. */
export function documentLinks(file: CredFile, resolve?: ResolvePath): DocumentLink[] {
  const found: (DocumentLink & { readonly start: number })[] = [];
  const add = (start: number, end: number, target: string): void => {
    found.push({ start, range: file.lines.range(start, end), target });
  };
  const addresses = (start: number, end: number): void => {
    for (const match of file.text.slice(start, end).matchAll(ADDRESS)) {
      const address = withoutSentence(match[0]);
      if (/^https?:\/\/./.test(address)) add(start + match.index, start + match.index + address.length, address);
    }
  };
  const paths = new Set<Token>();
  for (const block of file.blocks) {
    for (const { table, span, keySpan } of block.properties) {
      if (table?.type !== 'document' || !resolve) continue;
      for (const token of file.parsed.tokens.slice(keySpan.first.index + 1, span.last.index + 1)) {
        if (token.kind !== 'string' || token.flaw || token.text.startsWith('"""')) continue;
        const name = documentName(textOf(token).trim());
        if (name.is !== 'path') continue;
        const target = name.readings.map(({ path, place }) => withPlace(resolve(file.uri, path), place)).find(one => one !== undefined);
        if (target === undefined) continue;
        paths.add(token);
        add(token.start + 1, token.end - 1, target);
      }
    }
  }
  for (const token of file.parsed.tokens)
    if ((token.kind === 'string' || token.kind === 'bad') && !paths.has(token)) addresses(token.start, token.end);
  for (const comment of file.parsed.comments) addresses(comment.start, comment.end);
  return found.sort((a, b) => a.start - b.start).map(({ range, target }) => ({ range, target }));
}

const withPlace = (target: string | undefined, place: string): string | undefined => target && target + place;

/** Removes from the end of an address a full stop or an unopened bracket, which belong to the sentence. */
function withoutSentence(address: string): string {
  const shorter = address.replace(/[.,;:!?'’\]]+$/, '');
  return shorter.endsWith(')') && !shorter.includes('(') ? withoutSentence(shorter.slice(0, -1)) : shorter;
}
