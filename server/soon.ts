/** Runs something after what has arrived meanwhile: `setImmediate` where there is one, its like in browsers. */
export const soon: (run: () => void) => void = typeof setImmediate === 'function' ? run => void setImmediate(run) : byMessage();

/** A timeout would be held back by 4 ms each time. */
function byMessage(): (run: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  Object.assign(port1, { onmessage: () => waiting.shift()?.() });
  return run => {
    waiting.push(run);
    port2.postMessage(null);
  };
}
