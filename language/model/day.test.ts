import { describe, expect, test } from 'vitest';
import { dayOf, isFuture, isPast, later } from './day.ts';

describe('later', () => {
  test.each([
    ['2026-01-31', 1, 'month', '2026-02-28', '2026-02-28'],
    ['2024-01-31', 1, 'month', '2024-02-29', '2024-02-29'],
    ['2024-02-29', 1, 'year', '2025-02-28', '2025-02-28'],
    ['2024-02-29', 4, 'year', '2028-02-29', '2028-02-29'],
    ['2025-10-31', 4, 'month', '2026-02-28', '2026-02-28'],
    ['2025-12-15', 13, 'month', '2027-01-15', '2027-01-15'],
    ['2024-02', 12, 'month', '2025-02-01', '2025-02-28'],
    ['2023-02', 1, 'year', '2024-02-01', '2024-02-29'],
    ['2023', 2, 'year', '2025-01-01', '2025-12-31'],
    ['2023', 18, 'month', '2024-07-01', '2025-06-30'],
    ['2023-03', 1.5, 'year', '2024-09-01', '2024-09-30'],
    ['2024-02-28', 2, 'day', '2024-03-01', '2024-03-01'],
    ['2024-02', 2, 'week', '2024-02-15', '2024-03-14'],
    ['2024-12-31', 0, 'year', '2024-12-31', '2024-12-31'],
    ['0099-12-31', 1, 'day', '0100-01-01', '0100-01-01'],
    ['2023-01-01', 0.1, 'year', '2023-02-07', '2023-02-07'],
  ])('%s, %d %s', (text, amount, unit, from, to) => expect(later(dayOf(text)!, amount, unit)).toMatchObject({ from, to }));

  test('is as exact as the date', () => {
    expect(later(dayOf('2023')!, 2, 'year')?.text).toBe('2025');
    expect(later(dayOf('2023-11')!, 2, 'month')?.text).toBe('2024-01');
    expect(later(dayOf('2023-11-30')!, 3, 'month')?.text).toBe('2024-02-29');
  });

  test.each([
    [1, 'hour'],
    [3, 'CEU'],
    [9000, 'year'],
    [1e300, 'month'],
    [1e300, 'day'],
    [0.3e12, 'year'],
  ])('failure: %d %s', (amount, unit) => expect(later(dayOf('2024')!, amount, unit)).toBeUndefined());
});

test('a span is past or to come when every day of it is', () => {
  expect(['2025', '2026', '2026-01-14', '2026-01-15'].map(text => isPast(dayOf(text)!, '2026-01-15'))).toEqual([true, false, true, false]);
  expect(['2027', '2026', '2026-02', '2026-01-15'].map(text => isFuture(dayOf(text)!, '2026-01-15'))).toEqual([true, false, true, false]);
});
