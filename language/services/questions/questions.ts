/**
 * The open questions of a program, in the order of its development. The editor, the terminal, the browser and assistants ask the same list;
 * `answer.ts` writes the answers.
 */
import { missingFixes } from '../../check/apply-fixes.ts';
import { check } from '../../check/check.ts';
import type { Edit, Finding, Fix } from '../../findings/finding.ts';
import type { Host } from '../../findings/host.ts';
import type { AnyBlock } from '../../model/block.ts';
import type { CredFile } from '../../model/file.ts';
import type { TextRange } from '../../model/lines.ts';
import type { Problem } from '../../model/problem.ts';
import type { Names } from '../../model/scope.ts';
import { offsets } from '../../model/span.ts';
import type { Property, ValueType } from '../../vocabulary/define.ts';
import { kindOf } from '../../vocabulary/kinds.ts';
import type { Program } from '../../vocabulary/program.ts';
import { STAGES } from '../../vocabulary/stages.ts';
import { aboutKind, aboutProperty } from '../markdown.ts';
import { reachable } from '../reachable.ts';
import { type StageName, stageOf } from './stage.ts';

export type QuestionKind = 'word' | 'text' | 'number' | 'quantity' | 'date' | 'reference' | 'yes-no';

/** A question as plain data for any face. */
export interface ProgramQuestion {
  /** A path of blocks and key (`CWT/exam/passing-score`). It stays the same while other places are edited. */
  readonly id: string;
  /** The question, such as "How was the passing score found?" */
  readonly prompt: string;
  /** The block that the question is about, in the author's words: `"CWT examination"`, `the job analysis`. */
  readonly about: string;
  /** Help in Markdown: the meaning, the form, how the kinds differ, and which clauses ask for it. */
  readonly help: string;
  readonly step: StageName;
  /** The range of the hole, or of the head of the block that lacks something. */
  readonly range: TextRange;
  readonly kind: QuestionKind;
  /** Whether the answer may be a list. */
  readonly many: boolean;
  readonly options: readonly QuestionOption[];
}

export interface QuestionOption {
  readonly label: string;
  /** The answer that chooses the option. */
  readonly value: string;
  readonly says: string;
}

/** A question with the data for answering it in this process. */
export interface OpenQuestion extends ProgramQuestion {
  readonly table?: Property;
  readonly block: AnyBlock;
  /** Returns the edits that write a value in the notation of the language. */
  write(value: string): readonly Edit[];
  /** The finding that asks for it, with its fix, if nothing is written yet. */
  readonly asks?: { readonly finding: Finding; readonly fix: Fix };
  readonly hole?: Extract<Problem, { rule: 'hole' }>;
}

export interface QuestionContext {
  readonly file: CredFile;
  readonly names: Names;
  readonly host: Host;
  /** The findings of the whole file; if they are left out, the file is checked. */
  readonly found?: readonly Finding[];
}

/** Returns the open questions of a program: its holes, and the features of its kind that are not written yet. */
export function questionsOf(program: Program, context: QuestionContext): readonly OpenQuestion[] {
  const { file } = context;
  const { start, end } = offsets(program.span);
  const holes = file.problems.flatMap(problem => {
    if (problem.rule !== 'hole') return [];
    const at = offsets(problem.span).start;
    return at >= start && at < end ? [ofHole(problem, program, context)] : [];
  });
  const found = context.found ?? check(file, context.names, context.host).findings;
  const missing = missingFixes(file, program, found).flatMap(fix => {
    const finding = found.find(one => one.fixes.includes(fix));
    return finding && fix.in === undefined ? [ofMissing({ finding, fix }, program, context)] : [];
  });
  const stages = Object.keys(STAGES);
  const place = ({ range: { start: at } }: ProgramQuestion): number => file.lines.offset(at);
  return [...holes, ...missing].sort((a, b) => stages.indexOf(a.step) - stages.indexOf(b.step) || place(a) - place(b));
}

/** Returns the question without the data that is only usable in this process. */
export const plainQuestion = ({ id, prompt, about, help, step, range, kind, many, options }: OpenQuestion): ProgramQuestion => ({
  id,
  prompt,
  about,
  help,
  step,
  range,
  kind,
  many,
  options,
});

