import { expect, test } from 'vitest';
import { Lines } from '../language/model/lines.ts';
import { OpenText } from './open-text.ts';

const ENDS = ['\n', '\r', '\r\n', '\r\r\n'];

test('a change keeps every character, whatever ends the lines', () => {
  for (const end of ENDS) {
    for (const typed of ['x', ...ENDS, '']) {
      const text = `a${end}b${end}${end}c`;
      const lines = new Lines(text);
      for (let line = 0; line < lines.count; line++) {
        const [start, stop] = [lines.start(line), lines.end(line)];
        const opened = OpenText.create('file:///a.cred', 'cred', 1, text);
        const once = OpenText.update(opened, [{ range: lines.range(start, stop), text: typed }], 2);
        const wanted = text.slice(0, start) + typed + text.slice(stop);
        expect(once.text).toBe(wanted);
        // And the next one finds its place in what the first has left.
        const next = new Lines(wanted);
        const last = next.range(next.start(next.count - 1), wanted.length);
        expect(OpenText.update(once, [{ range: last, text: 'last' }], 3).text).toBe(`${wanted.slice(0, next.start(next.count - 1))}last`);
      }
    }
  }
});

test('changes in one message follow each other; a place beyond the text is its end', () => {
  const opened = OpenText.create('file:///a.cred', 'cred', 1, 'one\ntwo');
  const at = (line: number, character: number) => ({ line, character });
  expect(
    OpenText.update(
      opened,
      [
        { range: { start: at(0, 3), end: at(1, 0) }, text: ' ' },
        { range: { start: at(0, 99), end: at(7, 0) }, text: '!' },
      ],
      7,
    ),
  ).toEqual({ uri: 'file:///a.cred', version: 7, text: 'one two!' });
});
