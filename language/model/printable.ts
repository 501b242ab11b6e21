/** Texts and names of others as they may be shown: nothing in them steers a terminal, a log or a page. */

/** Control characters, ends of lines and paragraphs, and what turns the direction of all that follows. */
const STEERING = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** For one line: a tab becomes two blanks, every other character that steers becomes the sign for an unknown one. */
export const printable = (text: string): string => text.replaceAll('\t', '  ').replace(STEERING, '\ufffd');

/** For text in which line feeds are meant. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');

/** For running text: breaks of lines become blanks. */
export const printableText = (text: string): string => printable(text.replace(/[\t\n\v\f\r\x85\u2028\u2029]+/g, ' '));
