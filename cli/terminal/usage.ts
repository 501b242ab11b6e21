/** What is wrong with a command line, in sentences as everywhere else; commander's own are for programmers. */

const SAYS: readonly (readonly [its: RegExp, ours: (...parts: string[]) => string])[] = [
  [
    /^unknown (command|option) '(.*?)'(?:\n\(Did you mean (.*)\?\))?$/s,
    (what, word, near) => `There is no ${what} "${word}".${meant(near)}`,
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

const meant = (near: string | undefined): string => (near === undefined ? '' : ` Did you mean ${near}?`);

export function inSentences(message: string): string {
  const its = message.replace(/^error: /, '').trimEnd();
  for (const [pattern, ours] of SAYS) {
    const found = pattern.exec(its);
    if (found) return `${ours(...found.slice(1))}\n`;
  }
  return `${its[0]?.toUpperCase() ?? ''}${its.slice(1)}\n`;
}
