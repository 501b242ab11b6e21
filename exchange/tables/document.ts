/** Reads a document of headings, lists, paragraphs and tables: what a table or list says becomes blocks, all other text comments. */
import { childKinds, kindOf } from '../../language/vocabulary/kinds.ts';
import { kindMeant, wordMeant } from '../../language/vocabulary/meant.ts';
import { type BlockDraft, draft } from '../model.ts';
import { FreeNames } from '../names.ts';
import { oneLine } from '../values.ts';
import { withoutNumber } from './home.ts';
import { TablesOfFile, type TablesRead } from './interpret.ts';
import { openProgram } from './label-rows.ts';
import { shapeOf } from './shapes.ts';
import type { Table, TableRow } from './table.ts';

/** A part of a document; `line` counts its paragraphs from 1. */
export type DocumentPart =
  | { readonly is: 'heading'; readonly level: number; readonly text: string; readonly line: number }
  | { readonly is: 'item'; readonly depth: number; readonly text: string; readonly line: number }
  | { readonly is: 'paragraph'; readonly text: string; readonly line: number }
  | { readonly is: 'table'; readonly number: number; readonly rows: readonly TableRow[] };
/** A field of a document that somebody filled in, by its tag. */
export interface AnswerField {
  readonly tag: string;
  readonly text: string;
}

/** A heading with what stands below it, before the next heading. */
interface Section {
  readonly heading: string;
  readonly level: number;
  readonly line: number;
  readonly parts: Exclude<DocumentPart, { is: 'heading' }>[];
}

/** Reads a document as a draft of one program. Throws nothing: what is wrong is in the problems. */
export function readDocument(parts: readonly DocumentPart[], names = new FreeNames()): TablesRead {
  const file = new TablesOfFile(names);
  const sections = sectionsOf(parts);
  const title = sections.find(({ level }) => level === 0)?.heading ?? sections.find(({ level }) => level === 1)?.heading;
  if (sections.every(({ heading, parts: inner }) => heading === '' && inner.length === 0)) {
    file.problems.push({ at: '', why: 'There is nothing in it: no paragraph has a text.' });
    return file.done();
  }
  const program = openProgram();
  if (title !== undefined) Object.assign(program, { title: oneLine(title), holes: [] });
  program.name = names.of(title ?? 'program', { abbreviate: true });
  file.begun(program);
  const reader = new DocumentReader(file, program);
  sections.forEach((section, i) => {
    const above = sections.slice(0, i).findLast(({ level }) => level < section.level);
    reader.section(section, above);
  });
  return file.done();
}

function sectionsOf(parts: readonly DocumentPart[]): Section[] {
  const sections: Section[] = [{ heading: '', level: 9, line: 1, parts: [] }];
  for (const part of parts) {
    if (part.is === 'heading') sections.push({ heading: part.text, level: part.level, line: part.line, parts: [] });
    else sections.at(-1)!.parts.push(part);
  }
  return sections;
}

/** Matches a heading that is one of several of a kind: `Domain 2: Safety (25%)`, `Module 1 – Basics`. */
const NUMBERED = /^(domain|module|course|outcome|task|section|unit|lesson)\s+(?:\d{1,2}|[IVX]{1,4}|[A-Z])\s*[.:–—-]\s*(\S.*)$/i;

class DocumentReader {
  constructor(
    private readonly file: TablesOfFile,
    private readonly program: BlockDraft,
  ) {}

  section({ heading, level, line, parts }: Section, above: Section | undefined): void {
    const rows: TableRow[] = [];
    const texts: string[] = [];
    for (const part of parts) {
      if (part.is === 'table') {
        this.list(rows.splice(0), heading, texts);
        this.file.table({ place: `table ${part.number}`, counts: 'row', rows: part.rows, ...(heading !== '' && { title: heading }) }, true);
      } else {
        const label = /^([^:\n]{2,60}?):\s+(\S[^]*)$/.exec(part.text);
        if (part.is === 'item') rows.push({ line: part.line, cells: [part.text], ...(part.depth > 0 && { depth: part.depth }) });
        else if (label) rows.push({ line: part.line, cells: [label[1]!, label[2]!] });
        else {
          this.list(rows.splice(0), heading, texts);
          texts.push(part.text);
        }
      }
    }
    if (this.isOneOfSeveral(heading, level, line, above, rows)) rows.length = 0;
    else this.list(rows, heading, texts);
    if (texts.length > 0 || (parts.length === 0 && level > 1)) this.keep(heading, texts);
  }

