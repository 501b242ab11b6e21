/**
 * Turns what was copied elsewhere into members of the block where it is pasted. Editors and the browser call `pasteAsCred` (by the
 * request `cred/paste`); nothing is written here.
 */
import type { Edit } from '../../language/findings/finding.ts';
import { addMembers, layoutOf } from '../../language/fixes/place.ts';
import type { AnyBlock } from '../../language/model/block.ts';
import type { CredFile } from '../../language/model/file.ts';
import type { Names } from '../../language/model/scope.ts';
import { counted } from '../../language/model/sentence.ts';
import { offsets } from '../../language/model/span.ts';
import { locate } from '../../language/services/locate.ts';
import { TOP } from '../../language/vocabulary/define.ts';
import { kindOf } from '../../language/vocabulary/kinds.ts';
import { type BlockDraft, draft, inOrder } from '../model.ts';
import type { ImportProblem } from '../model-in.ts';
import { FreeNames } from '../names.ts';
import { oneLine } from '../values.ts';
import { write, writeMembers } from '../write.ts';
import { CellReader } from './cells.ts';
import { type ClipboardContent, tablesOfClipboard } from './clipboard.ts';
import { type KnownBlock, TableHome } from './home.ts';
import { readTables } from './interpret.ts';
import { readLabels } from './label-rows.ts';
import { readMatrix } from './matrix.ts';
import { type RowsRead, RowsReader } from './rows.ts';
import { shapeOf, toldAbove } from './shapes.ts';

/** What a paste would write, and what was understood. */
export interface PasteReading {
  /** The text to put in place of the selection, laid out for its place. */
  readonly insert: string;
  /** Edits elsewhere in the file: holes that are filled, and properties of blocks that are there already. */
  readonly further: readonly Edit[];
  /** What was understood in a few words, such as `4 domains`. */
  readonly title: string;
  /** What each column or label became, a sentence each. */
  readonly understood: readonly string[];
  /** What was not understood, with its place in what was pasted. It stands as comments in the text. */
  readonly problems: readonly ImportProblem[];
}

/**
 * Reads what was copied for a place of a file: `start` and `end` are the offsets of the selection. Returns `undefined` if nothing can be
 * written there (within a text, a comment or the head of a block), or if nothing in it is understood; it is then pasted as it is.
 */
export function pasteAsCred(
  file: CredFile,
  { start, end }: { readonly start: number; readonly end: number },
  copied: ClipboardContent,
  names: Names,
): PasteReading | undefined {
  const place = placeAt(file, start);
  const tables = place && (copied.text ?? '').length + (copied.html ?? '').length <= LONGEST ? tablesOfClipboard(copied) : [];
  if (!place || tables.length === 0) return undefined;
  const { block, before } = place;
  const read = block.kind === TOP ? pastedPrograms(tables, names) : pastedParts(tables, block, file, names);
  if (!read) return undefined;
  const layout = layoutOf(file, block);
  const { eol, outer } = layout;
  const isBlankBefore = before.trim() === '';
  const inner = isBlankBefore && before.length > 0 ? before : layout.inner;
  const unit = inner.includes('\t') ? '\t' : layout.unit;
  const laid = read.text
    .split('\n')
    .map(line => (line === '' ? '' : inner + line.replace(/^(?: {2})+/, blanks => unit.repeat(blanks.length / 2))));
  const first = isBlankBefore ? laid.join(eol).slice(before.length > 0 ? inner.length : 0) : `${eol}${laid.join(eol)}`;
  const after = file.text.slice(end, file.lines.end(file.lines.position(end).line));
  const isOpen = laid.join('') !== '' && (!isBlankBefore || after.trim() !== '');
  const insert = laid.join('') === '' ? '' : first + (isOpen ? `${eol}${/^\s*\}/.test(after) ? outer : inner}` : '');
  return { insert, further: read.further, title: read.title, understood: read.understood, problems: read.problems };
}

/** The most that is read, in characters. More than that is a file to be imported. */
const LONGEST = 5_000_000;

/** Returns the block that a member at an offset would stand in, and the text before it on its line. */
function placeAt(file: CredFile, offset: number): { readonly block: AnyBlock; readonly before: string } | undefined {
  const located = locate(file, offset);
  if (located.part === 'comment' || located.part === 'title' || (!located.inBody && !located.memberDue)) return undefined;
  const { token } = located;
  if (token && token.start < offset && token.end > offset) return undefined;
  const line = file.lines.position(offset).line;
  const before = file.text.slice(file.lines.start(line), offset);
  return /^[ \t\uFEFF]*$|[{};]\s*$/.test(before) ? { block: located.container, before: before.replace('\uFEFF', '') } : undefined;
}

interface PartsRead extends Omit<PasteReading, 'insert'> {
  readonly text: string;
}

function pastedPrograms(tables: ReturnType<typeof tablesOfClipboard>, names: Names): PartsRead | undefined {
  const taken = new FreeNames({ has: name => names.top(name).length > 0 });
  const { blocks, problems, accounts } = readTables(tables, taken);
  if (blocks.length === 0) return undefined;
  return {
    text: write(blocks).trimEnd(),
    further: [],
    title: summary(blocks),
    understood: accounts.flatMap(({ properties }) => properties.map(({ path, fate }) => `${path}: ${fate}`)),
    problems,
  };
}

