import type { Fix } from '../../findings/finding.ts';
import { addStated, replace } from '../../fixes/fix.ts';
import { isPast, later } from '../../model/day.ts';
import { PROGRAMS } from '../../vocabulary/define.ts';
import type { Evaluation } from '../../vocabulary/evaluation.ts';
import type { Policy } from '../../vocabulary/policy.ts';
import { practice, type RuleContext, rule } from '../define.ts';
import { current, isHistory, type KnownDate, known, when } from './days.ts';

/** What was to be done by now, by the author's own dates. */
export default rule('time/overdue', {
  title: 'What was due by now has been done',
  severity: 'information',
  source: practice("The author's own dates"),
  appliesTo: [...PROGRAMS, 'organization'],
  check(owner, context) {
    if (isHistory(owner, context.today)) return;
    const { file } = context;
    for (const milestone of owner.all('milestone')) {
      const due = !milestone.done && known(milestone.due);
      if (due)
        past(due, `"${milestone.label}" was due`, 'State by "done" when it was reached, or set a new date.', context, [
          addStated(file, milestone, 'done', '?', 'Add "done: ?", if it was reached'),
        ]);
    }
    const kept = owner.all('assessment').filter(one => !isHistory(one, context.today));
    for (const studies of [
      owner.all('needs-analysis'),
      owner.all('job-analysis'),
      ...kept.map(assessment => assessment.all('standard-setting')),
    ]) {
      for (const study of current<(typeof studies)[number]>(studies)) {
        const due = known(study.nextDue);
        const within = study.parent?.label;
        if (due)
          past(
            due,
            `The next ${study.kind.replaceAll('-', ' ')} of "${within}" was due`,
            'Describe it if it is done, or set a new date.',
            context,
            [replace(file, due, '?', 'Write "?" for a new date')],
          );
      }
    }
    for (const policy of owner.all('policy')) reviewed(policy, context);
    const evaluations = owner.all('evaluation');
    for (const evaluation of evaluations) if (isLast(evaluation, evaluations)) repeated(evaluation, context);
  },
});

/** Returns whether no other evaluation of the same or unknown type may be newer. */
function isLast(evaluation: Evaluation, all: readonly Evaluation[]): boolean {
  const type = evaluation.type?.value;
  return current(all.filter(one => type === undefined || one.type?.value === undefined || one.type.value === type)).includes(evaluation);
}

/** Reports a policy that is due for review, counted from its last review or approval. */
function reviewed(policy: Policy, context: RuleContext): void {
  if (policy.reviewed && !known(policy.reviewed)) return;
  const [approved, looked] = [known(policy.approved), known(policy.reviewed)];
  const last = looked && !(approved && approved.value.to > looked.value.to) ? looked : approved;
  if (!last) return;
  const name =
    policy.title ?? (policy.covers ? `Policy on ${policy.covers.items.flatMap(({ value }) => value ?? []).join(', ')}` : policy.label);
  const fix = policy.reviewed
    ? replace(context.file, policy.reviewed, '?', 'Write "?" for the date of a later review')
    : addStated(context.file, policy, 'reviewed', '?', 'Add "reviewed: ?", if it was reviewed since');
  again(last, policy.reviewEvery, `"${name}" was last ${last === looked ? 'reviewed' : 'approved'}`, 'a review', context, [fix]);
}

const repeated = (evaluation: Evaluation, context: RuleContext): void => {
  const last = known(evaluation.conducted);
  const type = evaluation.type?.value?.replaceAll('-', ' ') ?? 'evaluation';
  if (last)
    again(
      last,
      evaluation.every,
      `The ${evaluation.title ? `"${evaluation.title}"` : type} of "${evaluation.parent?.label}" was last done`,
      'the next one',
      context,
      [replace(context.file, last, '?', 'Write "?" for the date of a later one')],
    );
};

function again(
  last: KnownDate,
  every: Evaluation['every'],
  was: string,
  what: string,
  { file, today, report }: RuleContext,
  fixes: readonly Fix[],
): void {
  const due = every?.value && later(last.value, every.value.amount, every.value.unit);
  if (!due || !isPast(due, today)) return;
  report({
    at: last,
    nature: 'weak',
    message: `${was} ${when(last.value)}; ${what} was due ${when(due)}. State the date if it is done, or how often it is done now.`,
    fixes,
    related: [{ at: every!, message: `It is to be done every ${file.textOf(every!.span)}.` }],
  });
}

function past(due: KnownDate, what: string, doThis: string, { today, report }: RuleContext, fixes: readonly Fix[]): void {
  if (isPast(due.value, today)) report({ at: due, nature: 'weak', message: `${what} ${when(due.value)}. ${doThis}`, fixes });
}
