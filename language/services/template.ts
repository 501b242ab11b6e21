/** A new program or organization as text: the usual properties of its kind, as holes where the project does not tell them. */
import { knownOf, skeleton } from '../fixes/skeleton.ts';
import type { Names } from '../model/scope.ts';
import { kindOf } from '../vocabulary/kinds.ts';

export function template(kind: string, name: string, title: string, project?: Names): string {
  const table = kindOf(kind);
  if (!table) throw new Error(`There is no kind "${kind}".`);
  const members = skeleton(table, project && knownOf(table, project)).map(([key, value]) => `  ${key}: ${value}`);
  return `${kind} ${name} "${title.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}" {\n${members.join('\n')}\n}\n`;
}
