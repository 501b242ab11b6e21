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
  lint: 'check',
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
