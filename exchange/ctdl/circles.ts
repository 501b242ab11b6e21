/** Finds records that require each other in a circle, so that nobody could meet them. They are imported anyway. */
import { isObject, type Json } from '../json.ts';
import { type ImportEntry, idKey } from './importing.ts';
import type { FileProblem } from './in.ts';
import { idIn } from './source.ts';

const ASKS = ['ceterms:requires', 'ceterms:hasPart', 'ceterms:supersedes', 'ceterms:prerequisite'];

/** Returns a problem for each circle. */
export function circles(entries: readonly ImportEntry[]): FileProblem[] {
  const byId = new Map(entries.flatMap(one => one.ids.map(id => [idKey(id), one] as const)));
  const problems: FileProblem[] = [];
  for (const property of ASKS) {
    const done = new Set<ImportEntry>();
    const asked = new Map(entries.map(one => [one, [...new Set(idsIn(one, property))].flatMap(id => byId.get(idKey(id)) ?? [])]));
    for (const start of entries) {
      // The walk keeps its own stack, because a chain of records may be as long as the file.
      const trail: { entry: ImportEntry; next: number }[] = done.has(start) ? [] : [{ entry: start, next: 0 }];
      while (trail.length > 0) {
        const top = trail.at(-1)!;
        const to = asked.get(top.entry)![top.next++];
        if (!to) {
          done.add(top.entry);
          trail.pop();
          continue;
        }
        const from = trail.findIndex(one => one.entry === to);
        if (from >= 0) {
          const circle = [...trail.slice(from).map(one => one.entry), to].map(one => `"${one.title}"`).join(' → ');
          problems.push({
            file: to.file,
            at: [to.at, property].filter(Boolean).join('.'),
            why: `These records ask for each other in a circle: ${circle}. They are read; look at what each should ask for.`,
          });
        } else if (!done.has(to)) trail.push({ entry: to, next: 0 });
      }
    }
  }
  return problems;
}

function idsIn(entry: ImportEntry, property: string): string[] {
  const found: string[] = [];
  const within = (id: string): string => idIn(id, entry.file);
  const visit = (json: Json): void => {
    if (Array.isArray(json)) for (const one of json as readonly Json[]) visit(one);
    else if (isObject(json)) {
      if (typeof json['@id'] === 'string') found.push(within(json['@id']));
      for (const [key, one] of Object.entries(json)) if (key !== 'ceterms:assertedBy') visit(one);
    } else if (typeof json === 'string' && /^(https?:|_:|ce-)/.test(json)) found.push(within(json));
  };
  for (const one of entry.source.all(property)) visit(one.json);
  return found;
}
