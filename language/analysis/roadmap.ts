/** How far a program has come on the way that programs of its kind take: each step done, in work or missing, judged from what is written. */
import type { CredFile } from '../model/file.ts';
import type { Milestone } from '../vocabulary/milestone.ts';
import type { Program } from '../vocabulary/program.ts';
import { STAGES } from '../vocabulary/stages.ts';
import { type Ground, reach } from './judging/block-view.ts';
import { featurePath, type PathFindings, see, UNSEEN } from './judging/feature-path.ts';
import type { FilePlace } from './judging/readiness.ts';
import { type RoadmapStep, STEPS } from './roadmap-steps.ts';
import type { Stage, StageStep } from './standing/standing.ts';

export function roadmapOf(program: Program, ground: Ground, file: CredFile): readonly Stage[] {
  const { today } = ground;
  return (Object.keys(STAGES) as Stage['stage'][]).map(stage => {
    const milestones = program.all('milestone').filter(one => one.stage?.value === stage);
    const deadline = deadlineOf(milestones);
    const steps = STEPS[program.kind][stage].map((step): StageStep => {
      const { status, at } = step.opening ? opening(program, file, today) : judged(step, ground);
      const late = status !== 'done' && deadline !== undefined;
      return {
        what: step.what,
        detail: step.detail,
        status,
        ...(late && { due: deadline.text }),
        ...(late && deadline.to < today && { overdue: true }),
        ...(at && { at }),
      };
    });
    return { stage, steps: [...steps, ...milestones.map(one => milestoneStep(one, file, today))] };
  });
}

function judged({ needs = [], anyOf = [] }: RoadmapStep, ground: Ground): { status: StageStep['status']; at?: FilePlace } {
  const look = (text: string): PathFindings => {
    const path = featurePath(text);
    return path ? see(path, reach(ground, path.kinds), ground.today) : UNSEEN;
  };
  const ways = anyOf.map(look);
  const best = ways.find(one => one.shown.length > 0) ?? ways.find(one => one.holes.length > 0) ?? ways[0];
  const seen = [...needs.map(look), ...(best ? [best] : [])];
  const shown = seen.filter(one => one.shown.length > 0);
  // The hole is where there is something to do.
  const hole = seen.find(one => one.shown.length === 0 && one.holes.length > 0);
  const status = shown.length === seen.length ? 'done' : shown.length > 0 || hole ? 'in work' : 'missing';
  const at = (status === 'in work' ? hole?.holes[0] : undefined) ?? shown[0]?.shown[0];
  return { status, ...(at && { at: at() }) };
}

/** A program is open when it says so, or says nothing else and has not put its launch ahead. */
function opening({ status, launched, headSpan }: Program, file: CredFile, today: string): { status: StageStep['status']; at?: FilePlace } {
  const stated = status?.value ?? (status || (launched && (!launched.value || launched.value.from > today)) ? 'developing' : 'operating');
  const at = { uri: file.uri, range: file.range((launched ?? status)?.span ?? headSpan) };
  if (stated === 'piloting') return { status: 'in work', at };
  if (stated !== 'planned' && stated !== 'developing') return { status: 'done', at };
  return launched?.value ? { status: 'in work', at } : { status: 'missing', ...(launched && { at }) };
}

function milestoneStep({ done, due, label, headSpan }: Milestone, file: CredFile, today: string): StageStep {
  const isDone = done?.value !== undefined && done.value.from <= today;
  return {
    what: label,
    status: isDone ? 'done' : due?.value || done?.value ? 'in work' : 'missing',
    ...(due?.value && { due: due.value.text }),
    ...(!isDone && due?.value && due.value.to < today && { overdue: true }),
    at: { uri: file.uri, range: file.range(headSpan) },
  };
}

/** What a stage still has to do is due with the last of its open milestones. */
function deadlineOf(milestones: readonly Milestone[]) {
  const open = milestones.filter(({ done }) => done?.value === undefined).flatMap(({ due }) => due?.value ?? []);
  return open.reduce<(typeof open)[number] | undefined>((last, one) => (last && last.to >= one.to ? last : one), undefined);
}
