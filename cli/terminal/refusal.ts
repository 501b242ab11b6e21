/**
 * What the user can mend: a path that is not there, a file that cannot be read or written, a revision that git does not
 * know. Its message is a sentence. Anything else that is thrown is a fault of Cred's own, and keeps its stack.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** What to tell the user of an error; throws it again where it is no {@link Refusal}. */
export function refusalIn(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  throw error;
}
