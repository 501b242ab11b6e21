/** Writes the answer to a question in the notation of the language, in whatever form it was typed. */
import { editsBetween } from '../../check/apply-fixes.ts';
import { check } from '../../check/check.ts';
import { applyEdits, type Edit, type Finding, type Fix } from '../../findings/finding.ts';
import { layoutOf, removal } from '../../fixes/place.ts';
import { CredFile } from '../../model/file.ts';
import { nameOfTitle } from '../../model/name-of.ts';
import { withFile } from '../../model/scope.ts';
import { offsets } from '../../model/span.ts';
import type { OpenQuestion, QuestionContext } from './questions.ts';

/** The edits that write the answer, or the reason why there are none, with suggestions that can be answered instead. */
export type AnswerOutcome =
  | { readonly edits: readonly Edit[] }
  | { readonly problem: string; readonly suggestions: readonly AnswerSuggestion[] };

export interface AnswerSuggestion {
  /** The suggestion as a title, such as "Write 2022-03-15" or "Add organization ASM". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** An addition to another file of the project, the one that holds blocks of this kind. */
  readonly elsewhere?: { readonly uri: string; readonly edits: readonly Edit[] };
}

/** The number of times that fixes are applied to an answer before it is refused. */
const ROUNDS = 4;

/**
 * Answers a question. The input may be a word or its label, a name or a title, or a value in everyday words ("three years"). Several values
 * stand on separate lines or are separated by commas.
 */
export function answer(question: OpenQuestion, input: string, context: QuestionContext): AnswerOutcome {
  const typed = input.trim();
  if (typed === '') return { problem: 'Nothing is typed yet. Type an answer, or leave it open for now.', suggestions: [] };
  if (question.asks && !question.table) {
    const value = yesOrNo(typed);
    return value ? { edits: question.write(value) } : { problem: 'Answer "yes" to add it, or "no" to leave it for now.', suggestions: [] };
  }
  let first: AnswerOutcome | undefined;
  for (const value of written(question, typed)) {
    const answered = tried(question, typed, question.write(value), context);
    if ('edits' in answered) return answered;
    first ??= answered;
  }
  return first!;
}

/**
 * Records that a question does not apply, with the reason: as an ignore if a rule asks for it, or else as a comment in place of the hole.
 */
export function setAside(question: OpenQuestion, reason: string, { file }: QuestionContext): AnswerOutcome {
  const why = reason.replace(/\s+/g, ' ').trim();
  if (why === '') return { problem: 'Say why it does not apply: whoever reads the file later will ask.', suggestions: [] };
  const { eol } = layoutOf(file, file.root);
  const { text, lines } = file;
  if (question.asks) {
    const { rule, range } = question.asks.finding;
    const start = lines.start(range.start.line);
    const indent = /^[ \t]*/.exec(text.slice(start))![0];
    if (range.start.line === 0) return { edits: [{ start: lines.end(0), end: lines.end(0), text: ` // cred-ignore ${rule}: ${why}` }] };
    return { edits: [{ start, end: start, text: `${indent}// cred-ignore ${rule}: ${why}${eol}` }] };
  }
  const property = question.block.properties.find(({ key }) => question.id.endsWith(`/${key}`));
  if (!property) return { problem: 'A title is needed: others read it. Give it one, or take the whole block out.', suggestions: [] };
  const { start, end } = offsets(property.span);
  const note = `${property.key} does not apply: ${why}`;
  const line = lines.position(start).line;
  const alone =
    text.slice(lines.start(line), start).trim() === '' && /^[ \t]*;?[ \t]*$/.test(text.slice(end, lines.end(lines.position(end).line)));
  if (alone) return { edits: [{ start, end: lines.end(lines.position(end).line), text: `// ${note}` }] };
  const [gone] = removal(file, property.span);
  return { edits: [{ ...gone!, text: `${gone!.text} /* ${note.replaceAll('*/', '* /')} */ ` }] };
}

