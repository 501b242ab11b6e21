import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { count, date, document, kind, PROGRAMS, ref, word, yesNo } from './define.ts';

/** The study of the tasks, knowledge and skills of a role. A certification's examination is built on it. */
export const jobAnalysis = kind('job-analysis', {
  called: 'a job analysis',
  standsIn: [...PROGRAMS],
  says: 'A study of the tasks, knowledge and skills that a role asks for. The examination is built on it. Also called a practice analysis.',
  differs: {
    certification: 'Its examination content rests on this study.',
    certificate: 'Content rests on a needs analysis and the intended learning outcomes instead.',
  },
  asked: [cite('NCCA-2021.S14'), cite('ISO-17024-2026.C8')],
  properties: {
    conducted: date('When was the job analysis completed?', 'When the study was completed.'),
    method: word('How was the job analysis done?', 'How it was done.', {
      survey: 'Practitioners rate tasks by questionnaire.',
      panel: 'A panel of practitioners lists and rates the tasks.',
      observation: 'Analysts watch people at work.',
      interviews: 'Practitioners and employers are interviewed.',
      dacum: 'A facilitated workshop of expert workers charts duties and tasks.',
      'critical-incident': 'Accounts of good and poor performance are gathered and sorted.',
      delphi: 'Experts answer in rounds until they agree.',
      mixed: 'Several of these together.',
    }),
    respondents: count("How many practitioners' answers were used?", 'Practitioners whose answers were used.'),
    invited: count('How many practitioners were asked to answer?', 'Practitioners who were asked to answer.'),
    panel: ref('panel', 'Which panel led the study?', 'The panel that led the study.'),
    'summary-published': yesNo('Is a summary of the study published?', 'Whether a summary of the study is published.', {
      asked: [cite('NCCA-2021.S14')],
    }),
    'next-due': date('When is the next job analysis due?', 'When the next study is due.'),
    document: document('Where is its report?', 'Where the report of the study is: a path or an https address.'),
  },
  insert: ['conducted', 'method'],
});
export interface JobAnalysis extends ModelOf<typeof jobAnalysis> {}
