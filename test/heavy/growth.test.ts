/**
 * Reading takes time in proportion to the text: twice the text shall take 2.3 times the CPU time at most, and 2.6 fails. What seems to grow
 * faster is measured a second time, since other work on the machine may have been in its way. One shape:
 * `npm run test:growth -- -t "check quotes"`.
 */
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { growthOf, measured, measuringProgram } from '../hostile/growth.ts';
import { SHAPES } from '../hostile/shapes.ts';

/** The growth for twice the text that is allowed. Time that grows with the square of the text shows as 3 and more. */
const MOST = 2.6;

let program: string;
beforeAll(async () => {
  program = await measuringProgram(path.resolve(import.meta.dirname, '../..'));
});

test.each(measured(Object.keys(SHAPES)))('%s %s', (what, shape) => {
  const first = growthOf(program, what, shape);
  const { growth } = first.growth > MOST ? growthOf(program, what, shape) : first;
  expect(Math.min(growth, first.growth)).toBeLessThanOrEqual(MOST);
});
