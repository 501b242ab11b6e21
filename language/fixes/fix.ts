/** The fixes that rules use. They add missing members as holes, at their place in the vocabulary's order, and never invent a fact. */
import type { Edit, Fix } from '../findings/finding.ts';
import type { AnyBlock, PropertyView, Stated, StatedList } from '../model/block.ts';
import type { CredFile } from '../model/file.ts';
import { offsets, type Span } from '../model/span.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { addBlocks, addProperties, type NewBlock, removal } from './place.ts';

const spanOfValue = (at: Span | Stated<unknown> | StatedList<unknown>): Span => ('span' in at ? at.span : at);

/** Returns a fix that replaces words of the text. */
export function replace(
  _file: CredFile,
  at: Span | Stated<unknown> | StatedList<unknown>,
  text: string,
  title = `Write "${text}"`,
  safe = false,
): Fix {
  return { title, safe, edits: () => [{ ...offsets(spanOfValue(at)), text }] };
}

/** Returns a fix that adds properties with holes, such as `Add "goal"`. */
export function addProperty(file: CredFile, block: AnyBlock, ...keys: string[]): Fix {
  return {
    title: `Add ${keys.map(key => `"${key}"`).join(' and ')}`,
    safe: false,
    adds: true,
    ...(keys.length === 1 && { states: { block, key: keys[0]! } }),
    edits: () =>
      addProperties(
        file,
        block,
        keys.map(key => `${key}: ?`),
      ),
  };
}

/** Returns an unsafe fix that adds a property with a value that follows from the text, such as `independent: yes`. */
export function addStated(file: CredFile, block: AnyBlock, key: string, value: string, title = `Add "${key}: ${value}"`): Fix {
  return { title, safe: false, edits: () => addProperties(file, block, [`${key}: ${value}`]) };
}

/** Returns a fix that adds a block with its usual properties as holes, such as `Add a job analysis`. */
export function addBlock(file: CredFile, parent: AnyBlock, block: NewBlock, title?: string): Fix {
  return {
    title: title ?? `Add ${block.called ?? kindOf(block.kind)?.called ?? `"${block.kind}"`}`,
    safe: false,
    adds: true,
    addsKind: block.kind,
    edits: () => addBlocks(file, parent, [block]),
  };
}

/** Returns a fix that removes a property or a block. Comments that belong to it stay. */
export function removeMember(file: CredFile, member: PropertyView | AnyBlock, title: string, safe = false): Fix {
  return { title, safe, edits: () => removal(file, member.span) };
}

/** Makes a fix. `edits` is called only when the fix is applied or shown. */
export const fixOf = (title: string, safe: boolean, edits: () => readonly Edit[]): Fix => ({ title, safe, edits });
/** Marks a fix as a choice of the author: it is right only under a condition that the text does not state. */
export const chosen = (fix: Fix): Fix => ({ ...fix, choice: true });
export type { NewBlock };

/**
 * Returns a fix that makes a comment of the line on which a span begins, so that no word is lost; `undefined` if the line holds more than
 * that, or if what it says goes on below.
 */
export function asComment(file: CredFile, span: Span): Fix | undefined {
  if (!span.first.firstOnLine || span.skip) return undefined;
  const { start } = offsets(span);
  const line = /[^\n\r]*/.exec(file.text.slice(start))![0];
  if (/[{};]|"""|,[ \t]*$/.test(line)) return undefined;
  return { title: 'Keep it as a comment', safe: false, edits: () => [{ start, end: start, text: '// ' }] };
}
