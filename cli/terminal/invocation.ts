/** Represents one run of the command line: what it reads and writes, where it runs, and its exit code. */
import path from 'node:path';
import { printableLines } from '../../language/model/printable.ts';
import { CLEAN, OWN_FAULT, type Status, WRONG_USAGE } from './exit.ts';
import { type ColourChoice, wantsColours } from './paint.ts';

/** A stream to which text is written. */
export interface TextStream {
  /** Returns false if the reader is behind; then {@link once} says when it is not any more. */
  write(text: string): unknown;
  once?(event: 'drain', run: () => void): unknown;
  /** Whether the stream is a terminal. */
  readonly isTTY?: boolean;
  /** The width of the terminal in columns. */
  readonly columns?: number;
}

/** What a command needs of its process; Node's `process` satisfies it. */
export interface ProcessSurroundings {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  /** Calls `end` when the user ends a command that would otherwise go on. */
  once(signal: 'SIGINT' | 'SIGTERM', end: () => void): unknown;
}

/** One run of the command line. */
export class Invocation {
  status: Status = CLEAN;

  constructor(readonly surroundings: ProcessSurroundings) {}

  /** The absolute folder to which relative paths refer. */
  get cwd(): string {
    return this.surroundings.cwd();
  }

  get stdin(): NodeJS.ReadableStream {
    return this.surroundings.stdin;
  }

  /** The width of the terminal in columns. */
  get columns(): number {
    return this.surroundings.stderr.columns || 80;
  }

  /** Writes the result to standard output. */
  print(text: string): void {
    this.surroundings.stdout.write(text);
  }

  /** Writes a part of a long result to standard output. The promise resolves when the reader has caught up; without one it has. */
  printPart(text: string): Promise<void> | undefined {
    const { stdout } = this.surroundings;
    if (stdout.write(text) !== false || !stdout.once) return undefined;
    return new Promise(resolve => stdout.once!('drain', resolve));
  }

  /** Writes a line of the result for people. Control characters in it are made harmless. */
  printLine(line: string): void {
    this.print(`${printableLines(line)}\n`);
  }

  /** Writes a line about the run to standard error. Control characters in it are made harmless. */
  say(line: string): void {
    this.surroundings.stderr.write(`${printableLines(line)}\n`);
  }

  readonly #said = new Set<string>();

  /** Writes a line like {@link say}, unless it was written by this method before. */
  sayOnce(line: string): void {
    if (this.#said.has(line)) return;
    this.#said.add(line);
    this.say(line);
  }

  /** Shows on standard error that a line is awaited. */
  prompt(): void {
    this.surroundings.stderr.write('> ');
  }

  /** The reasons why the run could not do what it was asked for, a sentence each. */
  readonly complaints: string[] = [];

  /** Prints a reason why the run cannot do what it was asked for, and keeps it. */
  complain(message: string): void {
    this.complaints.push(message);
    this.say(message);
  }

  /** Sets exit code 2, for wrong usage or something that cannot be read or written, and prints the message. */
  refuse(message?: string): void {
    if (message) this.complain(message);
    this.status = WRONG_USAGE;
  }

  /** Sets the exit code for a bug in Cred, prints the error's stack, and asks for a report. */
  confess(error: unknown): void {
    this.complaints.push('Cred has stopped on an error of its own; the log says where. Please report it, with what you did.');
    this.say(`Cred has stopped on an error of its own; please report it, with what you did.\n${(error as Error)?.stack ?? String(error)}`);
    this.status = OWN_FAULT;
  }

  /** Returns the absolute path of a file named on the command line. */
  resolve(file: string): string {
    return path.resolve(this.cwd, file);
  }

  /** Whether standard output gets colours. */
  colours(when?: ColourChoice): boolean {
    return wantsColours(this.surroundings, when);
  }
}
