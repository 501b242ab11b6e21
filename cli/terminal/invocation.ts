/** One run of the command line: what it reads and writes, where it runs, and the status that it ends with. */
import path from 'node:path';
import { printableLines } from '../../language/model/printable.ts';
import { CLEAN, OWN_FAULT, type Status, WRONG_USAGE } from './exit.ts';
import { type ColourChoice, wantsColours } from './paint.ts';

/** A stream that text is written to. */
export interface TextStream {
  write(text: string): unknown;
  /** Whether a person reads it on a terminal. */
  readonly isTTY?: boolean;
  /** How many characters a line of the terminal holds. */
  readonly columns?: number;
}

/** What a command needs of the process that it runs in; Node's `process` has all of it. */
export interface ProcessSurroundings {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  /** Calls back when the user ends a command that would go on. */
  once(signal: 'SIGINT' | 'SIGTERM', end: () => void): unknown;
}

export class Invocation {
  status: Status = CLEAN;

  constructor(readonly surroundings: ProcessSurroundings) {}

  /** The folder that relative paths start from, absolute. */
  get cwd(): string {
    return this.surroundings.cwd();
  }

  get stdin(): NodeJS.ReadableStream {
    return this.surroundings.stdin;
  }

  /** The width of the terminal that a person is spoken to on. */
  get columns(): number {
    return this.surroundings.stderr.columns || 80;
  }

  /** Writes what was asked for, to standard output. */
  print(text: string): void {
    this.surroundings.stdout.write(text);
  }

  /** Writes a line of the result for people; names of others that stand in it steer nothing. */
  printLine(line: string): void {
    this.print(`${printableLines(line)}\n`);
  }

  /** Says something about the run, as a line on standard error; names of others that stand in it steer nothing. */
  say(line: string): void {
    this.surroundings.stderr.write(`${printableLines(line)}\n`);
  }

  /** Ends with status 2: wrong usage, or something that cannot be read or written. */
  refuse(message?: string): void {
    if (message) this.say(message);
    this.status = WRONG_USAGE;
  }

  /** Ends with the stack of an error that is Cred's own, and asks for a report. */
  confess(error: unknown): void {
    this.say(`Cred has stopped on an error of its own; please report it, with what you did.\n${(error as Error)?.stack ?? String(error)}`);
    this.status = OWN_FAULT;
  }

  /** The absolute path of a file as it is named on the command line. */
  resolve(file: string): string {
    return path.resolve(this.cwd, file);
  }

  /** Whether standard output gets colours. */
  colours(when?: ColourChoice): boolean {
    return wantsColours(this.surroundings, when);
  }
}
