/** Applies many fixes in rounds. The fixes of a round do not depend on each other, and the rounds go on until no fix is left. */

import { applyEdits, type Edit, type Finding, type Fix } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import type { AnyBlock } from '../model/block.ts';
import { CredFile } from '../model/file.ts';
import { grouped } from '../model/grouped.ts';
import { type Names, withFile } from '../model/scope.ts';
import { check } from './check.ts';
import { FixBatch } from './fix-batch.ts';
import { TriedFixes } from './tried-fixes.ts';

/**
 * The number of rounds that apply only fixes that certainly do not depend on each other. Each further round applies twice as many of the
 * others, so that none is left, however long the text is.
 */
const CAREFUL_SAFE_ROUNDS = 20;
const CAREFUL_ROUNDS = 200;
/** The number of characters that careful rounds may read beyond the first of them, so that their time does not grow with the text squared. */
const CAREFUL_READING = 1_000_000;
/** The greatest number of further rounds. Doubling soon reaches all fixes, and the limit stops a fix that causes its own finding again. */
const FURTHER_ROUNDS = 30;

/** The new text of each changed file, by URI. */
export type FixedTexts = ReadonlyMap<string, string>;

/** Returns the text after all safe fixes. */
export const fixSafely = (file: CredFile, names: Names, host: Host): string =>
  fixWhile(
    file,
    names,
    host,
    CAREFUL_SAFE_ROUNDS,
    fix => fix.safe && fix.in === undefined,
    () => true,
  ).get(file.uri) ?? file.text;

/**
 * Applies the first fix of every finding, including unsafe ones, but none that the author must choose. Fixes in another file are applied
 * only if `mayChange` returns true for it.
 */
export const fixEverything = (file: CredFile, names: Names, host: Host, mayChange: (uri: string) => boolean): FixedTexts =>
  fixWhile(
    file,
    names,
    host,
    CAREFUL_ROUNDS,
    fix => !fix.choice && (fix.in === undefined || mayChange(fix.in)),
    () => true,
  );

/**
 * Adds, as holes, everything that the findings on one top-level block miss: the features of its kind or, with `standard`, what that
 * standard still needs. Returns the new texts.
 */
export function addMissing(file: CredFile, program: AnyBlock, names: Names, host: Host, standard?: string): FixedTexts {
  const index = file.root.children.indexOf(program as never);
  return fixWhile(
    file,
    names,
    host,
    CAREFUL_ROUNDS,
    fix => fix.adds === true,
    (finding, now) => finding.standard === standard && within(finding, now, index),
  );
}

/**
 * Returns the fixes that "add all" would apply to a program as its findings are now: all those of a standard, or the first of each other
 * finding.
 */
export const missingFixes = (file: CredFile, program: AnyBlock, findings: readonly Finding[], standard?: string): readonly Fix[] => {
  const index = file.root.children.indexOf(program as never);
  return findings
    .filter(finding => finding.standard === standard && within(finding, file, index))
    .flatMap(finding => finding.fixes.filter(fix => fix.adds).slice(0, standard === undefined ? 1 : undefined));
};

function fixWhile(
  file: CredFile,
  names: Names,
  host: Host,
  carefulRounds: number,
  wants: (fix: Fix) => boolean,
  covers: (finding: Finding, now: CredFile) => boolean,
): FixedTexts {
  const changed = new Map<string, CredFile>();
  const tried = new TriedFixes();
  let around = names;
  let now = file;
  let further = 0;
  for (let round = 0, reading = 0; further <= FURTHER_ROUNDS; round++, reading += now.text.length) {
    const isCareful = round < CAREFUL_SAFE_ROUNDS || (round < carefulRounds && reading < CAREFUL_READING);
    if (!isCareful) further++;
    const batch = new FixBatch(now, 2 ** further);
    let isIdle = true;
    for (const finding of check(now, around, host).findings) {
      const at = now.lines.offset(finding.range.start);
      if (batch.isClosed(at) || !covers(finding, now)) continue;
      const fix = finding.fixes.find(one => wants(one) && !tried.has(finding, one, at));
      if (!fix) continue;
      isIdle = false;
      const uri = fix.in ?? now.uri;
      const before = uri === now.uri ? now : around.file?.(uri);
      const edits = before ? fix.edits() : [];
      if (edits.some(edit => before!.text.slice(edit.start, edit.end) !== edit.text)) batch.take({ finding, fix, at, uri, edits });
      else tried.add(finding, fix, at);
    }
    if (isIdle) break;
    const here = batch.taken.filter(({ uri }) => uri === now.uri).flatMap(({ edits }) => edits);
    for (const { finding, fix, at, uri, edits } of batch.taken) if (uri !== now.uri || !shortens(edits)) tried.add(finding, fix, at);
    tried.move(here);
    for (const [uri, taken] of grouped(batch.taken, one => one.uri)) {
      const before = uri === now.uri ? now : around.file!(uri)!;
      // The text is read without the old tree, because the file that the editor shows must keep its tokens.
      const edits = taken.flatMap(one => one.edits);
      changed.set(uri, CredFile.read(uri, applyEdits(before.text, edits)));
    }
    around = [...changed.values()].reduce(withFile, names);
    now = changed.get(now.uri) ?? now;
  }
  return new Map([...changed].map(([uri, { text }]) => [uri, text]));
}

const shortens = (edits: readonly Edit[]): boolean => edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0) < 0;

function within(finding: Finding, file: CredFile, index: number): boolean {
  const block = file.root.children[index];
  if (!block) return false;
  const at = file.lines.offset(finding.range.start);
  const { start, end } = file.offsets(block.span);
  return at >= start && at < end;
}

/** Returns the edits from one text to another: the added lines, or else the range that differs. */
export function editsBetween(before: string, after: string): Edit[] {
  if (before === after) return [];
  const old = before.split(/(?<=\n)/);
  const edits: Edit[] = [];
  let i = 0;
  let at = 0;
  let added = '';
  for (const line of after.split(/(?<=\n)/)) {
    if (i < old.length && line === old[i]) {
      if (added) edits.push({ start: at, end: at, text: added });
      added = '';
      at += line.length;
      i++;
    } else added += line;
  }
  if (i === old.length) return added ? [...edits, { start: at, end: at, text: added }] : edits;
  let from = 0;
  while (from < before.length && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ start: from, end: before.length - tail, text: after.slice(from, after.length - tail) }];
}
