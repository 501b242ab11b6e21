/** Checks whole projects, on one thread or several; the result is the same. */
import { today } from '../../host/today.ts';
import { CONFIG, type ProjectFiles } from '../files/gather.ts';
import { sourceText } from '../files/source.ts';
import { saysAnything, unpack } from '../result/packed.ts';
import type { FileResult, PlainFinding } from '../result/result.ts';
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

/**
 * Checks the files of projects. Calls `tell` for each file, in order, as soon as it and all files before it are checked; then the file's
 * findings are let go. While a promise that `tell` has returned is open, no other file is told, and the threads wait before long.
 */
export async function checkEach(
  projects: readonly ProjectFiles[],
  options: CheckOptions,
  tell: (file: FileResult) => Promise<void> | undefined,
): Promise<void> {
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
  const queue = new OrderedOutcomes(
    projects,
    known ?? new Map(),
    (project, index, outcome) => {
      const file = resultOf(project, index, outcome);
      return file && tell(file);
    },
    () => countWritten(turns),
  );
  const take = (one: FileOutcomes[number]): void => {
    kept?.add(projects, one);
    queue.add(one);
  };
  const isKnown = files === 0 && known && known.size > 0 && !projects.some(({ config, unreadable }) => config || unreadable.length > 0);
  try {
    if (isKnown) queue.passOn();
    else if (threads.areWorth(files)) await threads.run({ ...task, turns }, files, take, done => progress?.(done, files), queue.failure);
    else
      await alone(
        task,
        one => {
          take(one);
          return queue.passed;
        },
        done => progress?.(done, files),
      );
    await queue.passed;
    kept?.keep(projects, known ?? new Map());
  } finally {
    kept?.abandon();
  }
}

/** Returns the day that a check of the projects stands for. */
export const asOfOf = (projects: readonly ProjectFiles[], asOf: string | undefined): string =>
  asOf ?? (projects.length === 1 ? projects[0]!.asOf : undefined) ?? today();

/** Checks on this thread. Waits before the next file while a promise of `take` is open. */
async function alone(
  task: CheckTask,
  take: (one: FileOutcomes[number]) => Promise<void> | undefined,
  progress: (done: number) => void,
): Promise<void> {
  let done = 0;
  for (const one of new (engine().FileChecker)(task).check()) {
    const waiting = take(one);
    progress(++done);
    if (waiting) await waiting;
  }
}

/** Receives outcomes in any order and passes them on in the order of the files, one after the other. */
class OrderedOutcomes {
  private readonly waiting = new Map<string, FileOutcome>();
  private readonly places: (readonly [project: number, file: number])[];
  private next = 0;
  /** Resolves when what could be passed on has been taken; `undefined` if nothing waits. It rejects if passing on fails. */
  passed: Promise<void> | undefined;
  /** Rejects if passing on fails after something has waited; resolves never. */
  readonly failure: Promise<never>;
  private fail: (error: unknown) => void = () => {};

  /** `pass` may return a promise; then the next outcome waits for it. `counted` is called for each outcome that was passed on, without those from the cache. */
  constructor(
    private readonly projects: readonly ProjectFiles[],
    private readonly known: ReadonlyMap<string, FileOutcomes[number]>,
    private readonly pass: (project: ProjectFiles, file: number, outcome: FileOutcome) => Promise<void> | undefined,
    private readonly counted: () => void,
  ) {
    this.places = projects.flatMap((project, p) => inOrder(project).map(file => [p, file] as const));
    this.failure = new Promise((_, reject) => {
      this.fail = reject;
    });
    this.failure.catch(() => {}); // Whoever awaits it gets the error.
  }

  add([project, file, outcome]: FileOutcomes[number]): void {
    this.waiting.set(`${project}:${file}`, outcome);
    if (!this.passed) this.passOn();
  }

  /** Passes on what is next, until an outcome is missing or the receiver is not ready. */
  passOn(): void {
    this.passed = undefined;
    for (; this.next < this.places.length; this.next++) {
      const [project, file] = this.places[this.next]!;
      const key = `${project}:${file}`;
      const outcome = this.waiting.get(key);
      const found = outcome ?? this.known.get(key)?.[2];
      if (!found) return;
      this.waiting.delete(key);
      const taken = this.pass(this.projects[project]!, file, found);
      if (taken) {
        this.next++;
        this.passed = taken.then(() => {
          if (outcome) this.counted();
          this.passOn();
          return this.passed;
        });
        this.passed.catch(this.fail);
        return;
      }
      if (outcome) this.counted();
    }
  }
}

/** Returns `undefined` for a `cred.json` without findings. */
function resultOf({ config, files, unreadable }: ProjectFiles, index: number, outcome: FileOutcome): FileResult | undefined {
  if (index === CONFIG) return saysAnything(outcome.findings) ? fileResult(config!, () => config!.text, outcome, true) : undefined;
  const source = files[index];
  return source ? fileResult(source, () => sourceText(source), outcome) : fileResult(unreadable[index - files.length]!, () => '', outcome);
}

function fileResult(
  { file, shown }: { file: string; shown: string },
  text: () => string,
  outcome: FileOutcome,
  isConfig = false,
): FileResult {
  const { findings: packed, names, asked, programs, holes } = outcome;
  let findings: readonly PlainFinding[] | undefined;
  let silenced: readonly PlainFinding[] | undefined;
  return {
    file,
    path: shown,
    get text() {
      return text();
    },
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
    isConfig,
  };
}
