/** Formats text for HTML and Markdown alike. */

/** Returns a text with its first letter capitalized. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Formats a number with at most one decimal. */
const amount = (n: number): string => String(Math.round(n * 10) / 10);

/** Formats a range such as "20" or "20 to 25". */
export const range = ({ low, high }: { readonly low: number; readonly high: number }, unit = ''): string =>
  (amount(low) === amount(high) ? amount(low) : `${amount(low)}\u2013${amount(high)}`) + unit;
