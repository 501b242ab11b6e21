/** All safe fixes of a long text are made together. */
import { expect, test } from 'vitest';
import { projectOf } from '../../test/expect.ts';
import { tries } from '../../test/sample.ts';
import { fixSafely } from './apply-fixes.ts';

const safely = (text: string): string => {
  const project = projectOf({ 'a.cred': text });
  return fixSafely(project.file('a.cred')!, project, project.host);
};

test('however many safe fixes there are, none is left', () => {
  const lines = (line: (i: number) => string): string => Array.from({ length: tries(1000, 4) }, (_, i) => line(i)).join('');
  const texts = [
    lines(i => `certification C${i} "C" { sumary: "C" }\n`),
    `certificate C "C" {\n${lines(i => `  module m${i} "M" { delivry: in-person }\n`)}}\n`,
    `certificate C "C" {\n${lines(i => `  outcome o${i} “O”\n`)}}\n`,
  ];
  for (const text of texts)
    expect(safely(text)).toBe(text.replaceAll('sumary', 'summary').replaceAll('delivry', 'delivery').replace(/[“”]/g, '"'));
}, 60_000);
