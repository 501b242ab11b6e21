// Converts Markdown to HTML: links between files lead to pages, and programs are coloured.
import path from 'node:path';
import highlighter from 'highlight.js/lib/common';
import lisp from 'highlight.js/lib/languages/lisp';
import { Marked, Renderer } from 'marked';
import { escaped, PAGES, read } from './pages.mjs';
import { OPENS } from './workplace-page.mjs';

highlighter.registerLanguage('elisp', lisp);
/** The fewest lines of a program that is offered to be opened in the workplace. */
const WORTH_OPENING = 3;

/**
 * Returns a file as HTML for its page; `highlighted` colours programs, and `packed` returns the fragment of an address with a program. A
 * link to something without a page on the site becomes plain text.
 */
export async function markup(file, page, { highlighted, toFragment }) {
  const fragments = new Map();
  /** The level of the heading before; a page skips none. */
  let last = 0;
  const workplace = `${'../'.repeat(page.split('/').length - 1)}workplace/index.html`;
  const marked = new Marked({
    renderer: {
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const to = exampleOf(file, href, workplace) ?? target(file, page, href);
        return to === undefined ? words : `<a href="${escaped(to)}">${words}</a>`;
      },
      heading({ tokens, depth, text }) {
        const id = text
          .toLowerCase()
          .replace(/<[^>]*>/g, '')
          .replace(/[^\p{L}\p{N}\s_-]/gu, '')
          .trim()
          .replaceAll(' ', '-');
        last = Math.min(depth, last + 1);
        return `<h${last} id="${escaped(id)}">${this.parser.parseInline(tokens)}</h${last}>\n`;
      },
      code({ text, lang }) {
        const language = lang?.split(' ')[0];
        const coloured =
          language === 'cred'
            ? highlighted(text, escaped)
            : highlighter.getLanguage(language)
              ? highlighter.highlight(text, { language }).value
              : escaped(text);
        const opens = fragments.get(text);
        // Content that is wider than the page scrolls, also with the keyboard.
        return `<pre tabindex="0"><code>${coloured}</code></pre>\n${opens ? `<p class="opens"><a href="${workplace}${opens}">Open it in the workplace</a></p>\n` : ''}`;
      },
      table(token) {
        const name = token.header
          .map(({ text }) => text)
          .filter(Boolean)
          .join(', ');
        return `<div class="scroll" role="region" tabindex="0" aria-label="Table: ${escaped(plain(name))}">${Renderer.prototype.table.call(this, token)}</div>\n`;
      },
      // A header that says nothing is none.
      tablecell(token) {
        return token.header && token.text.trim() === '' ? '<td></td>\n' : Renderer.prototype.tablecell.call(this, token);
      },
    },
  });
  const markdown = read(file);
  for (const token of marked.lexer(markdown)) if (isProgram(token)) fragments.set(token.text, await toFragment(token.text));
  return marked.parse(markdown);
}

const isProgram = ({ type, lang, text }) =>
  type === 'code' && lang?.split(' ')[0] === 'cred' && text.split('\n').length >= WORTH_OPENING && /^[a-z][\w-]* .*\{/m.test(text);
const plain = text => text.replace(/[`*_]|\[([^\]]*)\]\([^)]*\)/g, '$1');

/** Returns the address at which the workplace opens an example that a link names. */
function exampleOf(file, href, workplace) {
  const of = path.posix.normalize(path.posix.join(path.posix.dirname(file), href));
  const name = /^examples\/([\w-]+)(?:\.cred|\/)/.exec(of)?.[1];
  return name !== undefined && OPENS.has(name) ? `${workplace}#example=${name}` : undefined;
}

function target(file, page, href) {
  if (/^https?:/.test(href) || href.startsWith('#')) return href;
  const [to, hash] = href.split('#');
  const found = PAGES.get(path.posix.normalize(path.posix.join(path.posix.dirname(file), to)));
  return found && path.posix.relative(path.posix.dirname(page), found) + (hash ? `#${hash}` : '');
}
