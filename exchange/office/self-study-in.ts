/** Takes the answers of a filled-in self-study into the evidence of programs, as edits that are shown before they are made. */
import type { Edit } from '../../language/findings/finding.ts';
import { addBlocks, addProperties } from '../../language/fixes/place.ts';
import type { AnyBlock } from '../../language/model/block.ts';
import type { CredFile } from '../../language/model/file.ts';
import { offsets } from '../../language/model/span.ts';
import type { Evidence } from '../../language/vocabulary/evidence.ts';
import type { Program } from '../../language/vocabulary/program.ts';
import type { ImportProblem } from '../model-in.ts';
import { quoted } from '../values.ts';
import type { StudyAnswer } from './study-answers.ts';

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
