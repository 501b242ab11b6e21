/** Small things about text that HTML and Markdown share. */

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A number as people write it: at most one digit after the point. */
const amount = (n: number): string => String(Math.round(n * 10) / 10);

/** "20", or "20 to 25". */
export const range = ({ low, high }: { readonly low: number; readonly high: number }, unit = ''): string =>
  (amount(low) === amount(high) ? amount(low) : `${amount(low)}\u2013${amount(high)}`) + unit;
