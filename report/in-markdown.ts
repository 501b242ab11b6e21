import { printableText } from '../language/model/printable.ts';

/** Text that is shown as it is in Markdown, also within a table. */
export const inMarkdown = (text: string): string =>
  printableText(text)
    .replace(/[\\`*_{}[\]()#+!|~]/g, sign => `\\${sign}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
