import { addStated, chosen, removeMember, replace } from '../../fixes/fix.ts';
import type { AnyBlock, Stated } from '../../model/block.ts';
import { offsets } from '../../model/span.ts';
import type { Assessment } from '../../vocabulary/assessment.ts';
import type { Award } from '../../vocabulary/award.ts';
import type { Program } from '../../vocabulary/program.ts';
import { definingFeatures, type RuleContext, rule } from '../define.ts';
import { crosswiseAccreditations } from '../shared/accreditation.ts';
import { claimsOf } from '../shared/award-claims.ts';
import { declareAs } from '../shared/declare.ts';

const TYPES: Readonly<Record<string, string>> = { designation: 'a designation', license: 'a license', degree: 'a degree' };

/** Who was there receives it: nothing is claimed about what holders can do. */
export default rule('attendance/claims', {
  title: 'An attendance program claims attendance and no more',
  severity: 'error',
  source: definingFeatures('Certificates of attendance or participation'),
  reads: 'project',
  appliesTo: 'attendance',
  check(program, context) {
    const { file, report } = context;
    for (const award of program.all('award')) {
      const type = award.type?.value;
      if (type !== undefined && Object.hasOwn(TYPES, type)) {
        report({
          at: award.type!,
          message: `"${program.label}" is an attendance program, but its award "${award.label}" is ${TYPES[type]}, which claims more than that somebody took part. Award a certificate of attendance.`,
          fixes: [replace(file, award.type!, 'attendance')],
        });
      }
      if (award.letters?.value?.trim()) {
        report({
          at: award.letters,
          message: `"${program.label}" is an attendance program, but holders of "${award.label}" put "${award.letters.value}" after their name. Attendance gives no letters: leave them out.`,
          fixes: [removeMember(file, award.letters.property, 'Remove the letters')],
        });
      }
    }
    certified(program, context);
    for (const maintenance of program.all('maintenance')) {
      report({
        at: maintenance,
        message: `"${program.label}" is an attendance program, but asks its holders for upkeep. That somebody was there stays true: take the upkeep out.`,
        fixes: [removeMember(file, maintenance, 'Remove the upkeep')],
      });
    }
    crosswiseAccreditations(
      program,
      context,
      'an attendance program',
      ['certificate', 'certification'],
      'Take it out, or declare the program what that standard is for.',
    );
    mustPass(program, context);
  },
});

/** Reports titles and wordings of awards that call whoever took part certified. Where the type claims more already, the title is silent. */
function certified(program: Program, { file, report }: RuleContext): void {
  for (const award of program.all('award'))
    for (const { of, at, called, claim } of claimsOf(award)) {
      if (of === 'title' && Object.hasOwn(TYPES, award.type?.value ?? '')) continue;
      report({
        at,
        severity: 'warning',
        nature: 'contradiction',
        message: `${called} calls holders ${claim}. "${program.label}" is an attendance program: say that they took part.`,
        fixes: [replace(file, at, '?', 'Write "?" for now')],
      });
    }
}

/** Reports awards that require passing an assessment. Their wording decides whether a certificate program is the fitting kind. */
function mustPass(program: Program, context: RuleContext): void {
  const { file, report } = context;
  const gates = program.all('award').flatMap(award => gatesOf(program, award, context).map(gate => ({ award, ...gate })));
  const gated = new Set(gates.map(({ award }) => award));
  for (const { award, at, assessment } of gates) {
    report({
      at,
      severity: 'information',
      nature: 'weak',
      message:
        `"${award.label}" requires people to pass "${assessment.label}". Does it say that they met a standard, or that they took part? ` +
        `Where it says the first, "${program.label}" is a certificate program. Where the test only follows the event, as continuing education often asks, say that it is formative.`,
      fixes: [
        declareAs(
          program,
          'certificate',
          [...gated].flatMap(({ type }) => (type?.value === 'attendance' ? [{ ...offsets(type.span), text: 'certificate' }] : [])),
        ),
        chosen(
          assessment.use
            ? replace(file, assessment.use, 'formative', `Say that "${assessment.label}" is formative`)
            : addStated(file, assessment, 'use', 'formative', `Say that "${assessment.label}" is formative`),
        ),
      ],
    });
  }
}

/** Returns where the award requires an assessment with a passing score. Without `requires` and `one-of` it requires every summative one. */
function gatesOf(program: Program, award: Award, { block }: RuleContext): { at: Stated<unknown> | AnyBlock; assessment: Assessment }[] {
  const counts = ({ passingScore, use }: Assessment): boolean =>
    passingScore?.value !== undefined && (use === undefined || use.value === 'summative');
  if (!award.requires && !award.oneOf)
    return program
      .all('assessment')
      .filter(counts)
      .slice(0, 1)
      .map(assessment => ({ at: award, assessment }));
  return [...(award.requires?.items ?? []), ...(award.oneOf?.items ?? [])].flatMap(item => {
    const assessment = block(item, 'assessment');
    return assessment && counts(assessment) ? [{ at: item, assessment }] : [];
  });
}
