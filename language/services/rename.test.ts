import { describe, expect, test } from 'vitest';
import { at } from '../../test/cursor.ts';
import { applyEdits } from '../findings/finding.ts';
import { Lines } from '../model/lines.ts';
import { prepareRename, rename } from './rename.ts';

/** The files that change, as they are afterwards; or why it is refused. */
function renamed(files: Record<string, string> | string, name: string, config?: string): Record<string, string> | string {
  const { project, uri, position } = at(files);
  const result = rename(project, uri, position, name, config === undefined ? undefined : { uri: 'cred.json', text: config });
  if ('refused' in result) return result.refused;
  return Object.fromEntries(
    Object.entries(result.changes).map(([changed, edits]) => {
      const text = changed === 'cred.json' ? config! : project.text(changed)!;
      const lines = new Lines(text);
      return [
        changed,
        applyEdits(
          text,
          edits.map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), text: newText })),
        ),
      ];
    }),
  );
}

const board = 'organization ABWP "Board" { body board "Council" }\n';
const exam =
  'certification CWT "Technician" {\n  owner: ABWP\n  assessment exam "Exam" {\n    standard-setting { approved-by: board }\n  }\n  award x { requires: exam }\n}\n';

describe('rename', () => {
  test('everywhere: own program, owner-scoped names, dotted names in other files', () => {
    const files = {
      'b.cred': board.replace('body board', 'body <|>board'),
      'a.cred': exam,
      'c.cred': exam.replace('CWT', 'CWD').replace('approved-by: board', 'approved-by: ABWP.board'),
    };
    expect(renamed(files, 'council')).toEqual({
      'b.cred': board.replace('body board', 'body council'),
      'a.cred': exam.replace(': board', ': council'),
      'c.cred': files['c.cred'].replace('ABWP.board', 'ABWP.council'),
    });
  });
  test('the first segment of a dotted name is the owner', () => {
    const files = { 'a.cred': exam.replace('approved-by: board', 'approved-by: AB<|>WP.board'), 'b.cred': board };
    expect(renamed(files, 'AB')).toEqual({
      'a.cred': exam.replaceAll('ABWP', 'AB').replace('approved-by: board', 'approved-by: AB.board'),
      'b.cred': board.replace('ABWP', 'AB'),
    });
  });
  test('words and feature-paths are no names', () => {
    const own =
      'standard assessment "S" { clause C1 "C" { feature f "F" { needs: assessment.items } } }\ncertification A "A" { accreditation { standard: <|>assessment } }\n';
    expect(renamed(own, 'mine')).toEqual({
      'a.cred': own.replace('<|>', '').replace('standard assessment', 'standard mine').replace('standard: assessment', 'standard: mine'),
    });
  });
  test('to the same name changes nothing', () => {
    expect(renamed(exam.replace('assessment exam', 'assessment exam<|>'), 'exam')).toEqual({});
  });
});

describe('rename reaches what is no reference', () => {
  const standard = 'standard GUILD-1 "Guild" { accredits: certification\n  clause G1 "S" { number: "1" }\n}\n';
  const program =
    '// cred-ignore guild-1/*, GUILD-1/G1: one\n// cred-ignore guild-1/G1, certification/goal: two\ncertification CWT "C" { accreditation { standard: GUILD-1 } }\n';
  const config =
    '{"standards": ["GUILD-1", "NCCA-2021"],\n "rules": {"guild-1/G1": "off", "guild-1/*": "hint", "guild-12/*": "off"},\n "overrides": [{"programs": ["CWT", "G1"], "rules": {"guild-1/open": "off"}}]}';

  test('ids in ignores and in cred.json follow the name of their standard', () => {
    expect(renamed({ 's.cred': standard.replace('GUILD', '<|>GUILD'), 'c.cred': program }, 'Board-2', config)).toEqual({
      's.cred': standard.replace('GUILD-1', 'Board-2'),
      'c.cred': program
        .replace('guild-1/*', 'board-2/*')
        .replace('guild-1/G1,', 'board-2/G1,')
        .replace('standard: GUILD-1', 'standard: Board-2'),
      'cred.json': config
        .replace('"GUILD-1"', '"Board-2"')
        .replace('guild-1/G1', 'board-2/G1')
        .replace('guild-1/*', 'board-2/*')
        .replace('guild-1/open', 'board-2/open'),
    });
  });
  test('and that of their clause', () => {
    expect(renamed({ 's.cred': standard.replace('clause G1', 'clause <|>G1'), 'c.cred': program }, 'G2', config)).toEqual({
      's.cred': standard.replace('G1', 'G2'),
      'c.cred': program.replace('guild-1/G1,', 'guild-1/G2,'),
      'cred.json': config.replace('guild-1/G1', 'guild-1/G2'),
    });
  });
  test('overrides of cred.json follow the name of their program', () => {
    expect(renamed({ 'c.cred': program.replace('CWT', '<|>CWT') }, 'Ünï-1', config)).toEqual({
      'c.cred': program.replace('CWT', 'Ünï-1'),
      'cred.json': config.replace('"CWT"', '"Ünï-1"'),
    });
  });
  test('a standard that is called like rules or another standard would speak with their voice', () => {
    const source = { 's.cred': standard.replace('GUILD', '<|>GUILD'), 'o.cred': 'standard Other "O" {}\n' };
    expect(renamed(source, 'Certification')).toBe(
      'Findings of "Certification" would begin with "certification/", as others do already. Choose another name.',
    );
    expect(renamed(source, 'OTHER')).toMatch(/^Findings of "OTHER" would begin with "other\/"/);
    expect(renamed(source, 'Guild-1')).toHaveProperty(['s.cred']);
  });
});

