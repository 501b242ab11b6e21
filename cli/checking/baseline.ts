/** Manages baselines: files of findings that were accepted once, so that only new findings are reported. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../files/read.ts';
import { writeWhole } from '../files/write.ts';
import { fingerprintsOf } from '../result/fingerprint.ts';
import { type CheckRun, type FileResult, retold } from '../result/result.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { Refusal } from '../terminal/refusal.ts';

const VERSION = 1;

interface AcceptedFinding {
  /** The path relative to the baseline's folder, with forward slashes, so that the current folder does not matter. */
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** The message, for people who read the baseline. */
  readonly message: string;
}

interface Baseline {
  readonly version: typeof VERSION;
  readonly findings: readonly AcceptedFinding[];
}

/** A file that was checked. */
interface CheckedFile {
  readonly path: string;
  /** The fingerprints of its findings, in the same order. */
  readonly prints: readonly string[];
}

/** The file of a baseline. */
export interface BaselineFile {
  /** The absolute path. */
  readonly file: string;
  /** The path as it was given on the command line. */
  readonly shown: string;
}

/** Returns the file of a baseline from its path on the command line. */
export const baselineAt = (cli: Invocation, shown: string): BaselineFile => ({ file: cli.resolve(shown), shown });

/** Reads a baseline. Throws a {@link Refusal} if the file cannot be read or is not a baseline. */
function readBaseline({ file, shown }: BaselineFile): Baseline {
  if (!existsSync(file)) throw new Refusal(`There is no baseline "${shown}". Make it with --update-baseline.`);
  const text = readText(file, shown);
  try {
    const value = JSON.parse(text) as Baseline;
    const isOne = ({ path: of, fingerprint }: AcceptedFinding): boolean => typeof of === 'string' && typeof fingerprint === 'string';
    if (value.version === VERSION && value.findings.every(isOne)) return value;
  } catch {
    // The check below reports it.
  }
  throw new Refusal(`"${shown}" is not a baseline of this version of Cred. Name another file; with --update-baseline it is made.`);
}

/** Returns the result with new findings only, and the number of accepted findings that no longer occur. */
export function compare(result: CheckRun, baseline: BaselineFile): { readonly result: CheckRun; readonly gone: number } {
  const { findings } = readBaseline(baseline);
  const looked = new Map(result.files.map(one => [one, lookedAt(one, baseline.file)]));
  const { known, left } = matched([...looked.values()], findings, baseline.file);
  const fresh = retold(result, one => {
    const { path: of, prints } = looked.get(one)!;
    return one.findings.filter((_, i) => !known.get(of)?.has(prints[i]!));
  });
  return { result: fresh, gone: findings.length - left.length };
}

/**
 * Accepts the current findings. Entries of an older baseline stay if their files were not checked but still exist. Returns how many
 * entries were added, how many are gone, and how many there are.
 */
export function updateBaseline(baseline: BaselineFile, result: CheckRun): { added: number; gone: number; total: number } {
  const { file, shown } = baseline;
  const before = existsSync(file) ? readBaseline(baseline).findings : [];
  const looked = result.files.map(one => lookedAt(one, file));
  const { known, left } = matched(looked, before, file);
  const now = result.files.flatMap((one, f) => {
    const { path: of, prints } = looked[f]!;
    return one.findings.map(({ rule, message }, i): AcceptedFinding => ({ path: of, rule, fingerprint: prints[i]!, message }));
  });
  const names = new Set(looked.map(one => one.path));
  const unseen = left.filter(one => !names.has(one.path));
  const all = [...unseen, ...now].sort((a, b) => order(a.path, b.path) || order(a.rule, b.rule) || order(a.fingerprint, b.fingerprint));
  writeWhole(file, `${JSON.stringify({ version: VERSION, findings: all } satisfies Baseline, undefined, 2)}\n`, shown);
  const added = now.filter(one => !known.get(one.path)?.has(one.fingerprint)).length;
  return { added, gone: before.length - left.length, total: all.length };
}

const lookedAt = ({ file, text, findings }: FileResult, baseline: string): CheckedFile => ({
  path: path.relative(path.dirname(baseline), file).replaceAll('\\', '/'),
  prints: fingerprintsOf({ path: '', text }, findings),
});

/**
 * Matches the accepted findings of each checked file with its current ones. Returns the matches, and the entries that remain, under the
 * current names of their files.
 */
function matched(looked: readonly CheckedFile[], accepted: readonly AcceptedFinding[], baseline: string) {
  const isThere = (of: string): boolean => existsSync(path.resolve(path.dirname(baseline), of));
  const renamed = renames(looked, accepted, isThere);
  const now = accepted.map(one => ({ ...one, path: renamed.get(one.path) ?? one.path }));
  const known = printsByPath(now);
  const prints = new Map(looked.map(one => [one.path, new Set(one.prints)]));
  const left = now.filter(({ path: of, fingerprint }) => prints.get(of)?.has(fingerprint) ?? isThere(of));
  return { known, left };
}

/**
 * Returns new file names by old ones. If a file is gone, its new name is the file that has most of its accepted findings, and at least
 * half of them.
 */
function renames(
  looked: readonly CheckedFile[],
  accepted: readonly AcceptedFinding[],
  isThere: (path: string) => boolean,
): Map<string, string> {
  const known = printsByPath(accepted);
  const fresh = new Map(looked.filter(one => !known.has(one.path)).map(one => [one.path, one.prints]));
  const renamed = new Map<string, string>();
  if (fresh.size === 0) return renamed;
  for (const [old, prints] of known) {
    if (isThere(old)) continue;
    const shared = [...fresh].map(([of, its]) => ({ of, count: its.filter(print => prints.has(print)).length }));
    const best = shared.reduce((a, b) => (b.count > a.count ? b : a), { of: '', count: 0 });
    if (best.count === 0 || best.count * 2 < prints.size) continue;
    renamed.set(old, best.of);
    fresh.delete(best.of);
  }
  return renamed;
}

function printsByPath(accepted: readonly AcceptedFinding[]): Map<string, Set<string>> {
  const prints = new Map<string, Set<string>>();
  for (const { path: of, fingerprint } of accepted) prints.set(of, (prints.get(of) ?? new Set()).add(fingerprint));
  return prints;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
