// Markdown as markup: links between files lead to pages, programs have their colours.
import path from 'node:path';
import { Marked } from 'marked';
import { escaped, PAGES, read } from './pages.mjs';

/** A file as markup for its page; `highlighted` colours programs. What the site has no page of is named and not linked. */
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
        // What is wider than the page is scrolled, by the keyboard too.
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
