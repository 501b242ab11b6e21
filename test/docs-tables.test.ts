/** The lists that are written by hand in docs/ are complete: formats, commands and their options, forms, tools, options of the library. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROMPTS } from '../assistant/prompts.ts';
import { FAMILIES } from '../assistant/resources.ts';
import { TOOLS } from '../assistant/tools.ts';
import { FORMATS } from '../cli/formats/formats.ts';
import { TARGETS } from '../exchange/targets.ts';
import { cred, folderOf } from './command.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const section = (page: string, heading: string): string => {
  const [, level] = /^(#+) /.exec(heading)!;
  const after = page.slice(page.indexOf(`\n${heading}`) + 1 + heading.length);
  return after.split(new RegExp(`^#{1,${level!.length}} `, 'm'))[0]!;
};
/** Returns the first column of the first table in a text, without its head. */
const firstColumn = (text: string): string[] =>
  [...(/^\|.*\n\|[-|: ]+\|\n((?:\|.*\n?)+)/m.exec(text)?.[1] ?? '').matchAll(/^\| *(.*?) *(?<!\\)\|/gm)].map(([, cell]) => cell!);
const inCode = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

const cli = read('docs/cli.md');
const help = async (...argv: string[]): Promise<string> => (await cred(folderOf({}), [...argv, '--help'])).out;
const optionsIn = (text: string): string[] => [...text.matchAll(/^ {2}(?:-\w, )?--([a-zA-Z-]+)/gm)].map(([, name]) => name!);

test('the formats of cred check', () => expect(firstColumn(section(cli, '### Formats')).flatMap(inCode)).toEqual(Object.keys(FORMATS)));

test('every command has a section, and no section is of something else', async () => {
  const commands = [
    ...(await help())
      .split('Commands:')[1]!
      .split('Examples:')[0]!
      .matchAll(/^ {2}([a-z]+)/gm),
  ].map(([, name]) => name!);
  const sections = [...cli.matchAll(/^## cred ([a-z]+)/gm)].map(([, name]) => name!);
  expect(sections.sort()).toEqual(commands.filter(name => name !== 'help').sort());
});

describe.each([...cli.matchAll(/^## (cred ([a-z]+).*)$/gm)].map(([, heading, name]) => [name!, `## ${heading}`] as const))(
  'cred %s',
  (name, heading) => {
    test('every option that its section lists is one that it takes, and the other way round', async () => {
      const text = section(cli, heading);
      const known = optionsIn(await help(name)).filter(option => option !== 'help');
      const listed = firstColumn(text).flatMap(inCode);
      for (const option of listed.flatMap(code => [...code.matchAll(/--([a-zA-Z-]+)/g)].map(([, one]) => one!)))
        expect(known, `--${option} in docs/cli.md`).toContain(option);
      const told = inCode(text + heading).join('\n');
      const short = new Map([['output', '-o ']]);
      // Colours and the day are the same for all commands, so they are described once.
      for (const option of known.filter(one => !['color', 'as-of'].includes(one)))
        expect(
          told.includes(`--${option}`) || told.includes(short.get(option) ?? '\0') || heading.includes(`--${option}`),
          `--${option}`,
        ).toBe(true);
    });
  },
);

test('the forms of cred export', () =>
  expect(/`--to ([^`]+)`/.exec(section(cli, '## cred export'))![1]!.split('\\|').sort()).toEqual(Object.keys(TARGETS).sort()));

test('the tools, resources and prompts of cred mcp', () => {
  const page = read('docs/mcp.md');
  expect(firstColumn(section(page, '## What it can do')).flatMap(inCode)).toEqual(TOOLS.map(({ name }) => name));
  const addresses = firstColumn(section(page, '## What it can read')).flatMap(inCode);
  for (const { uriTemplate } of FAMILIES) expect(addresses.some(one => one.startsWith(uriTemplate.replace(/\{.*/, '')))).toBe(true);
  expect(inCode(section(page, '## What it is asked for')).filter(code => code.includes('-'))).toEqual(PROMPTS.map(({ name }) => name));
});

test('the options of the library', () => {
  const declared = /export interface Options \{([^]*?)\n\}/.exec(read('library/api.ts'))![1]!;
  const names = [...declared.matchAll(/^ {2}(?:readonly )?(\w+)\??[:(]/gm)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(0);
  expect(
    firstColumn(read('docs/library.md'))
      .flatMap(inCode)
      .map(code => /^\w+/.exec(code)![0]),
  ).toEqual(names);
});
