/** Checks whole projects, on one thread or on several; what is said is the same. */
import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { today } from '../server/today.ts';
import { CONFIG, type ProjectFiles } from './files.ts';
import { ENGINE, engine } from './load-engine.ts';
import type { Outcome, Task, Told } from './part.ts';
import type { CheckResult, FileResult, PlainFinding } from './result.ts';

/** Fewer files than this are checked sooner than threads are started; one core is left to the collection of what they no longer need. */
const WORTH_THREADS = 200;

export async function checkProjects(projects: readonly ProjectFiles[], asOf: string | undefined, jobs?: number): Promise<CheckResult> {
  const files = projects.reduce((sum, project) => sum + project.files.filter(file => file.reported).length, 0);
  const parts = Math.max(1, Math.min(jobs ?? (files < WORTH_THREADS ? 1 : Math.max(1, os.availableParallelism() - 1)), files));
  const task = { projects, asOf, today: today(), parts };
  return resultOf(projects, asOf, parts === 1 ? alone({ ...task, part: 0 }) : await together(task));
}

function alone(task: Task): Told<Outcome> {
  return new (engine().Part)(task).check();
}

async function together(task: Omit<Task, 'part'>): Promise<Told<Outcome>> {
  const workers = Array.from(
    { length: task.parts },
    (_, part) => new Worker(ENGINE, { workerData: { ...task, part } satisfies Task, resourceLimits: { maxYoungGenerationSizeMb: 64 } }),
  );
  try {
    return (await Promise.all(workers.map(worker => answer<Told<Outcome>>(worker)))).flat();
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

const answer = <T>(worker: Worker): Promise<T> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });

function resultOf(projects: readonly ProjectFiles[], asOf: string | undefined, told: Told<Outcome>): CheckResult {
  const outcomes = new Map(told.map(([project, file, outcome]) => [`${project}:${file}`, outcome]));
  const files: FileResult[] = [];
  const sum = { programs: 0, holes: 0 };
  projects.forEach((project, p) => {
    const config = outcomes.get(`${p}:${CONFIG}`);
    if (project.config && config && config.findings.length > 0)
      files.push({ path: project.config.shown, text: project.config.text, findings: config.findings });
    project.files.forEach(({ shown, text }, f) => {
      const outcome = outcomes.get(`${p}:${f}`);
      if (!outcome) return;
      files.push({ path: shown, text, findings: outcome.findings });
      sum.programs += outcome.programs;
      sum.holes += outcome.holes;
    });
  });
  const count = (severity: PlainFinding['severity']): number =>
    files.reduce((n, file) => n + file.findings.filter(one => one.severity === severity).length, 0);
  return {
    asOf: asOf ?? (projects.length === 1 ? projects[0]!.asOf : undefined) ?? today(),
    files,
    summary: {
      files: told.filter(([, file]) => file !== CONFIG).length,
      programs: sum.programs,
      errors: count('error'),
      warnings: count('warning'),
      information: count('information'),
      holes: sum.holes,
    },
  };
}