function pastedParts(tables: ReturnType<typeof tablesOfClipboard>, block: AnyBlock, file: CredFile, names: Names): PartsRead | undefined {
  const within = block.kind;
  if (!kindOf(within)) return undefined;
  const home = new TableHome(
    within,
    new FreeNames({ has: name => block.children.some(child => child.name === name) }),
    knownTo(block, names),
    false,
  );
  const properties = draft(within);
  const problems: ImportProblem[] = [];
  const reads: RowsRead[] = [];
  const cells = new CellReader();
  for (const table of tables) {
    const shape = shapeOf(table, within);
    if (!shape || shape.is === 'programs') continue;
    problems.push(...toldAbove(table, shape));
    if (shape.is === 'labels') reads.push({ columns: readLabels(table, shape.rows, properties, home, cells, problems), rows: 1 });
    else if (shape.is === 'matrix') reads.push(readMatrix(table, shape.matrix, shape.rows, home, problems));
    else reads.push(new RowsReader(table, shape.columns, shape.rows, () => home, cells, problems).read());
  }
  if (reads.length === 0) return undefined;
  properties.blocks.push(...home.blocks);
  const further = intoExisting(properties, block, file, problems);
  const isAnything = properties.blocks.length > 0 || Object.keys(properties.properties).length > 0 || further.length > 0;
  if (!isAnything) return undefined;
  inOrder(properties);
  return {
    text: writeMembers(properties),
    further,
    title: summary(properties.blocks, reads.flatMap(({ columns }) => columns).filter(({ read }) => read > 0).length),
    understood: reads.flatMap(({ columns }) =>
      columns.flatMap(({ heading, meaning, noted }) =>
        meaning === ''
          ? [`"${heading}" is kept as comments`]
          : heading === ''
            ? []
            : [`"${heading}" is ${meaning}${noted > 0 ? `, ${counted(noted, 'cell')} kept as comments` : ''}`],
      ),
    ),
    problems,
  };
}

/** Moves what belongs to blocks and properties that are there already out of the draft, and returns it as edits. */
function intoExisting(made: BlockDraft, block: AnyBlock, file: CredFile, problems: ImportProblem[]): Edit[] {
  const edits = propertyEdits(made, block, file, problems);
  made.blocks = made.blocks.filter((part, _, all) => {
    if (part.title !== undefined) {
      const same = block.children.find(
        child => child.kind === part.kind && child.title !== undefined && oneLine(child.title) === part.title,
      );
      if (same) problems.push({ at: '', why: `There is ${kindOf(part.kind)!.called} "${part.title}" already; compare the two.` });
      return true;
    }
    const there = block.children.filter(child => child.kind === part.kind);
    // Several of a kind are blocks of their own, not more of the one that is there.
    const isOnly = all.filter(one => one.kind === part.kind).length === 1;
    if (there.length !== 1 || !isOnly || part.blocks.length > 0) return true;
    edits.push(...propertyEdits(part, there[0]!, file, problems));
    const texts = membersOf(part);
    if (texts.length > 0) edits.push(...addMembers(file, there[0]!, texts, []));
    return false;
  });
  return edits;
}

/** Fills holes with the values of a draft, and takes from the draft what the block says already. */
function propertyEdits(made: BlockDraft, block: AnyBlock, file: CredFile, problems: ImportProblem[]): Edit[] {
  const edits: Edit[] = [];
  for (const key of Object.keys(made.properties)) {
    const there = block.properties.find(one => one.key === key);
    if (!there) continue;
    const [text] = membersOf({ ...made, notes: [], properties: { [key]: made.properties[key]! } });
    const { start, end } = offsets(there.span);
    const written = file.text.slice(start, end);
    delete made.properties[key];
    if (/:\s*\?\s*$/.test(written)) edits.push({ start, end, text: text! });
    else if (written.replace(/\s+/g, ' ') !== text!.replace(/\s+/g, ' ')) {
      made.notes.push(text!);
      problems.push({ at: '', why: `"${key}" is stated already; "${text}" is kept as a comment.` });
    }
  }
  return edits;
}

const membersOf = (block: BlockDraft): string[] =>
  writeMembers({ ...block, blocks: [], notes: [] })
    .split('\n')
    .filter(Boolean);

/** Returns the blocks that a pasted text may name: those of the block and around it, and those at the top of the project's files. */
function knownTo(block: AnyBlock, names: Names): KnownBlock[] {
  const found: KnownBlock[] = [];
  for (let at: AnyBlock | undefined = block; at; at = at.parent) {
    for (const { kind, name, title } of at.children)
      if (name !== undefined) found.push({ kind, name, ...(title !== undefined && { title }) });
  }
  for (const { kind, name, title } of names.all) found.push({ kind, name, ...(title !== undefined && { title }) });
  return found;
}

/** Says how many blocks of each kind there are, as in `4 domains, 1 outcome`. */
function summary(blocks: readonly BlockDraft[], properties = 0): string {
  const counts = new Map<string, number>();
  for (const { kind } of blocks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].map(([kind, count]) => counted(count, kind, PLURALS[kind]));
  return kinds.length > 0 ? kinds.join(', ') : counted(properties, 'property', 'properties');
}
const PLURALS: Readonly<Record<string, string>> = {
  policy: 'policies',
  body: 'bodies',
  person: 'people',
  eligibility: 'routes',
  results: 'results',
};
