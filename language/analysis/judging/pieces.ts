/** A program and what its owner says, seen alike: blocks of this file's model, and facts of an owner that may stand in another file. */

import type { AnyBlock } from '../../model/block.ts';
import { dayOf } from '../../model/day.ts';
import { entry } from '../../model/entry.ts';
import { type Part, plain, valuesOf } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import { PROGRAMS } from '../../vocabulary/define.ts';
import { isProgramKind } from '../../vocabulary/kinds.ts';
import type { Where } from './readiness.ts';

/** A value in plain words; a hole has no words. */
export interface Word {
  readonly text: string | undefined;
  at(): Where;
}

export interface Piece {
  readonly kind: string;
  readonly title: string | undefined;
  readonly keys: readonly string[];
  words(key: string): readonly Word[];
  readonly inner: readonly Piece[];
  at(): Where;
  /** Has a title, or something in it that is no hole. */
  readonly says: boolean;
  /** What it is a view of. */
  readonly of: AnyBlock | Part;
}

/** What is not written is so: a default of the language. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  assessment: { use: 'summative' },
  eligibility: { applies: 'route' },
  'certificate module': { required: 'yes' },
  ...Object.fromEntries(PROGRAMS.map(kind => [kind, { status: 'operating' }])),
};

export function pieceOf(block: AnyBlock, file: CredFile): Piece {
  return new Told(
    block.kind,
    block.title,
    block.parent?.kind,
    block.properties.map(property => property.key),
    key =>
      valuesOf(block.stated(key)).map(({ value, span }) => ({
        text: value === undefined ? undefined : plain(value),
        at: () => ({ uri: file.uri, range: file.range(span) }),
      })),
    () => block.children.map(child => pieceOf(child, file)),
    () => ({ uri: file.uri, range: file.range(block.headSpan) }),
    block,
  );
}

export function pieceOfPart(part: Part): Piece {
  const at = (): Where => ({ uri: part.uri, range: part.range });
  return new Told(
    part.kind,
    part.title,
    undefined,
    Object.keys(part.says),
    key => [...(part.says[key] ?? []), ...(part.open.includes(key) ? [undefined] : [])].map(text => ({ text, at })),
    () => part.parts.map(pieceOfPart),
    at,
    part,
  );
}

/** Everything in it is worked out when first asked for, and once. */
class Told implements Piece {
  private readonly said = new Map<string, readonly Word[]>();
  private within: readonly Piece[] | undefined;
  private something: boolean | undefined;

  constructor(
    readonly kind: string,
    readonly title: string | undefined,
    private readonly parent: string | undefined,
    readonly keys: readonly string[],
    private readonly written: (key: string) => readonly Word[],
    private readonly children: () => readonly Piece[],
    readonly at: () => Where,
    readonly of: AnyBlock | Part,
  ) {}

  words(key: string): readonly Word[] {
    let own = this.said.get(key);
    if (!own) {
      own = this.written(key);
      if (own.length === 0) own = defaulted(this, this.parent, key);
      this.said.set(key, own);
    }
    return own;
  }

  get inner(): readonly Piece[] {
    return (this.within ??= this.children());
  }

  get says(): boolean {
    return (this.something ??= Boolean(this.title?.trim()) || saysWithin(this));
  }
}

const saysWithin = (piece: Piece): boolean =>
  piece.keys.some(key => piece.words(key).some(({ text }) => text !== undefined)) || piece.inner.some(one => one.says);

function defaulted(piece: Piece, parent: string | undefined, key: string): readonly Word[] {
  const text = entry(entry(DEFAULTS, piece.kind) ?? entry(DEFAULTS, `${parent} ${piece.kind}`) ?? {}, key);
  return text !== undefined && piece.says ? [{ text, at: () => piece.at() }] : [];
}

/** What a path may begin with: the program, its owner, the day, and how the owner's blocks name the program. */
export interface Ground {
  readonly program: Piece;
  readonly owner: Piece | undefined;
  /** Where an owner is stated whom nobody knows: a name that stands for nothing, or for something else. A finding says so. */
  readonly unknownOwner: Word | undefined;
  readonly today: string;
  /** The program's name and those of its modules. */
  readonly names: ReadonlySet<string>;
  /** Whether a name stands for a program at all. */
  readonly isProgram: (name: string) => boolean;
  /** What was reached, by the chain of kinds. */
  readonly reached: Map<string, readonly Piece[]>;
}

