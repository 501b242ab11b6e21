/** `cred man`: prints the manual page, made from the commands themselves and their help. */
import { Command } from 'commander';
import { version } from '../files/package.ts';
import type { Invocation } from '../terminal/invocation.ts';

/** Declares the command. `program` returns the root command, which has all others. */
export function manCommand(cli: Invocation, program: () => Command): Command {
  return new Command('man')
    .description('print the manual page')
    .addHelpText('after', '\nExamples:\n  cred man | man -l -\n  cred man > ~/.local/share/man/man1/cred.1\n\nExit code: 0.')
    .action(() => cli.print(manPage(program())));
}

/** Returns the page in the language of `man` (roff). */
export function manPage(program: Command): string {
  const lines = [
    `.TH CRED 1 "" "cred ${version()}" "Cred"`,
    '.SH NAME',
    `cred \\- ${roff(firstSmall(program.description()).replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    '.B cred',
    '.I command',
    roff('[options] [arguments]'),
    '.SH COMMANDS',
    ...program.commands.filter(command => command.name() !== 'help').flatMap(section),
  ];
  return `${lines.join('\n')}\n`;
}

function section(command: Command): string[] {
  const given = command.registeredArguments.map(one =>
    one.required ? `<${one.name()}${one.variadic ? '...' : ''}>` : `[${one.name()}${one.variadic ? '...' : ''}]`,
  );
  return [
    `.SS ${roff(['cred', command.name(), ...given].join(' '))}`,
    roff(`${firstCapital(command.description())}.`),
    ...command.options.flatMap(option => ['.TP', `.B ${roff(option.flags)}`, roff(firstCapital(option.description))]),
    ...moreOf(command),
  ];
}

/** Returns what the help of a command says after its options: examples and exit codes, as they are laid out there. */
function moreOf(command: Command): string[] {
  const help: string[] = [];
  command.configureOutput({ writeOut: text => void help.push(text) }).outputHelp();
  const after = /\n((?:Examples?|Reads|Forms|It offers|While)[^]*)$/.exec(help.join(''))?.[1];
  return after === undefined ? [] : ['.PP', '.nf', ...after.trimEnd().split('\n').map(roff), '.fi'];
}

const firstSmall = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const firstCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Escapes a line of text: a hyphen stays one that can be copied, and no line is taken for a request. */
const roff = (line: string): string =>
  line
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&')
    .replace(/[^\0-\x7f]/gu, sign => `\\[u${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`);
