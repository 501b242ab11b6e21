import { expect, test } from 'vitest';
import { sharedTurns, Turns } from './work-queue.ts';

test('each thing is taken once, by whoever is free', () => {
  const shared = sharedTurns();
  const [quick, slow] = [new Turns(shared), new Turns(shared)];
  const things = [...'abcdefg'];
  // The slow one is still at its first when the quick one has been through all.
  const byQuick = things.filter(() => quick.take());
  const bySlow = things.filter(() => slow.take());
  expect([byQuick, bySlow]).toEqual([['a', 'c', 'd', 'e', 'f', 'g'], ['b']]);
});

test('who is alone takes all', () => {
  const alone = new Turns();
  expect([1, 2, 3].every(() => alone.take())).toBe(true);
});
