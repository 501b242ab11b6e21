import { certainlySummative } from '../../analysis/program.ts';
import { addProperty, replace } from '../../fixes/fix.ts';
import type { Assessment } from '../../vocabulary/assessment.ts';
import type { Program } from '../../vocabulary/program.ts';
import { clauses, rule } from '../define.ts';
import { JUDGED, onlyFormats } from './studies.ts';

/** Where people judge, the figure that counts is how far they agree. */
export default rule('measurement/rater-agreement', {
  title: 'Judged work shows how far its raters agree',
  severity: 'warning',
  source: clauses('NCCA-2021.S16', 'NCCA-2021.S20'),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, report }) {
    const assessments = certainlySummative(program);
    const figured = assessments.filter(assessment => {
      const method = assessment.reliabilityMethod?.value;
      if (method !== 'kr-20' && method !== 'kr-21') return false;
      if (!onlyFormats(assessment, ...JUDGED) || (assessment.raters && (assessment.raters.value ?? 2) >= 2)) return false;
      return !knowsDecisions(assessment, program);
    });
    for (const assessment of figured) {
      const method = assessment.reliabilityMethod!;
      report({
        at: method,
        nature: 'contradiction',
        message:
          `"${assessment.label}" is judged by people, but its reliability is a ${method.value!.toUpperCase()}, which is for items that are right or wrong. ` +
          `State how far raters agree, by "inter-rater", or how many judge each performance.`,
        fixes: [replace(file, method, '?', 'Write "?" until the agreement of raters is known'), addProperty(file, assessment, 'raters')],
      });
    }
    if (program.kind !== 'certification') return;
    const silent = assessments.filter(one => !figured.includes(one) && isJudged(one) && !showsAgreement(one, program));
    const [first, ...others] = silent;
    if (!first) return;
    const label = `"${first.label}" of "${program.label}"`;
    const { raters } = first;
    // What is missing is added where nothing is said of raters; a single one is left to the author.
    const open = silent.filter(one => !one.raters);
    report({
      at: first,
      severity: 'information',
      nature: 'weak',
      message: raters
        ? `${label} is judged by one person alone, with whom nobody can agree. Have some of the work judged twice, or state a figure of the agreement.`
        : `${onlyFormats(first, ...JUDGED) ? `${label} is judged by people` : `A part of ${label} is of a kind that people judge`}, and nothing shows how far they agree. State how many raters judge each performance, or a figure of their agreement.`,
      fixes: raters
        ? [replace(file, raters, '?', 'Write "?" until it is known')]
        : [{ ...addProperty(file, first, 'raters'), edits: () => open.flatMap(one => addProperty(file, one, 'raters').edits()) }],
      related: others.map(at => ({ at, message: `So is "${at.label}".` })),
    });
  },
});

/** Returns whether people judge the work. A machine or a checklist may score hands-on tasks; a rubric implies a judge. */
const isJudged = ({ format, rubric }: Assessment): boolean =>
  format?.items.some(({ value }) => (value === 'practical' ? rubric !== undefined : (JUDGED as readonly unknown[]).includes(value))) ??
  false;

const showsAgreement = (assessment: Assessment, program: Program): boolean =>
  (assessment.raters !== undefined && assessment.raters.value !== 1) ||
  (assessment.reliabilityMethod !== undefined && (assessment.reliabilityMethod.value ?? 'inter-rater') === 'inter-rater') ||
  knowsDecisions(assessment, program);

const knowsDecisions = (assessment: Assessment, program: Program): boolean =>
  assessment.decisionConsistency !== undefined || program.all('results').some(one => one.decisionConsistency);
