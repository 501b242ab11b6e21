/** Markup that is safe by construction: whatever is put into a template is escaped, but for what another template has made. */
import { printableText } from '../language/model/printable.ts';

/** Made by {@link html} only, so that no text can pass for markup. */
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

/** What may stand in a template: nothing is shown of `false` and of what is absent. */
export type Content = Html | string | number | false | null | undefined | readonly Content[];

/** `<p title="${text}">${text}</p>`: attributes stand in double quotes. */
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

/** Words of the authors in their own direction, whatever stands beside them. */
export const own = (words: string): Html => html`<bdi>${words}</bdi>`;

/** The parts with something between them. */
export const joined = (parts: readonly Content[], between: Content): Content => parts.map((part, i) => (i === 0 ? part : [between, part]));

/** A link where the address is one of the web; anything else (`javascript:`, a path) is shown and not linked. */
export const linked = (url: string, text: Content = url): Html =>
  isWeb(url) ? html`<a href="${url}" rel="noreferrer">${text}</a>` : html`${text}`;
export const isWeb = (url: string): boolean => /^https?:\/\/[^\s/]/i.test(url);

/** A style of our own, which is not escaped. Nothing of a file may come to stand in it. */
export function stylesheet(css: string): Html {
  if (/<\//.test(css)) throw new TypeError('A style holds no markup.');
  return new Html(MAKER, `<style>${css}</style>`);
}
