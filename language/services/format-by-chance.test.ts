/** What the layout keeps, tried with the examples and with texts that are made of them, or of anything, by chance. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tries } from '../../test/sample.ts';
import { applyEdits } from '../findings/finding.ts';
import { CredFile } from '../model/file.ts';
import { format } from './format.ts';

describe('the layout of a text keeps its words, and laid out again it stays', () => {
  const folder = new URL('../../examples/', import.meta.url);
  const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.cred'))
    .map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

  const words = (text: string): unknown =>
    CredFile.read('', text)
      .parsed.tokens.filter(({ kind }) => kind !== ';')
      .map(({ kind, text: word }) => [kind, word]);
  const slips = (text: string): unknown => CredFile.read('', text).problems.map(({ rule }) => rule);
  const comments = (text: string): unknown =>
    CredFile.read('', text).parsed.comments.map(({ start, end }) => text.slice(start, end).trimEnd());
  const holds = (text: string): void => {
    const edits = format(text);
    const after = applyEdits(text, edits);
    for (const edit of edits) expect(text.slice(edit.start, edit.end) + edit.text).toMatch(/^[ \t\r\n;]*$/);
    expect(words(after)).toEqual(words(text));
    expect(slips(after)).toEqual(slips(text));
    expect(comments(after)).toEqual(comments(text));
    expect(applyEdits(after, format(after))).toBe(after);
  };

  test.each(examples)('%s', (_, text) => {
    holds(text);
    holds(text.replaceAll('\n', '\r\n'));
    const after = applyEdits(text, format(text));
    expect(after).toMatch(/[^\n]\n$/);
    expect(after.replaceAll(/"""[^]*?"""|\/\*[^]*?\*\//g, 'x')).not.toMatch(/[ \t]\n|\n\n\n/);
  });

  test('mangled examples', () => {
    const bits = [
      '{',
      '}',
      ';',
      ',',
      ':',
      '"',
      '"""',
      '//',
      '/*',
      '*/',
      '?',
      '%',
      ' ',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '\n\n\n',
      'of',
      ' to ',
      '12',
      'a.b',
      'goal:',
      '\\',
      'module x {',
      '// cred-ignore language/hole: x\n',
      '\uFEFF',
      '“',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...examples.map(([, text]) => text)),
        fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(6), put: fc.constantFrom('', ...bits) }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (example, changes, from) => {
          const start = Math.floor(from * example.length);
          let text = example.slice(start, start + 1500);
          for (const { at, cut, put } of changes) {
            const place = Math.floor(at * text.length);
            text = text.slice(0, place) + put + text.slice(place + cut);
          }
          holds(text);
        },
      ),
      { numRuns: tries(400, 4) },
    );
  });

  test('texts made of bits', () => {
    const bit = fc.constantFrom(
      'a',
      'b.c',
      'key:',
      'k :',
      '{',
      '}',
      ';',
      ',',
      '"t"',
      '"""x\n  y"""',
      '?',
      '25',
      '%',
      'to',
      'of',
      'hours',
      '// c \n',
      '/* d */',
      '\n',
      ' ',
      '   ',
      '\n\n\n',
      '\r\n',
      '\t',
      '\uFEFF',
      ':',
      '2022-06',
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 30 }), bits => holds(bits.join(''))),
      { numRuns: tries(1500, 4) },
    );
  });
});
