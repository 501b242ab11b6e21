/** Turns labels with values into properties of a block under construction and of the blocks within it. */
import { isProgramKind, kindOf } from '../../language/vocabulary/kinds.ts';
import { kindMeant } from '../../language/vocabulary/meant.ts';
import { clean, isFault, kindNamed } from '../csv-values.ts';
import { type BlockDraft, draft } from '../model.ts';
import type { ImportProblem } from '../model-in.ts';
import { brief, oneLine } from '../values.ts';
import { type CellReader, expectedFor, hintsOf, splitValues } from './cells.ts';
import type { TableHome } from './home.ts';
import { type LabelMeaning, labelMeant } from './labels.ts';
import type { ColumnFate } from './rows.ts';
import { placeIn, type Table, type TableRow } from './table.ts';

/** Reads rows of a label and its value into a block. Returns what became of each label. */
export function readLabels(
  table: Table,
  rows: readonly TableRow[],
  into: BlockDraft,
  home: TableHome,
  cells: CellReader,
  problems: ImportProblem[],
): ColumnFate[] {
  const fates: ColumnFate[] = [];
  let section: string | undefined;
  for (const { line, cells: texts } of rows) {
    const [label, text] = [oneLine(texts[0] ?? '').replace(/\s*[:：]$/, ''), clean(texts[1] ?? '')];
    if (text === '') {
      // A label alone is the heading of a section, such as "Examination".
      if (label !== '') {
        section = kindMeant(label, into.kind)?.word;
        if (section === undefined) into.notes.push(label);
      }
      continue;
    }
    const note = (): void => void into.notes.push(label === '' ? oneLine(text) : `${label}: ${oneLine(text)}`);
    const fate = (meaning: string, isRead: boolean): void =>
      void fates.push({ heading: label, meaning, read: Number(isRead), noted: Number(!isRead) });
    const wrong = (why: string): void => void problems.push({ at: placeIn(table, line, label || undefined), why });
    if (isFault(text)) {
      wrong(`The spreadsheet could not work this cell out (${text}). It counts as empty.`);
      continue;
    }
    if (named(label, text, into)) {
      fate('the title or kind of the program', true);
      continue;
    }
    const meaning = meaningOf(label, into.kind, section);
    if (!meaning) {
      note();
      fate('', false);
      continue;
    }
    const kind = meaning.kind ?? into.kind;
    const property = kindOf(kind)!.properties[meaning.key]!;
    const said = `"${meaning.key}" of ${kindOf(kind)!.called}`;
    const slip = (): void => {
      note();
      fate(said, false);
      wrong(`"${brief(text)}" is not understood: ${expectedFor(property)}. It is kept as a note.`);
    };
    if (property.type === 'reference') {
      const names = splitValues(text, property).map(one => home.nameFor(property.to ?? [], one));
      if (names.includes(undefined) && !property.orText) slip();
      else {
        const values = names.includes(undefined) ? [text] : names.map(ref => ({ ref: ref! }));
        target(into, meaning, home).properties[meaning.key] = property.many ? values : values[0]!;
        fate(said, true);
      }
      continue;
    }
    const read = cells.read(text, kind, meaning.key, hintsOf(label, [text]));
    if (!read) {
      slip();
      continue;
    }
    const block = target(into, meaning, home);
    if (read.guessed !== undefined) {
      note();
      wrong(`"${brief(text)}" is read as ${read.guessed}. See whether that is meant; what was written is kept as a note.`);
    }
    if (block.properties[meaning.key] !== undefined) {
      note();
      wrong(`A line above says it already. "${brief(text)}" is kept as a note.`);
      fate(said, false);
      continue;
    }
    block.properties[meaning.key] = property.many ? [...read.values] : read.values[0]!;
    fate(said, true);
  }
  return fates;
}

function meaningOf(label: string, within: string, section: string | undefined): LabelMeaning | undefined {
  const own = section === undefined ? undefined : labelMeant(label, section);
  return own && own.kind === undefined ? { kind: section!, key: own.key } : labelMeant(label, within);
}

/** Returns the block that has the property: the one under construction, or the one of a kind within it. */
function target(into: BlockDraft, { kind }: LabelMeaning, home: TableHome): BlockDraft {
  if (kind === undefined) return into;
  return home.blocks.find(one => one.kind === kind) ?? home.add(kind, undefined);
}

/** Takes the title, the kind or the name of a program. */
function named(label: string, text: string, into: BlockDraft): boolean {
  if (!isProgramKind(into.kind)) return false;
  if (/^((program(me)?|credential|certification|certificate)\s*)?(title|name)$|^(program(me)?|credential|certification)$/i.test(label)) {
    if (into.title !== undefined) return false;
    into.title = oneLine(text);
    into.holes = into.holes.filter(hole => hole !== 'title');
    return true;
  }
  if (/^((program(me)?|credential)\s*)?(kind|type|type of program)$/i.test(label)) {
    const kind = kindNamed(text);
    if (kind === undefined || into.kind !== 'program') return kind === into.kind;
    into.kind = kind;
    return true;
  }
  return false;
}

/** Starts a program whose kind and title are open. */
export const openProgram = (): BlockDraft => Object.assign(draft('program'), { holes: ['title'] });
