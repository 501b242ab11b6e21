import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { findingsOf, shown } from '../../../test/expect.ts';
test('try', () => {
  for (const text of readFileSync('/tmp/lang/try.txt', 'utf8').split('=====\n')) {
    console.log(text + '\n' + findingsOf(text).map(f => shown(f, text) + ' [' + f.fixes.map(x => x.title).join(' | ') + ']').join('\n'));
  }
});
