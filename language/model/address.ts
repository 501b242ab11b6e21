/** Addresses of files as people read them. */

/** Without percent signs that stand for letters; an address that is none stays as it is. */
export function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The file's own name. */
export const fileName = (uri: string): string => unescaped(uri.slice(uri.lastIndexOf('/') + 1));
