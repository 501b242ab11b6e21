/**
 * `cred completion SHELL`: prints a completion script for commands, options and their values. It is generated from the commands
 * themselves.
 */
import { Argument, Command, type Option } from 'commander';
import { BUILT_IN } from '../../language/standards/names.ts';
import { engine } from '../checking/bundles.ts';
import type { Invocation } from '../terminal/invocation.ts';

interface ShellWord {
  readonly name: string;
  readonly says: string;
}

interface ShellOption extends ShellWord {
  readonly words: readonly string[];
  readonly takes: 'a value' | 'a value or none' | 'none';
  /** Whether the option may be repeated. */
  readonly repeats: boolean;
}

interface ShellCommand extends ShellWord {
  readonly options: readonly ShellOption[];
  /** The words that its first argument may be. */
  readonly words: readonly string[];
}

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Declares the command. `program` returns the root command, which has all others. */
export function completionCommand(cli: Invocation, program: () => Command): Command {
  return new Command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText(
      'after',
      `
Examples:
  cred completion bash >> ~/.bashrc
  source <(cred completion zsh)            (in ~/.zshrc), or
  cred completion zsh > "\${fpath[1]}/_cred"
  cred completion fish > ~/.config/fish/completions/cred.fish

Exit code: 0.`,
    )
    .action((shell: (typeof SHELLS)[number]) => void cli.print(SCRIPT[shell](commandsOf(program()))));
}

function commandsOf(program: Command): ShellCommand[] {
  const help: ShellOption = { name: '--help', says: 'show this help', words: [], takes: 'none', repeats: false };
  const commands = program.commands.map(command => ({
    name: command.name(),
    says: command.description(),
    options: [...command.options.map(optionOf), help],
    words: command.name() === 'explain' ? engine().topics() : (command.registeredArguments[0]?.argChoices ?? []),
  }));
  return [...commands, { name: 'help', says: 'show the help of a command', options: [], words: commands.map(({ name }) => name) }];
}

const optionOf = (option: Option): ShellOption => ({
  name: option.long ?? option.flags,
  says: option.description,
  words: option.long === '--standard' ? BUILT_IN : (option.argChoices ?? wordsIn(option.description)),
  takes: option.required ? 'a value' : option.optional ? 'a value or none' : 'none',
  repeats: option.description.includes('several are allowed'),
});

/** Returns the values that a description lists after a colon, as that of `--format` does. */
const wordsIn = (text: string): string[] => /: ((?:[a-z]+, )+[a-z]+)$/.exec(text)?.[1]?.split(', ') ?? [];

const SCRIPT: Readonly<Record<(typeof SHELLS)[number], (commands: readonly ShellCommand[]) => string>> = { bash, zsh, fish };

function bash(commands: readonly ShellCommand[]): string {
  const cases = commands.map(({ name, options, words }) => {
    const values = options
      .filter(option => option.takes !== 'none')
      .map(
        option =>
          `        ${option.name}) ${option.words.length > 0 ? `COMPREPLY=($(compgen -W "${option.words.join(' ')}" -- "$word"))` : '_cred_files "$word"'}; return ;;`,
      );
    return `    ${name})
      case "$before" in
${values.join('\n')}
      esac
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "${options.map(option => option.name).join(' ')}" -- "$word"))
      else ${words.length > 0 ? `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$word"))` : '_cred_files "$word"'}; fi ;;`;
  });
  return `# Completion of cred in bash; made by "cred completion bash".
_cred_files() {
  # A name may hold blanks.
  local IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$1"))
}
_cred() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  # "--format=s" comes as three words.
  if [[ "$word" == "=" ]]; then word=""; elif [[ "$before" == "=" ]]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -o filenames -F _cred cred
`;
}

const inSingle = (text: string): string => text.replaceAll("'", "'\\''");

function zsh(commands: readonly ShellCommand[]): string {
  const list = commands.map(({ name, says }) => `    '${name}:${inSingle(says).replaceAll(':', '\\:')}'`);
  const bracketed = (text: string): string => inSingle(text).replace(/[[\]:]/g, sign => `\\${sign}`);
  const cases = commands.map(({ name, options, words }) => {
    const specs = options.map(option => {
      const colon = option.takes === 'a value' ? ':' : '::';
      const value = option.takes === 'none' ? '' : `${colon}value:${option.words.length > 0 ? `(${option.words.join(' ')})` : '_files'}`;
      return `'${option.repeats ? '*' : ''}${option.name}${value ? '=' : ''}[${bracketed(option.says)}]${value}'`;
    });
    return `    ${name}) _arguments ${[...specs, words.length > 0 ? `'1:what:(${words.join(' ')})'` : `'*:file:_files'`].join(' \\\n      ')} ;;`;
  });
  return `#compdef cred
# Completion of cred in zsh; made by "cred completion zsh".
_cred() {
  local -a commands
  commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
# As a file of $fpath this is the body of the function; sourced, it registers the function.
if [[ $funcstack[1] == _cred ]]; then _cred "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
  compdef _cred cred
fi
`;
}

function fish(commands: readonly ShellCommand[]): string {
  const lines = commands.flatMap(({ name, says, options, words }) => [
    `complete -c cred -n __fish_use_subcommand -f -a ${name} -d '${inFish(says)}'`,
    ...options.map(option => {
      const value = option.takes !== 'a value' ? '' : option.words.length > 0 ? ` -x -a '${option.words.join(' ')}'` : ' -r';
      return `complete -c cred -n '__fish_seen_subcommand_from ${name}' -l ${option.name.replace(/^--/, '')}${value} -d '${inFish(option.says)}'`;
    }),
    ...(words.length > 0 ? [`complete -c cred -n '__fish_seen_subcommand_from ${name}' -f -a '${words.join(' ')}'`] : []),
  ]);
  return `# Completion of cred in fish; made by "cred completion fish".\n${lines.join('\n')}\n`;
}

const inFish = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