test('a like name of another kind is no obstacle: names are told apart by what is wanted', () => {
  const files = {
    'b.cred': board.replace('body board', 'body <|>board'),
    'a.cred': exam.replace('award x', 'panel council "Panel" { }\n  award x'),
  };
  expect(renamed(files, 'council')).toHaveProperty(['a.cred'], expect.stringContaining('approved-by: council'));
});

describe('rename is refused', () => {
  test('for what is no name', () => {
    const { project, uri, position } = at('certification A "A" { go<|>al: ? }');
    expect(prepareRename(project, uri, position)).toEqual({
      refused: 'Only the name of a block can be changed here. Put the cursor on one.',
    });
  });
  test('for built-in standards', () => {
    expect(renamed('certification A "A" { accreditation { standard: NCCA<|>-2021 } }', 'X')).toBe(
      '"NCCA-2021" belongs to the standards that come with Cred, so its name stays as it is.',
    );
  });
  test('for names that cannot be', () => {
    const source = exam.replace('CWT', 'C<|>WT');
    expect(renamed(source, 'two words')).toMatch(/^"two words" cannot be a name\./);
    expect(renamed(source, '9a')).toMatch(/cannot be a name/);
    expect(renamed(source, 'of')).toMatch(/joins two numbers/);
    expect(renamed(source, 'Prüfung-1')).toHaveProperty(['a.cred']);
  });
  test('for names that are taken in the scope', () => {
    expect(renamed(exam.replace('assessment exam', 'assessment ex<|>am'), 'x')).toBe(
      '"x" is taken already: an award ("x") has this name. Choose another name.',
    );
    expect(renamed({ 'a.cred': exam.replace('CWT', 'C<|>WT'), 'b.cred': board }, 'ABWP')).toBe(
      '"ABWP" is taken already: an organization ("Board") has this name in b.cred. Choose another name.',
    );
    expect(renamed(exam.replace('CWT', 'C<|>WT'), 'NCCA-2014')).toMatch(/^"NCCA-2014" is the name of a standard that comes with Cred\./);
  });
  test('where a use would come to stand for another block', () => {
    const files = {
      'b.cred': board.replace('body board', 'body <|>board'),
      'a.cred': exam.replace('award x', 'body council "Mine" { }\n  award x'),
    };
    expect(renamed(files, 'council')).toBe(
      'Choose another name: with this one, "board" on line 4 of a.cred would stand for a governing body ("Mine") and no longer for a governing body ("Council").',
    );
  });
  test('where it would take a name away from another block', () => {
    const body = {
      'b.cred': board,
      'a.cred': exam.replace('assessment exam "Exam" {', 'assessment exam "Exam" {\n    body in<|>ner "Inner" { }'),
    };
    expect(renamed(body, 'board')).toMatch(
      /"board" on line 5 of a\.cred would stand for a governing body \("Inner"\) and no longer for a governing body \("Council"\)\.$/,
    );
  });
});
