/** Takes the answers of a filled-in self-study into the evidence of programs, as edits that are shown before they are made. */
import type { Edit } from '../../language/findings/finding.ts';
import { addBlocks, addProperties } from '../../language/fixes/place.ts';
import type { AnyBlock } from '../../language/model/block.ts';
import type { CredFile } from '../../language/model/file.ts';
import { offsets } from '../../language/model/span.ts';
import type { Evidence } from '../../language/vocabulary/evidence.ts';
import type { Program } from '../../language/vocabulary/program.ts';
import type { ImportInput } from '../import.ts';
import type { ImportProblem } from '../model-in.ts';
import type { AnswerField } from '../tables/document.ts';
import { placeIn, type Table } from '../tables/table.ts';
import { quoted } from '../values.ts';
import { STUDY_HEADINGS, STUDY_PROMPTS, STUDY_TAGS } from './self-study-out.ts';

/** A program that keeps the fields of a document may not keep that they are not filled in. */
const PROMPTS: ReadonlySet<string> = new Set(Object.values(STUDY_PROMPTS));

/** What somebody filled in for a clause. */
export interface StudyAnswer {
  readonly program: string;
  /** The dotted path of the clause, such as `NCCA-2021.S14`. */
  readonly clause: string;
  readonly answer: string;
  readonly documents: readonly string[];
  /** The place in the document, for messages. */
  readonly at: string;
}

/** Returns the answers of an imported file; `undefined` if it is no self-study. */
export const answersIn = (input: ImportInput): readonly StudyAnswer[] | undefined =>
  'answers' in input ? answersOfFields(input.answers) : 'tables' in input ? answersOfTables(input.tables) : undefined;

/** Returns the answers of a document by its fields; `undefined` if it is no self-study. */
export function answersOfFields(fields: readonly AnswerField[]): readonly StudyAnswer[] | undefined {
  let program: string | undefined;
  const found = new Map<string, { program: string; clause: string; answer: string; documents: string[]; at: string }>();
  for (const { tag, text } of fields) {
    const key = ([STUDY_TAGS.answer, STUDY_TAGS.document] as const).find(one => tag.startsWith(one));
    if (tag === STUDY_TAGS.program) program = text;
    if (key === undefined || program === undefined || PROMPTS.has(text.trim())) continue;
    const clause = tag.slice(key.length);
    const id = `${program} ${clause}`;
    const one = found.get(id) ?? { program, clause, answer: '', documents: [], at: `the fields of ${clause}` };
    if (key === STUDY_TAGS.answer) one.answer = text;
    else one.documents = linesIn(text);
    found.set(id, one);
  }
  return program === undefined ? undefined : [...found.values()];
}

/** Returns the answers of the sheets that are self-studies; `undefined` if none is one. */
export function answersOfTables(tables: readonly Table[]): readonly StudyAnswer[] | undefined {
  const studies = tables.flatMap(table => {
    const headings = table.rows[0]?.cells.map(cell => cell.trim()) ?? [];
    const at = Object.fromEntries(Object.entries(STUDY_HEADINGS).map(([key, heading]) => [key, headings.indexOf(heading)])) as Record<
      keyof typeof STUDY_HEADINGS,
      number
    >;
    return Object.values(at).includes(-1) ? [] : [{ table, at }];
  });
  if (studies.length === 0) return undefined;
  return studies.flatMap(({ table, at }) =>
    table.rows.slice(1).flatMap(({ line, cells }): StudyAnswer[] => {
      const text = (key: keyof typeof at): string => (cells[at[key]] ?? '').trim();
      const [program, clause] = [text('program'), text('clause')];
      return program === '' || clause === ''
        ? []
        : [{ program, clause, answer: text('answer'), documents: linesIn(text('document')), at: placeIn(table, line) }];
    }),
  );
}

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);

/** The edits that take answers into a file, with what each changes. */
export interface AnswersTaken {
  readonly edits: readonly Edit[];
  /** What changes, a sentence for each clause. */
  readonly said: readonly string[];
}

/**
 * Returns the edits for the answers about a program of a file. Only `evidence` changes: its note, or a block that is added for a clause or
 * a document. An answer that is already there, or that is empty, changes nothing. `ofOwner` is the evidence that the owner has for all its
 * programs, which a self-study shows as well.
 */
export function takeAnswers(
  file: CredFile,
  program: Program,
  answers: readonly StudyAnswer[],
  ofOwner: readonly Evidence[] = [],
): AnswersTaken {
  const edits: Edit[] = [];
  const said: string[] = [];
  const added: { title: string; properties: string[] }[] = [];
  const evidence = program.all('evidence');
  for (const { clause, answer, documents } of answers) {
    const own = evidence.filter(block => supportsOf(block).includes(clause));
    const every = [...own, ...ofOwner.filter(block => supportsOf(block).includes(clause))];
    const known = every.flatMap(block => block.document?.value ?? []);
    const notes = every.flatMap(block => block.note?.value ?? []);
    const fresh = documents.filter(one => !known.includes(one));
    // Word and Excel may change blanks at the ends of lines.
    const isSame = answer === '' || [...notes, notes.join('\n')].some(one => same(answer, one));
    // A block that supports several clauses says the same of all of them, so an answer about one gets a block of its own.
    const holder = own.find(block => supportsOf(block).length === 1 && (block.note?.value !== undefined || own.length === 1));
    let rest = fresh;
    if (!isSame) {
      if (holder && own.filter(block => block.note?.value !== undefined).length <= 1) {
        edits.push(...setText(file, holder, 'note', answer));
        said.push(`${clause}: its note is ${holder.note?.value === undefined ? 'added' : 'changed'}.`);
      } else {
        const document = rest.slice(0, 1).map(one => `document: ${quoted(one)}`);
        rest = rest.slice(1);
        added.push({ title: clause, properties: [`supports: ${clause}`, ...document, `note: ${quoted(answer, '    ')}`] });
        said.push(`${clause}: evidence with the answer is added.`);
      }
    }
    for (const one of rest) {
      added.push({ title: clause, properties: [`supports: ${clause}`, `document: ${quoted(one)}`] });
      said.push(`${clause}: evidence "${one}" is added.`);
    }
  }
  if (added.length > 0)
    edits.push(
      ...addBlocks(
        file,
        program,
        added.map(({ properties }) => ({ kind: 'evidence', properties })),
      ),
    );
  return { edits, said };
}

const same = (one: string, other: string): boolean => one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();

const supportsOf = ({ supports }: Evidence): string[] =>
  (supports?.items ?? []).flatMap(({ value }) => (value === undefined ? [] : [value.path.join('.')]));

function setText(file: CredFile, block: AnyBlock, key: string, text: string): Edit[] {
  const written = `${key}: ${quoted(text, '    ')}`;
  const there = block.properties.find(one => one.key === key);
  if (!there) return addProperties(file, block, [written]);
  const { start, end } = offsets(there.span);
  return [{ start, end, text: written }];
}

/** Returns what is said of answers whose program is not there. */
export const withoutProgram = (answers: readonly StudyAnswer[], known: ReadonlySet<string>): ImportProblem[] =>
  [...new Set(answers.map(({ program }) => program))].flatMap(program =>
    known.has(program) ? [] : [{ at: '', why: `No program of these files is called "${program}". Its answers are left out.` }],
  );
