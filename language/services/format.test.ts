import { describe, expect, test } from 'vitest';
import { applyEdits } from '../findings/finding.ts';
import { CredFile } from '../model/file.ts';
import { type FormatOptions, format, formatOnType } from './format.ts';

const formatted = (text: string, options?: FormatOptions): string => applyEdits(text, format(text, options));

/** Formats as if `typed` had just been typed at the mark. */
function typing(source: string, typed: string): string {
  const at = source.indexOf('<|>');
  const text = source.replace('<|>', '');
  const file = CredFile.read('a.cred', text);
  return applyEdits(text, formatOnType(file, file.lines.position(at), typed));
}

describe('format', () => {
  test('indentation, colons, commas, heads and blank lines', () => {
    expect(
      formatted(
        'certification   CWT    "Widget Technician"{\n\n\n   goal :validate-competence\t\n\n\n\n scope:broad\nassessment exam{measures:a ,b;items:150}\n\n}',
      ),
    ).toBe(
      'certification CWT "Widget Technician" {\n  goal: validate-competence\n\n  scope: broad\n  assessment exam { measures: a, b; items: 150 }\n}\n',
    );
  });

  test('a block over several lines keeps together what its author put on one line', () => {
    expect(formatted('module a { hours: 24hours; delivery: in-person\n  required: yes }')).toBe(
      'module a {\n  hours: 24 hours; delivery: in-person\n  required: yes\n}\n',
    );
  });

  test('a block on one line stays there up to 140 columns', () => {
    const long = (n: number): string => `policy "${'x'.repeat(n)}" { public: yes; approved: 2021-05 }\n`;
    const fits = 141 - long(0).length;
    expect(formatted(long(fits))).toBe(long(fits));
    expect(formatted(long(fits + 1))).toBe(`policy "${'x'.repeat(fits + 1)}" {\n  public: yes\n  approved: 2021-05\n}\n`);
  });

  test('values: percents, ratios, ranges, quantities, holes', () => {
    expect(formatted('domain a { weight: 20 %  to 25 % }\nassessment b { passing-score: 88  of 125; duration: 180minutes; items:? }')).toBe(
      'domain a { weight: 20% to 25% }\nassessment b { passing-score: 88 of 125; duration: 180 minutes; items: ? }\n',
    );
  });

  test('a list that runs over lines is indented once more', () => {
    expect(formatted('handbook {\ncovers: eligibility,\n            fees, // both\ncontent\n}')).toBe(
      'handbook {\n  covers: eligibility,\n    fees, // both\n    content\n}\n',
    );
  });

  test('comments stay where they are', () => {
    expect(formatted('/* one\n   two */\nmodule a {   // why  \n // own line\n/* in */ hours: ?\n     }   // after\n\n\n\n// end')).toBe(
      '/* one\n   two */\nmodule a { // why\n  // own line\n  /* in */ hours: ?\n} // after\n\n// end\n',
    );
  });

  test('a brace on a line of its own joins its head', () => {
    expect(formatted('module a "A"\n{\n hours: ?\n}')).toBe('module a "A" {\n  hours: ?\n}\n');
  });

  test('the contents of block text are left alone', () => {
    expect(formatted('program p "P" {\nsummary:"""\n      a\n    b  \n """\n}')).toBe(
      'program p "P" {\n  summary: """\n      a\n    b  \n """\n}\n',
    );
  });

  test('CRLF and byte-order mark are kept', () => {
    expect(formatted('\uFEFFmodule a {\r\nhours: ?; required: yes\r\n}')).toBe('\uFEFFmodule a {\r\n  hours: ?; required: yes\r\n}\r\n');
  });

  test('another indentation, where the project says so', () => {
    expect(formatted('module a {\n  hours: ?\n}', { indent: '    ' })).toBe('module a {\n    hours: ?\n}\n');
  });

  test('a ";" at the end of a line or a block goes, one between two properties stays', () => {
    expect(formatted('module a {\n  hours: ?;\n  required: yes;; // why\n\n  delivery: online;\n}; \n')).toBe(
      'module a {\n  hours: ?\n  required: yes // why\n\n  delivery: online\n}\n',
    );
    expect(formatted('policy "P" { public: yes; approved: 2021; }')).toBe('policy "P" { public: yes; approved: 2021 }\n');
    const kept = 'module a {\n  hours: ?; required: yes /* b */; delivery: online\n}\n';
    expect(formatted(kept)).toBe(kept);
    expect(formatted('module a {\r\n  hours: ?;\r\n\r\n  required: yes\r\n}\r\n')).toBe(
      'module a {\r\n  hours: ?\r\n\r\n  required: yes\r\n}\r\n',
    );
  });

  test('half-typed lines and blocks without their brace stay as they are', () => {
    const text = 'certification A "A" {\n    goal: validate-competence\n    fee:   $450   \n}\n';
    expect(formatted(text)).toBe('certification A "A" {\n  goal: validate-competence\n    fee:   $450   \n}\n');
    const open = 'certification A "A" {\n    assessment exam {\n       items:150\n    award b {   type:badge }\n}\n';
    expect(formatted(open)).toBe('certification A "A" {\n    assessment exam {\n       items:150\n  award b { type: badge }\n}\n');
  });

  test('what an ignore covers stays the same', () => {
    const text = 'module a {\n  hours: ?; required: yes // cred-ignore language/hole: later\n}\n';
    expect(formatted(text)).toBe(text);
    expect(formatted('\n\n// cred-ignore language/hole: later\nmodule a')).toBe('\n// cred-ignore language/hole: later\nmodule a\n');
  });

  test('an empty file stays empty', () => {
    expect(formatted('')).toBe('');
    expect(formatted(' \n\n ')).toBe('');
  });

  test('a range touches its own lines only', () => {
    const text = 'module a {\nhours:?\nrequired:yes\ndelivery:blended\n}\n';
    const range = { start: { line: 2, character: 3 }, end: { line: 3, character: 0 } };
    expect(formatted(text, { range })).toBe('module a {\nhours:?\n  required: yes\ndelivery:blended\n}\n');
  });
});

describe('format on type', () => {
  test('a closing brace puts its block in order', () => {
    expect(typing('award   x {}\nmodule a {\nhours:?\n  }<|>', '}')).toBe('award   x {}\nmodule a {\n  hours: ?\n}');
  });

  test('a semicolon puts its line in order', () => {
    expect(typing('module a {\n hours:?; required :yes;<|>\n}\n', ';')).toBe('module a {\n  hours: ?; required: yes;\n}\n');
  });

  test('a new line puts the one above in order and is indented', () => {
    expect(typing('module a {\n  hours:?\n<|>\n}\n', '\n')).toBe('module a {\n  hours: ?\n  \n}\n');
    expect(typing('module a {\n  hours: ?\n    <|>}\n', '\n')).toBe('module a {\n  hours: ?\n}\n');
  });

  test('block text is not indented', () => {
    const text = 'program p "P" {\n  summary: """\nabc\n<|>\n  """\n}\n';
    expect(typing(text, '\n')).toBe(text.replace('<|>', ''));
  });
});
