/** Converts the Markdown of hovers and completions to plain text, for editors that do not show Markdown. */

/** Matches an escaped character, code, bold marks, a link with a text, or a bare address. */
const MARKUP = /\\([!-/:-@[-`{-~])|`([^`]*)`|\*\*|\[((?:\\.|[^\]\\])*)\]\((?:<([^>]*)>|([^()\s]*))\)|<(https?:\/\/[^\s<>]+)>/g;

/** Returns the plain text. A web address stays, after the text of its link; a link to a place in a file becomes its text. */
export function plainText(markdown: string): string {
  return markdown.replace(MARKUP, (_, sign?: string, code?: string, text?: string, angled?: string, bare?: string, address?: string) => {
    if (text === undefined) return sign ?? code ?? address ?? '';
    const target = angled ?? bare ?? '';
    return /^https?:/.test(target) ? `${plainText(text)} (${target})` : plainText(text);
  });
}
