// Lists the pages of the site: where each file of the documentation stands, and how pages are grouped.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const read = file => readFileSync(path.join(root, file), 'utf8');
export const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
/** Returns what a page is about: its first sentences, without marks. */
export function aboutOf(markdown) {
  const paragraph = markdown
    .split(/\n\s*\n/)
    .map(one => one.trim())
    .find(one => one !== '' && !/^(?:#|<!--|\||```|>|[-*] |\d+\. |!\[)/.test(one));
  const words = (paragraph ?? '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|[`*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  // A page of few words is told by its title.
  if (words.length < 20) return `${titleOf(markdown)}: ${words || 'a page of Cred.'}`;
  if (words.length <= 180) return words;
  const sentence = words.slice(0, 180).lastIndexOf('. ');
  return sentence > 60 ? words.slice(0, sentence + 1) : `${words.slice(0, words.lastIndexOf(' ', 175))} …`;
}
export const titleOf = markdown => /^# (.+)$/m.exec(markdown)?.[1] ?? 'Cred';

const FOLDERS = ['docs/kinds', 'docs/rules', 'docs/standards'];

/** Maps a file to its page. A README is the index of its folder. */
export const PAGES = new Map(
  [...readdirSync(path.join(root, 'docs')).map(name => `docs/${name}`), ...FOLDERS.flatMap(below), 'CHANGELOG.md', 'examples/README.md']
    .filter(file => file.endsWith('.md'))
    .map(file => [
      file,
      file
        .replace(/^docs\//, '')
        .replace(/README\.md$/, 'index.html')
        .replace(/\.md$/, '.html'),
    ]),
);

function below(folder) {
  return readdirSync(path.join(root, folder), { recursive: true }).map(name => `${folder}/${name}`.replaceAll('\\', '/'));
}

/** The links at the head of every page. */
export const MAIN = [
  ['afternoon.html', 'Begin'],
  ['language.html', 'Language'],
  ['rules/index.html', 'Rules'],
  ['standards/index.html', 'Standards'],
  ['cli.html', 'Tools'],
  ['workplace/index.html', 'Workplace'],
];

const named = (...pairs) => pairs;
const inFolder = folder =>
  [...PAGES]
    .filter(([file]) => file.startsWith(`docs/${folder}/`) && !file.endsWith('README.md'))
    .map(([file, page]) => [page, titleOf(read(file)).split(':')[0]])
    .sort(([, a], [, b]) => (a < b ? -1 : 1));

/** The links beside a page, by section; only the section of the page is unfolded. */
export const SECTIONS = [
  {
    title: 'Begin',
    pages: named(['afternoon.html', 'In an afternoon'], ['workplace.html', 'The workplace'], ['examples/index.html', 'Examples']),
    more: [],
  },
  {
    title: 'Language',
    pages: named(
      ['language.html', 'The language'],
      ['cred-json.html', 'Settings of a project'],
      ['kinds/index.html', 'Every kind and property'],
    ),
    more: inFolder('kinds'),
  },
  { title: 'Rules', pages: named(['rules/index.html', 'What Cred checks']), more: inFolder('rules') },
  { title: 'Standards', pages: named(['standards/index.html', 'The standards']), more: inFolder('standards') },
  {
    title: 'Tools',
    pages: named(
      ['cli.html', 'Command line'],
      ['ci.html', 'Where teams work'],
      ['editors.html', 'Other editors'],
      ['keyboard.html', 'By the keyboard'],
      ['exchange.html', 'Exchange'],
      ['library.html', 'Library'],
      ['mcp.html', 'For assistants'],
    ),
    more: [],
  },
  {
    title: 'About',
    pages: named(
      ['performance.html', 'Performance'],
      ['architecture.html', 'How it is built'],
      ['dependencies.html', 'What it is built on'],
      ['CHANGELOG.html', 'Changes'],
    ),
    more: [],
  },
];
