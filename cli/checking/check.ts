/** Checks whole projects, on one thread or several; the result is the same. */
import { today } from '../../host/today.ts';
import { CONFIG, type ProjectFiles } from '../files/gather.ts';
import { saysAnything, unpack } from '../result/packed.ts';
import { type CheckRun, type FileResult, type PlainFinding, summaryOf } from '../result/result.ts';
import { engine } from './bundles.ts';
import { Cache, type CacheOptions } from './cache.ts';
import type { CheckTask, FileOutcome, FileOutcomes } from './file-checker.ts';
import { Threads } from './threads.ts';

/** How to check. */
export interface CheckOptions {
  readonly asOf: string | undefined;
  /** Threads that may have been started already. */
  readonly threads?: Threads;
  /** Whether an output format shows the edits of fixes. */
  readonly edits?: boolean;
  /** Set if only a terminal shows the findings; then they are returned as terminal text only, except in the cache. */
  readonly pretty?: { readonly colours: boolean } | undefined;
  /** The cache to use, if any. */
  readonly cache?: CacheOptions | undefined;
  /** Called now and then with the number of checked files and the number of all files. */
  readonly progress?: (done: number, of: number) => void;
}

/** Checks the files of projects and returns the findings of each file. */
export async function checkProjects(
  projects: readonly ProjectFiles[],
  { asOf, threads = new Threads(), edits, progress, cache, pretty }: CheckOptions,
): Promise<CheckRun> {
  const kept = cache && new Cache(cache, { asOf: asOf ?? '', today: today(), edits: edits ?? false }, pretty?.colours ?? false);
  const known = kept?.known(projects);
  const files = projects.reduce((sum, project) => sum + project.files.filter(file => file.reported).length, 0) - (known?.size ?? 0);
  const task = {
    projects,
    asOf,
    today: today(),
    edits: edits ?? false,
    grounds: Boolean(cache),
    ...(pretty && { pretty }),
    ...(known && { known: new Set(known.keys()) }),
  };
  const told =
    files === 0 && known && known.size > 0 && !projects.some(({ config, unreadable }) => config || unreadable.length > 0)
      ? []
      : threads.areWorth(files)
        ? await threads.run<FileOutcomes[number]>(task, files, done => progress?.(done, files))
        : alone(task, done => progress?.(done, files));
  const all = known ? [...known.values(), ...told] : told;
  kept?.keep(projects, all, known?.size ?? 0);
  return resultOf(projects, asOf, all);
}

function alone(task: CheckTask, progress: (done: number) => void): FileOutcomes {
  const told = [];
  for (const one of new (engine().FileChecker)(task).check()) progress(told.push(one));
  return told;
}

function resultOf(projects: readonly ProjectFiles[], asOf: string | undefined, told: FileOutcomes): CheckRun {
  const outcomes = new Map(told.map(([project, file, outcome]) => [`${project}:${file}`, outcome]));
  const files: FileResult[] = [];
  projects.forEach((project, p) => {
    const config = outcomes.get(`${p}:${CONFIG}`);
    if (project.config && config && saysAnything(config.findings)) files.push({ ...fileResult(project.config, config), isConfig: true });
    const all = [...project.files, ...project.unreadable.map(one => ({ ...one, text: '' }))].map((file, f) => ({ file, f }));
    if (project.unreadable.length > 0) all.sort((a, b) => (a.file.file < b.file.file ? -1 : 1));
    for (const { file, f } of all) {
      const outcome = outcomes.get(`${p}:${f}`);
      if (outcome) files.push(fileResult(file, outcome));
    }
  });
  return {
    asOf: asOf ?? (projects.length === 1 ? projects[0]!.asOf : undefined) ?? today(),
    files,
    summary: summaryOf(files),
  };
}

function fileResult({ file, shown, text }: { file: string; shown: string; text: string }, outcome: FileOutcome): FileResult {
  const { findings: packed, names, asked, programs, holes } = outcome;
  let findings: readonly PlainFinding[] | undefined;
  let silenced: readonly PlainFinding[] | undefined;
  return {
    file,
    path: shown,
    text,
    packed,
    get findings() {
      return (findings ??= unpack(packed));
    },
    get silenced() {
      return (silenced ??= unpack(outcome.silenced));
    },
    names,
    asked,
    programs,
    holes,
    isConfig: false,
  };
}
