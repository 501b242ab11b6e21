import { expect, test } from 'vitest';
import { explain } from './explaining.ts';

test('a standard named without its edition lists the editions that there are', () => {
  for (const [topic, names] of [
    ['NCCA', ['NCCA-2014', 'NCCA-2021']],
    ['ISO 17024', ['ISO-17024-2012', 'ISO-17024-2026']],
    ['ISO/IEC 17024', ['ISO-17024-2012', 'ISO-17024-2026']],
  ] as const) {
    const found = explain(topic);
    for (const name of names) expect('text' in found ? found.text : undefined, topic).toContain(`\`${name}\``);
  }
  expect(explain('zzzz')).toEqual({ near: undefined });
});
