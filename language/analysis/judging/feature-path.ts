/**
 * Parses feature paths, `kind(.kind)*.property(.word)?`, and looks for them in a program. A kind alone needs a block that states something.
 */
import { dayOf, isPast, later } from '../../model/day.ts';
import { childKinds, isProgramKind, KINDS, kindOf } from '../../vocabulary/kinds.ts';
import type { BlockView } from './block-view.ts';
import type { FilePlace } from './readiness.ts';

/** A parsed feature path. */
export interface FeaturePath {
  readonly text: string;
  readonly kinds: readonly string[];
  /** The kinds joined by dots. */
  readonly chain: string;
  readonly key: string | undefined;
  readonly word: string | undefined;
  /** Whether only an owner can have what the path leads to, such as a body. */
  readonly ofOwner: boolean;
  /** Whether an owner as well as the program can have what the path leads to, such as a policy. */
  readonly mayBeOfOwner: boolean;
}

const known = new Map<string, FeaturePath | undefined>();

/** Parses a feature path. Returns `undefined` if it names nothing that can be written. */
export function featurePath(text: string): FeaturePath | undefined {
  if (!known.has(text)) known.set(text, parsed(text));
  return known.get(text);
}

function parsed(text: string): FeaturePath | undefined {
  const read = segmentsOf(text);
  if (!read) return undefined;
  const [first] = read.kinds;
  const homes: readonly string[] = (first !== undefined && kindOf(first)?.standsIn) || [];
  const mayBeOfOwner = first === 'organization' || homes.includes('organization');
  const { kinds, key, word } = read;
  return { text, kinds, chain: kinds.join('.'), key, word, mayBeOfOwner, ofOwner: mayBeOfOwner && !homes.some(isProgramKind) };
}

function segmentsOf(text: string): Pick<FeaturePath, 'kinds' | 'key' | 'word'> | undefined {
  const segments = text.split('.');
  const kinds: string[] = [];
  for (const [i, segment] of segments.entries()) {
    const last = kinds.at(-1);
    const isKind = last === undefined ? KINDS.has(segment) : childKinds(last).some(({ name }) => name === segment);
    if (isKind) {
      kinds.push(segment);
      continue;
    }
    const property = kindOf(last ?? 'program')?.properties[segment];
    const word = segments[i + 1];
    if (!property || segments.length > i + 2) return undefined;
    if (word === undefined) return { kinds, key: segment, word };
    const words = property.type === 'yes-no' ? ['yes', 'no'] : Object.keys(property.words ?? {});
    return words.includes(word) ? { kinds, key: segment, word } : undefined;
  }
  return { kinds, key: undefined, word: undefined };
}

/** The condition that the value at a path's end must meet. */
export interface Condition {
  readonly is: readonly string[];
  readonly atLeast: string | undefined;
  readonly within: string | undefined;
}

/** The places that show a path, the holes that may still show it, and the values that do not meet the condition. */
export interface PathFindings {
  readonly shown: readonly LazyPlace[];
  readonly holes: readonly LazyPlace[];
  readonly against: readonly LazyPlace[];
  /** The block that was searched, if every block of a kind must show the path. */
  readonly of?: BlockView;
}
type LazyPlace = () => FilePlace;

/** Looks for a path in the views of blocks. `today` is `YYYY-MM-DD`. */
export function see(path: FeaturePath, views: readonly BlockView[], today: string, condition?: Condition): PathFindings {
  if (views.length === 0) return UNSEEN;
  const shown: LazyPlace[] = [];
  const holes: LazyPlace[] = [];
  const against: LazyPlace[] = [];
  for (const view of views) {
    if (path.key === undefined) {
      (view.says ? shown : holes).push(view.at);
      continue;
    }
    for (const { text, at } of view.words(path.key)) {
      if (text === undefined) holes.push(at);
      else if ((path.word === undefined || text === path.word) && !hasPassed(text, path.key, today)) {
        const met = condition ? meets(text, path.key, view, condition, today) : 'yes';
        const onlyHole = met === 'perhaps' || (path.word !== undefined && onlyAnnounced(view, path.key));
        (met === 'no' ? against : onlyHole ? holes : shown).push(at);
      }
      // Other words of a list do not contradict this one.
      else if (path.word === undefined || path.word === 'yes' || path.word === 'no') against.push(at);
    }
  }
  return { shown, holes, against };
}

/** The result if there is nothing to search. */
export const UNSEEN: PathFindings = { shown: [], holes: [], against: [] };

/** Returns whether the block states nothing else yet, as in `policy { covers: appeals; document: ? }`. */
function onlyAnnounced(view: BlockView, key: string): boolean {
  const others = view.keys.filter(one => one !== key);
  return others.length > 0 && others.every(one => view.words(one).every(({ text }) => text === undefined));
}

/** Returns whether a value is a plan whose day has passed without a new one. Such a plan shows nothing. */
const hasPassed = (text: string, key: string, today: string): boolean => {
  const day = key === 'next-due' ? dayOf(text) : undefined;
  return day !== undefined && isPast(day, today);
};

/** Returns whether a value meets a condition; `perhaps` if the date of its block is a hole. */
function meets(text: string, key: string, view: BlockView, { is, atLeast, within }: Condition, today: string): 'yes' | 'perhaps' | 'no' {
  if (is.length > 0 && !is.includes(text)) return 'no';
  if (atLeast !== undefined && !reaches(text, atLeast)) return 'no';
  if (within === undefined) return 'yes';
  const dates = kindOf(view.kind)?.properties[key]?.type === 'date' ? [text] : datesOf(view);
  if (dates.some(date => date !== undefined && isWithin(date, within, today))) return 'yes';
  return dates.includes(undefined) ? 'perhaps' : 'no';
}

/** Returns the date of a block in words; `undefined` stands for a hole. */
const datesOf = (view: BlockView): readonly (string | undefined)[] => {
  const key = DATED[view.kind];
  return key === undefined ? [] : view.words(key).map(({ text }) => text);
};
/** The property that dates a block, by kind. */
const DATED: Readonly<Record<string, string>> = {
  'job-analysis': 'conducted',
  'needs-analysis': 'conducted',
  'standard-setting': 'conducted',
  evaluation: 'conducted',
  results: 'period',
};

/** Returns whether a number reaches a minimum. Numbers are comparable only in the same unit; of a range, the lower end counts. */
function reaches(text: string, least: string): boolean {
  const [value, wanted] = [amountOf(text), amountOf(least)];
  return value !== undefined && wanted !== undefined && value.unit === wanted.unit && value.amount >= wanted.amount;
}

function amountOf(text: string): { amount: number; unit: string | undefined } | undefined {
  const m = /^(-?[\d.]+)(?: to -?[\d.]+)?(?: ([\p{L}-]+))?$/u.exec(text);
  if (!m) return undefined;
  // CEUs and contact hours are the only units that are converted.
  return m[2] === 'CEU' ? { amount: Number(m[1]) * 10, unit: 'contact-hour' } : { amount: Number(m[1]), unit: m[2] };
}

/** Returns whether a date lies within a time before today. It does unless every day that it may mean is too old. */
function isWithin(text: string, duration: string, today: string): boolean {
  const day = dayOf(text);
  const span = amountOf(duration);
  const end = day && span?.unit !== undefined ? later(day, span.amount, span.unit) : undefined;
  return end !== undefined && !isPast(end, today);
}
