/** A dialog on the terminal or through a pipe: a prompt, and the lines that the user types. */
import { createInterface } from 'node:readline';
import type { Invocation } from './invocation.ts';

/** Reads typed lines. One dialog reads an input from its first question to its last. */
export class Dialog {
  private lines?: AsyncIterator<string>;

  constructor(private readonly cli: Invocation) {}

  /** The width of the terminal in columns. */
  get columns(): number {
    return this.cli.columns;
  }

  say(line: string): void {
    this.cli.say(line);
  }

  /** Shows the prompt and returns the next line without blanks around it; `undefined` if the input has ended. */
  async line(): Promise<string | undefined> {
    this.cli.prompt();
    this.lines ??= createInterface({ input: this.cli.stdin })[Symbol.asyncIterator]();
    const { value, done } = await this.lines.next();
    return done ? undefined : value.trim();
  }
}
