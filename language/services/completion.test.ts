import { describe, expect, test } from 'vitest';
import { DAY, projectOf } from '../../test/expect.ts';
import { applyEdits, type Finding } from '../findings/finding.ts';
import { plainHost } from '../findings/host.ts';
import { addProperty } from '../fixes/fix.ts';
import { CredFile } from '../model/file.ts';
import { RULES } from '../rules/index.ts';
import { childKinds, kindOf } from '../vocabulary/kinds.ts';
import { type CompletionItem, complete } from './completion.ts';

const ORGANIZATION = 'organization ABWP "Board" {\n  body board "Council" {}\n}\n';

interface Found {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  /** The text after the item was taken, as an editor without snippets would write it. */
  take(label: string): string;
}

function completeAt(source: string, findings?: (file: CredFile) => readonly Finding[]): Found {
  const offset = source.indexOf('<|>');
  const project = projectOf({ 'a.cred': source.replace('<|>', ''), 'b.cred': ORGANIZATION });
  const file = project.file('a.cred')!;
  const items = complete(file, offset, project, plainHost(DAY), top => findings?.(file) ?? project.fixable('a.cred', top));
  const sorted = [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
  return {
    items: sorted,
    labels: sorted.map(item => item.label),
    take(label) {
      const item = items.find(one => one.label === label);
      if (!item) throw new Error(`No "${label}" among ${sorted.map(one => one.label).join(', ')}`);
      const start = file.lines.offset(item.range.start);
      const end = file.lines.offset(item.range.end);
      expect(start <= offset && offset <= end && item.range.start.line === item.range.end.line).toBe(true);
      return applyEdits(file.text, [{ start, end, text: item.insertText.replace(/\$\{\d+:([^}]*)\}|\$0/g, '$1') }]);
    },
  };
}

const program = (body: string, kind = 'certification'): string => `${kind} CWT "Technician" {\n${body}\n}\n`;

