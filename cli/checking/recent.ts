/**
 * Keeps the values that were asked for of late. What was not asked for while many others came is let go, so memory does not grow with the
 * number of files. Nothing is let go before {@link Recent.settle}, so that all answers within one check are the same objects.
 */
export class Recent<K, V> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();

  /** `most` is the number of values that are kept for sure; up to twice as many may be. */
  constructor(private readonly most: number) {}

  get(key: K): V | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const old = this.old.get(key);
    if (old !== undefined) this.young.set(key, old);
    return old;
  }

  set(key: K, value: V): V {
    this.young.set(key, value);
    return value;
  }

  /** Lets values go if there are too many. */
  settle(): void {
    if (this.young.size < this.most) return;
    this.old = this.young;
    this.young = new Map();
  }
}
