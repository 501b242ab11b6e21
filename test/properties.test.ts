/** Properties of any text: no exception, every place is inside the text, every fix does what it says. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../language/check/check.ts';
import { applyEdits, type Finding } from '../language/findings/finding.ts';
import { plainHost } from '../language/findings/host.ts';
import { CredFile } from '../language/model/file.ts';
import { withFile } from '../language/model/scope.ts';
import { Project } from '../language/project/project.ts';
import { parse } from '../language/syntax/document.ts';
import { random } from './random.ts';
import { tries, whole } from './sample.ts';

const EXAMPLES = path.resolve(import.meta.dirname, '../examples');
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const full = path.join(folder, name);
    return statSync(full).isDirectory() ? files(full) : full.endsWith('.cred') ? [full] : [];
  });
const examples = files(EXAMPLES).map(file => ({ name: path.relative(EXAMPLES, file), text: readFileSync(file, 'utf8') }));
const host = plainHost('2026-11-23');
const project = new Project(host);
for (const { name, text } of examples) project.set(name, text, false);

function placesAreInside(findings: readonly Finding[], file: CredFile): void {
  for (const { range, rule } of findings) {
    const start = file.lines.offset(range.start);
    const end = file.lines.offset(range.end);
    if (
      start > end ||
      end > file.text.length ||
      file.lines.position(start).character !== range.start.character ||
      file.lines.position(end).character !== range.end.character
    ) {
      expect.fail(`${rule} at ${JSON.stringify(range)} is not inside the text`);
    }
  }
}

/** Returns the tree without fields that may differ after an edit elsewhere. */
const tree = (text: string, before?: ReturnType<typeof parse>): string =>
  JSON.stringify(parse(text, before).root, (key, value) => (key === 'index' ? undefined : value));

describe('every prefix', () => {
  test.each(examples.map(example => [example.name, example.text] as const))(
    'of %s',
    (name, text) => {
      let file: CredFile | undefined;
      // Steps of a prime number end at all kinds of places.
      for (let end = 0; end <= text.length; end += whole ? 1 : 11) {
        file = CredFile.read(name, text.slice(0, end), file);
        placesAreInside(check(file, project, host).findings, file);
      }
    },
    120_000,
  );
});

const BITS = [
  '{',
  '}',
  '"',
  '"""',
  ':',
  '?',
  ',',
  ';',
  '\n',
  '\r\n',
  ' ',
  'goal',
  'goal: ',
  'x',
  '%',
  ' of ',
  ' to ',
  '.',
  '//',
  '/*',
  '*/',
  '12',
  '2023-02-30',
  '“',
  '$450',
  'https://x.example',
  'domain d "D" { weight: 10% }',
  '\u{1F600}',
  'é',
];

/** Inserts or removes something at a random place, or both. */
function mutate(text: string, next: (below: number) => number): string {
  const at = next(text.length + 1);
  const cut = next(3) === 0 ? next(12) : next(3) === 0 ? next(2) : 0;
  const bit = next(4) === 0 ? '' : BITS[next(BITS.length)]!;
  return text.slice(0, at) + bit + text.slice(at + cut);
}

/** Matches the messages about braces that do not pair up. */
const BRACE = /"[{}]"/;

