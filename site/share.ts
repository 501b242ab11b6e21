/**
 * Packs a program into the fragment of an address, which browsers send nowhere. The program is deflated and encoded in characters that an
 * address may contain.
 */

const KEY = '#program=';
/** The size limit in characters. A fragment that unpacks to more is not one of our programs. */
const MOST = 500_000;

/** Returns the fragment for a program. */
export async function toFragment(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  const letters = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
  return KEY + letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Returns the program; `undefined` if the fragment contains none. Throws if it cannot be unpacked. */
export async function fromFragment(fragment: string): Promise<string | undefined> {
  if (!fragment.startsWith(KEY)) return undefined;
  const letters = atob(fragment.slice(KEY.length).replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = await through(
    Uint8Array.from(letters, letter => letter.charCodeAt(0)),
    new DecompressionStream('deflate-raw'),
  );
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const reader = new Blob([bytes as BlobPart])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>)
    .getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST) throw new Error('It is too large.');
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}
