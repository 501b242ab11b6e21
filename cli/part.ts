/** The files that one thread looks after. */
import { pathToFileURL } from 'node:url';
import { check } from '../language/findings/check.ts';
import type { Finding } from '../language/findings/finding.ts';
import { CredFile } from '../language/model/file.ts';
import { NO_CONFIG, readConfig } from '../language/project/config.ts';
import { configFindings } from '../language/project/config-findings.ts';
import { holesOf } from '../language/project/project.ts';
import { CONFIG, type ProjectFiles } from './files.ts';
import { nodeHost } from './host.ts';
import { LazyNames } from './names.ts';
import type { PlainFinding } from './result.ts';

/** All that a thread is told at its start. */
export interface Task {
  readonly projects: readonly ProjectFiles[];
  /** The day asked for, if any; else that of cred.json counts, else today. */
  readonly asOf: string | undefined;
  readonly today: string;
  readonly part: number;
  readonly parts: number;
}

const NOTHING: Outcome = { findings: [], programs: 0, holes: 0 };

/** By project and file: what a part knows of its own files. */
export type Told<T> = readonly (readonly [project: number, file: number, what: T])[];

export interface Outcome {
  readonly findings: readonly PlainFinding[];
  readonly programs: number;
  readonly holes: number;
}

export class Part {
  constructor(private readonly task: Task) {}

  /** One file after the other: each is understood, checked and let go; of the others only names are read, where one asks for them. */
  check(): Told<Outcome> {
    const told: [number, number, Outcome][] = [];
    let turn = 0;
    this.task.projects.forEach(({ files, config: written, root, asOf }, project) => {
      const config = written ? readConfig(written.text) : NO_CONFIG;
      const names = new LazyNames(files.map(({ file, text }) => ({ uri: uriOf(file), text })));
      const host = nodeHost(this.task.asOf ?? asOf ?? this.task.today, config, root);
      if (written && this.task.part === 0)
        told.push([project, CONFIG, { ...NOTHING, findings: configFindings(written.text, config, names, host).map(plain) }]);
      files.forEach(({ file, text, reported }, index) => {
        if (!reported || turn++ % this.task.parts !== this.task.part) return;
        const understood = CredFile.read(uriOf(file), text);
        names.lend(understood);
        const findings = check(understood, names, host).findings.map(plain);
        told.push([project, index, { findings, programs: understood.programs.length, holes: holesOf(understood) }]);
      });
    });
    return told;
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
