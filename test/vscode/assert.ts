/** The assertions of the suite, for hosts with and without Node. */
const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

export function ok(value: unknown, message = 'it was to be so'): asserts value {
  if (!value) throw new Error(message);
}

export function equal<T>(found: unknown, wanted: T, message = ''): asserts found is T {
  ok(Object.is(found, wanted), `${message} found ${shown(found)}, wanted ${shown(wanted)}`.trim());
}

/** Compares two values as JSON. */
export function deepEqual(found: unknown, wanted: unknown, message = ''): void {
  ok(shown(found) === shown(wanted), `${message} found ${shown(found)}, wanted ${shown(wanted)}`.trim());
}

export function match(text: string, pattern: RegExp): void {
  ok(pattern.test(text), `${pattern} is not in ${shown(text.slice(0, 600))}`);
}
