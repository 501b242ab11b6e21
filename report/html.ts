/** Builds HTML that is safe by construction: everything put into a template is escaped, except what another template made. */
import { printableText } from '../language/model/printable.ts';

/** HTML that only {@link html} can make, so that no text passes for HTML. */
export class Html {
  readonly #markup: string;
  constructor(maker: typeof MAKER, markup: string) {
    if (maker !== MAKER) throw new TypeError('Markup is made by a template.');
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}
const MAKER = Symbol('html');

/** What a template accepts. `false` and missing values draw nothing. */
export type Content = Html | string | number | false | null | undefined | readonly Content[];

/** Makes HTML from a template such as `<p title="${text}">${text}</p>`. Attributes must be in double quotes. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let markup = strings[0]!;
  for (let i = 0; i < contents.length; i++) markup += written(contents[i]) + strings[i + 1]!;
  return new Html(MAKER, markup);
}

function written(content: Content): string {
  if (typeof content === 'string') return escaped(content);
  if (content instanceof Html || typeof content === 'number') return String(content);
  if (Array.isArray(content)) return content.map(written).join('');
  return '';
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => printableText(text).replace(/[&<>"']/g, sign => ENTITIES[sign]!);

/** Draws the author's words in their own writing direction, whatever stands beside them. */
export const own = (words: string): Html => html`<bdi>${words}</bdi>`;

/** Joins parts with something between them. */
export const joined = (parts: readonly Content[], between: Content): Content => parts.map((part, i) => (i === 0 ? part : [between, part]));

/** Draws a link if the address is one of the web; anything else (`javascript:`, a path) is shown but not linked. */
export const linked = (url: string, text: Content = url): Html =>
  isWeb(url) ? html`<a href="${url}" rel="noreferrer">${text}</a>` : html`${text}`;
/** Whether an address is one of the web (http or https). */
export const isWeb = (url: string): boolean => /^https?:\/\/[^\s/]/i.test(url);

/** Makes a style element from our own CSS, which is not escaped. Never pass anything from a user's file. */
export function stylesheet(css: string): Html {
  if (/<\//.test(css)) throw new TypeError('A style holds no markup.');
  return new Html(MAKER, `<style>${css}</style>`);
}
