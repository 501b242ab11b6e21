/** Converts the Markdown of hovers to HTML: embedded HTML is shown as text, and only links to the web are kept. */
import { Marked } from 'marked';

const escape = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);

const marked = new Marked({
  renderer: {
    html: ({ text }) => escape(text),
    image: ({ text }) => escape(text),
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      return /^https?:\/\//i.test(href) ? `<a href="${escape(href)}" target="_blank" rel="noreferrer noopener">${words}</a>` : words;
    },
  },
});

/** Returns the HTML of a Markdown text. */
export const markup = (markdown: string): string => marked.parse(markdown, { async: false });
