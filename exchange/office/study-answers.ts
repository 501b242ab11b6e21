/** Finds the answers of a filled-in self-study, in the fields of a document or the columns of a sheet. */
import type { ImportInput } from '../import.ts';
import type { AnswerField } from '../tables/document.ts';
import { placeIn, type Table } from '../tables/table.ts';
import { STUDY_HEADINGS, STUDY_PROMPTS, STUDY_TAGS } from './study-form.ts';

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

/** Returns the answers of imported files; `undefined` if none is a self-study, `mixed` if only some are. */
export function studyIn(inputs: readonly ImportInput[]): readonly StudyAnswer[] | 'mixed' | undefined {
  const answers = inputs.map(answersIn);
  const studies = answers.filter(one => one !== undefined);
  if (studies.length === 0) return undefined;
  return studies.length < answers.length ? 'mixed' : studies.flat();
}

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