function ofHole(hole: Extract<Problem, { rule: 'hole' }>, program: Program, context: QuestionContext): OpenQuestion {
  const { block, key, table } = hole;
  const at = offsets(hole.span);
  const write = (value: string): readonly Edit[] => [{ ...at, text: value }];
  const range = context.file.range(hole.span);
  if (key !== undefined && table) return ofProperty(block, key, table, program, context, { range, write, hole });
  const called = block.table?.called ?? 'a block';
  return {
    id: `${pathOf(block)}/title`,
    prompt: `What is the title of ${called.replace(/^an? /, 'the ')}?`,
    about: calledBlock(block),
    help: block.table ? aboutKind(block.table) : '',
    step: stageOf(program, block.kind),
    range,
    kind: 'text',
    many: false,
    options: [],
    block,
    write,
    hole,
  };
}

function ofMissing(asks: { readonly finding: Finding; readonly fix: Fix }, program: Program, context: QuestionContext): OpenQuestion {
  const { finding, fix } = asks;
  const { states } = fix;
  const table = states && kindOf(states.block.kind)?.properties[states.key];
  if (states && table) {
    const write = (value: string): readonly Edit[] => fix.edits().map(edit => ({ ...edit, text: edit.text.replace('?', () => value) }));
    return ofProperty(states.block, states.key, table, program, context, { range: finding.range, write, asks });
  }
  return {
    id: `${pathOf(program)}/${finding.rule}/${fix.title}`,
    prompt: `${fix.title}?`,
    about: calledBlock(program),
    help: finding.message,
    step: stageOf(program, fix.addsKind ?? ''),
    range: finding.range,
    kind: 'yes-no',
    many: false,
    options: [
      { label: 'Yes', value: 'yes', says: 'It is added with open places, which are asked for next.' },
      { label: 'Not now', value: 'no', says: 'Nothing is written; it is asked again another time.' },
    ],
    block: program,
    write: value => (value === 'yes' ? fix.edits() : []),
    asks,
  };
}

function ofProperty(
  block: AnyBlock,
  key: string,
  table: Property,
  program: Program,
  context: QuestionContext,
  more: Pick<OpenQuestion, 'range' | 'write' | 'asks' | 'hole'>,
): OpenQuestion {
  return {
    id: `${pathOf(block)}/${key}`,
    prompt: table.prompt,
    about: calledBlock(block),
    help: aboutProperty(table),
    step: stageOf(program, block.kind, key),
    kind: KIND_OF[table.type],
    many: table.many,
    options: optionsOf(table, block, context),
    table,
    block,
    ...more,
  };
}

const KIND_OF: Readonly<Record<ValueType, QuestionKind>> = {
  text: 'text',
  url: 'text',
  document: 'text',
  'feature-path': 'text',
  'any-word': 'text',
  date: 'date',
  count: 'number',
  number: 'number',
  'count-range': 'quantity',
  share: 'quantity',
  range: 'quantity',
  duration: 'quantity',
  quantity: 'quantity',
  'quantity-range': 'quantity',
  money: 'quantity',
  amount: 'quantity',
  'passing-score': 'quantity',
  word: 'word',
  'yes-no': 'yes-no',
  reference: 'reference',
};

/** The greatest number of names that are offered; any other name can be typed. */
const MOST_NAMES = 50;

function optionsOf(table: Property, block: AnyBlock, { file, names }: QuestionContext): readonly QuestionOption[] {
  if (table.type === 'yes-no')
    return [
      { label: 'Yes', value: 'yes', says: 'It is so.' },
      { label: 'No', value: 'no', says: 'It is not so.' },
    ];
  if (table.type === 'reference')
    return reachable(block, table.to ?? [], file, names)
      .slice(0, MOST_NAMES)
      .map(({ named, label }) => ({ label: named.title || label, value: label, says: kindOf(named.kind)?.called ?? named.kind }));
  return Object.entries(table.words ?? {}).map(([word, says]) => ({ label: labelOf(word), value: word, says }));
}

/** Returns a word as people read it: `validate-competence` gives "Validate competence". */
const labelOf = (word: string): string => {
  const plain = word.replaceAll('-', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

/** Returns a block's path, such as `CWT/exam`: names, and a kind with a number for each block without a name. */
export function pathOf(block: AnyBlock): string {
  const own = (one: AnyBlock): string => {
    if (one.name !== undefined) return one.name;
    const alike = one.parent?.children.filter(({ kind, name }) => kind === one.kind && name === undefined) ?? [one];
    return `${one.kind}.${alike.indexOf(one) + 1}`;
  };
  const above = block.parent?.parent ? `${pathOf(block.parent)}/` : '';
  return `${above}${own(block)}`;
}

function calledBlock(block: AnyBlock): string {
  const own = block.title || block.name;
  return own ? `"${own}"` : (block.table?.called ?? block.kind).replace(/^an? /, 'the ');
}
