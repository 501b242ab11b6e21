import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import {
  count,
  countRange,
  date,
  document,
  duration,
  kind,
  many,
  money,
  number,
  PROGRAMS,
  passingScore,
  range,
  ref,
  text,
  url,
  word,
  yesNo,
} from './define.ts';
import { DEFINING_FEATURES } from './sources.ts';

const DEVELOPMENT = cite('NCCA-2021.S16');
const PASSING = cite('NCCA-2021.S17');
const ADMINISTRATION = cite('NCCA-2021.S18');
const REPORTING = cite('NCCA-2021.S19');
const RELIABILITY = cite('NCCA-2021.S20');

/** An assessment that people pass or fail: an examination, a practical test, a portfolio. */
export const assessment = kind('assessment', {
  called: 'an assessment',
  standsIn: [...PROGRAMS],
  says: 'A test, examination, practical or portfolio by which people show what they know or can do.',
  differs: {
    certificate: 'It shows whether the intended learning outcomes of the instruction were reached.',
    certification: 'It assures the competence that the role asks for and stands apart from any class.',
  },
  asked: [DEFINING_FEATURES, DEVELOPMENT, cite('ISO-17024-2026.C9-3'), cite('ICE-1100-2019.S1')],
  ctdl: 'ceterms:AssessmentProfile',
  properties: {
    measures: many(
      ref(['outcome', 'domain'], 'What does it measure?', 'What it measures: intended learning outcomes or domains.', {
        differs: { certificate: 'The intended learning outcomes.', certification: 'The domains that come from the job analysis.' },
        ctdl: 'ceterms:assesses',
      }),
    ),
    follows: many(
      ref('module', 'Which modules does it come at the end of?', 'The modules that it comes at the end of.', {
        differs: { certificate: 'It follows the instruction.', certification: 'It follows no class of its own.' },
      }),
    ),
    independent: yesNo(
      'Can it be taken without any particular class?',
      'Whether it can be taken without any particular class, and is made without regard to one.',
      {
        asked: [DEFINING_FEATURES],
        differs: {
          certificate: 'It is tied to the instruction of the program.',
          certification: 'It is independent of any class or provider of training.',
        },
      },
    ),
    use: word(
      'Does the result count, or is it for practice?',
      'What the result is used for. Left out, it is summative.',
      {
        summative: 'It counts: the award depends on it.',
        formative: 'It helps people learn; the award does not depend on it.',
      },
      { ctdl: 'ceterms:assessmentUseType' },
    ),
    level: word(
      'Which level of practice is it meant for?',
      'The level of practice that it is meant for.',
      {
        entry: 'People who begin to work in the role.',
        independent: 'People who do the work of the role by themselves.',
        advanced: 'People who take on harder or wider work than the role asks of all.',
        expert: 'The most experienced, whom others ask for advice.',
      },
      { asked: [cite('NCCA-2021.S15')], ctdl: 'ceterms:audienceLevelType' },
    ),
    format: many(
      word(
        'What are people asked to do?',
        'What people are asked to do.',
        {
          'multiple-choice': 'Pick the one right answer.',
          'multiple-response': 'Pick all the right answers.',
          'situational-judgement': 'Pick the best response to a situation.',
          performance: 'Carry out a piece of work while being observed or recorded.',
          practical: 'Do hands-on tasks with real equipment or people.',
          simulation: 'Work in an imitation of the real situation.',
          oral: 'Answer examiners in conversation.',
          essay: 'Write an answer at length.',
          portfolio: 'Hand in a collection of work done before.',
          project: 'Plan and complete a larger piece of work.',
        },
        { ctdl: 'ceterms:assessmentMethodType' },
      ),
    ),
    items: countRange(
      'How many questions or tasks does it have?',
      'How many questions or tasks it has, scored or not; a range where it adapts to the person.',
    ),
    unscored: count('How many of them are tried out and do not count?', 'How many of the items are being tried out and do not count.'),
    forms: count('How many versions with different items are in use?', 'How many versions with different items are in use.'),
    'form-assembly': word(
      'How is a version put together?',
      'How a version is put together.',
      {
        fixed: 'The items are chosen beforehand and everybody with this version gets the same.',
        'linear-on-the-fly': 'Each person gets a set of their own, drawn by the same rules at the start.',
        adaptive: 'Each next item depends on the answers so far.',
      },
      { asked: [DEVELOPMENT] },
    ),
    duration: duration('How much time do people have?', 'How much time people have.', { ctdl: 'ceterms:estimatedDuration' }),
    delivery: many(
      word(
        'Where and how is it taken?',
        'Where and how it is taken.',
        {
          'test-center': 'At a test center.',
          'on-site': 'Where the class or event takes place, or at work.',
          'remote-proctored': 'Online from anywhere, with a proctor watching.',
          'remote-unproctored': 'Online from anywhere, with nobody watching.',
          paper: 'On paper.',
        },
        { asked: [ADMINISTRATION], ctdl: 'ceterms:deliveryType' },
      ),
    ),
    proctored: yesNo('Does somebody watch over it while it is taken?', 'Whether somebody watches over it while it is taken.', {
      asked: [ADMINISTRATION],
      ctdl: 'ceterms:isProctored',
    }),
    'open-book': yesNo('May books or notes be used?', 'Whether books or notes may be used.'),
    scoring: word(
      'What is a score compared with?',
      'What a score is compared with.',
      {
        'criterion-referenced': 'With a standard fixed beforehand; everybody who reaches it passes.',
        'norm-referenced': 'With the scores of the others; only a share of them can pass.',
      },
      { ctdl: 'ceterms:scoringMethodType' },
    ),
    'score-scale': range(
      'What are the lowest and the highest score?',
      'The lowest and highest score that can be reported, such as 200 to 800.',
    ),
    // The property allows one word beside numbers, so it has `words` although its type is not `word`.
    'passing-score': {
      ...passingScore(
        'Which score is enough to pass?',
        'The score that is enough to pass: a number on the scale, a percent, or so many of so many.',
        {
          asked: [PASSING],
          ctdl: 'ceterms:scoringMethodDescription',
        },
      ),
      words: { unpublished: 'It is set but not made public.' },
    },
    after: ref('assessment', 'Which assessment must be passed before this one?', 'The assessment that must be passed before this one.'),
    within: duration('How soon after the one before must it be taken?', 'How soon after the one before it must be taken.'),
    equating: word(
      'How are scores on different versions made to mean the same?',
      'How scores on different versions are made to mean the same.',
      {
        none: 'They are not adjusted.',
        'common-item': 'Versions share some items, and these link them.',
        'random-groups': 'Versions are handed out at random, and the groups are compared.',
        irt: 'A statistical model (item response theory) puts all items on one scale.',
      },
      { asked: [PASSING] },
    ),
    raters: count(
      'How many people judge each performance?',
      'How many people judge each performance or answer, independently of each other.',
      { asked: [DEVELOPMENT] },
    ),
    rubric: document('Where is the rubric that raters judge by?', 'The rubric that raters judge by: a path or an https address.', {
      asked: [DEVELOPMENT],
      ctdl: 'ceterms:scoringMethodExample',
    }),
    reliability: number('How consistent are the scores, from 0 to 1?', 'How consistent the scores are, from 0 to 1.', {
      asked: [RELIABILITY],
    }),
    'reliability-method': word('How was the reliability estimated?', 'How the reliability was estimated.', {
      'kr-20': 'Kuder-Richardson formula 20, for items that are right or wrong.',
      'kr-21': 'Kuder-Richardson formula 21, a shortcut that treats all items as equally hard.',
      alpha: "Cronbach's alpha, also for items with partial credit.",
      'split-half': 'The two halves of the assessment are compared.',
      'test-retest': 'The same people take it twice.',
      'inter-rater': 'The judgements of several raters are compared.',
      irt: 'From a statistical model (item response theory).',
    }),
    'standard-error': number(
      'What is the standard error of measurement, in points?',
      'How far a score may lie from the true one by chance, in points of the score.',
    ),
    'decision-consistency': number(
      'How consistent is the pass or fail decision, from 0 to 1?',
      'How often a repeat would lead to the same pass or fail, from 0 to 1.',
    ),
    attempts: count('How many times may a person try?', 'How many times a person may try.'),
    'retake-wait': many(
      duration(
        'How long is the wait before the next try?',
        'How long to wait before the next try. With several values, the last one holds for all later tries.',
      ),
    ),
    'score-report': many(
      word(
        'What are people told about their result?',
        'What people are told about their result.',
        {
          'pass-fail': 'Whether they passed.',
          total: 'Their overall score.',
          'by-domain': 'How they did in each part.',
        },
        { asked: [REPORTING] },
      ),
    ),
    'written-by': many(
      ref(['person', 'panel'], 'Who writes its items?', 'The people or panels that write its items.', {
        differs: {
          certification: 'People who teach preparation for it do not write its items.',
          certificate: 'Those who teach may also write it.',
        },
      }),
    ),
    fee: money('What does it cost to take it?', 'What it costs to take it.', { ctdl: 'ceterms:estimatedCost' }),
    version: text('Which version of the assessment is this?', 'Which version of the assessment or its outline this is.', {
      ctdl: 'ceterms:versionCode',
    }),
    effective: date('From when is this version used?', 'From when this version is used.', { ctdl: 'ceterms:dateEffective' }),
    until: date('Until when is this version used?', 'The last day on which this version is used.', { ctdl: 'ceterms:expirationDate' }),
    replaces: ref('assessment', 'Which assessment does it take the place of?', 'The assessment that this one takes the place of.', {
      ctdl: 'ceterms:supersedes',
    }),
    website: url('What is the address of its own page?', 'Its own page.', { ctdl: 'ceterms:subjectWebpage' }),
    ctid: text('What is its identifier in the Credential Registry?', "The assessment's identifier in the Credential Registry.", {
      ctdl: 'ceterms:ctid',
    }),
    'ctdl-type': text('What class of CTDL was it imported as?', 'The CTDL class of the assessment, kept as it was imported.'),
  },
  insert: ['measures', 'format', 'passing-score'],
});
export interface Assessment extends ModelOf<typeof assessment> {}
