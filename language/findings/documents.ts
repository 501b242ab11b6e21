/** Finds the document that a property names. */
import { documentName } from '../model/document-path.ts';
import type { Host, Whereabouts } from './host.ts';

/** A document as the host found it. */
export interface FoundDocument {
  readonly at: Whereabouts | 'address without scheme';
  /** The anchor behind the path, such as `#page=12`. */
  readonly place: string;
}

/**
 * Looks a document up through the host. Returns `undefined` if the name is no path, or if the host cannot tell. A path that leads out of
 * the project is not looked up.
 */
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
  // A path can be read in several ways; the most informative answer counts.
  return found.find(({ at }) => typeof at === 'object') ?? found.find(({ at }) => at === 'outside') ?? found[0];
}
