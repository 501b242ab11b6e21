/** Whether colours are shown: as asked, else as the surroundings say, else on a terminal only. */
import { Option } from 'commander';
import type pc from 'picocolors';

/** Functions that colour a text, or leave it as it is. */
export type Colours = ReturnType<typeof pc.createColors>;

export type ColourChoice = 'auto' | 'always' | 'never';

export const colorOption = (): Option =>
  new Option('--color <when>', 'show colours')
    .choices(['auto', 'always', 'never'])
    .default('auto', 'on a terminal, unless NO_COLOR is set');

export function colours(when: ColourChoice = 'auto'): boolean {
  if (when !== 'auto') return when === 'always';
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR && process.env.FORCE_COLOR !== '0') return true;
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
}
