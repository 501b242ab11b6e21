/** One interface to blocks of this file's model and to facts of an owner that may stand in another file. */

import type { AnyBlock } from '../../model/block.ts';
import { dayOf, later } from '../../model/day.ts';
import { entry } from '../../model/entry.ts';
import { type BlockFacts, plain, valuesOf } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import { PROGRAMS } from '../../vocabulary/define.ts';
import { isProgramKind } from '../../vocabulary/kinds.ts';
import type { FilePlace } from './readiness.ts';

/** A value in plain words; of a hole, `text` is `undefined`. */
export interface Word {
  readonly text: string | undefined;
  at(): FilePlace;
}

/** A block as it is read for judging. */
export interface BlockView {
  readonly kind: string;
  readonly title: string | undefined;
  readonly keys: readonly string[];
  words(key: string): readonly Word[];
  readonly inner: readonly BlockView[];
  at(): FilePlace;
  /** Whether it has a title, or a member that is no hole. */
  readonly says: boolean;
  /** The block or the facts behind the view. */
  readonly of: AnyBlock | BlockFacts;
}

/** Values that the language assumes if they are not written. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  assessment: { use: 'summative' },
  eligibility: { applies: 'route' },
  'certificate module': { required: 'yes' },
  ...Object.fromEntries(PROGRAMS.map(kind => [kind, { status: 'operating' }])),
};

/** Returns the view of a block of this file. */
export function viewOfBlock(block: AnyBlock, file: CredFile): BlockView {
  return new LazyBlockView(
    block.kind,
    block.title,
    block.parent?.kind,
    block.properties.map(property => property.key),
    key =>
      valuesOf(block.stated(key)).map(({ value, span }) => ({
        text: value === undefined ? undefined : plain(value),
        at: () => ({ uri: file.uri, range: file.range(span) }),
      })),
    () => block.children.map(child => viewOfBlock(child, file)),
    () => ({ uri: file.uri, range: file.range(block.headSpan) }),
    block,
  );
}

/** Returns the view of a block by its facts. */
export function viewOfFacts(part: BlockFacts): BlockView {
  const at = (): FilePlace => ({ uri: part.uri, range: part.range });
  return new LazyBlockView(
    part.kind,
    part.title,
    undefined,
    Object.keys(part.says),
    key => [...(part.says[key] ?? []), ...(part.open.includes(key) ? [undefined] : [])].map(text => ({ text, at })),
    () => part.parts.map(viewOfFacts),
    at,
    part,
  );
}

/** A view whose fields are computed once, when they are first read. */
class LazyBlockView implements BlockView {
  private readonly said = new Map<string, readonly Word[]>();
  private within: readonly BlockView[] | undefined;
  private something: boolean | undefined;

