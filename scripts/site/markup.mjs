// Converts Markdown to HTML: links between files lead to pages, and programs are coloured.
import path from 'node:path';
import { Marked } from 'marked';
import { escaped, PAGES, read } from './pages.mjs';

/**
 * Returns a file as HTML for its page; `highlighted` colours programs. A link to something without a page on the site becomes plain text.
 */
export function markup(file, page, highlighted) {
  const marked = new Marked({
    renderer: {
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const to = target(file, page, href);
        return to === undefined ? words : `<a href="${escaped(to)}">${words}</a>`;
      },
      heading({ tokens, depth, text }) {
        const id = text
          .toLowerCase()
          .replace(/<[^>]*>/g, '')
          .replace(/[^\p{L}\p{N}\s_-]/gu, '')
          .trim()
          .replaceAll(' ', '-');
        return `<h${depth} id="${escaped(id)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code({ text, lang }) {
        // Content that is wider than the page scrolls, also with the keyboard.
        return `<pre tabindex="0"><code>${lang?.split(' ')[0] === 'cred' ? highlighted(text, escaped) : escaped(text)}</code></pre>\n`;
      },
    },
  });
  return marked.parse(read(file));
}

function target(file, page, href) {
  if (/^https?:/.test(href) || href.startsWith('#')) return href;
  const [to, hash] = href.split('#');
  const found = PAGES.get(path.posix.normalize(path.posix.join(path.posix.dirname(file), to)));
  return found && path.posix.relative(path.posix.dirname(page), found) + (hash ? `#${hash}` : '');
}