  /** Reads a list below a heading that is itself a row of a table, as in `Domain 2: Safety (25%)`. */
  private isOneOfSeveral(heading: string, _level: number, line: number, above: Section | undefined, rows: readonly TableRow[]): boolean {
    const numbered = NUMBERED.exec(heading);
    const kind = numbered ? kindMeant(numbered[1]!, 'certificate')?.word : undefined;
    const parent = above && shapeKind(above.heading);
    const isPart =
      kind !== undefined ||
      (parent !== undefined && heading !== '' && kindMeant(heading, 'certification') === undefined && parent === 'domain');
    if (!isPart) return false;
    const all = [
      { line, cells: [numbered?.[2] ?? heading] },
      ...rows.map(row => ({ ...row, cells: [row.cells.join(': ')], depth: (row.depth ?? 0) + 1 })),
    ];
    const named = `${kind ?? parent}s`;
    this.file.table({ place: '', counts: 'line', title: named, rows: all }, true);
    return true;
  }

  /** Reads a list by the heading above it, or keeps its lines. */
  private list(rows: readonly TableRow[], heading: string, texts: string[]): void {
    if (rows.length === 0) return;
    const table: Table = { place: '', counts: 'line', rows, ...(heading !== '' && { title: heading }) };
    const shape = shapeOf(table);
    const isLabels = rows.some(({ cells }) => cells.length > 1);
    if (shape && shape.is !== 'programs' && !(shape.is === 'labels' && !isLabels)) this.file.table(table, true);
    else if (isLabels) this.file.labelsOf(table, this.program, heading);
    else texts.push(...rows.map(({ cells }) => cells.join(': ')));
  }

  /** Keeps texts as comments: in a block of the kind that the heading names, else in the program. */
  private keep(heading: string, texts: readonly string[]): void {
    const lines = texts.map(oneLine);
    const bare = withoutNumber(heading);
    const kind = heading === '' ? undefined : keptKind(bare);
    if (kind === undefined) {
      this.program.notes.push(
        ...(heading === '' || bare === this.program.title ? lines : [lines.length === 0 ? heading : `${heading}: ${lines.join(' ')}`]),
      );
      return;
    }
    const table = kindOf(kind)!;
    let block = table.once ? this.program.blocks.find(one => one.kind === kind) : undefined;
    if (!block) {
      block = draft(kind, table.titled || kind === 'policy' ? bare : undefined);
      if (table.named) block.name = kind;
      this.program.blocks.push(block);
    }
    const covers =
      kind === 'policy'
        ? wordMeant(bare.replace(/\s*\b(polic(y|ies)|procedures?)\b\s*/gi, ' ').trim(), table.properties.covers!)
        : undefined;
    if (covers) block.properties.covers = [covers.word];
    block.holes.push(...table.insert.filter(key => block.properties[key] === undefined && !block.holes.includes(key)));
    block.notes.push(...lines);
  }
}

/** Returns the kind of the blocks that a heading announces, such as the domains of a "Content outline". */
function shapeKind(heading: string): string | undefined {
  if (/\b(blueprint|content outline|test plan|exam(ination)? (content|outline|specifications?)|domains)\b/i.test(heading)) return 'domain';
  return undefined;
}

/** Returns the kind of the block that keeps the text below a heading. */
function keptKind(heading: string): string | undefined {
  const kind = /\bpolicy$/i.test(heading) ? 'policy' : kindMeant(heading, 'certification')?.word;
  return kind !== undefined && childKinds('program').some(({ name }) => name === kind) && !LISTS.has(kind) ? kind : undefined;
}
/** Kinds that a heading announces several of; their text stays with the program. */
const LISTS: ReadonlySet<string> = new Set(['domain', 'outcome', 'module', 'milestone', 'imported']);
