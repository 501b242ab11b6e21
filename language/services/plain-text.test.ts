import { expect, test } from 'vitest';
import { code, escaped, linked } from './markdown.ts';
import { plainText } from './plain-text.ts';

test('what an author wrote comes back as it was written', () => {
  const texts = ['Research & Board_1', 'a *b* [c](d) <e> `f` \\ ~g~ | h', 'https://a.example/x_y', 'www.a.example', '**', '\\*'];
  for (const text of texts) expect(plainText(escaped(text))).toBe(text);
});

test('bold words, code and links lose their signs, and addresses on the web stay', () => {
  expect(plainText(`**ABWP**: Board\n\n- Written as ${code('88 of 125')}`)).toBe('ABWP: Board\n\n- Written as 88 of 125');
  expect(plainText('An organization, in [org\\_1.cred, line 1](file:///x/org_1.cred#L1).')).toBe('An organization, in org_1.cred, line 1.');
  expect(plainText('[What this rule asks](<https://cred.example/a_(b)>)')).toBe('What this rule asks (https://cred.example/a_(b))');
  expect(plainText(linked('https://a.example/x_y*z'))).toBe('https://a.example/x_y*z');
});
