/** Sentences that describe changes. */
import type { AnyBlock } from '../../model/block.ts';
import { listed } from '../../model/sentence.ts';
import { kindOf } from '../../vocabulary/kinds.ts';
import { type ComparedValue, distinction, isSame } from './sides.ts';
import { direction } from './size.ts';
import type { Wording } from './words.ts';

/** The length in characters beyond which a text's old and new values are not quoted. */
const LONG = 80;

export type ComparedValues = readonly ComparedValue[] | undefined;

/** Returns the sentence for a changed property. `block` is the block's name in a sentence, such as `the assessment "Final test"`. */
export function changed(block: string, key: string, wording: Wording, old: ComparedValues, now: ComparedValues): string {
  if ('is' in wording) return upper(ofTruth(block, wording.is, old, now));
  if ('does' in wording && stated(old) && stated(now)) {
    const { added, gone, stays } = difference(old, now);
    if (added.length + gone.length > 0) return upper(`${block} ${doing(wording.does, added, gone, stays)}.`);
  }
  const [noun, many] = 'does' in wording ? [wording.what, false] : [wording.the, wording.plural ?? false];
  return upper(ofValue(filled(noun, block, 'the' in wording), many, key, old, now));
}

/** Returns a phrase such as "now also measures A and no longer measures B". */
function doing(verb: string, added: readonly string[], gone: readonly string[], stays: boolean): string {
  const [first, rest] = verb.startsWith('is ') ? ['is ', verb.slice(3)] : ['', verb];
  const more = added.length > 0 && `${first}now ${stays ? 'also ' : ''}${rest} ${listed(added)}`;
  const less = gone.length > 0 && `${first}no longer ${rest} ${listed(gone, 'or')}`;
  return [more, less].filter(Boolean).join(' and ');
}

function ofTruth(block: string, predicate: string, old: ComparedValues, now: ComparedValues): string {
  const [was, is] = [truth(old), truth(now)];
  const whether = `whether ${block} ${predicate}`;
  const that = (yes: boolean): string => `${block} ${yes ? predicate : negated(predicate)}`;
  if (!old) return is === undefined ? `${whether} is still to be stated.` : `it is stated now that ${that(is)}.`;
  if (!now) return was === undefined ? `${whether} was open and is no longer mentioned.` : `it is no longer stated that ${that(was)}.`;
  if (is === undefined) return `${whether} is open again.`;
  if (was === undefined) return `it is known now that ${that(is)}.`;
  const [, be, rest] = /^(is )?(.*)$/.exec(predicate)!;
  return `${block} ${be ?? ''}${is ? 'now' : 'no longer'} ${rest}.`;
}

const truth = (values: ComparedValues): boolean | undefined => {
  const value = values?.[0]?.value;
  return typeof value === 'boolean' ? value : undefined;
};

/** Negates a predicate: "is proctored" gives "is not proctored", and "gives credit" gives "does not give credit". */
function negated(predicate: string): string {
  const [verb, ...rest] = predicate.split(' ');
  return verb === 'is' ? `is not ${rest.join(' ')}` : ['does not', verb === 'has' ? 'have' : verb!.slice(0, -1), ...rest].join(' ');
}

function ofValue(what: string, many: boolean, key: string, old: ComparedValues, now: ComparedValues): string {
  const [are, were, they] = many ? ['are', 'were', 'they'] : ['is', 'was', 'it'];
  const [from, to] = [words(old), words(now)];
  if (!old) return stated(now) ? `${what} ${are} stated now: ${to}.` : `${what} ${are} still to be stated.`;
  if (!now)
    return stated(old)
      ? `${what} ${are} no longer stated; ${they} ${were} ${from}.`
      : `${what} ${were} open and ${are} no longer mentioned.`;
  if (!stated(old)) return `${what} ${are} known now: ${to}.`;
  if (!stated(now)) return `${what} ${are} open again; ${they} ${were} ${from}.`;
  if (old.length > 1 || now.length > 1) {
    const { added, gone } = difference(old, now);
    if (added.length === 0 && gone.length === 0) return `${what} ${are} given in another order: ${to}.`;
    const include = many ? 'include' : 'includes';
    // The order of several lengths of time matters, so they are compared one by one.
    if (![...old, ...now].some(isQuantity))
      return `${what} ${[added.length > 0 && `now ${include} ${listed(added)}`, gone.length > 0 && `no longer ${include} ${listed(gone, 'or')}`].filter(Boolean).join(' and ')}.`;
  }
  if (from.length > LONG || to.length > LONG) return `${what} ${were} reworded; ${they} now ${many ? 'read' : 'reads'} ${to}.`;
  return `${what} ${moved(key, were, direction(old[0]?.value, now[0]?.value), old.length + now.length === 2)} from ${from} to ${to}.`;
}

