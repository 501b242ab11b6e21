/** A name made of words that are none, `Museum Registrar` or `C&R`: their letters and digits, with a hyphen for all else. */
export function nameOf(words: string): string | undefined {
  const name = words
    .normalize('NFC')
    .replace(/(?<=\p{L})['’‘](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^[-\p{M}\p{N}]+|-+$/gu, '');
  return name === '' || name.length > 60 ? undefined : name;
}

/** A name made of a title: the initials of an organization's, else its words. */
export function nameOfTitle(kind: string, title: string): string | undefined {
  const initials = title.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? [];
  return kind === 'organization' && initials.length > 1 && /\s/.test(title) ? initials.join('') : nameOf(title);
}
