/** Shows the progress of a long check on the last line of a terminal. Nothing is shown without a terminal, or if the check is soon over. */
import type { TextStream } from './invocation.ts';

const PATIENCE = 1000;
const EVERY = 100;

/** A progress line. */
export interface Progress {
  show(done: number, of: number): void;
  /** Removes the line. */
  end(): void;
}

/** Returns a progress line on a stream. */
export function progress(stream: TextStream): Progress {
  const begin = Date.now();
  let last = 0;
  let shown = false;
  return {
    show(done, of) {
      const now = Date.now();
      if (!stream.isTTY || now - begin < PATIENCE || now - last < EVERY) return;
      last = now;
      shown = true;
      stream.write(`\r\u001b[2KChecked ${done} of ${of} files …`);
    },
    end() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
