/** All texts of the extension can be translated: none is hard-coded, and every key has a text. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { RULE_IDS } from '../language/rules/ids.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, unknown>;
const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;
const bundle = JSON.parse(read('l10n/bundle.l10n.json')) as Record<string, string>;
const sources = readdirSync(path.join(root, 'client'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => `client/${name.replaceAll('\\', '/')}`)
  .concat('report/panel-page.ts');

/** Names, the same in every language. */
const NAMES = new Set(['Cred', 'JSON', 'JSON, CSV', 'Markdown', 'Word', 'Excel']);
/** Two words in a row, or one that begins like a sentence. */
const isProse = (text: string): boolean => (/\p{L}{2,}[,:]? \p{L}/u.test(text) || /^\p{Lu}\p{Ll}+[.…!?]?$/u.test(text)) && !NAMES.has(text);

/** The literals of a source that people would read and that do not go through `t`. */
function written(source: string): string[] {
  const code = source
    .replace(/\/\*[^]*?\*\/|^\s*\/\/.*$|(?<=[;,{)] )\/\/ .*$/gm, '')
    .replace(/^(?:import|export)\b[^;]*?from '[^']*';/gm, '')
    .replace(/\bt\(\s*'(?:[^'\\]|\\.)*'/g, 't(');
  // A literal before a colon is a key or a case.
  const plain = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'(?!:)/g)].map(([, text]) => text!);
  const parts = [...code.matchAll(/`((?:[^`\\]|\\.)*)`/g)].flatMap(([, text]) => text!.split(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/));
  const outsideTags = parts.map(part => part.replace(/^[^<>]*>/, '').replace(/<[^>]*(>|$)/g, ''));
  return [...plain, ...outsideTags].filter(isProse);
}

test('no text is written where it is used', () => {
  expect(sources.length).toBeGreaterThan(15);
  for (const file of sources) expect(written(read(file)), file).toEqual([]);
});

test('… which would be seen', () => {
  expect(written("void vscode.window.showErrorMessage('It went wrong.');")).toEqual(['It went wrong.']);
  expect(written("item.label = 'Refresh';")).toEqual(['Refresh']);
  expect(written('show(`There are $'.concat('{count} of them`);'))).toEqual(['There are ', ' of them']);
  expect(written('html`<p class="some words">Reading it</p>`')).toEqual(['Reading it']);
  expect(written("show(t('It went wrong.'), vscode.l10n.t(\n  'Twice.'));")).toEqual([]);
});

test('what goes through "t" is a text of the bundle, with the same places', () => {
  const asked = sources.flatMap(file =>
    [...read(file).matchAll(/\bt\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs)].map(([, , text]) => text!.replace(/\\(.)/g, '$1')),
  );
  expect(new Set(asked)).toEqual(new Set(Object.keys(bundle)));
  for (const [key, text] of Object.entries(bundle)) expect(text, key).toBe(key);
  // Only literals can be found by translators.
  for (const file of sources) expect(read(file), file).not.toMatch(/\bl10n\.t\(\s*(?!['"])\S/);
});

test('every text of the manifest is a key, and every key is used', () => {
  const used = new Set<string>();
  /** What people read of a contribution. */
  const shown = new Set([
    'title',
    'shortTitle',
    'displayName',
    'description',
    'markdownDescription',
    'name',
    'contents',
    'label',
    'enumDescriptions',
    'markdown',
    'altText',
    'deprecationMessage',
  ]);
  const visit = (value: unknown, key: string, at: string): void => {
    if (typeof value === 'string') {
      const found = /^%(.+)%$/.exec(value)?.[1];
      if (found) used.add(found);
      else if (shown.has(key)) expect(NAMES.has(value), `${at}: "${value}"`).toBe(true);
    } else if (value && typeof value === 'object')
      for (const [inner, one] of Object.entries(value)) visit(one, Array.isArray(value) ? key : inner, `${at}.${inner}`);
  };
  // What assistants read of a tool is not translated; people see its name.
  const { languageModelTools, ...contributes } = manifest.contributes as { languageModelTools: { displayName: string }[] };
  visit(
    languageModelTools.map(({ displayName }) => ({ displayName })),
    '',
    'contributes.languageModelTools',
  );
  visit(contributes, '', 'contributes');
  visit(manifest.description, 'description', 'description');
  expect([...used].sort()).toEqual(Object.keys(texts).sort());
  for (const text of Object.values(texts)) expect(text.trim()).not.toBe('');
});

test('the walkthrough names rules and commands that exist, and its pictures are there in both themes', () => {
  const walkthrough = Object.entries(texts).filter(([key]) => key.startsWith('start'));
  const rules = walkthrough.flatMap(([, text]) => [...text.matchAll(/cred-ignore ([a-z-]+\/[a-z-]+)/g)].map(([, rule]) => rule!));
  expect(rules.length).toBeGreaterThan(0);
  for (const rule of rules) expect(RULE_IDS).toContain(rule);
  const contributes = manifest.contributes as {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly [
      { readonly steps: readonly { readonly media: { readonly image: Readonly<Record<string, string>> } }[] },
    ];
  };
  const commands = contributes.commands.map(({ command }) => command);
  for (const [, text] of walkthrough)
    for (const [, command] of text.matchAll(/\(command:(cred\.\w+)\)/g)) expect(commands).toContain(command);
  for (const { media } of contributes.walkthroughs[0].steps) {
    expect(Object.keys(media.image)).toEqual(['light', 'dark', 'hc', 'hcLight']);
    for (const image of Object.values(media.image)) expect(existsSync(path.join(root, image)), image).toBe(true);
  }
});
