/** Makes texts and names from a program safe to show: no character in them can control a terminal, a log or a page. */

/** Matches control characters, line and paragraph separators, and characters that change the direction of the following text. */
const STEERING = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Makes a text safe for one line: a tab becomes two blanks, and every other control character becomes the replacement character. */
export const printable = (text: string): string => text.replaceAll('\t', '  ').replace(STEERING, '\ufffd');

/** Makes a text of several lines safe; line feeds stay. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');

/** Makes a text safe for running text: line breaks become blanks. */
export const printableText = (text: string): string => printable(text.replace(/[\t\n\v\f\r\x85\u2028\u2029]+/g, ' '));
