/** File addresses (URIs) in a readable form. */

/** Decodes percent signs. An address that cannot be decoded is returned as it is. */
export function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Returns the file name at the end of a URI. */
export const fileName = (uri: string): string => unescaped(uri.slice(uri.lastIndexOf('/') + 1));
