/** Checks whole projects, on one thread or several; the result is the same. */
import { today } from '../../host/today.ts';
import { CONFIG, type ProjectFiles } from '../files/gather.ts';
import { saysAnything, unpack } from '../result/packed.ts';
import { type CheckRun, type FileResult, NOTHING_CHECKED, type PlainFinding, withFile } from '../result/result.ts';
import { engine } from './bundles.ts';
import { Cache, type CacheOptions } from './cache.ts';
import type { CheckTask, FileOutcome, FileOutcomes } from './file-checker.ts';
import { inOrder } from './order.ts';
import { Threads } from './threads.ts';
import { countWritten, sharedTurns } from './work-queue.ts';

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

/** The result of a check without its files. */
export type CheckSums = Pick<CheckRun, 'asOf' | 'summary'>;

/** Checks the files of projects and returns the findings of each file. */
export async function checkProjects(projects: readonly ProjectFiles[], options: CheckOptions): Promise<CheckRun> {
  const files: FileResult[] = [];
  const sums = await checkEach(projects, options, file => void files.push(file));
  return { ...sums, files };
}

/** Checks the files of projects. Calls `tell` for each file, in order, as soon as it and all files before it are checked; then the file's findings are let go. */
export async function checkEach(
  projects: readonly ProjectFiles[],
  options: CheckOptions,
  tell: (file: FileResult) => void,
): Promise<CheckSums> {
  const { asOf, threads = new Threads(), edits, progress, cache, pretty } = options;
  const kept = cache && new Cache(cache, { asOf: asOf ?? '', today: today(), edits: edits ?? false }, pretty?.colours ?? false);
  const known = kept?.known(projects);
  const files = projects.reduce((sum, project) => sum + project.files.filter(file => file.reported).length, 0) - (known?.size ?? 0);
  const turns = sharedTurns();
  const task: CheckTask = {
    projects,
    asOf,
    today: today(),
    edits: edits ?? false,
    grounds: Boolean(cache),
    ...(pretty && { pretty }),
    ...(known && { known: new Set(known.keys()) }),
  };
  const all: FileOutcomes[number][] = [...(known?.values() ?? [])];
  let summary = NOTHING_CHECKED;
  const queue = new OrderedOutcomes(projects, known ?? new Map(), (project, index, outcome) => {
    const file = resultOf(project, index, outcome);
    if (!file) return;
    summary = withFile(summary, file);
    tell(file);
  });
  const heard = (one: FileOutcomes[number]): void => {
    if (kept) all.push(one);
    for (let count = queue.add(one); count > 0; count--) countWritten(turns);
  };
  const isKnown = files === 0 && known && known.size > 0 && !projects.some(({ config, unreadable }) => config || unreadable.length > 0);
  if (isKnown) queue.flush();
  else if (threads.areWorth(files)) await threads.run({ ...task, turns }, files, heard, done => progress?.(done, files));
  else alone(task, heard, done => progress?.(done, files));
  kept?.keep(projects, all, known?.size ?? 0);
  return { asOf: asOfOf(projects, asOf), summary };
}

/** Returns the day that a check of the projects stands for. */
export const asOfOf = (projects: readonly ProjectFiles[], asOf: string | undefined): string =>
  asOf ?? (projects.length === 1 ? projects[0]!.asOf : undefined) ?? today();

function alone(task: CheckTask, heard: (one: FileOutcomes[number]) => void, progress: (done: number) => void): void {
  let done = 0;
  for (const one of new (engine().FileChecker)(task).check()) {
    heard(one);
    progress(++done);
  }
}

/** Receives outcomes in any order and passes them on in the order of the files. */
class OrderedOutcomes {
  private readonly waiting = new Map<string, FileOutcome>();
  private readonly places: (readonly [project: number, file: number])[];
  private next = 0;

  constructor(
    private readonly projects: readonly ProjectFiles[],
    private readonly known: ReadonlyMap<string, FileOutcomes[number]>,
    private readonly pass: (project: ProjectFiles, file: number, outcome: FileOutcome) => void,
  ) {
    this.places = projects.flatMap((project, p) => inOrder(project).map(file => [p, file] as const));
  }

  /** Adds an outcome. Returns how many outcomes were passed on, without those from the cache. */
  add([project, file, outcome]: FileOutcomes[number]): number {
    this.waiting.set(`${project}:${file}`, outcome);
    return this.flush();
  }

  flush(): number {
    let count = 0;
    for (; this.next < this.places.length; this.next++) {
      const [project, file] = this.places[this.next]!;
      const key = `${project}:${file}`;
      const outcome = this.waiting.get(key);
      if (outcome) {
        this.waiting.delete(key);
        count++;
      }
      const told = outcome ?? this.known.get(key)?.[2];
      if (!told) break;
      this.pass(this.projects[project]!, file, told);
    }
    return count;
  }
}

/** Returns `undefined` for a `cred.json` without findings. */
function resultOf({ config, files, unreadable }: ProjectFiles, index: number, outcome: FileOutcome): FileResult | undefined {
  if (index === CONFIG) return saysAnything(outcome.findings) ? { ...fileResult(config!, outcome), isConfig: true } : undefined;
  return fileResult(files[index] ?? { ...unreadable[index - files.length]!, text: '' }, outcome);
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
