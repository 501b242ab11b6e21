/** What can be done about something that a program lacks: add it, attest a clause by a document, or set it aside with a reason. */

import { canBeShown } from '../analysis/judging/judge.ts';
import { type ClauseState, type FilePlace, groundOf, leavesOf, ownerOf } from '../analysis/judging/readiness.ts';
import { addEvidenceOf, fixesFor } from '../check/clause-fixes.ts';
import { readiness, standardsFor } from '../check/readiness.ts';
import type { Edit, Finding, Fix } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import type { CredFile } from '../model/file.ts';
import { isBefore, type Position, type TextRange } from '../model/lines.ts';
import type { Names } from '../model/scope.ts';
import { offsets } from '../model/span.ts';
import { isStandard } from '../standards/index.ts';
import { calledStandard } from '../vocabulary/citations.ts';
import type { Program } from '../vocabulary/program.ts';
import { ignoreEdit, maySilence } from './silence.ts';

/** What is asked about: a clause or a rule by its id, such as `ncca-2021/S13`, and the place of a rule's finding. */
export interface Lack {
  readonly id: string;
  readonly at?: Position | undefined;
}

/** What can be done. */
export interface Remedies {
  readonly id: string;
  /** Its name in words, such as "NCCA 13 Panel Composition". */
  readonly called: string;
  /** The fixes that add what is missing, or mend what is wrong. */
  readonly fixes: readonly Fix[];
  /** The clause that an evidence block can support, such as `NCCA-2021.S13`. */
  readonly clause?: string;
  /** Where a clause of a project's own standard stands, which is its page. */
  readonly page?: FilePlace;
  /** The place that an ignore covers; absent if it cannot be set aside. */
  readonly silences?: TextRange;
}

export interface RemedyContext {
  readonly file: CredFile;
  readonly names: Names;
  readonly host: Host;
  /** The findings of the file. */
  readonly found: readonly Finding[];
}

/** Returns what can be done about a lack; `undefined` if the program lacks no such thing. */
export function remediesFor(program: Program, lack: Lack, context: RemedyContext): Remedies | undefined {
  const { file, found } = context;
  const { start, end } = offsets(program.span);
  const within = ({ range }: Finding): boolean => file.lines.offset(range.start) >= start && file.lines.offset(range.start) < end;
  const ofRule = found.filter(one => one.rule === lack.id && within(one));
  const finding = ofRule.find(({ range }) => lack.at && same(range.start, lack.at)) ?? ofRule[0];
  const clause = clauseOf(program, lack.id, context);
  if (clause) return ofClause(program, clause, finding, context);
  if (!finding) return undefined;
  return { id: lack.id, called: lack.id, fixes: finding.fixes, ...(maySilence(finding.rule) && { silences: finding.range }) };
}

const same = (one: Position, other: Position): boolean => !isBefore(one, other) && !isBefore(other, one);

interface JudgedClause {
  readonly clause: ClauseState;
  readonly standard: string;
  /** The place that an ignore of the clause covers: where the program names the standard, else the program's head. */
  readonly place: TextRange;
}

function clauseOf(program: Program, id: string, { file, names, host }: RemedyContext): JudgedClause | undefined {
  const group = id.slice(0, id.indexOf('/'));
  const claimed = standardsFor(program, { file, names, host }).find(({ standard }) => standard.name.toLowerCase() === group);
  if (!claimed) return undefined;
  const { standard, at } = claimed;
  const { clauses } = readiness(program, standard, { file, names, host });
  const clause = clauses.flatMap(leavesOf).find(one => one.id === id);
  return clause && { clause, standard: standard.name, place: at?.range ?? file.range(program.headSpan) };
}

function ofClause(
  program: Program,
  { clause, standard, place }: JudgedClause,
  finding: Finding | undefined,
  context: RemedyContext,
): Remedies {
  const { file, names, host } = context;
  const called = `${calledStandard(standard)} ${clause.number === undefined ? clause.title : `${clause.number} ${clause.title}`}`;
  const missing = clause.features.filter(one => one.status === 'missing' && canBeShown(one));
  const ground = groundOf(program, { file, names, today: host.today });
  const fixes = finding?.fixes ?? fixesFor(called, missing, ownerOf(program, file, names), { file, names, ground });
  return {
    id: clause.id,
    called,
    fixes,
    ...(clause.path !== undefined && { clause: clause.path }),
    ...(!isStandard(clause.at.uri) && { page: clause.at }),
    // Only what is reported can be silenced.
    ...(finding && !clause.ignored && { silences: place }),
  };
}

/** Returns the edits that attest a clause by a document: an evidence block that waits for one gets it, else there is a new block. */
export const attest = (program: Program, clause: string, document: string, { file }: Pick<RemedyContext, 'file'>): Edit[] =>
  addEvidenceOf(file, program, clause, document);

/** Returns the edit that sets a lack aside for a reason. */
export function setLackAside({ id, silences }: Remedies, reason: string, { file }: Pick<RemedyContext, 'file'>): Edit | undefined {
  const why = reason.replace(/\s+/g, ' ').replaceAll('*/', '* /').trim();
  return silences && why !== '' ? ignoreEdit(file, silences, [id], why) : undefined;
}
