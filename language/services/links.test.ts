import { expect, test } from 'vitest';
import { words } from '../../test/cursor.ts';
import { CredFile } from '../model/file.ts';
import { documentLinks } from './links.ts';

const links = (text: string): string[] => {
  const file = CredFile.read('file:///p/a.cred', text);
  const resolve = (uri: string, path: string): string | undefined => (path.startsWith('no') ? undefined : new URL(path, uri).href);
  return documentLinks(file, resolve).map(({ range, target }) => `${words(text, file, range)} → ${target}`);
};

test('addresses and documents beside the file', () => {
  expect(
    links(
      '// see https://a.example/x.\ncertification C "C" {\n  website: "https://c.example"\n  evidence { document: "e/jta.pdf"; note: "At http://b.example/(y), say (https://b.example/z)." }\n  evidence { document: "https://d.example/z" }\n  evidence { document: "no/such" }\n}',
    ),
  ).toEqual([
    'https://a.example/x → https://a.example/x',
    'https://c.example → https://c.example',
    'e/jta.pdf → file:///p/e/jta.pdf',
    'http://b.example/(y) → http://b.example/(y)',
    'https://b.example/z → https://b.example/z',
    'https://d.example/z → https://d.example/z',
  ]);
});
test('without a host only addresses lead anywhere', () => {
  const file = CredFile.read('a.cred', 'register { website: "https://c.example" }\nevidence { document: "e.pdf" }');
  expect(documentLinks(file).map(link => link.target)).toEqual(['https://c.example']);
});
