/** How far a long check has come, on a terminal's last line; nothing where nobody watches, or when it is soon over. */
import type { TextStream } from './invocation.ts';

const PATIENCE = 1000;
const EVERY = 100;

export interface Progress {
  told(done: number, of: number): void;
  /** Takes the line away. */
  end(): void;
}

export function progress(stream: TextStream): Progress {
  const begin = Date.now();
  let last = 0;
  let shown = false;
  return {
    told(done, of) {
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
