/**
 * An error that the user can mend: a missing path, a file that cannot be read or written, a revision that git does not know. Its message
 * is a sentence. Any other error is a bug of Cred and is shown with its stack.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Returns the message of a {@link Refusal}; throws any other error again. */
export function refusalIn(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  throw error;
}
