/** The programs of an organization, for rules and reports about everything that an organization offers. */
import { isProgramKind } from '../vocabulary/kinds.ts';
import type { NamedFacts } from './facts.ts';

/** Returns the owner that a program states, as written. */
export const statedOwner = ({ kind, says }: NamedFacts): string | undefined => (isProgramKind(kind) ? says.owner?.[0] : undefined);

/** Sorts blocks by file and place, so that findings do not depend on the order in which files were read. */
export const inOrder = (named: readonly NamedFacts[]): readonly NamedFacts[] =>
  named.length < 2
    ? named
    : [...named].sort((a, b) =>
        a.uri === b.uri
          ? a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character
          : a.uri < b.uri
            ? -1
            : 1,
      );
