import { describe, expect, test } from 'vitest';
import { CredFile } from '../model/file.ts';
import { type Located, locate } from './locate.ts';

/** Returns the file without the cursor mark, and what stands at the mark. */
function at(source: string): { file: CredFile; found: Located } {
  const offset = source.indexOf('<|>');
  const file = CredFile.read('a.cred', source.replace('<|>', ''));
  return { file, found: locate(file, offset) };
}

const shown = (source: string): string => {
  const { file, found } = at(source);
  const words = found.span ? `«${file.text.slice(found.span.start, found.span.end)}»` : '';
  const value = found.value ? ` ${found.value.index}${found.value.stated?.isHole ? ' hole' : ''}` : '';
  return [
    `${found.part}${value}${words}`,
    `in ${found.container.name ?? (found.container.kind || '-')}`,
    ...(found.property ? [found.property.key] : []),
    ...(found.memberDue ? ['member'] : []),
  ].join(' ');
};

const program = (body: string): string => `certification CWT "Technician" {\n${body}\n}\n`;

describe('what stands at a position', () => {
  test.each([
    ['<|>', 'none in file member'],
    ['cert<|>', 'kind«cert» in file member'],
    ['certification C<|>WT "T" {}', 'name«CWT» in file'],
    ['certification CWT "T<|>" {}', 'title«"T"» in file'],
    ['certification CWT <|>', 'none in file'],
    ['certification CWT\n<|>', 'none in file member'],
    ['certification CWT "T" {<|>}', 'none«{» in CWT member'],
    ['certification CWT "T" {}<|>', 'none«}» in file member'],
    [program('  <|>'), 'none in CWT member'],
    [program('  go<|>'), 'kind«go» in CWT member'],
    [program('  goal<|>'), 'key«goal» in CWT goal member'],
    [program('  go<|>al: validate-competence'), 'key«goal» in CWT goal member'],
    [program('  goal:<|>'), 'value 0 in CWT goal'],
    [program('  goal: <|>\n  scope: broad'), 'value 0 in CWT goal'],
    [program('  goal: validate-<|>competence'), 'value 0«validate-competence» in CWT goal'],
    [program('  goal: ?<|>'), 'value 0 hole«?» in CWT goal'],
    [program('  goal: v; <|>'), 'none in CWT member'],
    [program('  languages: "en", <|>'), 'value 1 in CWT languages'],
    [program('  languages: "en",\n    "f<|>r"'), 'value 1«"fr"» in CWT languages'],
    [program('  languages: "en",\n\n  <|>\n  scope: broad'), 'value 1 in CWT languages'],
    [program('  languages: "en"\n  <|>'), 'none in CWT member'],
    [program('  assessment exam {\n    duration: 180 min<|>utes\n  }'), 'unit 0«minutes» in exam duration'],
    [program('  assessment exam {\n    duration: 180 <|>\n  }'), 'value 0 in exam duration'],
    [program('  assessment exam { <|> }\n'), 'none in exam member'],
    [program('  assessment exam { format: oral; <|>items: 3 }\n'), 'key«items» in exam items member'],
    [program('  assessment exam { }\n<|>'), 'none in CWT member'],
    [program('  // a note<|>'), 'comment«// a note» in CWT'],
    [program('  /* a <|>note */'), 'comment«/* a note */» in CWT'],
    [program('  /* a note */ <|>'), 'none in CWT member'],
    ['certification CWT "T" {\n  goal: ?\n  <|>', 'none in CWT member'],
    ['certification CWT "T" {\n  assessment exam {\n    items: 3\n    <|>\n', 'none in exam member'],
    ['certification CWT "T" {\n  goal: ?\n<|>\ncertificate X "Y" {\n}\n', 'none in CWT member'],
  ])('%j', (source, wanted) => {
    expect(shown(source)).toBe(wanted);
  });

  test.each([
    ['CWT.ex<|>am', 1, 'exam'],
    ['C<|>WT.exam', 0, 'CWT'],
    ['CWT<|>.exam', 0, 'CWT'],
    ['CWT.<|>', 1, ''],
    ['CWT.<|>exam', 1, 'exam'],
  ])('a segment of a dotted name: %s', (name, index, words) => {
    const { file, found } = at(program(`  award "A" { requires: ${name} }`));
    expect(found.segment?.index).toBe(index);
    expect(file.text.slice(found.segment!.span.start, found.segment!.span.end)).toBe(words);
    expect(found.segment!.path.length).toBe(2);
  });

  test('every position of a file has an answer whose words touch it', () => {
    const text = program(
      '  goal validate-competence\n  assessment exam "E" { measures: a, b.c, ; items: 1,240\n  domain "D"\n  fee: $450 } }\n "loose" {',
    );
    const file = CredFile.read('a.cred', text);
    for (let offset = 0; offset <= file.text.length; offset++) {
      const found = locate(file, offset);
      if (found.span) expect(found.span.start <= offset && offset <= found.span.end, `${offset}`).toBe(true);
    }
  });
});
