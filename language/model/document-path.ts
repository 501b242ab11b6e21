/** Reads the name of a document in a property: an address, or a path relative to the file, with or without an anchor (`#…`). */

import { unescaped } from './address.ts';

/** How a document is named. */
export type DocumentName =
  /** An address with a scheme, such as `https:` or `mailto:`; it is no file of the project. */
  | { readonly is: 'address' }
  /** An address without its scheme, such as `www.example.org/…`. */
  | { readonly is: 'address without scheme' }
  /** A path from the root of a disk or from another machine, which leads out of any project. */
  | { readonly is: 'absolute' }
  /** A path from the file's folder. It can be read in several ways, the likelier ones first, each with the anchor that follows it. */
  | { readonly is: 'path'; readonly readings: readonly { readonly path: string; readonly place: string }[] };

/** Reads a document's name as written in a property. */
export function documentName(written: string): DocumentName {
  // `C:` is a drive, not a scheme.
  if (/^[a-z][a-z0-9+.-]+:/i.test(written)) return { is: 'address' };
  if (/^www\.[^/\\]+\.[a-z]{2,}(?:[/?#]|$)/i.test(written)) return { is: 'address without scheme' };
  if (/^(?:[\\/]|[a-z]:)/i.test(written)) return { is: 'absolute' };
  const [, before, place] = /^([^#]*)(#.*)?$/s.exec(written)!;
  const readings = [
    { path: written, place: '' },
    { path: before!, place: place ?? '' },
    { path: unescaped(before!), place: place ?? '' },
  ];
  const isNew = ({ path }: { path: string }, i: number): boolean => path !== '' && readings.findIndex(one => one.path === path) === i;
  // A path must not leave the project after its percent signs are decoded, either.
  return readings.some(({ path }) => /^(?:[\\/]|[a-z]:)/i.test(path))
    ? { is: 'absolute' }
    : { is: 'path', readings: readings.filter(isNew) };
}
