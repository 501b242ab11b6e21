/** Judges how far a program has come in the usual steps of its kind: each step is done, in work or missing, according to the text. */
import type { CredFile } from '../model/file.ts';
import type { Milestone } from '../vocabulary/milestone.ts';
import type { Program } from '../vocabulary/program.ts';
import { STAGES } from '../vocabulary/stages.ts';
import { down, type Ground, reach } from './judging/block-view.ts';
import { featurePath, type PathFindings, see, UNSEEN } from './judging/feature-path.ts';
import type { FilePlace } from './judging/readiness.ts';
import type { RoadmapStep } from './roadmap-shared.ts';
import { STEPS } from './roadmap-steps.ts';
import type { Stage, StageStep } from './standing/standing.ts';

/** Returns the stages of a program with their steps. */
export function roadmapOf(program: Program, ground: Ground, file: CredFile): readonly Stage[] {
  const { today } = ground;
  return (Object.keys(STAGES) as Stage['stage'][]).map(stage => {
    const milestones = program.all('milestone').filter(one => one.stage?.value === stage);
    const deadline = deadlineOf(milestones);
    const listed = STEPS[program.kind][stage].filter(
      ({ where = [] }) => where.length === 0 || where.some(path => look(path, ground).some(isShown)),
    );
    const steps = listed.map((step): StageStep => {
      const { what, detail, takes, by, after, ifWanted } = step;
      const milestone = milestones.find(({ title }) => title && same(title, what));
      const { status, at } = milestone
        ? milestoneStep(milestone, file, today)
        : step.opening
          ? opening(program, file, today)
          : judged(step, ground);
      const late = status !== 'done' && !ifWanted && deadline !== undefined;
      return {
        what,
        detail,
        status,
        takes,
        by,
        ...(after && { after }),
        ...(ifWanted && { ifWanted }),
        ...(late && { due: deadline.text }),
        ...(late && deadline.to < today && { overdue: true }),
        ...(at && { at }),
      };
    });
    const others = milestones.filter(({ title }) => !title || !listed.some(({ what }) => same(title, what)));
    return { stage, steps: [...steps, ...others.map(one => milestoneStep(one, file, today))] };
  });
}

const same = (title: string, what: string): boolean => title.trim().toLowerCase() === what.toLowerCase();
const isShown = ({ shown }: PathFindings): boolean => shown.length > 0;

/** The kinds whose every block must show a step. Of other kinds, such as policies, one block is enough. */
const EACH: ReadonlySet<string> = new Set(['assessment', 'eligibility', 'module', 'outcome', 'domain']);

/** Looks for a path: once, or once in every block of its first kind. */
function look(text: string, ground: Ground): readonly PathFindings[] {
  const path = featurePath(text);
  if (!path) return [UNSEEN];
  const [first, ...rest] = path.kinds;
  const blocks = first !== undefined && EACH.has(first) && path.key !== undefined ? reach(ground, [first]) : [];
  if (blocks.length === 0) return [see(path, reach(ground, path.kinds), ground.today)];
  return blocks.map(block => see(path, down([block], rest, ground.today), ground.today));
}

function judged({ needs = [], anyOf = [], onlyPlanned }: RoadmapStep, ground: Ground): { status: StageStep['status']; at?: FilePlace } {
  if (needs.length + anyOf.length === 0) return { status: 'not said' };
  const ways = anyOf.map(text => look(text, ground));
  const best = ways.find(way => way.every(isShown)) ?? ways.find(way => way.some(one => isShown(one) || one.holes.length > 0)) ?? ways[0];
  const seen = [...needs.flatMap(text => look(text, ground)), ...(best ?? [])];
  const shown = seen.filter(isShown);
  // A step in work is shown at its hole, where something is to be done.
  const hole = seen.find(one => !isShown(one) && one.holes.length > 0);
  const status = shown.length === seen.length && !onlyPlanned ? 'done' : shown.length > 0 || hole ? 'in work' : 'missing';
  const at = (status === 'in work' ? hole?.holes[0] : undefined) ?? shown[0]?.shown[0];
  return { status, ...(at && { at: at() }) };
}

/** Returns whether a program is open: it states so, or states nothing else and has no launch date in the future. */
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

/** Returns a stage's deadline: the latest date of its open milestones. */
function deadlineOf(milestones: readonly Milestone[]) {
  const open = milestones.filter(({ done }) => done?.value === undefined).flatMap(({ due }) => due?.value ?? []);
  return open.reduce<(typeof open)[number] | undefined>((last, one) => (last && last.to >= one.to ? last : one), undefined);
}
