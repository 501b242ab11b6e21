/** Markdown of hovers as markup: what stands in it as HTML is shown, not run, and links lead to the web or nowhere. */
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

export const markup = (markdown: string): string => marked.parse(markdown, { async: false });
