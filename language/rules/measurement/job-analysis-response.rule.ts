import { practice, rule } from '../define.ts';
import { newest } from '../shared/newest.ts';

/** The number of answers below which a study represents few people, unless a large part of those invited answered. */
const FEW = 50;
const HALF = 0.5;
/** The part of those invited below which the answers may be one-sided, unless they are many. */
const SMALL = 0.05;
const MANY = 400;

/** A survey whose answers may not speak for the field. */
export default rule('measurement/job-analysis-response', {
  title: 'A survey of the role has answers enough',
  severity: 'information',
  source: practice('Job analysis surveys: who answered should speak for those who do the work'),
  appliesTo: ['certification', 'certificate'],
  check(program, { report }) {
    for (const { method, respondents, invited } of newest(program.all('job-analysis'), study => study.conducted)) {
      if (method?.value !== 'survey' || respondents?.value === undefined) continue;
      const answers = respondents.value;
      const asked = invited?.value;
      // program/impossible-counts reports more answers than invited people.
      if ((invited && asked === undefined) || (asked !== undefined && answers > asked)) continue;
      const share = asked ? answers / asked : undefined;
      const few = answers < FEW && !(share !== undefined && share >= HALF);
      const small = share !== undefined && share < SMALL && answers < MANY;
      if (!few && !small) continue;
      report({
        at: respondents,
        nature: 'weak',
        message:
          `${answers === 1 ? 'One practitioner' : `${answers} practitioners`}${asked === undefined ? '' : ` of ${asked} invited`} answered the survey for "${program.label}", so it may speak for few of those who do the work. ` +
          `Say in its report who answered, or ask more of them when the study is made again.`,
        ...(invited && { related: [{ at: invited, message: `${asked} were invited.` }] }),
      });
    }
  },
});
