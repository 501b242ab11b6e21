/** Manages baselines: files of findings that were accepted once, so that only new findings are reported. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../host/refusal.ts';
import { grouped } from '../../language/model/grouped.ts';
import { readText } from '../files/read.ts';
import { writeWhole } from '../files/write.ts';
import { fingerprintsOf } from '../result/fingerprint.ts';
import { type CheckRun, type FileResult, summaryOf, withFindings } from '../result/result.ts';
import type { Invocation } from '../terminal/invocation.ts';

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

/** Compares files with a baseline, one after the other, and leaves out the findings that it accepts. */
export class BaselineComparison {
  private readonly accepted: readonly AcceptedFinding[];
  private readonly matches: AcceptedMatches;
  /** Whether all files must be looked at before the first is shown, because an accepted file is gone and may have a new name. */
  readonly needsAll: boolean;
  private readonly looked: CheckedFile[] = [];

  /** Throws a {@link Refusal} if the file cannot be read or is not a baseline. */
  constructor(private readonly baseline: BaselineFile) {
    this.accepted = readBaseline(baseline).findings;
    this.matches = new AcceptedMatches(this.accepted, baseline.file);
    this.needsAll = this.matches.gonePaths.length > 0;
  }

  /** Takes note of a file. If {@link needsAll}, this is called for all files before {@link fresh}. */
  look(file: FileResult): void {
    this.looked.push(lookedAt(file, this.baseline.file));
  }

  /** Finds the new names of files that are gone, after all files were looked at. */
  settle(): void {
    this.matches.rename(this.looked);
    this.looked.length = 0;
  }

  /** Returns the file with new findings only. */
  fresh(file: FileResult): FileResult {
    const looked = lookedAt(file, this.baseline.file);
    const known = this.matches.take(looked);
    return withFindings(
      file,
      file.findings.filter((_, i) => !known.has(looked.prints[i]!)),
    );
  }

  /** The number of accepted findings that no longer occur, after the last file. */
  get gone(): number {
    return this.accepted.length - this.matches.left().length;
  }
}

/** Collects the current findings to accept them. */
export class BaselineUpdate {
  private readonly now: AcceptedFinding[] = [];
  private readonly looked: CheckedFile[] = [];

  constructor(private readonly baseline: BaselineFile) {}

  /** Accepts all findings of a file, and returns it without them. */
  accept(file: FileResult): FileResult {
    const looked = lookedAt(file, this.baseline.file);
    this.looked.push(looked);
    for (const [i, { rule, message }] of file.findings.entries())
      this.now.push({ path: looked.path, rule, fingerprint: looked.prints[i]!, message });
    return withFindings(file, []);
  }

  /**
   * Writes the baseline. Entries of an older one stay if their files were not checked but still exist. Returns how many entries were added,
   * how many are gone, and how many there are. Throws a {@link Refusal}.
   */
  write(): { added: number; gone: number; total: number } {
    const { file, shown } = this.baseline;
    const before = existsSync(file) ? readBaseline(this.baseline).findings : [];
    const matches = new AcceptedMatches(before, file);
    matches.rename(this.looked);
    const known = new Map(this.looked.map(one => [one.path, matches.take(one)]));
    const left = matches.left();
    const unseen = left.filter(one => !known.has(one.path));
    const all = [...unseen, ...this.now].sort(
      (a, b) => order(a.path, b.path) || order(a.rule, b.rule) || order(a.fingerprint, b.fingerprint),
    );
    writeWhole(file, `${JSON.stringify({ version: VERSION, findings: all } satisfies Baseline, undefined, 2)}\n`, shown);
    const added = this.now.filter(one => !known.get(one.path)?.has(one.fingerprint)).length;
    return { added, gone: before.length - left.length, total: all.length };
  }
}

/** Returns the result with new findings only, and the number of accepted findings that no longer occur. */
export function compare(result: CheckRun, baseline: BaselineFile): { readonly result: CheckRun; readonly gone: number } {
  const comparison = new BaselineComparison(baseline);
  for (const file of result.files) comparison.look(file);
  comparison.settle();
  const files = result.files.map(file => comparison.fresh(file));
  return { result: { ...result, files, summary: summaryOf(files) }, gone: comparison.gone };
}

const lookedAt = ({ file, text, findings }: FileResult, baseline: string): CheckedFile => ({
  path: path.relative(path.dirname(baseline), file).replaceAll('\\', '/'),
  prints: fingerprintsOf({ path: '', text }, findings),
});

/** Matches accepted findings with those of checked files. */
class AcceptedMatches {
  private readonly byPath: Map<string, AcceptedFinding[]>;
  private readonly current: AcceptedFinding[] = [];
  private readonly seen = new Set<string>();
  /** The accepted files that are not on the disk any more. */
  readonly gonePaths: readonly string[];

  constructor(
    accepted: readonly AcceptedFinding[],
    private readonly baseline: string,
  ) {
    this.byPath = grouped(accepted, one => one.path);
    this.gonePaths = [...this.byPath.keys()].filter(of => !this.isThere(of));
  }

  private isThere(of: string): boolean {
    return existsSync(path.resolve(path.dirname(this.baseline), of));
  }

  /** Gives the accepted findings of files that are gone to the files that have most of them. */
  rename(looked: readonly CheckedFile[]): void {
    for (const [old, now] of renames(looked, this.byPath, this.gonePaths)) {
      const moved = this.byPath.get(old)!.map(one => ({ ...one, path: now }));
      this.byPath.delete(old);
      this.byPath.set(now, moved);
    }
  }

  /** Takes note of a checked file and returns the accepted fingerprints of it. */
  take({ path: of, prints }: CheckedFile): ReadonlySet<string> {
    const now = new Set(prints);
    const accepted = this.byPath.get(of) ?? [];
    this.seen.add(of);
    for (const one of accepted) if (now.has(one.fingerprint)) this.current.push(one);
    return new Set(accepted.map(one => one.fingerprint));
  }

  /** Returns the accepted findings that occur, and those of files that were not checked but still exist, under their current names. */
  left(): readonly AcceptedFinding[] {
    const unseen = [...this.byPath].filter(([of]) => !this.seen.has(of) && this.isThere(of));
    return [...this.current, ...unseen.flatMap(([, findings]) => findings)];
  }
}

/**
 * Returns new file names by old ones. If a file is gone, its new name is the file that has most of its accepted findings, and at least
 * half of them.
 */
function renames(
  looked: readonly CheckedFile[],
  known: ReadonlyMap<string, readonly AcceptedFinding[]>,
  gone: readonly string[],
): Map<string, string> {
  const fresh = new Map(looked.filter(one => !known.has(one.path)).map(one => [one.path, one.prints]));
  const renamed = new Map<string, string>();
  for (const old of gone) {
    if (fresh.size === 0) break;
    const prints = new Set(known.get(old)!.map(one => one.fingerprint));
    const shared = [...fresh].map(([of, its]) => ({ of, count: its.filter(print => prints.has(print)).length }));
    const best = shared.reduce((a, b) => (b.count > a.count ? b : a), { of: '', count: 0 });
    if (best.count === 0 || best.count * 2 < prints.size) continue;
    renamed.set(old, best.of);
    fresh.delete(best.of);
  }
  return renamed;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
