/** The fixes that rules name. They add what is missing as holes, at its place, and never invent a fact. */
import type { Edit, Fix } from '../findings/finding.ts';
import type { AnyBlock, PropertyView, Stated, StatedList } from '../model/block.ts';
import type { CredFile } from '../model/file.ts';
import { offsets, type Span } from '../model/span.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { addBlocks, addProperties, type NewBlock, removal } from './place.ts';

const spanOfValue = (at: Span | Stated<unknown> | StatedList<unknown>): Span => ('span' in at ? at.span : at);

/** Writes other words instead. */
export function replace(
  _file: CredFile,
  at: Span | Stated<unknown> | StatedList<unknown>,
  text: string,
  title = `Write "${text}"`,
  safe = false,
): Fix {
  return { title, safe, edits: () => [{ ...offsets(spanOfValue(at)), text }] };
}

/** Adds properties with holes: `Add "goal"`. */
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

/** Adds one property with a value that follows from the text, `independent: yes` say; not safe unless said. */
export function addStated(file: CredFile, block: AnyBlock, key: string, value: string, title = `Add "${key}: ${value}"`): Fix {
  return { title, safe: false, edits: () => addProperties(file, block, [`${key}: ${value}`]) };
}

/** Adds a block with its usual properties as holes: `Add a job analysis`. */
export function addBlock(file: CredFile, parent: AnyBlock, block: NewBlock, title?: string): Fix {
  return {
    title: title ?? `Add ${block.called ?? kindOf(block.kind)?.called ?? `"${block.kind}"`}`,
    safe: false,
    adds: true,
    addsKind: block.kind,
    edits: () => addBlocks(file, parent, [block]),
  };
}

/** Takes a property or a block out, with the comments that belong to it left in place. */
export function removeMember(file: CredFile, member: PropertyView | AnyBlock, title: string, safe = false): Fix {
  return { title, safe, edits: () => removal(file, member.span) };
}

export const fixOf = (title: string, safe: boolean, edits: () => readonly Edit[]): Fix => ({ title, safe, edits });
/** The author is to choose it: it is right only if something is so that the text does not say. */
export const chosen = (fix: Fix): Fix => ({ ...fix, choice: true });
export type { NewBlock };
