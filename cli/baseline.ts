/** A baseline: findings that were accepted once, so that only new ones are told. */
import { existsSync } from 'node:fs';
import { fingerprintsOf } from './fingerprint.ts';
import { readText } from './read.ts';
import { type CheckResult, type FileResult, retold } from './result.ts';
import { writeWhole } from './write.ts';

const VERSION = 1;

interface Accepted {
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** For people who read the file. */
  readonly message: string;
}

interface Baseline {
  readonly version: typeof VERSION;
  readonly findings: readonly Accepted[];
}

export interface Compared {
  /** What is new. */
  readonly result: CheckResult;
  /** Accepted findings that are no longer there. */
  readonly gone: number;
  readonly accepted: number;
}

/** Throws with a plain message where the file cannot be read or is no baseline. */
export function readBaseline(file: string): Baseline {
  if (!existsSync(file)) throw new Error(`There is no baseline "${file}". Make it with --update-baseline.`);
  const text = readText(file, file);
  try {
    const value = JSON.parse(text) as Baseline;
    if (value.version === VERSION && Array.isArray(value.findings) && value.findings.every(one => typeof one?.fingerprint === 'string'))
      return value;
  } catch {
    // said below
  }
  throw new Error(`"${file}" is not a baseline of this version of Cred. Make it anew with --update-baseline.`);
}

export function compare(result: CheckResult, { findings }: Baseline): Compared {
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  const here = new Set<string>();
  const fresh = retold(result, file => {
    const prints = fingerprintsOf(file, file.findings);
    for (const print of prints) here.add(print);
    return file.findings.filter((_, i) => !known.has(prints[i]!));
  });
  const looked = new Set(result.files.map(({ path }) => path));
  const gone = findings.filter(({ path, fingerprint }) => looked.has(path) && !here.has(fingerprint)).length;
  return { result: fresh, gone, accepted: known.size - gone };
}

/** Accepts what is found now. What an older baseline says of files that were not looked at stays; `exists` tells which of them are still there. */
export function updateBaseline(
  file: string,
  result: CheckResult,
  exists: (path: string) => boolean,
): { added: number; gone: number; total: number } {
  const before = existsSync(file) ? readBaseline(file).findings : [];
  const looked = new Set(result.files.map(({ path }) => path));
  const now = result.files.flatMap(acceptedOf);
  const kept = before.filter(({ path }) => !looked.has(path) && exists(path));
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const added = now.filter(({ fingerprint }) => !known.has(fingerprint)).length;
  const all = [...kept, ...now].sort((a, b) => order(a.path, b.path) || order(a.rule, b.rule) || order(a.fingerprint, b.fingerprint));
  writeWhole(file, `${JSON.stringify({ version: VERSION, findings: all } satisfies Baseline, undefined, 2)}\n`);
  return { added, gone: before.length - (all.length - added), total: all.length };
}

function acceptedOf(file: FileResult): Accepted[] {
  const prints = fingerprintsOf(file, file.findings);
  return file.findings.map(({ rule, message }, i) => ({ path: file.path, rule, fingerprint: prints[i]!, message }));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