function moved(key: string, were: string, way: number | undefined, single: boolean): string {
  if (way === undefined || !single) return `${were} changed`;
  if (key === 'passing-score') return way > 0 ? `${were} raised` : `${were} lowered`;
  return way > 0 ? 'went up' : 'went down';
}

const isQuantity = ({ value }: ComparedValue): boolean => typeof value === 'object' && value !== null && 'amount' in value;
const stated = (values: ComparedValues): values is readonly ComparedValue[] => values?.some(({ isHole }) => !isHole) ?? false;
const words = (values: ComparedValues): string => listed((values ?? []).map(one => one.words));

function difference(old: readonly ComparedValue[], now: readonly ComparedValue[]): { added: string[]; gone: string[]; stays: boolean } {
  const stays = now.filter(one => old.some(other => isSame(other, one)));
  return {
    added: now.filter(one => !stays.includes(one)).map(one => one.words),
    gone: old.filter(one => !now.some(other => isSame(one, other))).map(one => one.words),
    stays: stays.length > 0,
  };
}

/** Capitalizes a sentence and removes a second full stop after a quoted sentence. */
const upper = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1).replace(/([.!?]")\.$/, '$1');
// The replacement is a function, because a title may contain `$`.
const filled = (pattern: string, block: string, isNoun: boolean): string => `${isNoun ? 'the ' : ''}${pattern.split('%').join(block)}`;

/** Returns a kind with its article, such as "an assessment". */
export const calledOf = (block: AnyBlock): string => kindOf(block.kind)?.called ?? `a ${block.kind}`;
const bare = (block: AnyBlock): string => calledOf(block).replace(/^(an?|the) /, '');
const hasLabel = ({ name, title }: AnyBlock): boolean => name !== undefined || title !== undefined;

/** Returns a block's name in a sentence: `the assessment "CWT examination"`, or `the job analysis of "CWT"`. */
export function nameOf(block: AnyBlock, parent: AnyBlock | undefined): string {
  if (hasLabel(block)) return `the ${bare(block)} "${block.label}"`;
  return parent ? `the ${bare(block)} of "${parent.label}"${which(block, parent)}` : `a ${bare(block)} without a name`;
}

/** Returns a distinction such as ` (period: 2025)` if a block without a name is not the only one of its kind. */
function which(block: AnyBlock, parent: AnyBlock): string {
  const others = parent.children.filter(child => child.kind === block.kind).length > 1;
  const mark = others ? distinction(block) : undefined;
  return mark ? ` (${mark[0]}: ${mark[1]})` : '';
}

/** Returns the sentence for a block whose title has changed from `before`. */
export const renamed = (block: AnyBlock, before: string): string => `The ${bare(block)} "${before}" is now called "${block.title}".`;

/** Returns the sentence for a block that was added. */
export function came(block: AnyBlock, parent: AnyBlock | undefined): string {
  if (!parent) return upper(`${nameOf(block, parent)} is new.`);
  const mark = distinction(block);
  return hasLabel(block)
    ? `"${parent.label}" has a new ${bare(block)}, "${block.label}".`
    : `"${parent.label}" has a new ${bare(block)}${mark ? ` (${mark[0]}: ${mark[1]})` : ''}.`;
}

/** Returns the sentence for a block that was removed. */
export function went(block: AnyBlock, parent: AnyBlock | undefined): string {
  if (!parent) return upper(`${nameOf(block, parent)} is no longer described.`);
  return hasLabel(block)
    ? `"${parent.label}" no longer has the ${bare(block)} "${block.label}".`
    : `"${parent.label}" no longer has ${calledOf(block)}${which(block, parent)}.`;
}
