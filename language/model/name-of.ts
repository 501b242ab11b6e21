import { readableName } from './not-known.ts';

/** Makes a name from words such as `Museum Registrar` or `C&R`: letters and digits stay, and everything else becomes a hyphen. */
export function nameOf(words: string): string | undefined {
  const name = words
    .normalize('NFC')
    .replace(/(?<=\p{L})['’‘](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^[-\p{M}\p{N}]+|-+$/gu, '');
  return name === '' || name.length > 60 ? undefined : readableName(name);
}

/** Makes a name from a title: initials for an organization, otherwise words. */
export function nameOfTitle(kind: string, title: string): string | undefined {
  const initials = title.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? [];
  return kind === 'organization' && initials.length > 1 && /\s/.test(title) ? readableName(initials.join('')) : nameOf(title);
}
