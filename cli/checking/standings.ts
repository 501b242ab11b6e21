/**
 * Judges programs by standards for `cred readiness`, and tells where each program stands for reports. It is part of the engine's bundle.
 */
import type { StudyWithSummary } from '../../exchange/office/self-study-out.ts';
import { selfStudyOf } from '../../language/analysis/self-study.ts';
import type { Standing } from '../../language/analysis/standing/standing.ts';
import { standingOf } from '../../language/check/standing-of.ts';
import { CredFile } from '../../language/model/file.ts';
import { NO_CONFIG, readConfig } from '../../language/project/config.ts';
import type { Program } from '../../language/vocabulary/program.ts';
import { type JudgedProgram, judged, notKnown, type ProgramContext, standardCalled } from '../../library/judging.ts';
import { boardSections } from '../../report/index.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { readinessJson } from '../formats/readiness-json.ts';
import { readinessPretty } from '../formats/readiness-pretty.ts';
import { nodeHost } from './host.ts';
import { LazyNames, lenderOf } from './lazy-names.ts';
import { type SharedTurns, Turns } from './work-queue.ts';

/** How to judge programs. */
export interface StandingsOptions {
  /** The date given on the command line. Default: the date in cred.json, else today. */
  readonly asOf: string | undefined;
  readonly today: string;
}

/** The message that starts a thread. */
export interface ReadinessTask extends StandingsOptions {
  readonly projects: readonly ProjectFiles[];
  /** The names of standards. Default: those that fit each program. */
  readonly standards?: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly colours: boolean;
  /** The folder to which paths are relative. */
  readonly cwd: string;
  /** The work queue shared with other threads. */
  readonly turns?: SharedTurns;
}

/** The text of each program in the output format, by project and file; or why the programs cannot be judged. */
export type ReadinessTexts =
  | { readonly programs: readonly (readonly [project: number, file: number, text: string])[] }
  | { readonly refused: string };

/**
 * Formats each program before it judges the next, so that no file stays in memory. `done` is called with the number of files judged since
 * the last call.
 */
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

/** Returns where every program of the requested files stands. */
export function standingsOf(projects: readonly ProjectFiles[], wishes: StandingsOptions): readonly Standing[] {
  return projects.flatMap(project => reader(project, wishes).each((program, around) => standingOf(program, around)));
}

/** Which self-studies to make. */
export interface StudiesTask extends StandingsOptions {
  readonly projects: readonly ProjectFiles[];
  /** The names of standards. Default: those that a program seeks or holds, else those that accredit its kind. */
  readonly standards?: readonly string[];
}

/** Returns the self-study of every program of the requested files, with its page for a board; or why there is none. */
export function studiesOf(task: StudiesTask): readonly StudyWithSummary[] | { readonly refused: string } {
  const read = task.projects.map(project => reader(project, task));
  const unknown = task.standards?.find(name => !read.some(({ names }) => standardCalled(name, names)));
  const all = read.map(({ names }) => names);
  if (unknown !== undefined) return { refused: notKnown(unknown, all) };
  return read.flatMap(({ names, each }) => {
    const asked = task.standards?.flatMap(name => standardCalled(name, names) ?? []);
    return each((program, around) => ({
      study: selfStudyOf(judged(program, around, asked, false)),
      summary: boardSections(standingOf(program, around)).map(({ title, lines }) => ({ title, lines: lines.map(({ text }) => text) })),
    }));
  });
}

/** Returns the host, the names and the requested files of a project. */
export function reader(project: ProjectFiles, wishes: StandingsOptions) {
  const { files, config: written, asOf } = project;
  const config = written ? readConfig(written.text) : NO_CONFIG;
  const lenders = files.map(lenderOf);
  const names = new LazyNames(lenders);
  const host = nodeHost(wishes.asOf ?? asOf ?? wishes.today, config, project);
  let count = 0;
  /** Parses each file, takes its names, and releases it. */
  const each = <T>(
    tell: (program: Program, around: ProgramContext, file: number) => T,
    mine: () => boolean = () => true,
    done: (files: number) => void = () => {},
  ): T[] =>
    lenders.flatMap(({ uri, text }, i) => {
      if (!files[i]!.reported || !mine()) return [];
      const file = CredFile.read(uri, text);
      names.lend(file);
      const made = file.programs.map(program => tell(program, { file, names, host }, i));
      done(++count);
      return made;
    });
  return { names, each };
}
