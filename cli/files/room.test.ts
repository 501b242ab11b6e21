import { expect, test } from 'vitest';
import type { ProjectFiles } from './gather.ts';
import { whyTooMuch } from './room.ts';

const MB = 2 ** 20;
const projects = (files: number, bytes: number): ProjectFiles[] => {
  const shared = Buffer.alloc(bytes);
  const one = { file: '/a.cred', shown: 'a.cred', reported: true, bytes: shared };
  return [{ root: '/', config: undefined, asOf: undefined, files: Array(files).fill(one), unreadable: [], leftOut: [], isWhole: true }];
};

test('files that do not fit into memory are refused, with the memory that they need', () => {
  expect(whyTooMuch(projects(10_000, 8192), 4096 * MB)).toBe(
    '10000 files are more than fit into memory at once. Take a folder of them at a time, or set NODE_OPTIONS=--max-old-space-size=6250.',
  );
  expect(whyTooMuch(projects(10_000, 8192), 6250 * MB)).toBeUndefined();
  expect(whyTooMuch(projects(1000, 8192))).toBeUndefined();
});
