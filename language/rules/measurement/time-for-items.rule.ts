import { certainlySummative } from '../../analysis/program.ts';
import { replace } from '../../fixes/fix.ts';
import { practice, rule } from '../define.ts';
import { isPicked } from '../shared/picked.ts';

/** The fewest and the most seconds for an item that are believed. About a minute is usual. */
const FEWEST = 10;
const MOST = 15 * 60;
/** The seconds in each unit that an examination can be measured in. */
const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400, week: 7 * 86_400 };

/** An examination whose time and items do not fit each other has one of them in another unit, or with a digit too many. */
export default rule('measurement/time-for-items', {
  title: 'The time fits the number of items',
  severity: 'information',
  source: practice('About a minute for an item to pick an answer to; the time comes from tryouts, so that speed decides nothing'),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, report }) {
    for (const assessment of certainlySummative(program).filter(isPicked)) {
      const { duration, items } = assessment;
      const seconds = duration?.value && SECONDS[duration.value.unit];
      if (!duration?.value || !seconds || !items?.value || items.value.low < 1) continue;
      const time = duration.value.amount * seconds;
      const [least, most] = [time / items.value.high, time / items.value.low];
      if (most >= FEWEST && least <= MOST) continue;
      const each = most < FEWEST ? `at most ${shown(most)}` : `${shown(least)} or more`;
      report({
        at: duration,
        nature: 'contradiction',
        message: `"${assessment.label}" leaves ${each} for each of its items, which hardly anybody needs so. Check the unit of its time, and the number of its items.`,
        fixes: [replace(file, duration, '?', 'Write "?" until the time is known')],
        related: [{ at: items, message: 'The number of its items.' }],
      });
    }
  },
});

/** Returns a time in words: `6 seconds`, `90 minutes`. */
const shown = (seconds: number): string =>
  seconds < 60 ? counted(Math.max(1, Math.round(seconds)), 'second') : counted(Math.round(seconds / 60), 'minute');
const counted = (count: number, of: string): string => `${count} ${of}${count === 1 ? '' : 's'}`;
