/** The past and due dates of a program, and of its owner's work for it, in order. */

import type { AnyBlock } from '../model/block.ts';
import { dayOf, later } from '../model/day.ts';
import { entry } from '../model/entry.ts';
import type { BlockFacts } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import type { Day } from '../model/values.ts';
import { isProgramKind, kindOf } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';
import { type BlockView, viewOfBlock, viewOfFacts } from './judging/block-view.ts';
import type { FilePlace } from './judging/readiness.ts';
import type { DatedEvent } from './standing/standing.ts';
import { AGAIN, DATES, type Dated } from './timeline-dates.ts';

/** A block with its values, from this file or from an owner in another file. */
interface TimelineBlock extends Dated {
  readonly view: BlockView;
  readonly inner: readonly TimelineBlock[];
}

/** The owner's blocks whose dates belong to the timelines of its programs. */
const OF_OWNER: ReadonlySet<string> = new Set(['policy', 'evaluation']);

/** Returns the dated events of a program, in order. `today` is `YYYY-MM-DD`. */
export function timelineOf(program: Program, owner: BlockFacts | undefined, file: CredFile, today: string): readonly DatedEvent[] {
  const own = nodeOfBlock(program, viewOfBlock(program, file));
  const nodes = [own, ...all(own.inner)];
  const ofOwner = owner && nodeOfFacts(owner, viewOfFacts(owner)).inner.filter(({ kind }) => OF_OWNER.has(kind));
  const events = [...nodes, ...(ofOwner ?? [])].flatMap(node => eventsOf(node, [...nodes, ...(ofOwner ?? [])], today));
  // A retired program has no more due dates.
  const kept = own.said('status') === 'retired' ? events.filter(({ state }) => state === 'done') : events;
  return kept.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
}

const all = (nodes: readonly TimelineBlock[]): readonly TimelineBlock[] => nodes.flatMap(node => [node, ...all(node.inner)]);

function eventsOf(node: TimelineBlock, among: readonly TimelineBlock[], today: string): DatedEvent[] {
  const events: DatedEvent[] = [];
  for (const [key, { what, due, newest, settled }] of Object.entries(entry(DATES, node.kind) ?? {})) {
    const found = dateOf(node, key);
    if (!found) continue;
    // A later study replaces an older one, which is then no longer due.
    const older = newest !== undefined && !isNewest(node, among, newest, ['conducted']);
    // A milestone that was reached is one event, on the day when it was reached.
    if (older || (node.kind === 'milestone' && key === 'due' && settled?.(node))) continue;
    const { day, at } = found;
    // A date lies in the past only if every day that it may mean does.
    const past = day.to < today;
    const state = !due ? (day.from <= today ? 'done' : 'due') : !past ? 'due' : settled?.(node) ? 'done' : 'overdue';
    events.push(eventOf(what(node), day, state, at));
  }
  const again = entry(AGAIN, node.kind);
  const every = again && node.view.words(again.every)[0];
  const since = again?.since.map(key => dateOf(node, key)).find(one => one !== undefined);
  if (again && every?.text && since && (!again.newest || isNewest(node, among, again.newest, again.since))) {
    const [amount, unit] = every.text.split(' ');
    const day = later(since.day, Number(amount), unit ?? '');
    if (day) events.push(eventOf(again.what(node), day, day.to < today ? 'overdue' : 'due', every.at()));
  }
  return events;
}

const eventOf = (what: string, { text, from, to }: Day, state: DatedEvent['state'], at: FilePlace): DatedEvent => ({
  what,
  date: text,
  from,
  to,
  state,
  at,
});

function isNewest(node: TimelineBlock, among: readonly TimelineBlock[], apart: (of: Dated) => string, keys: readonly string[]): boolean {
  const date = (one: TimelineBlock): string => keys.map(key => dateOf(one, key)?.day.from).find(from => from !== undefined) ?? '';
  return !among.some(other => other !== node && other.kind === node.kind && apart(other) === apart(node) && date(other) > date(node));
}

function dateOf({ view }: TimelineBlock, key: string): { day: Day; at: FilePlace } | undefined {
  const word = view.words(key)[0];
  const day = word?.text === undefined ? undefined : dayOf(word.text);
  return word && day && { day, at: word.at() };
}

function nodeOfBlock(block: AnyBlock, view: BlockView, within?: AnyBlock): TimelineBlock {
  return node(block.kind, block.title || block.name, view, within && (within.title || within.name), () =>
    block.children.map((child, i) => nodeOfBlock(child, view.inner[i]!, isProgramKind(block.kind) ? undefined : block)),
  );
}

const nodeOfFacts = (part: BlockFacts, view: BlockView): TimelineBlock =>
  node(part.kind, part.title || part.name, view, undefined, () => part.parts.map((child, i) => nodeOfFacts(child, view.inner[i]!)));

function node(
  kind: string,
  title: string | undefined,
  view: BlockView,
  within: string | undefined,
  inner: () => readonly TimelineBlock[],
): TimelineBlock {
  return {
    kind,
    called: title ? `"${title}"` : the(kind),
    within: within ? `"${within}"` : undefined,
    view,
    said: key => view.words(key)[0]?.text,
    inner: inner(),
  };
}

/** Returns a kind with its article, such as "The job analysis". */
const the = (kind: string): string => (kindOf(kind)?.called ?? kind).replace(/^an? /, 'The ');
