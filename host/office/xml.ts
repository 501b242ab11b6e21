/** Reads XML tag by tag. Namespaces are left aside, declarations and comments passed over, and no entity but the five of XML is known. */

/** A tag or a text of an XML file. */
export type XmlToken =
  | { readonly is: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly is: 'close'; readonly name: string }
  | { readonly is: 'text'; readonly text: string };

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<\/(?:[\w.-]+:)?([\w.-]+)\s*>|<(?:[\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+)/g;

/** Yields the tags and texts in their order. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  for (const [, cdata, closed, opened, attributes, text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) yield { is: 'text', text: unescaped(text) };
    else if (opened !== undefined) {
      const empty = attributes!.endsWith('/');
      yield { is: 'open', name: opened, attributes: attributes!, empty };
      if (empty) yield { is: 'close', name: opened };
    } else if (closed !== undefined) yield { is: 'close', name: closed };
    else if (cdata !== undefined) yield { is: 'text', text: cdata };
  }
}

/** Returns an attribute by its name without a prefix; `undefined` if the tag has none. */
export function attribute(attributes: string, name: string): string | undefined {
  if (!attributes.includes(name)) return undefined;
  let pattern = PATTERNS.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found ? unescaped(found[1] ?? found[2]!) : undefined;
}
const PATTERNS = new Map<string, RegExp>();

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (_, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name]!;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