describe('mutations', () => {
  test('an edited tree is the tree of the edited text', () => {
    const next = random(11);
    for (let round = 0; round < tries(100, 4); round++) {
      let { text } = examples[next(examples.length)]!;
      let parsed = parse(text);
      for (let step = 0; step < 20; step++) {
        text = mutate(text, next);
        const again = parse(text, parsed);
        expect(
          JSON.stringify(again.root, (key, value) => (key === 'index' ? undefined : value)),
          `seed 11, round ${round}, step ${step}`,
        ).toBe(tree(text));
        parsed = again;
      }
    }
  }, 240_000);

  test('a brace typed and deleted leaves the blocks further on as they are', () => {
    const bodies = Array.from({ length: 6 }, (_, n) => `  body "Council ${n}" { seats: ${n} }\n`).join('');
    const block = (n: number): string => `organization O${n} "Owner ${n}" {\n  legal-form: nonprofit\n${bodies}}\n`;
    const text = Array.from({ length: 20 }, (_, n) => block(n)).join('\n');
    const at = text.indexOf('  body', text.length / 2);
    const before = parse(text);
    const typed = parse(`${text.slice(0, at)}} ;${text.slice(at)}`, before);
    const deleted = parse(text, typed);
    const kept = (now: ReturnType<typeof parse>, then: ReturnType<typeof parse>): number =>
      now.root.members.filter(member => then.root.members.includes(member)).length;
    expect(typed.root.members.length).toBeGreaterThan(20);
    expect(kept(typed, before)).toBeGreaterThan(14);
    expect(kept(deleted, typed)).toBeGreaterThan(14);
    expect(tree(text, typed)).toBe(tree(text));
  });

  test('a copy of what follows, pasted behind a comment before it, is another one', () => {
    const before = 'fee\naudience\n\n//\n  outcome';
    const at = before.indexOf('//') + 2;
    const text = `${before.slice(0, at)} two\n  outcome "A"\n  module "B"${before.slice(at)}`;
    const places = (parsed: ReturnType<typeof parse>): unknown[] => parsed.tokens.map(token => [token.text, token.start]);
    expect(places(parse(text, parse(before)))).toEqual(places(parse(text)));
  });

  test('lines copied and taken out again, one edit after another', () => {
    const next = random(7);
    const places = (parsed: ReturnType<typeof parse>): unknown[] => parsed.tokens.map(token => [token.text, token.start]);
    for (let round = 0; round < tries(60, 4); round++) {
      const { text: begun } = examples[next(examples.length)]!;
      let text = begun;
      let parsed = parse(text);
      for (let step = 0; step < 6; step++) {
        const lines = text.split('\n');
        const from = next(lines.length);
        const to = from + 1 + next(lines.length - from);
        const at = next(lines.length + 1);
        const change = [
          begun,
          `${begun}\n${begun}`,
          lines.toSpliced(at, 0, ...lines.slice(from, to)).join('\n'),
          lines.toSpliced(from, to - from).join('\n'),
        ];
        text = change[next(change.length)]!.slice(0, 20_000);
        const again = parse(text, parsed);
        expect(places(again), `seed 7, round ${round}, step ${step}`).toEqual(places(parse(text)));
        expect(JSON.stringify(again.root, (key, value) => (key === 'index' ? undefined : value))).toBe(tree(text));
        parsed = again;
      }
    }
  }, 120_000);

  test('no exception, every place inside, and after a fix its finding is gone', () => {
    const next = random(23);
    const tried = new Map<string, number>();
    const failures: string[] = [];
    const guesses: string[] = [];
    for (let round = 0; round < tries(2000, 5); round++) {
      const example = examples[round % examples.length]!;
      const text = mutate(next(2) === 0 ? example.text : mutate(example.text, next), next);
      const file = CredFile.read(example.name, text);
      const { findings } = check(file, withFile(project, file), host);
      placesAreInside(findings, file);
      for (const finding of findings) {
        for (const fix of finding.fixes) {
          // Further runs of the same fix on the same example would show nothing new.
          const key = `${example.name} ${finding.rule} ${fix.title}`;
          const times = tried.get(key) ?? 0;
          if (times >= 3) continue;
          tried.set(key, times + 1);
          const changed = fix.in === undefined ? file : project.file(fix.in)!;
          const fixed = CredFile.read(changed.uri, applyEdits(changed.text, fix.edits()));
          const failure = notGone(file, finding, fixed, findings);
          // If braces do not pair up, the end of a block is a guess, and an addition may be read as part of another block.
          const guessed = failure && findings.some(one => one !== finding && BRACE.test(one.message));
          if (guessed) guesses.push(finding.rule);
          else if (failure)
            failures.push(
              `round ${round}: ${finding.rule} «${fix.title}» in ${file.uri} ${failure}: ${finding.message}\n${excerpt(file, finding)}`,
            );
        }
      }
    }
    expect(failures).toEqual([]);
    expect(guesses.length).toBeLessThan(3);
    expect(tried.size).toBeGreaterThan(50);
  }, 240_000);
});

/** Returns why a fix failed: its finding is still there, the rule has more findings, or there is a new slip. */
function notGone(file: CredFile, finding: Finding, fixed: CredFile, before: readonly Finding[]): string | undefined {
  const inOther = fixed.uri !== file.uri;
  // The project holds the changed text, so that names that a fix adds are found.
  const after = check(inOther ? file : fixed, withFile(inOther ? withFile(project, file) : project, fixed), host).findings;
  const count = (findings: readonly Finding[], is: (one: Finding) => boolean): number => findings.filter(is).length;
  const same = (one: Finding): boolean => one.rule === finding.rule && one.message === finding.message;
  if (count(after, same) >= count(before, same)) return 'is still there after the fix';
  if (count(after, one => one.rule === finding.rule) > count(before, one => one.rule === finding.rule)) return 'brought more of its rule';
  const slips = (all: readonly Finding[]): number => count(all, one => one.rule === 'language/syntax' && !isShownBy(finding, one));
  if (slips(after) > slips(before)) return 'made a new slip';
  return undefined;
}

/** A value is read only if its key is known, so a slip in the value shows after the key is mended. */
const isShownBy = (finding: Finding, slip: Finding): boolean =>
  finding.rule === 'language/unknown-property' && slip.range.start.line === finding.range.start.line;

const excerpt = (file: CredFile, { range }: Finding): string =>
  file.text
    .split('\n')
    .slice(Math.max(0, range.start.line - 4), range.end.line + 5)
    .join('\n');
