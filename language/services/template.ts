/**
 * The text of a new program or organization: the usual properties of its kind, with holes for everything that the project does not tell.
 */
import { knownOf, skeleton } from '../fixes/skeleton.ts';
import type { Names } from '../model/scope.ts';
import { kindOf } from '../vocabulary/kinds.ts';

/** Returns the text of a new block. `project` has the names that can fill its properties. */
export function template(kind: string, name: string, title: string, project?: Names): string {
  const table = kindOf(kind);
  if (!table) throw new Error(`There is no kind "${kind}".`);
  const members = skeleton(table, project && knownOf(table, project)).map(([key, value]) => `  ${key}: ${value}`);
  return `${kind} ${name} "${title.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}" {\n${members.join('\n')}\n}\n`;
}
