/** A work queue shared by threads: each claims the next unclaimed item. */
export type SharedTurns = Int32Array;

/** Makes the memory of a queue for several threads. */
export const sharedTurns = (): SharedTurns => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** One thread's view of a work queue. */
export class Turns {
  private at = 0;
  private mine: number;

  /** Without shared memory it claims all items. */
  constructor(private readonly shared: SharedTurns = new Int32Array(1)) {
    this.mine = this.next();
  }

  private next(): number {
    return Atomics.add(this.shared, 0, 1);
  }

  /** Called for each item, by all threads in the same order. Returns whether this thread should do the item. */
  take(): boolean {
    if (this.at++ !== this.mine) return false;
    this.mine = this.next();
    return true;
  }
}
