/** Reports mistakes on the command line in sentences; the messages of commander are written for programmers. */

import { entry } from '../../language/model/entry.ts';

const SAYS: readonly (readonly [its: RegExp, ours: (...parts: string[]) => string])[] = [
  [
    /^unknown (command|option) '(.*?)'(?:\n\(Did you mean (.*)\?\))?$/s,
    (what, word, near) =>
      `There is no ${what} "${word}".${meant((what === 'command' ? entry(COMMANDS_ELSEWHERE, word!) : undefined) ?? near)}`,
  ],
  [/^option '((-\S+).*)' argument missing$/s, (flags, name) => `${name} needs a value: ${flags}.`],
  [/^option '(.*?)' argument '(.*)' is invalid\. (.*)$/s, (flags, value, why) => `"${value}" does not fit ${flags}. ${why}`],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*?)'\. (.*)$/s,
    (value, name, why) => `"${value}" does not fit <${name}>. ${why}`,
  ],
  [/^missing required argument '(.*)'$/s, name => `<${name}> is missing.`],
  [/^required option '(.*)' not specified$/s, flags => `${flags} is missing.`],
  [
    /^too many arguments for '(.*)'\. Expected (\d+ arguments?) but got (\d+)\.$/s,
    (name, few, many) => `"${name}" takes ${few.replace(/^0/, 'no')}, not ${many}.`,
  ],
];

/** Names by which other tools call what one of our commands does. */
const COMMANDS_ELSEWHERE: Readonly<Record<string, string>> = {
  validate: 'check',
  verify: 'check',
  test: 'check',
  format: 'fmt',
  pretty: 'fmt',
  new: 'init',
  create: 'init',
  start: 'init',
  repair: 'fix',
  compare: 'diff',
  show: 'report',
  html: 'report',
  convert: 'export',
};

/** Commands and options as other tools call them, which are taken for ours. */
const COMMANDS_TAKEN: Readonly<Record<string, string>> = { lint: 'check' };
const OPTIONS_TAKEN: Readonly<Record<string, string>> = { '--json': '--format=json' };
/** The commands that know `--format json`. */
const WITH_JSON: ReadonlySet<string> = new Set(['check', 'path', 'readiness', 'diff', 'rules', 'import']);

/** Returns a command line in our own words. What stands after `--` is left as it is. */
export function inOurWords(argv: readonly string[]): readonly string[] {
  const [first = '', ...rest] = argv;
  const command = entry(COMMANDS_TAKEN, first) ?? first;
  if (command === 'help') return [command, ...rest.map(word => entry(COMMANDS_TAKEN, word) ?? word)];
  if (!WITH_JSON.has(command)) return argv;
  const end = rest.indexOf('--');
  const options = end < 0 ? rest : rest.slice(0, end);
  return [command, ...options.map(word => entry(OPTIONS_TAKEN, word) ?? word), ...rest.slice(options.length)];
}

const meant = (near: string | undefined): string => (near === undefined ? '' : ` Did you mean ${near}?`);

/** Rewrites a message of commander as a sentence. */
export function inSentences(message: string): string {
  const its = message.replace(/^error: /, '').trimEnd();
  for (const [pattern, ours] of SAYS) {
    const found = pattern.exec(its);
    if (found) return `${ours(...found.slice(1))}\n`;
  }
  return `${its[0]?.toUpperCase() ?? ''}${its.slice(1)}\n`;
}