/** The pieces that a chain of kinds leads to, in the program and with its owner. */
export function reach(ground: Ground, kinds: readonly string[], chain = kinds.join('.')): readonly Piece[] {
  let found = ground.reached.get(chain);
  if (!found) ground.reached.set(chain, (found = reached(ground, kinds)));
  return found;
}

function reached(ground: Ground, [first, ...rest]: readonly string[]): readonly Piece[] {
  const { program, owner, today } = ground;
  if (first === undefined) return [program];
  let found: readonly Piece[];
  if (isProgramKind(first)) found = first === program.kind || first === 'program' ? [program] : [];
  else if (first === 'organization') found = owner ? [owner] : [];
  else {
    const ofOwner = (owner?.inner ?? []).filter(one => one.kind === first);
    found = [...within(program, first, today), ...concerning(ofOwner, ground)];
  }
  return down(found, rest, today);
}

export const down = (from: readonly Piece[], kinds: readonly string[], today: string): readonly Piece[] =>
  kinds.reduce(
    (at, kind) =>
      at.flatMap(piece =>
        current(
          piece.inner.filter(one => one.kind === kind),
          today,
        ),
      ),
    from,
  );

/** All of a kind, at any depth. */
function within(piece: Piece, kind: string, today: string, into: Piece[] = []): readonly Piece[] {
  const here = piece.inner.filter(one => one.kind === kind);
  if (here.length > 0) into.push(...current(here, today));
  for (const one of piece.inner) if (one.inner.length > 0 && counts(one, today)) within(one, kind, today, into);
  return into;
}

/** Where a block repeats and one is meant, the latest; of assessments those that count and are in use. */
function current(pieces: readonly Piece[], today: string): readonly Piece[] {
  const [first] = pieces;
  if (first?.kind === 'assessment') return pieces.filter(one => counts(one, today));
  if (first === undefined || pieces.length < 2 || !Object.hasOwn(LATEST, first.kind)) return pieces;
  const key = LATEST[first.kind]!;
  const dates = pieces.map(one => dayOf(one.words(key)[0]?.text ?? '')?.to ?? '');
  const last = [...dates].sort().at(-1);
  // One whose date is still to come may be the latest: what it says may yet show something.
  const open = (one: Piece): boolean => last !== '' && one.words(key).some(({ text }) => text === undefined);
  return pieces.flatMap((one, i) => (dates[i] === last ? one : open(one) ? withoutWords(one) : []));
}

/** By which date. */
const LATEST: Readonly<Record<string, string>> = { 'job-analysis': 'conducted', 'standard-setting': 'conducted', results: 'period' };

/** A formative assessment decides nothing, and one whose last day has passed is history. */
function counts(piece: Piece, today: string): boolean {
  if (piece.kind !== 'assessment') return true;
  const until = piece.words('until')[0]?.text;
  return piece.words('use')[0]?.text !== 'formative' && !(until !== undefined && until < today.slice(0, until.length));
}

/**
 * A body that governs other programs, or a wall between others, says nothing of this one. Those bodies count that are said to
 * govern it; where none is, those of which it is not known what they govern. One that names what is no program may mean this
 * one: a finding says so, and until it is mended it is as if that name were still to come.
 */
function concerning(pieces: readonly Piece[], { names, isProgram }: Ground): readonly Piece[] {
  const key = NAMING[pieces[0]?.kind ?? ''];
  if (key === undefined) return pieces;
  const naming = pieces.filter(piece => piece.words(key).some(({ text }) => text?.split('.').some(one => names.has(one))));
  if (naming.length > 0 && key === 'governs') return naming;
  return pieces.flatMap(piece => {
    if (naming.includes(piece)) return piece;
    const words = piece.words(key);
    if (words.length === 0 || words.some(({ text }) => text === undefined)) return piece;
    const mayMean = naming.length === 0 && words.some(({ text }) => !isProgram(text!.split('.')[0]!));
    return mayMean ? withoutWords(piece, key) : [];
  });
}

/** By which property an owner's block says of which programs it speaks. */
const NAMING: Readonly<Record<string, string>> = { body: 'governs', separation: 'between' };

/** The same with holes instead of the words of a key, or of all. */
const withoutWords = (piece: Piece, key?: string): Piece => ({
  kind: piece.kind,
  title: piece.title,
  keys: piece.keys,
  words: one => (key === undefined || one === key ? piece.words(one).map(({ at }) => ({ text: undefined, at })) : piece.words(one)),
  inner: key === undefined ? piece.inner.map(inner => withoutWords(inner)) : piece.inner,
  at: () => piece.at(),
  says: key !== undefined && piece.says,
  of: piece.of,
});
