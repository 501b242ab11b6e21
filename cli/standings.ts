/** Programs judged by standards, for `cred readiness`; and where each program stands, for reports. Part of the engine's bundle. */
import { pathToFileURL } from 'node:url';
import { bothOf } from '../language/analysis/both.ts';
import { type ClauseState, groundOf, leavesOf, ownerOf, type Readiness } from '../language/analysis/readiness.ts';
import { roadmapOf } from '../language/analysis/roadmap.ts';
import type { Standing } from '../language/analysis/standing.ts';
import { standingOf } from '../language/analysis/standing-of.ts';
import type { Host } from '../language/findings/host.ts';
import { readiness, rulesOn, standardsFor } from '../language/findings/readiness.ts';
import type { Named } from '../language/model/facts.ts';
import { CredFile } from '../language/model/file.ts';
import { nearest } from '../language/model/nearest.ts';
import { NO_CONFIG, readConfig } from '../language/project/config.ts';
import { BUILT_IN, standardNamed } from '../language/standards/index.ts';
import type { Program } from '../language/vocabulary/program.ts';
import type { ProjectFiles } from './files.ts';
import { readinessJson } from './formats/readiness-json.ts';
import { readinessPretty } from './formats/readiness-pretty.ts';
import { nodeHost } from './host.ts';
import { LazyNames } from './names.ts';

export interface StandingWishes {
  /** The day asked for, if any; else that of cred.json counts, else today. */
  readonly asOf: string | undefined;
  readonly today: string;
}

/** All that a thread is told. */
export interface ReadinessTask extends StandingWishes {
  readonly projects: readonly ProjectFiles[];
  /** By name; left out, those that fit each program. */
  readonly standards?: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly colours: boolean;
  /** The folder that paths are relative to. */
  readonly cwd: string;
  readonly part: number;
  readonly parts: number;
}

/** The programs in the words of the format, by project and file; or why it cannot be done. */
export type Told =
  | { readonly programs: readonly (readonly [project: number, file: number, text: string])[] }
  | { readonly refused: string };

export interface JudgedProgram {
  readonly program: Standing['program'];
  readonly asOf: string;
  /** `clauses` are the leaf clauses, in order; `accredits` is what the standard is for. */
  readonly readiness: readonly (Omit<Readiness, 'clauses'> & {
    readonly clauses: readonly ClauseState[];
    readonly accredits: readonly string[];
  })[];
  readonly roadmap?: Standing['roadmap'];
  readonly both?: Standing['both'];
}

/** Each program is told before the next is looked at, so that nothing of its file is kept. */
export function tellReadiness(task: ReadinessTask, done: (files: number) => void = () => {}): Told {
  const { projects, standards, format, colours, cwd, part, parts } = task;
  const tell = (one: JudgedProgram): string => (format === 'json' ? readinessJson(one, cwd) : readinessPretty(one, cwd, colours));
  const read = projects.map(project => reader(project, task));
  const unknown = standards?.find(name => !read.some(({ names }) => standardOf(name, names)));
  if (unknown !== undefined)
    return {
      refused: notKnown(
        unknown,
        read.map(({ names }) => names),
      ),
    };
  let turn = 0;
  const programs = read.flatMap(({ names, each }, project) => {
    const asked = standards?.flatMap(name => standardOf(name, names) ?? []);
    return each(
      (program, around, file) => [project, file, tell(judged(program, around, asked, format === 'pretty'))] as const,
      () => turn++ % parts === part,
      done,
    );
  });
  return { programs };
}

/** Where every program of the files that were asked for stands. */
export function standingsOf(projects: readonly ProjectFiles[], wishes: StandingWishes): readonly Standing[] {
  return projects.flatMap(project => reader(project, wishes).each((program, around) => standingOf(program, around)));
}

export interface Around {
  readonly file: CredFile;
  readonly names: LazyNames;
  readonly host: Host;
}

/** What a project knows, and its files that were asked for. */
export function reader({ files, config: written, root, asOf }: ProjectFiles, wishes: StandingWishes) {
  const config = written ? readConfig(written.text) : NO_CONFIG;
  const named = files.map(({ file, text, reported }) => ({ uri: pathToFileURL(file).href, text, reported }));
  const names = new LazyNames(named);
  const host = nodeHost(wishes.asOf ?? asOf ?? wishes.today, config, root);
  let count = 0;
  /** Each is understood, lends its names, and is let go. */
  const each = <T>(
    tell: (program: Program, around: Around, file: number) => T,
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

function judged(program: Program, around: Around, asked: readonly Named[] | undefined, roadmap: boolean): JudgedProgram {
  const { file, names, host } = around;
  const owner = ownerOf(program, file, names);
  const rule = rulesOn(program, around);
  const ground = groundOf(program, { file, names, today: host.today });
  const both = roadmap ? bothOf(program, owner, names) : undefined;
  return {
    program: {
      ...(program.name !== undefined && { name: program.name }),
      label: program.label,
      kind: program.kind,
      status: program.status?.value ?? 'operating',
      at: { uri: file.uri, range: file.range(program.headSpan) },
    },
    asOf: host.today,
    readiness: (asked ?? fitting(program, around)).map(standard => {
      const state = readiness(program, standard, { ...around, rule, ground });
      return { ...state, clauses: state.clauses.flatMap(leavesOf), accredits: standard.says.accredits ?? [] };
    }),
    ...(roadmap && { roadmap: roadmapOf(program, ground, file) }),
    ...(both && { both }),
  };
}

/** Those that it seeks or holds and those that the project asks for; else those that accredit its kind. */
function fitting(program: Program, around: Around): readonly Named[] {
  const all = standardsFor(program, around);
  const wanted = all.filter(
    ({ standard, claim }) => claim === 'seeking' || claim === 'accredited' || around.host.standards?.includes(standard.name),
  );
  const chosen = wanted.length > 0 ? wanted : all.filter(({ standard }) => standard.says.accredits?.includes(program.kind));
  return chosen.map(({ standard }) => standard);
}

const standardOf = (name: string, names: LazyNames): Named | undefined =>
  standardNamed(name) ?? names.top(name).find(({ kind }) => kind === 'standard');

function notKnown(name: string, projects: readonly LazyNames[]): string {
  const own = projects.flatMap(names => [...names.all].filter(({ kind }) => kind === 'standard').map(one => one.name));
  const known = [...new Set([...BUILT_IN, ...own])];
  // Whoever leaves the edition out means the newest.
  const begins = known.filter(one => one.toLowerCase().startsWith(name.toLowerCase())).sort();
  const near = nearest(name, known)?.word ?? begins.at(-1);
  return `There is no standard "${name}".${near ? ` Did you mean "${near}"?` : ''} Known are: ${known.join(', ')}.`;
}
