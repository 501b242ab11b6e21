/** A work queue shared by threads: each claims the next unclaimed item. */

/** The number of items that are claimed, and of those whose results are written. */
export type SharedTurns = Int32Array;
const [CLAIMED, WRITTEN] = [0, 1];

/** How far a thread may run ahead of the results that are written, which bounds the results that wait in memory. */
const AHEAD = 300;

/** Makes the memory of a queue for several threads. */
export const sharedTurns = (): SharedTurns => new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));

/** Counts one more result as written, and wakes the threads that wait. */
export function countWritten(shared: SharedTurns): void {
  Atomics.add(shared, WRITTEN, 1);
  Atomics.notify(shared, WRITTEN);
}

/** One thread's view of a work queue. */
export class Turns {
  private at = 0;
  private mine: number;
  /** The number of the last item that this thread has claimed and begun. */
  private last = -1;

  /** Without shared memory it claims all items. */
  constructor(private readonly shared: SharedTurns = new Int32Array(2)) {
    this.mine = this.next();
  }

  private next(): number {
    return Atomics.add(this.shared, CLAIMED, 1);
  }

  /** Called for each item, by all threads in the same order. Returns whether this thread should do the item. */
  take(): boolean {
    if (this.at++ !== this.mine) return false;
    this.last = this.mine;
    this.mine = this.next();
    return true;
  }

  /**
   * Blocks the thread while it is too far ahead of what is written. The thread must have sent all its results before: then the
   * thread that claimed the next item to be written never waits, because all that it has sent precedes that item.
   */
  wait(): void {
    for (;;) {
      const count = Atomics.load(this.shared, WRITTEN);
      if (this.last - count < AHEAD) return;
      Atomics.wait(this.shared, WRITTEN, count);
    }
  }
}
