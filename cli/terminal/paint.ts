/** Decides whether output has colours: the option decides, then the environment, then whether it is a terminal. */
import { Option } from 'commander';
import type pc from 'picocolors';
import type { ProcessSurroundings } from './invocation.ts';

/** Functions that colour a text or leave it as it is. */
export type Colours = ReturnType<typeof pc.createColors>;

/** The values of `--color`. */
export type ColourChoice = 'auto' | 'always' | 'never';

/** Declares `--color`. */
export const colorOption = (): Option =>
  new Option('--color <when>', 'show colours')
    .choices(['auto', 'always', 'never'])
    .default('auto', 'on a terminal, unless NO_COLOR is set');

/** Whether standard output gets colours. */
export function wantsColours({ env, stdout }: Pick<ProcessSurroundings, 'env' | 'stdout'>, when: ColourChoice = 'auto'): boolean {
  if (when !== 'auto') return when === 'always';
  if (env.NO_COLOR) return false;
  // FORCE_COLOR=0 forbids colours, also on a terminal.
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stdout.isTTY === true && env.TERM !== 'dumb';
}
