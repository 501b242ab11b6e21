/** Collects what a program shows for each clause of a standard, for a self-study: a document that people complete and hand in. */
import type { ClauseState, ClauseStatus, EvidenceState, FilePlace, Readiness } from './judging/readiness.ts';
import type { Standing } from './standing/standing.ts';

/** The self-study of one program. */
export interface SelfStudy {
  /** The program's name, by which answers find back to it; absent if it has none. */
  readonly name?: string;
  readonly label: string;
  readonly kind: Standing['program']['kind'];
  readonly status: string;
  readonly asOf: string;
  readonly standards: readonly StudiedStandard[];
}
/** The part of a self-study about one standard. */
export interface StudiedStandard
  extends Pick<Readiness, 'standard' | 'title' | 'edition' | 'publisher' | 'claim' | 'met' | 'attested' | 'total'> {
  readonly sections: readonly StudySection[];
}
/** The part of a self-study about one clause. */
export interface StudySection {
  /** The dotted path by which evidence names the clause, such as `NCCA-2021.S14`; absent if the clause has no name. */
  readonly path?: string;
  readonly number?: string;
  readonly title: string;
  readonly status: ClauseStatus;
  /** What the description shows, each with the first place that shows it. */
  readonly shown: readonly { readonly title: string; readonly at?: FilePlace }[];
  /** What is missing or still a hole, with what to do about it. */
  readonly missing: readonly { readonly title: string; readonly advice?: string; readonly isHole: boolean }[];
  readonly evidence: readonly Omit<EvidenceState, 'at'>[];
  /** The answer so far: the notes of its evidence. */
  readonly answer: string;
  /** The reason for which the author set the clause aside. */
  readonly setAside?: string;
}

/** A judged program, with the leaf clauses of each standard. */
interface StudiedProgram {
  readonly program: Standing['program'];
  readonly asOf: string;
  readonly readiness: readonly (Omit<Readiness, 'clauses'> & { readonly clauses: readonly ClauseState[] })[];
}

/** Returns the self-study of a judged program, clause by clause in the order of the standard. */
export function selfStudyOf({ program, asOf, readiness }: StudiedProgram): SelfStudy {
  return {
    ...(program.name !== undefined && { name: program.name }),
    label: program.label,
    kind: program.kind,
    status: program.status,
    asOf,
    standards: readiness.map(({ standard, title, edition, publisher, claim, met, attested, total, clauses }) => ({
      standard,
      title,
      ...(edition !== undefined && { edition }),
      ...(publisher !== undefined && { publisher }),
      claim,
      met,
      attested,
      total,
      sections: clauses.map(sectionOf),
    })),
  };
}

function sectionOf({ path, number, title, status, features, evidence, ignored }: ClauseState): StudySection {
  return {
    ...(path !== undefined && { path }),
    ...(number !== undefined && { number }),
    title,
    status,
    shown: features.flatMap(one => (one.status === 'shown' ? [{ title: one.title, ...(one.at[0] && { at: one.at[0] }) }] : [])),
    missing: features.flatMap(one =>
      one.status === 'shown'
        ? []
        : [{ title: one.title, ...(one.advice !== undefined && { advice: one.advice }), isHole: one.status === 'hole' }],
    ),
    evidence: evidence.map(({ at: _, ...one }) => one),
    answer: evidence.flatMap(({ note }) => note ?? []).join('\n'),
    ...(ignored && { setAside: ignored.reason }),
  };
}
