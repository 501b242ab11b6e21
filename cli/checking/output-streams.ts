/** Writes the results of a check to all requested outputs, file after file, while others are still checked. */
import { GrowingFile } from '../files/write.ts';
import type { Writer } from '../formats/writer.ts';
import type { Output } from '../outputs.ts';
import type { FileResult, Summary } from '../result/result.ts';
import type { Invocation } from '../terminal/invocation.ts';

interface OutputStream {
  readonly writer: Writer;
  /** The file to write; without one the output is printed. */
  readonly target: GrowingFile | undefined;
}

/** The outputs of one check. Files take their places at the end, or not at all. */
export class OutputStreams {
  private readonly streams: OutputStream[] = [];

  /** Opens the files first, so that one that cannot be written is noticed before anything is printed. Throws a {@link Refusal}. */
  constructor(
    private readonly cli: Invocation,
    wanted: readonly Output[],
    writerOf: (output: Output) => Writer,
    /** Called before something is printed. */
    private readonly printing: () => void,
  ) {
    try {
      for (const output of wanted)
        this.streams.push({
          writer: writerOf(output),
          target: output.file ? new GrowingFile(cli.resolve(output.file), output.file) : undefined,
        });
    } catch (error) {
      this.abandon();
      throw error;
    }
    if (this.streams.some(({ target }) => target)) this.abandonAtEnd();
    for (const stream of this.inOrder) void this.write(stream, stream.writer.begin);
  }

  /** Leaves no unfinished file behind if the process ends early. */
  private abandonAtEnd(): void {
    process.once('exit', this.abandon);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      this.cli.surroundings.once(signal, () => {
        this.abandon();
        process.kill(process.pid, signal);
      });
  }

  /** Files come before what is printed, so that a failure comes first. */
  private get inOrder(): readonly OutputStream[] {
    return [...this.streams].sort((a, b) => Number(!a.target) - Number(!b.target));
  }

  /** Writes the findings of a file. The promise resolves when the reader of what is printed has caught up. */
  tell(file: FileResult): Promise<void> | undefined {
    let waiting: Promise<void> | undefined;
    for (const stream of this.streams) waiting = this.write(stream, stream.writer.file(file)) ?? waiting;
    return waiting;
  }

  /** Writes what stands after the last file. */
  async finish(summary: Summary): Promise<void> {
    for (const stream of this.inOrder) {
      for (const text of stream.writer.end(summary)) await this.write(stream, text);
      stream.target?.finish();
    }
  }

  private write({ target }: OutputStream, text: string): Promise<void> | undefined {
    if (text === '') return undefined;
    if (target) {
      target.write(text);
      return undefined;
    }
    this.printing();
    return this.cli.printPart(text);
  }

  /** Removes unfinished files. */
  readonly abandon = (): void => {
    process.removeListener('exit', this.abandon);
    for (const { target } of this.streams) target?.abandon();
  };
}