/** Returns the possible meanings of an input in the notation of the language, the likeliest first. */
function written(question: OpenQuestion, typed: string): readonly string[] {
  const { table, options, many } = question;
  const type = table?.type ?? 'text';
  if (type === 'yes-no') return [yesOrNo(typed) ?? typed];
  if (type === 'text' || type === 'url' || type === 'document') {
    const texts = many ? typed.split(/\r?\n/).filter(line => line.trim() !== '') : [typed];
    const quoted = texts.map(one => quotedText(one.trim())).join(', ');
    return /^"[^]*"$/.test(typed) && typed.length > 1 ? [typed, quoted] : [quoted];
  }
  if (type !== 'word' && type !== 'reference') return [typed, ...(question.table?.words ? [hyphenated(typed)] : [])];
  const known = (part: string): string | undefined => {
    const exact = options.find(({ value, label }) => same(value, part) || same(label, part));
    const begun =
      part.length < 3
        ? []
        : options.filter(({ value, label }) => plain(value).startsWith(plain(part)) || plain(label).startsWith(plain(part)));
    return (exact ?? (begun.length === 1 ? begun[0] : undefined))?.value;
  };
  const whole = known(typed);
  if (whole !== undefined) return [whole];
  const parts = (many ? typed.split(/\s*(?:[,;\n]|\band\b)\s*/) : [typed]).filter(part => part !== '');
  const each = parts.map(part => known(part) ?? part);
  if (type === 'word') return [each.map(part => known(part) ?? hyphenated(part)).join(', ')];
  const texts = table?.orText ? [parts.map(part => known(part) ?? quotedText(part)).join(', ')] : [];
  return [each.join(', '), ...texts];
}

const same = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^"|"$/g, '')
    .replace(/[\s_-]+/g, '-')
    .normalize('NFC');
const hyphenated = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, '-');
const quotedText = (text: string): string =>
  `"${text
    .replace(/^"(.*)"$/s, '$1')
    .replace(/[\r\n]+\s*/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')}"`;

function yesOrNo(typed: string): 'yes' | 'no' | undefined {
  const word = typed.toLowerCase().replace(/[.!]$/, '');
  if (['yes', 'y', 'true', 'ja', 'x'].includes(word)) return 'yes';
  return ['no', 'n', 'false', 'not'].includes(word) ? 'no' : undefined;
}

/** Returns the edits with every safe fix applied, or the finding against them with its fixes as suggestions. */
function tried(question: OpenQuestion, typed: string, edits: readonly Edit[], { file, names, host }: QuestionContext): AnswerOutcome {
  const look = (now: CredFile): readonly Finding[] =>
    check(now, withFile(names, now), host).findings.filter(
      ({ rule, severity }) => rule.startsWith('language/') && (severity === 'error' || severity === 'warning'),
    );
  const before = counted(look(file));
  let now = CredFile.read(file.uri, applyEdits(file.text, edits));
  for (let round = 0; ; round++) {
    const slips = beyond(look(now), before);
    const [slip] = slips;
    if (!slip) return { edits: editsBetween(file.text, now.text) };
    const certain = slip.fixes.find(fix => fix.safe && fix.in === undefined) ?? meantBy(slip, question);
    if (!certain || round === ROUNDS) return { problem: slip.message, suggestions: suggested(slip.fixes, question, typed, now, file) };
    now = CredFile.read(file.uri, applyEdits(now.text, certain.edits()));
  }
}

/** Returns the fix that writes the only possible meaning, such as a title in place of a name, or "every 3 years". Dates are not guessed. */
const meantBy = ({ rule, fixes: [fix] }: Finding, question: OpenQuestion): Fix | undefined =>
  fix?.in === undefined && /^Write [^"]/.test(fix?.title ?? '') && question.kind !== 'date' && rule !== 'language/bad-date'
    ? fix
    : undefined;

function suggested(
  fixes: readonly Fix[],
  question: OpenQuestion,
  typed: string,
  now: CredFile,
  file: CredFile,
): readonly AnswerSuggestion[] {
  return fixes.slice(0, 3).map(fix => {
    if (fix.in === undefined) return { title: fix.title, edits: editsBetween(file.text, applyEdits(now.text, fix.edits())) };
    // The answer refers to the added block by its name.
    const name = nameOfTitle(question.table?.to?.[0] ?? '', typed) ?? typed;
    return { title: fix.title, edits: question.write(name), elsewhere: { uri: fix.in, edits: fix.edits() } };
  });
}

function counted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, message } of findings) counts.set(`${rule} ${message}`, (counts.get(`${rule} ${message}`) ?? 0) + 1);
  return counts;
}

/** Returns the findings that did not exist before. */
function beyond(findings: readonly Finding[], before: ReadonlyMap<string, number>): readonly Finding[] {
  const left = new Map(before);
  return findings.filter(({ rule, message }) => {
    const key = `${rule} ${message}`;
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
