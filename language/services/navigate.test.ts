import { describe, expect, test } from 'vitest';
import { at, words } from '../../test/cursor.ts';
import { definition, highlights, references } from './navigate.ts';

const board = 'organization ABWP "Board" {\n  body board "Council" { governs: CWT }\n}\n';
const program = (approver: string): string =>
  `certification CWT "Technician" {\n  owner: ABWP\n  domain safety "Safety" { weight: 100% }\n  assessment exam "Exam" {\n    measures: safety\n    standard-setting { approved-by: ${approver} }\n  }\n}\n`;

/** `file: line of the block's beginning`, of the definition at the mark. */
function defined(files: Record<string, string> | string): string | undefined {
  const { file, position, project } = at(files);
  const found = definition(file, position, project);
  if (!found) return undefined;
  const target = project.file(found.uri)!;
  return `${found.uri} ${words(file.text, file, found.origin)} → ${words(target.text, target, found.range)} ${words(target.text, target, found.whole).split(/[\s]/)[0]}`;
}

function uses(files: Record<string, string> | string): string[] {
  const { project, uri, position } = at(files);
  return references(project, uri, position).map(use => {
    const file = project.file(use.uri)!;
    return `${use.uri}:${use.range.start.line + 1} ${file.text.split('\n')[use.range.start.line]!.trim().slice(0, 31)}${use.declaration ? ' *' : ''}`;
  });
}

describe('definition', () => {
  test('of a name in the same program', () => {
    expect(defined(program('?').replace('measures: safety', 'measures: saf<|>ety'))).toBe('a.cred safety → safety domain');
  });
  test('each segment of a dotted name leads to its own block', () => {
    expect(defined({ 'a.cred': program('AB<|>WP.board'), 'b.cred': board })).toBe('b.cred ABWP → ABWP organization');
    expect(defined({ 'a.cred': program('ABWP.board<|>'), 'b.cred': board })).toBe('b.cred board → board body');
  });
  test("of a name that stands in the program's owner", () => {
    expect(defined({ 'a.cred': program('<|>board'), 'b.cred': board })).toBe('b.cred board → board body');
  });
  test('into a built-in standard', () => {
    expect(defined('certification A "A" {\n  accreditation { standard: NCCA<|>-2021 }\n}')).toBe(
      'cred-standard:/NCCA-2021.cred NCCA-2021 → NCCA-2021 standard',
    );
  });
  test('of a name itself is the name; of a word, a unit or an unknown name there is none', () => {
    expect(defined(program('?').replace('domain safety', 'domain saf<|>ety'))).toBe('a.cred safety → safety domain');
    expect(defined('certification A "A" {\n  status: oper<|>ating\n}')).toBeUndefined();
    expect(defined(program('ABWP.no<|>body'))).toBeUndefined();
  });
});

describe('references', () => {
  test('across files, open and closed, with and without the owner', () => {
    expect(
      uses({
        'b.cred': board.replace('body board', 'body bo<|>ard'),
        'a.cred': program('board'),
        'c.cred': program('ABWP.board').replace('CWT', 'CWD'),
      }),
    ).toEqual([
      'b.cred:2 body board "Council" { governs: *',
      'a.cred:6 standard-setting { approved-by:',
      'c.cred:6 standard-setting { approved-by:',
    ]);
  });
  test('a like name in another scope is another block', () => {
    const other = 'certificate X "X" {\n  outcome safety "S"\n  module m "M" { teaches: safety }\n}\n';
    expect(uses({ 'a.cred': program('?').replace('measures: safety', 'measures: <|>safety'), 'x.cred': other })).toEqual([
      'a.cred:3 domain safety "Safety" { weight *',
      'a.cred:5 measures: safety',
    ]);
  });
  test('without the declaration, and for what is no name', () => {
    const { project, uri, position } = at(program('?').replace('measures: safety', 'measures: <|>safety'));
    expect(references(project, uri, position, false).map(use => use.range.start.line)).toEqual([4]);
    expect(uses('certification A "A" {\n  go<|>al: validate-competence\n}')).toEqual([]);
  });
  test('names in another Unicode form are the same names', () => {
    expect(
      uses('certificate É "E" { }\nseparation { between: <|>E\u0301 }\norganization O "O" {\n  separation { between: E\u0301 }\n}'),
    ).toHaveLength(3);
  });
});

test('highlights stay in the file', () => {
  const { file, position, project } = at({ 'a.cred': program('?').replace('owner: ABWP', 'owner: A<|>BWP'), 'b.cred': board });
  expect(highlights(file, position, project).map(use => [use.range.start.line, use.declaration])).toEqual([[1, false]]);
});
