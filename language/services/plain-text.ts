/** The Markdown of hovers and completions as plain words, for editors that show no Markdown. */

/** An escaped sign, code, bold signs, a link with a text, a bare address. */
const MARKUP = /\\([!-/:-@[-`{-~])|`([^`]*)`|\*\*|\[((?:\\.|[^\]\\])*)\]\((?:<([^>]*)>|([^()\s]*))\)|<(https?:\/\/[^\s<>]+)>/g;

/** An address on the web stays, behind the text of its link; a place in a file is told by the text already. */
export function plainText(markdown: string): string {
  return markdown.replace(MARKUP, (_, sign?: string, code?: string, text?: string, angled?: string, bare?: string, address?: string) => {
    if (text === undefined) return sign ?? code ?? address ?? '';
    const target = angled ?? bare ?? '';
    return /^https?:/.test(target) ? `${plainText(text)} (${target})` : plainText(text);
  });
}