describe('members', () => {
  test('an empty file offers the kinds of the top level', () => {
    const { labels, take } = completeAt('<|>');
    expect(labels).toEqual(childKinds('file').map(kind => kind.name));
    const text = take('certification');
    expect(text.startsWith('certification certification1 ? {\n  owner: ABWP\n  status: planned\n  purpose: ?\n')).toBe(true);
    expect(CredFile.read('x', text).problems.filter(problem => problem.rule !== 'hole')).toEqual([]);
  });

  test.each(childKinds('certification').map(kind => kind.name))('the snippet of "%s" reads without a slip and holds only holes', kind => {
    const text = completeAt(program('  <|>')).take(kind);
    const problems = CredFile.read('x', text).problems.filter(problem => problem.rule !== 'hole' && problem.rule !== 'missing-title');
    expect(problems.map(problem => problem.rule)).toEqual([]);
  });

  test('an empty line offers keys not yet used and kinds that may stand there', () => {
    const { labels } = completeAt(program('  goal: ?\n  <|>\n  scope: broad'));
    expect(labels).toEqual(expect.arrayContaining(['purpose', 'owner', 'assessment', 'job-analysis']));
    expect(labels).not.toContain('goal');
    expect(labels).not.toContain('scope');
    expect(labels).not.toContain('standard-setting');
    expect(labels).not.toContain('feature');
  });

  test('a kind given once is not offered again', () => {
    expect(completeAt(program('  handbook { }\n  <|>')).labels).not.toContain('handbook');
    expect(completeAt(program('  assessment exam { }\n  <|>')).labels).toContain('assessment');
  });

  test('half a word', () => {
    const half = completeAt(program('  go<|>'));
    expect(half.take('goal')).toBe(program('  goal: '));
    expect(half.items.find(item => item.label === 'goal')).toMatchObject({ kind: 'property', asksAgain: true });
    expect(completeAt(program('  job-an<|>')).take('job-analysis')).toMatch(/^certification CWT "Technician" \{\n {2}job-analysis \{\n/);
  });

  test('a word is replaced as a whole, up to its colon', () => {
    expect(completeAt(program('  next-<|>due: 2026')).take('launched')).toBe(program('  launched: 2026'));
    expect(completeAt(program('  go<|>al: ?')).labels).toContain('goal');
    expect(completeAt(program('  go<|>al validate-competence')).take('goal')).toBe(program('  goal: validate-competence'));
  });

  test('the kind of a block that is there already is only a word', () => {
    expect(completeAt('certi<|>fication CWT "T" {\n}\n').take('certificate')).toBe('certificate CWT "T" {\n}\n');
    expect(completeAt(program('  assess<|>ment exam { items: 3 }')).take('module')).toBe(program('  module exam { items: 3 }'));
  });

  test('the members of the innermost block', () => {
    const { labels } = completeAt(program('  assessment exam "E" {\n    items: 3\n    <|>\n  }'));
    expect(labels).toContain('passing-score');
    expect(labels).toContain('standard-setting');
    expect(labels).not.toContain('items');
    expect(labels).not.toContain('goal');
    expect(completeAt(program('  assessment exam { items: 3; <|> }')).labels).toContain('forms');
  });

  test('in a block that is not closed yet', () => {
    expect(completeAt('certification CWT "T" {\n  assessment exam {\n    <|>').labels).toContain('items');
    expect(completeAt('certification CWT "T" {\n  <|>').labels).toContain('goal');
  });

  test('names are free ones', () => {
    expect(completeAt(program('  outcome outcome1 "A"\n  outc<|>', 'certificate')).take('outcome')).toBe(
      program('  outcome outcome1 "A"\n  outcome outcome2 ?', 'certificate'),
    );
  });

  test('what the findings miss comes first', () => {
    const adding =
      (keys: readonly string[]) =>
      (file: CredFile): Finding[] =>
        keys.map(key => ({
          rule: 'a/b',
          severity: 'warning',
          message: '',
          range: file.range(file.programs[0]!.headSpan),
          help: '',
          fixes: [addProperty(file, file.programs[0]!, key)],
        }));
    expect(completeAt(program('  purpose: ?\n  <|>'), adding(['website', 'goal'])).labels.slice(0, 2)).toEqual(['goal', 'website']);
    expect(completeAt(program('  purpose: ?\n  <|>'), adding([])).labels[0]).toBe('owner');
    // Those of the program are not those of a block within it.
    expect(completeAt(program('  award "A" {\n    type: badge\n    <|>\n  }'), adding(['website'])).labels[0]).toBe('letters');
  });

  test('a rule that misses a key says so here', () => {
    expect(completeAt(program('  purpose: ?\n  <|>')).labels.indexOf('goal')).toBeLessThan(
      completeAt(program('  purpose: ?\n  <|>'), () => []).labels.indexOf('goal'),
    );
  });

  test('directly behind a brace or a semicolon, which stays', () => {
    expect(completeAt('certification CWT "T" {<|>}').take('goal')).toBe('certification CWT "T" {goal: }');
    expect(completeAt('certification CWT "T" { purpose: ?;<|> }').take('goal')).toBe('certification CWT "T" { purpose: ?;goal: }');
    expect(completeAt('certification CWT "T" { fee: ? }<|>').take('organization')).toMatch(/fee: \? \}organization/);
  });

  test('what is missed is known of a program that has not been edited lately', () => {
    const own = program('  purpose: ?\n  ');
    const project = projectOf({ 'a.cred': own });
    const first = (): string[] =>
      complete(project.file('a.cred')!, own.indexOf('?') + 4, project, plainHost(DAY), top => project.fixable('a.cred', top))
        .filter(({ sortText }) => sortText.startsWith('0'))
        .map(({ label }) => label);
    project.findings('a.cred');
    const before = first();
    project.set('a.cred', `${own}\norganization X "Y" { }\n`, true);
    project.findings('a.cred');
    expect(before).toContain('goal');
    expect(first()).toEqual(before);
  });

  test.each([
    'certification C<|>',
    'certification CWT "T<|>"',
    'certification CWT <|>',
    program('  "loose <|>"'),
    program('  summary: "go<|>"'),
    program('  // go<|>'),
    program('  unknown { <|> }'),
  ])('nothing fits: %j', source => {
    expect(completeAt(source).labels).toEqual([]);
  });
});

describe('values', () => {
  test.each(['goal:<|>', 'goal: <|>', 'goal: v<|>', 'goal: acq<|>uire-competence'])('words of "%s"', body => {
    const { labels, items } = completeAt(program(`  ${body}\n  scope: broad`));
    expect(labels).toEqual(['acquire-competence', 'validate-competence', '?']);
    expect(items[1]!.detail).toBe(kindOf('certification')!.properties.goal!.words!['validate-competence']);
  });

  test.each(['goal: <|>?', 'goal: ?<|>'])('a hole is replaced by what may stand there: "%s"', body => {
    const found = completeAt(program(`  ${body}\n  scope: broad`));
    expect(found.labels).toEqual(['acquire-competence', 'validate-competence']);
    expect(found.take('validate-competence')).toBe(program('  goal: validate-competence\n  scope: broad'));
    // Editors filter items by the text before the position.
    const typed = body.endsWith('?<|>') ? '?' : '';
    expect(found.items.map(({ filterText, label }) => (filterText ?? label).startsWith(typed))).toEqual([true, true]);
  });

  test('so is a hole for a text, a day, a name, and that of a title', () => {
    expect(completeAt(program('  audience: ?<|>')).take('"…"')).toBe(program('  audience: ""'));
    expect(completeAt(program('  launched: <|>?')).take(DAY)).toBe(program(`  launched: ${DAY}`));
    expect(completeAt(program('  owner: ?<|>')).take('ABWP')).toBe(program('  owner: ABWP'));
    expect(completeAt('certification CWT ?<|> { }').take('"…"')).toBe('certification CWT "" { }');
    expect(completeAt(program('  domain a "A"\n  domain b "B"\n  assessment e { measures: a, ?<|> }')).take('b')).toContain(
      'measures: a, b }',
    );
  });

  test('the whole word is replaced', () => {
    expect(completeAt(program('  goal: acquire-<|>competence')).take('validate-competence')).toBe(program('  goal: validate-competence'));
  });

  test('a second word of a list is another one', () => {
    const { labels } = completeAt(program('  assessment { format: oral, essay, <|> }'));
    expect(labels).toContain('practical');
    expect(labels).not.toContain('oral');
    expect(labels).not.toContain('essay');
    expect(completeAt(program('  assessment { format: oral, ess<|>ay }')).labels).toContain('essay');
    expect(completeAt(program('  assessment {\n    format: oral,\n      <|>\n  }')).labels).toContain('practical');
  });

  test('yes and no, and words beside numbers', () => {
    expect(completeAt(program('  academic-credit: <|>')).labels).toEqual(['yes', 'no', '?']);
    expect(completeAt(program('  assessment { passing-score: <|> }')).labels).toEqual(['unpublished', '?']);
    expect(completeAt(program('  status: <|>')).labels).toContain('piloting');
  });

  test('texts, dates', () => {
    expect(completeAt(program('  audience: <|>')).take('"…"')).toBe(program('  audience: ""'));
    expect(completeAt(program('  launched: <|>')).labels).toEqual([DAY, '?']);
    expect(completeAt(program('  launched: 20<|>')).labels).toEqual([]);
  });
});

describe('references', () => {
  const domains = '  domain safety "S" {}\n  domain repair "R" {}\n';

  test('names of the right kind', () => {
    expect(completeAt(program('  owner: <|>')).labels).toEqual(['ABWP', '?']);
    expect(completeAt(program(`${domains}  assessment exam { measures: <|> }`)).labels).toEqual(['safety', 'repair', '?']);
    expect(completeAt(program(`${domains}  assessment exam { measures: safety, <|> }`)).labels).toEqual(['repair']);
    expect(completeAt(program(`${domains}  assessment exam { measures: safety, re<|>pair }`)).labels).toEqual(['repair']);
  });

  test('names of the owner without a dot, others with one', () => {
    const setting = (owner: string): string => program(`  ${owner}\n  assessment exam { standard-setting { approved-by: <|> } }`);
    expect(completeAt(setting('owner: ABWP')).labels).toEqual(['board', '?']);
    expect(completeAt(setting('')).labels).toEqual(['ABWP.board', '?']);
  });

  test('one of the same name elsewhere is told apart by its path', () => {
    const text = `${program('  assessment exam "E" {}')}certification Y "Y" {\n  assessment exam "E" {}\n  award "A" { requires: <|> }\n}\n`;
    expect(completeAt(text).labels).toEqual(['exam', 'CWT.exam', '?']);
  });

  test('after a dot what leads to the right kind', () => {
    const two = (name: string): string =>
      `${program('  domain safety "S" {}\n  assessment exam "E" {}\n  award "A" { type: badge }')}certificate X "Y" {\n  award "A" { requires: ${name} }\n}\n`;
    const found = completeAt(two('CWT.<|>'));
    expect(found.labels).toEqual(['exam']);
    expect(found.take('exam')).toContain('requires: CWT.exam }');
    expect(completeAt(two('CWT.e<|>')).take('exam')).toContain('requires: CWT.exam }');
    expect(completeAt(two('CWT.e<|>xamination')).take('exam')).toContain('requires: CWT.exam }');
    expect(completeAt(two('<|>')).labels).toEqual(['CWT.exam', '?']);
    expect(completeAt(two('Nobody.<|>')).labels).toEqual([]);
  });

  test('standards and their clauses', () => {
    const { labels, items } = completeAt(program('  accreditation { standard: <|> }'));
    expect(labels).toContain('NCCA-2021');
    expect(labels).not.toContain('CWT');
    expect(items.find(item => item.label === 'NCCA-2021')).toMatchObject({
      detail: 'Standards for the Accreditation of Certification Programs',
      kind: 'reference',
    });
    expect(completeAt(program('  evidence { supports: NCCA-2021.<|> }')).labels).toContain('S14');
    expect(completeAt(program('  accreditation { standard: NCCA-<|> }')).take('NCCA-2021')).toBe(
      program('  accreditation { standard: NCCA-2021 }'),
    );
  });

  test('a block is not offered to itself', () => {
    expect(completeAt(program('  replaces: <|>')).labels).not.toContain('CWT');
    expect(completeAt(program('  assessment exam { after: <|> }\n  assessment written { }')).labels).toEqual(['written', '?']);
  });
});

describe('units', () => {
  test('of time and education, plural but behind a 1', () => {
    expect(completeAt(program('  maintenance { cycle: 3 <|> }')).labels).toContain('years');
    expect(completeAt(program('  maintenance { cycle: 1 <|> }')).labels).toContain('year');
    expect(completeAt(program('  maintenance { cycle: 1 <|> }')).labels).not.toContain('years');
    expect(completeAt(program('  maintenance { cycle: 3 ye<|> }')).take('years')).toBe(program('  maintenance { cycle: 3 years }'));
    expect(completeAt(program('  maintenance { continuing-education: 2 contact-<|>h }')).take('contact-hours')).toBe(
      program('  maintenance { continuing-education: 2 contact-hours }'),
    );
  });

  test('currencies, those of the file first', () => {
    const { labels } = completeAt(program('  fee: 450 <|>\n  charge { amount: 20 CHF }'));
    expect(labels[0]).toBe('CHF');
    expect(labels).toEqual(expect.arrayContaining(['USD', 'EUR']));
    expect(labels).not.toContain('years');
  });

  test.each([
    '  assessment { items: 3 <|> }',
    '  launched: 2020 <|>',
    '  maintenance { cycle: 3<|> }',
    '  maintenance { cycle: 3 years <|> }',
  ])('none: %j', body => {
    expect(completeAt(program(body)).labels).toEqual([]);
  });
});

describe('paths of features', () => {
  const feature = (line: string): string => `standard S "S" {\n  clause C "C" {\n    feature F "F" {\n      ${line}\n    }\n  }\n}\n`;

  test('segment by segment', () => {
    expect(completeAt(feature('needs: <|>')).labels).toContain('job-analysis');
    expect(completeAt(feature('needs: job-analysis.<|>')).labels).toContain('conducted');
    expect(completeAt(feature('needs: job-analysis.me<|>')).take('method')).toBe(feature('needs: job-analysis.method'));
    expect(completeAt(feature('needs: assessment.<|>')).labels).toContain('standard-setting');
    expect(completeAt(feature('needs: policy.covers.<|>')).labels).toContain('appeals');
    expect(completeAt(feature('needs: nonsense.<|>')).labels).toEqual([]);
  });

  test('the words that the path may have', () => {
    expect(completeAt(feature('needs: award.type; is: <|>')).labels).toContain('badge');
  });
});

describe('ignores', () => {
  test('rule ids, those of what follows first, then the groups', () => {
    const { labels } = completeAt(program('  // cred-ignore <|>\n  launched: ?'));
    expect(labels[0]).toBe('language/hole');
    expect(labels).toEqual(expect.arrayContaining(RULES.map(rule => rule.id)));
    expect(labels).toContain('certification/*');
  });

  test('a word with its slash is replaced as a whole', () => {
    expect(completeAt(program('  // cred-ignore certification/g<|>o: reason')).take('certification/goal')).toBe(
      program('  // cred-ignore certification/goal: reason'),
    );
    expect(completeAt(program('  /* cred-ignore <|>*/')).take('language/hole')).toBe(program('  /* cred-ignore language/hole*/'));
  });

  test('one that is named already is not offered again', () => {
    expect(completeAt(program('  // cred-ignore language/hole, <|>')).labels).not.toContain('language/hole');
    expect(completeAt(program('  // cred-ignore language/ho<|>le')).labels).toContain('language/hole');
  });

  test('the beginning of one', () => {
    expect(completeAt(program('  // cr<|>')).take('cred-ignore')).toBe(program('  // cred-ignore rule: reason'));
    expect(completeAt(program('  //<|>')).take('cred-ignore')).toBe(program('  // cred-ignore rule: reason'));
    expect(completeAt(program('  // cred-ignore language/hole: <|>')).labels).toEqual([]);
    expect(completeAt(program('  // see <|>')).labels).toEqual([]);
  });
});

test('anywhere in an untidy file there is an answer, and every range is on the line of the position', () => {
  const text = `${program('  goal validate\n  assessment exam "E" { measures: a, CWT., ; duration: 3 \n  fee: $450 } }\n "loose" {\n  // cred-ignore x/y')}`;
  const project = projectOf({ 'a.cred': text });
  const file = project.file('a.cred')!;
  for (let offset = 0; offset <= text.length; offset++) {
    for (const { range } of complete(file, offset, project, plainHost(DAY), top => project.fixable('a.cred', top))) {
      const { line, character } = file.lines.position(offset);
      expect([range.start.line, range.end.line, range.start.character <= character, character <= range.end.character]).toEqual([
        line,
        line,
        true,
        true,
      ]);
    }
  }
});
