import { slipFix } from '../../fixes/slip.ts';
import type { Property, ValueType } from '../../vocabulary/define.ts';
import { LANGUAGE, rule } from '../define.ts';
import { calledKinds, some } from './words.ts';

/** A value of another type than its property takes. */
export default rule('language/wrong-type', {
  title: 'Every value is of the type that its property takes',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'wrong-type') continue;
      const { span, key, table, found, fix, message } = problem;
      report({ at: span, message: message ?? `"${key}" takes ${takes(table)}; this is ${found}.`, fixes: fix ? [slipFix(file, fix)] : [] });
    }
  },
});

const TAKES: Readonly<Record<Exclude<ValueType, 'word' | 'reference'>, string>> = {
  text: 'text in quotation marks',
  url: 'an address in quotation marks, such as "https://example.org"',
  document: 'a path or an address in quotation marks',
  date: 'a year, a month or a day, such as 2023, 2023-02 or 2023-02-15',
  count: 'a whole number, such as 150',
  'count-range': 'a whole number, or a range such as 80 to 120',
  number: 'a number, such as 0.88',
  share: 'a percent, such as 25%, or a range such as 20% to 25%',
  range: 'a range, such as 200 to 800',
  duration: 'a number and its unit, such as 180 minutes',
  quantity: 'a number and its unit, such as 60 hours',
  'quantity-range': 'a number and its unit, such as 60 hours, or a range such as 25 to 100 points',
  money: 'an amount and its currency, such as 450 USD',
  amount: 'a number, with or without a unit',
  'passing-score': 'a number, a percent, a ratio such as 88 of 125, or the word unpublished',
  'yes-no': 'yes or no',
  'any-word': 'a word, such as yes',
  'feature-path': 'a path such as job-analysis.conducted',
};

function takes(table: Property): string {
  if (table.type === 'word')
    return `${Object.keys(table.words ?? {}).length > 1 ? 'one of the words' : 'the word'} ${some(Object.keys(table.words ?? {}))}`;
  if (table.type === 'reference')
    return `the name of ${calledKinds(table.to ?? [])}${table.orText ? ', or a text in quotation marks' : ''}`;
  return TAKES[table.type];
}
