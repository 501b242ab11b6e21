/** How the document that a file names is to be understood: as an address, or as a path beside the file, with or without a place in it. */

import { unescaped } from './address.ts';

export type DocumentName =
  /** With a scheme, as `https:` or `mailto:`: no file of the project. */
  | { readonly is: 'address' }
  /** `www.example.org/…`: an address whose beginning is missing. */
  | { readonly is: 'address without scheme' }
  /** A path that begins at the top of a disk or at another machine, and so leads out of any project. */
  | { readonly is: 'absolute' }
  /** Readings of a path that begins at the file's folder, the likelier ones first, each with the place in the document that it leaves. */
  | { readonly is: 'path'; readonly readings: readonly { readonly path: string; readonly place: string }[] };

export function documentName(written: string): DocumentName {
  // `C:` is a drive and no scheme.
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
  // What an escape hides must not lead elsewhere either.
  return readings.some(({ path }) => /^(?:[\\/]|[a-z]:)/i.test(path))
    ? { is: 'absolute' }
    : { is: 'path', readings: readings.filter(isNew) };
}
