/** Programs judged by standards, for `cred readiness`; and where each program stands, for reports. Part of the engine's bundle. */
import { pathToFileURL } from 'node:url';
import type { Standing } from '../../language/analysis/standing/standing.ts';
import { standingOf } from '../../language/check/standing-of.ts';
import { CredFile } from '../../language/model/file.ts';
import { NO_CONFIG, readConfig } from '../../language/project/config.ts';
import type { Program } from '../../language/vocabulary/program.ts';
import { type JudgedProgram, judged, notKnown, type ProgramContext, standardCalled } from '../../library/judging.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { readinessJson } from '../formats/readiness-json.ts';
import { readinessPretty } from '../formats/readiness-pretty.ts';
import { nodeHost } from './host.ts';
import { LazyNames } from './lazy-names.ts';
import { type SharedTurns, Turns } from './work-queue.ts';

export interface StandingsOptions {
  /** The day asked for, if any; else that of cred.json counts, else today. */
  readonly asOf: string | undefined;
  readonly today: string;
}

/** All that a thread is told. */
export interface ReadinessTask extends StandingsOptions {
  readonly projects: readonly ProjectFiles[];
  /** By name; left out, those that fit each program. */
  readonly standards?: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly colours: boolean;
  /** The folder that paths are relative to. */
  readonly cwd: string;
  /** Shared with others who do the same. */
  readonly turns?: SharedTurns;
}

/** The programs in the words of the format, by project and file; or why it cannot be done. */
export type ReadinessTexts =
  | { readonly programs: readonly (readonly [project: number, file: number, text: string])[] }
  | { readonly refused: string };

/** Each program is told before the next is looked at, so that nothing of its file is kept. */
export function tellReadiness(task: ReadinessTask, done: (files: number) => void = () => {}): ReadinessTexts {
  const { projects, standards, format, colours, cwd, turns } = task;
  const tell = (one: JudgedProgram): string => (format === 'json' ? readinessJson(one, cwd) : readinessPretty(one, cwd, colours));
  const read = projects.map(project => reader(project, task));
  const unknown = standards?.find(name => !read.some(({ names }) => standardCalled(name, names)));
  if (unknown !== undefined)
    return {
      refused: notKnown(
        unknown,
        read.map(({ names }) => names),
      ),
    };
  const turn = new Turns(turns);
  const programs = read.flatMap(({ names, each }, project) => {
    const asked = standards?.flatMap(name => standardCalled(name, names) ?? []);
    return each(
      (program, around, file) => [project, file, tell(judged(program, around, asked, format === 'pretty'))] as const,
      () => turn.take(),
      done,
    );
  });
  return { programs };
}

/** Where every program of the files that were asked for stands. */
export function standingsOf(projects: readonly ProjectFiles[], wishes: StandingsOptions): readonly Standing[] {
  return projects.flatMap(project => reader(project, wishes).each((program, around) => standingOf(program, around)));
}

/** What a project knows, and its files that were asked for. */
export function reader(project: ProjectFiles, wishes: StandingsOptions) {
  const { files, config: written, asOf } = project;
  const config = written ? readConfig(written.text) : NO_CONFIG;
  const named = files.map(({ file, text, reported }) => ({ uri: pathToFileURL(file).href, text, reported }));
  const names = new LazyNames(named);
  const host = nodeHost(wishes.asOf ?? asOf ?? wishes.today, config, project);
  let count = 0;
  /** Each is understood, lends its names, and is let go. */
  const each = <T>(
    tell: (program: Program, around: ProgramContext, file: number) => T,
    mine: () => boolean = () => true,
    done: (files: number) => void = () => {},
  ): T[] =>
    named.flatMap(({ uri, text, reported }, i) => {
      if (!reported || !mine()) return [];
      const file = CredFile.read(uri, text);
      names.lend(file);
      const told = file.programs.map(program => tell(program, { file, names, host }, i));
      done(++count);
      return told;
    });
  return { names, each };
}
