/** Finds out where the document is that a file names. */
import { documentName } from '../model/document-path.ts';
import type { Host, Whereabouts } from './host.ts';

export interface FoundDocument {
  readonly at: Whereabouts | 'address without scheme';
  /** What is written behind the path, such as `#page=12`. */
  readonly place: string;
}

/** `undefined` where there is nothing to look for, or the host cannot tell. A path that leads out of the project is not looked for. */
export function findDocument(written: string, uri: string, { whereabouts }: Pick<Host, 'whereabouts'>): FoundDocument | undefined {
  const name = documentName(written.trim());
  if (name.is === 'address') return undefined;
  if (name.is !== 'path') return { at: name.is === 'absolute' ? 'outside' : name.is, place: '' };
  const found: FoundDocument[] = [];
  for (const { path, place } of name.readings) {
    const at = whereabouts(uri, path);
    if (at === 'there') return { at, place };
    if (at !== undefined) found.push({ at, place });
  }
  // Of several readings the one counts that says most.
  return found.find(({ at }) => typeof at === 'object') ?? found.find(({ at }) => at === 'outside') ?? found[0];
}
