/** Declares options that several commands share, and parses their values. */
import { InvalidArgumentError, Option } from 'commander';
import { isDay } from '../../language/project/config-slips.ts';

/** Declares `--as-of`. */
export const asOfOption = (): Option =>
  new Option('--as-of <date>', 'check as of this day, YYYY-MM-DD (default: the day in cred.json, else today)').argParser(dayArgument);

function dayArgument(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('A day is written YYYY-MM-DD, as in 2026-01-31.');
  return text;
}

/** Returns a parser for whole numbers from `least` on. */
export const count =
  (least: number) =>
  (text: string): number => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least) throw new InvalidArgumentError(`It is a whole number, ${least} or more.`);
    return Number(text);
  };
