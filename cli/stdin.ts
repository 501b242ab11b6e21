/** All that comes in on standard input, without a byte-order mark. */
export async function readStdin(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return new TextDecoder().decode(Buffer.concat(parts));
}
