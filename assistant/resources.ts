/** What assistants may read: the language, its kinds, rules and standards, templates, and the project's own programs. */
import { RULES } from '../language/rules/index.ts';
import { standardNamed } from '../language/standards/index.ts';
import { BUILT_IN } from '../language/standards/names.ts';
import { KINDS, kindOf } from '../language/vocabulary/kinds.ts';
import { kindsPage } from '../library/kind-page.ts';
import { type Surroundings, ToolRefusal } from './surroundings.ts';
import { TEMPLATES, templateOf } from './templates.ts';
import { pageOf } from './tools/explain.ts';

/** A resource as a list shows it. */
export interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
}

/** A family of resources, whose address has one blank to fill in. */
export interface ResourceFamily {
  readonly uriTemplate: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
}

const MARKDOWN = 'text/markdown';
/** The type of a `.cred` text; there is no registered one. */
const CRED = 'text/plain';

const page = (path: string, title: string, description: string, mimeType = MARKDOWN): Resource => ({
  uri: `cred://${path}`,
  name: path,
  title,
  description,
  mimeType,
});

/** Resources that are there whatever the project. */
const OWN: readonly Resource[] = [
  page('language', 'The language', 'The whole language on one page. Read it before you write a program.'),
  page('kinds', 'Kinds of block', 'Every kind of block, and where it may stand.'),
  page('rules', 'Rules', 'Every rule, in a line.'),
  page('standards', 'Standards', 'The standards that Cred knows.'),
  ...TEMPLATES.map(kind => page(`templates/${kind}`, `A new ${kind}`, `${kindOf(kind)!.says} As text to fill in.`, CRED)),
];

export const FAMILIES: readonly ResourceFamily[] = [
  family('kinds/{kind}', 'A kind of block', 'Its properties with their values, what stands in it, and an example.'),
  family('rules/{+rule}', 'A rule', 'What it finds, why, and what to write instead: certification/goal.'),
  family('standards/{+standard}', 'A standard or a clause', 'NCCA-2021, or one clause of it: NCCA-2021.S14.'),
  family('templates/{kind}', 'A template', 'The text of a new program or organization.', CRED),
  family('programs/{+path}', 'A file of the project', 'The text of a .cred file by its path.', CRED),
];

function family(path: string, title: string, description: string, mimeType = MARKDOWN): ResourceFamily {
  return { uriTemplate: `cred://${path}`, name: path.replace(/\/\{.*/, ''), title, description, mimeType };
}

/** Returns Cred's own resources, then the files of the project. */
export async function resources(around: Surroundings): Promise<readonly Resource[]> {
  const files = (await around.paths()).map(path => page(`programs/${encodePath(path)}`, path, 'A file of the project.', CRED));
  return [...OWN, ...files];
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Returns the text of a resource and its type. Throws a {@link ToolRefusal} if there is none at the address. */
export async function readResource(uri: string, around: Surroundings): Promise<{ readonly text: string; readonly mimeType: string }> {
  const [, family, rest = ''] = /^cred:\/\/([a-z]+)\/?(.*)$/.exec(uri) ?? [];
  const name = decoded(rest);
  const markdown = (text: string) => ({ text, mimeType: MARKDOWN });
  if (name === '') {
    if (family === 'language') return markdown(await pageOf('language', around));
    if (family === 'kinds') return markdown(kindsPage());
    if (family === 'rules') return markdown(`# Rules\n\n${RULES.map(({ id, title }) => `- ${id}: ${title}`).join('\n')}\n`);
    if (family === 'standards')
      return markdown(`# Standards\n\n${BUILT_IN.map(one => `- ${one}: ${standardNamed(one)?.title ?? one}`).join('\n')}\n`);
  } else {
    if (family === 'kinds' && kindOf(name)) return markdown(await pageOf(name, around));
    if (family === 'rules' || family === 'standards') return markdown(await pageOf(name, around));
    if (family === 'templates' && TEMPLATES.includes(name)) return { text: templateOf(name)!, mimeType: CRED };
    if (family === 'programs') return { text: await programText(name, around), mimeType: CRED };
  }
  throw new ToolRefusal(`There is no resource at ${uri}.`);
}

async function programText(path: string, around: Surroundings): Promise<string> {
  for (const { project, files } of await around.projects({ paths: [path] })) for (const { uri } of files) return project.text(uri)!;
  throw new ToolRefusal(`There is no file "${path}".`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns what may stand in the blank of a family, beginning with what is typed. */
export async function completions(argument: string, typed: string, around: Surroundings): Promise<readonly string[]> {
  const all = await valuesFor(argument, around);
  const begins = (value: string): boolean => value.toLowerCase().startsWith(typed.toLowerCase());
  const holds = (value: string): boolean => !begins(value) && value.toLowerCase().includes(typed.toLowerCase());
  return [...all.filter(begins), ...all.filter(holds)];
}

async function valuesFor(argument: string, around: Surroundings): Promise<readonly string[]> {
  if (argument === 'kind') return [...KINDS.keys()];
  if (argument === 'template') return TEMPLATES;
  if (argument === 'rule') return RULES.map(({ id }) => id);
  if (argument === 'standard') return BUILT_IN;
  if (argument === 'path') return around.paths();
  return [];
}