  constructor(
    readonly kind: string,
    readonly title: string | undefined,
    private readonly parent: string | undefined,
    readonly keys: readonly string[],
    private readonly written: (key: string) => readonly Word[],
    private readonly children: () => readonly BlockView[],
    readonly at: () => FilePlace,
    readonly of: AnyBlock | BlockFacts,
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

  get inner(): readonly BlockView[] {
    return (this.within ??= this.children());
  }

  get says(): boolean {
    return (this.something ??= Boolean(this.title?.trim()) || saysWithin(this));
  }
}

const saysWithin = (view: BlockView): boolean =>
  view.keys.some(key => view.words(key).some(({ text }) => text !== undefined)) || view.inner.some(one => one.says);

function defaulted(view: BlockView, parent: string | undefined, key: string): readonly Word[] {
  const text = entry(entry(DEFAULTS, view.kind) ?? entry(DEFAULTS, `${parent} ${view.kind}`) ?? {}, key);
  return text !== undefined && view.says ? [{ text, at: () => view.at() }] : [];
}

/** The start of all paths: the program, its owner, the date, and the names by which the owner's blocks refer to the program. */
export interface Ground {
  readonly program: BlockView;
  readonly owner: BlockView | undefined;
  /** The program's owner if that name cannot be resolved, or does not name an organization. A finding reports it. */
  readonly unknownOwner: Word | undefined;
  readonly today: string;
  /** The names of the program and of its modules. */
  readonly names: ReadonlySet<string>;
  /** Returns whether a name is the name of a program. */
  readonly isProgram: (name: string) => boolean;
  /**
   * Returns the names and titles of the owner's programs of other kinds, and the titles of their assessments. A policy with such a name in
   * its title belongs to those programs.
   */
  readonly otherTitles: () => readonly string[];
  /** The views that were reached, cached by the chain of kinds. */
  readonly reached: Map<string, readonly BlockView[]>;
}

/** Returns the views that a chain of kinds leads to, in the program and in its owner. */
export function reach(ground: Ground, kinds: readonly string[], chain = kinds.join('.')): readonly BlockView[] {
  let found = ground.reached.get(chain);
  if (!found) ground.reached.set(chain, (found = reached(ground, kinds)));
  return found;
}

function reached(ground: Ground, [first, ...rest]: readonly string[]): readonly BlockView[] {
  const { program, owner, today } = ground;
  if (first === undefined) return [program];
  let found: readonly BlockView[];
  if (isProgramKind(first)) found = first === program.kind || first === 'program' ? [program] : [];
  else if (first === 'organization') found = owner ? [owner] : [];
  else {
    const ofOwner = (owner?.inner ?? []).filter(one => one.kind === first);
    found = [...within(program, first, today), ...concerning(ofOwner, ground)];
  }
  return down(found, rest, today);
}

/** Follows a path of kinds inwards from blocks. Of dated blocks, only those that apply today are followed. */
export const down = (from: readonly BlockView[], kinds: readonly string[], today: string): readonly BlockView[] =>
  kinds.reduce(
    (at, kind) =>
      at.flatMap(view =>
        current(
          view.inner.filter(one => one.kind === kind),
          today,
        ),
      ),
    from,
  );

/** Returns all views of a kind, at any depth. */
function within(view: BlockView, kind: string, today: string, into: BlockView[] = []): readonly BlockView[] {
  const here = view.inner.filter(one => one.kind === kind);
  if (here.length > 0) into.push(...current(here, today));
  for (const one of view.inner) if (one.inner.length > 0 && counts(one, today)) within(one, kind, today, into);
  return into;
}

/**
 * Returns the views that count now: of repeated studies the latest, of results the latest of each form, and of assessments and routes those
 * in force.
 */
function current(views: readonly BlockView[], today: string): readonly BlockView[] {
  const [first] = views;
  if (first !== undefined && Object.hasOwn(ENDS, first.kind)) return views.filter(one => counts(one, today));
  if (first === undefined || views.length < 2 || !Object.hasOwn(LATEST, first.kind)) return views;
  if (first.kind !== 'results') return latest(views);
  const formOf = (view: BlockView): string | undefined => view.words('form')[0]?.text;
  return inUse([...new Set(views.map(formOf))].flatMap(form => latest(views.filter(view => formOf(view) === form))));
}

/** Returns the results of forms that are in use. A form whose latest results are two years older than the newest has been retired. */
function inUse(results: readonly BlockView[]): readonly BlockView[] {
  const days = results.map(one => dayOf(one.words('period')[0]?.text ?? ''));
  const newest = days.reduce((last, day) => (last && day && last.to >= day.to ? last : (day ?? last)));
  const first = newest && later(newest, -2, 'year');
  return first ? results.filter((_, i) => !days[i] || days[i].to >= first.from) : results;
}

/** Returns the view with the latest date, and those whose date is a hole. */
function latest(views: readonly BlockView[]): readonly BlockView[] {
  const key = LATEST[views[0]!.kind]!;
  const dates = views.map(one => dayOf(one.words(key)[0]?.text ?? '')?.to ?? '');
  const last = [...dates].sort().at(-1);
  // A view whose date is a hole may turn out to be the latest.
  const open = (one: BlockView): boolean => last !== '' && one.words(key).some(({ text }) => text === undefined);
  return views.flatMap((one, i) => (dates[i] === last ? one : open(one) ? withoutWords(one) : []));
}

/** The property that holds the date, by kind. */
const LATEST: Readonly<Record<string, string>> = { 'job-analysis': 'conducted', 'standard-setting': 'conducted', results: 'period' };

/**
 * Returns whether a view counts. A formative assessment decides nothing, an advised route requires nothing, and a block that has ended is
 * history.
 */
function counts(view: BlockView, today: string): boolean {
  const end = ENDS[view.kind];
  if (end === undefined) return true;
  const until = view.words(end)[0]?.text;
  const weighs = view.words('use')[0]?.text !== 'formative' && view.words('applies')[0]?.text !== 'advised';
  return weighs && !(until !== undefined && until < today.slice(0, until.length));
}

/** The property that states a block's last day, by kind. */
const ENDS: Readonly<Record<string, string>> = { assessment: 'until', eligibility: 'until', accreditation: 'expires' };

/**
 * Returns the owner's blocks that concern the program. Blocks for other programs do not: bodies that govern them, separations between
 * them, policies for them. If some bodies are stated to govern the program, only those count; otherwise the bodies without a
 * statement do. A block that names no known program may mean this one: a finding reports the name, and until it is corrected, the
 * name counts as a hole.
 */
function concerning(views: readonly BlockView[], { names, isProgram, otherTitles }: Ground): readonly BlockView[] {
  const key = NAMING[views[0]?.kind ?? ''];
  if (key === undefined) return views;
  const naming = views.filter(view => view.words(key).some(({ text }) => text?.split('.').some(one => names.has(one))));
  if (naming.length > 0 && key === 'governs') return naming;
  return views.flatMap(view => {
    if (naming.includes(view)) return view;
    const words = view.words(key);
    if (key === 'for' && words.length === 0 && view.title && namesOne(view.title, otherTitles())) return [];
    if (words.length === 0 || words.some(({ text }) => text === undefined)) return view;
    const mayMean = naming.length === 0 && words.some(({ text }) => !isProgram(text!.split('.')[0]!));
    return mayMean ? withoutWords(view, key) : [];
  });
}

/** The property in which an owner's block names the programs that it concerns, by kind. */
const NAMING: Readonly<Record<string, string>> = { body: 'governs', separation: 'between', policy: 'for' };

/** Returns whether a text contains one of the names as whole words. */
export function namesOne(title: string, names: readonly string[]): boolean {
  const words = ` ${plainWords(title)} `;
  return names.some(name => words.includes(` ${plainWords(name)} `));
}

const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Returns the view with the words of one key, or of all keys, replaced by holes. */
const withoutWords = (view: BlockView, key?: string): BlockView => ({
  kind: view.kind,
  title: view.title,
  keys: view.keys,
  words: one => (key === undefined || one === key ? view.words(one).map(({ at }) => ({ text: undefined, at })) : view.words(one)),
  inner: key === undefined ? view.inner.map(inner => withoutWords(inner)) : view.inner,
  at: () => view.at(),
  says: key !== undefined && view.says,
  of: view.of,
});
