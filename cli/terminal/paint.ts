/** Whether colours are shown: as asked, else as the surroundings say, else on a terminal only. */
import { Option } from 'commander';

export type When = 'auto' | 'always' | 'never';

export const colorOption = (): Option =>
  new Option('--color <when>', 'show colours')
    .choices(['auto', 'always', 'never'])
    .default('auto', 'on a terminal, unless NO_COLOR is set');

export function colours(when: When = 'auto'): boolean {
  if (when !== 'auto') return when === 'always';
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR && process.env.FORCE_COLOR !== '0') return true;
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
}
