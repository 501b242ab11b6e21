/**
 * Runs a function after the events that have already arrived: with `setImmediate` if it exists, otherwise (in browsers) through a message
 * channel.
 */
export const soon: (run: () => void) => void = typeof setImmediate === 'function' ? run => void setImmediate(run) : byMessage();

/** A timeout would wait at least 4 ms each time. */
function byMessage(): (run: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  Object.assign(port1, { onmessage: () => waiting.shift()?.() });
  return run => {
    waiting.push(run);
    port2.postMessage(null);
  };
}
