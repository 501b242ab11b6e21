/** What rules of several groups ask of a program. */
import type { Stated } from '../model/block.ts';
import type { NamedFacts } from '../model/facts.ts';
import type { Reference } from '../model/values.ts';
import type { Accreditation } from '../vocabulary/accreditation.ts';
import type { Assessment } from '../vocabulary/assessment.ts';
import type { Award } from '../vocabulary/award.ts';
import type { Program } from '../vocabulary/program.ts';

/** Asks what a reference stands for; a rule's context does. */
export interface Targets {
  target(reference: Stated<Reference | string> | undefined): NamedFacts | undefined;
}

/** Assessments that count: all but those that say "formative". A hole may turn out to be summative. */
export const summativeAssessments = (program: Program): readonly Assessment[] =>
  program.all('assessment').filter(assessment => assessment.use?.value !== 'formative');

/** Those of which it is certain: one whose use is still to come, or cannot be read, lacks nothing yet. */
export const certainlySummative = (program: Program): readonly Assessment[] =>
  program.all('assessment').filter(({ use }) => use === undefined || use.value === 'summative');

/** Whether there is an award and every one says that it is for being there. */
export function awardsAttendanceOnly(program: Program): boolean {
  const awards = program.all('award');
  return awards.length > 0 && awards.every(award => award.type?.value === 'attendance');
}

export const seeksOrHolds = ({ status }: Accreditation): boolean => status?.value === 'seeking' || status?.value === 'accredited';

/** An accreditation that the program seeks or holds, with its standard and what that accredits. */
export interface ProgramAccreditation {
  readonly accreditation: Accreditation;
  readonly standard: NamedFacts;
  readonly accredits: readonly string[];
}

export function standardsSoughtOrHeld(program: Program, { target }: Targets): readonly ProgramAccreditation[] {
  return program
    .all('accreditation')
    .filter(seeksOrHolds)
    .flatMap(accreditation => {
      const standard = target(accreditation.standard);
      return standard?.kind === 'standard' ? [{ accreditation, standard, accredits: standard.says.accredits ?? [] }] : [];
    });
}

/** What an award asks for in writing: whether each is an assessment or a module; `complete` where all names stand for something. */
export interface AwardRequirements {
  readonly assessments: readonly NamedFacts[];
  readonly modules: readonly NamedFacts[];
  /** Of these one is enough, beside the others; empty where nothing is given to choose from. */
  readonly alternatives: readonly NamedFacts[];
  /** No hole, no value that `language/` reports, no name that stands for nothing. */
  readonly complete: boolean;
}

/** Whether people receive an award without an assessment that `counts`: none is required, and none of the alternatives or not all of them are one. */
export const isUngated = (
  { assessments, alternatives }: AwardRequirements,
  counts: (assessment: NamedFacts) => boolean = () => true,
): boolean =>
  !assessments.some(counts) && !(alternatives.length > 0 && alternatives.every(one => one.kind === 'assessment' && counts(one)));

export function asksFor(award: Award, { target }: Targets): AwardRequirements | undefined {
  if (!award.requires && !award.oneOf) return undefined;
  const named = (award.requires?.items ?? []).map(item => target(item));
  const choice = (award.oneOf?.items ?? []).map(item => target(item));
  const of = (kind: string): NamedFacts[] => named.filter(one => one?.kind === kind) as NamedFacts[];
  const [assessments, modules] = [of('assessment'), of('module')];
  const alternatives = choice.filter(one => one?.kind === 'assessment' || one?.kind === 'module') as NamedFacts[];
  const known = assessments.length + modules.length + alternatives.length;
  return { assessments, modules, alternatives, complete: known > 0 && known === named.length + choice.length };
}

/** Whether a name stands for an assessment of the program that says "formative". */
export const isFormative = (program: Program, assessment: NamedFacts): boolean =>
  program.all('assessment').some(one => one.name === assessment.name && one.use?.value === 'formative');
