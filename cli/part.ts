/** The files that one thread looks after: first it reads them and tells their names, then it checks them knowing everyone's. */
import { pathToFileURL } from 'node:url';
import { check } from '../language/findings/check.ts';
import type { Finding } from '../language/findings/finding.ts';
import type { Named } from '../language/model/facts.ts';
import { CredFile } from '../language/model/file.ts';
import { holesOf } from '../language/project/project.ts';
import type { ProjectFiles } from './files.ts';
import { nodeHost } from './host.ts';
import { LazyNames } from './names.ts';
import type { PlainFinding } from './result.ts';

/** All that a thread is told at its start. */
export interface Task {
  readonly projects: readonly ProjectFiles[];
  readonly today: string;
  readonly part: number;
  readonly parts: number;
}

/** By project and file: what a part knows of its own files. */
export type Told<T> = readonly (readonly [project: number, file: number, what: T])[];

export interface Outcome {
  readonly findings: readonly PlainFinding[];
  readonly programs: number;
  readonly holes: number;
}

export class Part {
  private readonly own: (readonly [project: number, file: number, understood: CredFile])[] = [];

  constructor(private readonly task: Task) {
    let turn = 0;
    task.projects.forEach(({ files }, project) => {
      files.forEach(({ file, text, reported }, index) => {
        if (reported && turn++ % task.parts === task.part) this.own.push([project, index, CredFile.read(uriOf(file), text)]);
      });
    });
  }

  names(): Told<readonly Named[]> {
    return this.own.map(([project, file, understood]) => [project, file, understood.names]);
  }

  check(others: Told<readonly Named[]>): Told<Outcome> {
    const lenders = this.task.projects.map(({ files }) =>
      files.map(({ file, text }) => ({ uri: uriOf(file), text, names: undefined as readonly Named[] | undefined })),
    );
    for (const [project, file, names] of others) lenders[project]![file]!.names = names;
    // Its own names are those that its own files know again.
    for (const [project, file, understood] of this.own) lenders[project]![file]!.names = understood.names;
    const names = lenders.map(all => new LazyNames(all));
    const hosts = this.task.projects.map(({ settings }) => nodeHost(this.task.today, settings));
    return this.own.map(([project, file, understood]) => [
      project,
      file,
      {
        findings: check(understood, names[project]!, hosts[project]!).findings.map(plain),
        programs: understood.programs.length,
        holes: holesOf(understood),
      },
    ]);
  }
}

const uriOf = (file: string): string => pathToFileURL(file).href;

const plain = ({ rule, severity, message, range, help, fixes }: Finding): PlainFinding => ({
  rule,
  severity,
  message,
  range,
  help,
  fixes: fixes.map(({ title, safe }) => ({ title, safe })),
});
