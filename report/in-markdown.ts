import { printableText } from '../language/model/printable.ts';

/** Escapes text so that Markdown shows it unchanged, also within a table. */
export const inMarkdown = (text: string): string =>
  printableText(text)
    .replace(/[\\`*_{}[\]()#+!|~]/g, sign => `\\${sign}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
