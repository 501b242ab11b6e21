/** A new program or organization as text: its kind's usual properties, as holes. */
import { kindOf } from '../vocabulary/kinds.ts';

export function template(kind: string, name: string, title: string): string {
  const table = kindOf(kind);
  if (!table) throw new Error(`There is no kind "${kind}".`);
  const width = (key: string): string => (key === 'status' ? 'status: planned' : `${key}: ?`);
  const members = table.insert.map(key => `  ${width(key)}`);
  return `${kind} ${name} "${title.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}" {\n${members.join('\n')}\n}\n`;
}
