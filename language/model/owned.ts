/** Which programs are whose: what those ask who look at all that an organization offers. */
import { PROGRAMS } from '../vocabulary/define.ts';
import type { Named } from './facts.ts';

/** What a check notes when it asks for the programs of an owner; it has a space in it, so no name is like it. */
export const ownedKey = (owner: string): string => `owner ${owner}`;

/** The owner that such a note is about. */
export const ownerOfKey = (key: string): string | undefined => (key.startsWith('owner ') ? key.slice('owner '.length) : undefined);

/** The owner that a program states, as written. */
export const statedOwner = ({ kind, says }: Named): string | undefined =>
  (PROGRAMS as readonly string[]).includes(kind) ? says.owner?.[0] : undefined;

/** By file and place, so that findings do not depend on the order in which files were read. */
export const inOrder = (named: readonly Named[]): readonly Named[] =>
  named.length < 2
    ? named
    : [...named].sort((a, b) =>
        a.uri === b.uri
          ? a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character
          : a.uri < b.uri
            ? -1
            : 1,
      );
