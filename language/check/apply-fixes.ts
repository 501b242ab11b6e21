/** Many fixes together, one after the other on the text as it then is, until nothing is left to do. */

import { applyEdits, type Edit, type Finding, type Fix } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import type { AnyBlock } from '../model/block.ts';
import { CredFile } from '../model/file.ts';
import { type Names, withFile } from '../model/scope.ts';
import { check } from './check.ts';

/** No program has more findings of this sort; a fix that brings its own finding back must not go on for ever. */
const ROUNDS = 200;

/** The files that change, each with its new text. */
export type FixedTexts = ReadonlyMap<string, string>;

/** The text with every safe fix applied. */
export const fixSafely = (file: CredFile, names: Names, host: Host): string =>
  fixWhile(
    file,
    names,
    host,
    fix => fix.safe && fix.in === undefined,
    () => true,
  ).get(file.uri) ?? file.text;

/**
 * The first fix of every finding applied, also those that an author should look at; none that is the author's to choose, and
 * of those in other files only where that one may be changed.
 */
export const fixEverything = (file: CredFile, names: Names, host: Host, mayChange: (uri: string) => boolean): FixedTexts =>
  fixWhile(
    file,
    names,
    host,
    fix => !fix.choice && (fix.in === undefined || mayChange(fix.in)),
    () => true,
  );

/**
 * The texts with all that the findings on one top-level block miss added, as holes, each at its place: the features of
 * its kind, or with `standard` what that standard still asks for.
 */
export function addMissing(file: CredFile, program: AnyBlock, names: Names, host: Host, standard?: string): FixedTexts {
  const index = file.root.children.indexOf(program as never);
  return fixWhile(
    file,
    names,
    host,
    fix => fix.adds === true,
    (finding, now) => finding.standard === standard && within(finding, now, index),
  );
}

/** The fixes that "add all" would apply to a program, as far as its findings show them now; of a standard's all, of others the first. */
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
  wants: (fix: Fix) => boolean,
  covers: (finding: Finding, now: CredFile) => boolean,
): FixedTexts {
  const changed = new Map<string, CredFile>();
  let around = names;
  const tried = new Map<string, number>();
  // The same fix of the same words again, which the text did not get shorter by: it did not help. Where it was put before them, their end tells.
  const helpedNot = (finding: Finding, fix: Fix, { text }: CredFile): boolean =>
    keysOf(finding, fix, now).some(key => (tried.get(key) ?? Number.POSITIVE_INFINITY) <= text.length);
  let now = file;
  for (let round = 0; round < ROUNDS; round++) {
    const next = check(now, around, host).findings.find(
      finding => covers(finding, now) && finding.fixes.some(fix => wants(fix) && !helpedNot(finding, fix, now)),
    );
    if (!next) break;
    const fix = next.fixes.find(one => wants(one) && !helpedNot(next, one, now))!;
    for (const key of keysOf(next, fix, now)) tried.set(key, now.text.length);
    const before = fix.in === undefined ? now : around.file?.(fix.in);
    const text = before && applyEdits(before.text, fix.edits());
    if (text === undefined || text === before?.text) continue;
    // Read anew: the file that the editor shows must keep its own tokens.
    const after = CredFile.read(before!.uri, text);
    changed.set(after.uri, after);
    around = [...changed.values()].reduce(withFile, names);
    if (fix.in === undefined) now = after;
  }
  return new Map([...changed].map(([uri, { text }]) => [uri, text]));
}

function keysOf({ rule, range }: Finding, { title }: Fix, { lines, text }: CredFile): readonly string[] {
  return [`${rule} ${title} ${lines.offset(range.start)}`, `${rule} ${title} -${text.length - lines.offset(range.start)}`];
}

function within(finding: Finding, file: CredFile, index: number): boolean {
  const block = file.root.children[index];
  if (!block) return false;
  const at = file.lines.offset(finding.range.start);
  const { start, end } = file.offsets(block.span);
  return at >= start && at < end;
}

/** The edits from one text to another: lines that were added, else the stretch that differs. */
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
