/** Judges programs by standards: by those that the caller names, else by those that fit each program. */
import { bothOf } from '../language/analysis/both.ts';
import { type IgnoredRules, ignoredIn } from '../language/analysis/ignored.ts';
import { type ClauseState, groundOf, leavesOf, ownerOf, type Readiness } from '../language/analysis/judging/readiness.ts';
import { roadmapOf } from '../language/analysis/roadmap.ts';
import type { Standing } from '../language/analysis/standing/standing.ts';
import { check } from '../language/check/check.ts';
import { readiness, rulesOn, standardsFor } from '../language/check/readiness.ts';
import type { Host } from '../language/findings/host.ts';
import type { NamedFacts } from '../language/model/facts.ts';
import type { CredFile } from '../language/model/file.ts';
import { nearest } from '../language/model/nearest.ts';
import type { Names } from '../language/model/scope.ts';
import { standardNamed } from '../language/standards/index.ts';
import { BUILT_IN } from '../language/standards/names.ts';
import type { Program } from '../language/vocabulary/program.ts';

export interface JudgedProgram {
  readonly program: Standing['program'];
  readonly asOf: string;
  /**
   * `clauses` are the leaf clauses in order. If a clause has features of its own and clauses within it, its own features come before
   * those. `accredits` is the kind of program that the standard is for.
   */
  readonly readiness: readonly (Omit<Readiness, 'clauses'> & {
    readonly clauses: readonly ClauseState[];
    readonly accredits: readonly string[];
  })[];
  readonly ignored: readonly IgnoredRules[];
  readonly roadmap?: Standing['roadmap'];
  readonly both?: Standing['both'];
}

/** What the judgement of a program needs beside it: the file, the project's names and the host. */
export interface ProgramContext {
  readonly file: CredFile;
  readonly names: Names;
  readonly host: Host;
}

/** Judges one program. `asked` are the standards that the caller names; `roadmap` adds the steps that are still to be taken. */
export function judged(
  program: Program,
  around: ProgramContext,
  asked: readonly NamedFacts[] | undefined,
  roadmap: boolean,
): JudgedProgram {
  const { file, names, host } = around;
  const owner = ownerOf(program, file, names);
  const standards = asked ?? fitting(program, around);
  const rule = rulesOn(program, around, standards);
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
    readiness: standards.map(standard => {
      const state = readiness(program, standard, { ...around, rule, ground });
      return { ...state, clauses: state.clauses.flatMap(leavesOf), accredits: standard.says.accredits ?? [] };
    }),
    ignored: ignoredIn(program, file, () => check(file, names, host).findings),
    ...(roadmap && { roadmap: roadmapOf(program, ground, file) }),
    ...(both && { both }),
  };
}

/** Returns the standards that the program seeks or holds and that the project asks for; if there are none, those that accredit its kind. */
function fitting(program: Program, around: ProgramContext): readonly NamedFacts[] {
  const all = standardsFor(program, around);
  const wanted = all.filter(
    ({ standard, claim }) => claim === 'seeking' || claim === 'accredited' || around.host.standards?.includes(standard.name),
  );
  const chosen = wanted.length > 0 ? wanted : all.filter(({ standard }) => standard.says.accredits?.includes(program.kind));
  return chosen.map(({ standard }) => standard);
}

/** Finds a standard by its name, whether built in or declared in the project. */
export const standardCalled = (name: string, names: Names): NamedFacts | undefined =>
  standardNamed(name) ?? names.top(name).find(({ kind }) => kind === 'standard');

/** Returns the message for an unknown standard, with the one that is probably meant. */
export function notKnown(name: string, projects: readonly Names[]): string {
  const own = projects.flatMap(names => [...names.all].filter(({ kind }) => kind === 'standard').map(one => one.name));
  const known = [...new Set([...BUILT_IN, ...own])];
  // A name without its edition means the newest edition.
  const begins = known.filter(one => one.toLowerCase().startsWith(name.toLowerCase())).sort();
  const near = nearest(name, known)?.word ?? begins.at(-1);
  return `There is no standard "${name}".${near ? ` Did you mean "${near}"?` : ''} Known are: ${known.join(', ')}.`;
}
