/** Who takes which of the things that several threads work through: each takes the next that no other has taken. */
export type SharedTurns = Int32Array;

export const sharedTurns = (): SharedTurns => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

export class Turns {
  private at = 0;
  private mine: number;

  /** Without others it takes them all. */
  constructor(private readonly shared: SharedTurns = new Int32Array(1)) {
    this.mine = this.next();
  }

  private next(): number {
    return Atomics.add(this.shared, 0, 1);
  }

  /** Asked for each thing, by all threads in the same order: whether it is to be done here. */
  take(): boolean {
    if (this.at++ !== this.mine) return false;
    this.mine = this.next();
    return true;
  }
}
