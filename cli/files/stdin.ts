/** Reads all of standard input. */
import { LARGEST } from '../../host/read.ts';
import { Refusal } from '../../host/refusal.ts';
import { markOf, textOf } from './read.ts';

/** Returns the text without its byte-order mark, and the mark. Throws a {@link Refusal} if the input is not text. */
export async function readStdin(stdin: NodeJS.ReadableStream): Promise<{ readonly text: string; readonly mark: string }> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of stdin) {
      length += (part as Buffer).length;
      // Stops before everything is in memory.
      if (length > LARGEST) break;
      parts.push(part as Buffer);
    }
  } catch (error) {
    throw new Refusal(`What comes in on standard input cannot be read: ${(error as Error).message}.`);
  }
  if (length > LARGEST) throw new Refusal(`What comes in on standard input is larger than ${LARGEST >> 20} MB, which no program is.`);
  const bytes = Buffer.concat(parts);
  return { text: textOf(bytes, 'What comes in on standard input'), mark: markOf(bytes) };
}
