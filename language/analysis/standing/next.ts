/** The next steps for a program, the most pressing first. */
import type { Finding } from '../../findings/finding.ts';
import { STAGES } from '../../vocabulary/stages.ts';
import { type FilePlace, leavesOf, type Readiness } from '../judging/readiness.ts';
import type { NextStep, Standing } from './standing.ts';

interface StandingSoFar extends Pick<Standing, 'program' | 'path' | 'timeline' | 'readiness' | 'holes'> {
  readonly found: readonly Finding[];
}

/** Returns errors, warnings and overdue dates, and then what the path, the standards and the holes still need; each appears once. */
export function nextSteps({ program, path, timeline, readiness, holes, found }: StandingSoFar): readonly NextStep[] {
  const step = (finding: Finding): NextStep => ({
    text: finding.message,
    severity: finding.severity,
    rule: finding.rule,
    at: { uri: program.at.uri, range: finding.range },
    reported: true,
    ...(finding.fixes.length > 0 && { fix: finding.fixes[0]!.adds ? 'adds' : 'changes' }),
  });
  const of = (severity: Finding['severity']): Finding[] => found.filter(one => one.severity === severity && !SAID_BELOW.has(one.rule));
  const timely = of('information').filter(({ rule }) => rule.startsWith('time/'));
  const overdue = timeline.filter(
    ({ state, at }) => state === 'overdue' && !found.some(one => one.rule.startsWith('time/') && sameLine(one, at, program.at.uri)),
  );
  const steps: NextStep[] = [
    ...of('error').map(step),
    ...of('warning').map(step),
    ...timely.map(step),
    ...overdue.map(({ what, date, at }): NextStep => ({ text: `Overdue since ${date}: ${what}.`, severity: 'information', at })),
    // For a declared kind, the rules already report what is missing.
    ...(program.kind === 'program'
      ? path.next.map((text): NextStep => ({ text, severity: 'information', rule: 'program/path', at: program.at }))
      : []),
    ...of('information')
      .filter(one => !timely.includes(one))
      .map(step),
    ...asked(readiness, found, program.at),
    ...holes.map(({ what, at }): NextStep => ({ text: `State the ${what}.`, severity: 'information', rule: 'language/hole', at })),
  ];
  const texts = new Set<string>();
  return steps.filter(({ text }) => !texts.has(text) && texts.add(text));
}

/** The rules whose findings are replaced by separate steps below: one for each hole, and one for each open question. */
const SAID_BELOW: ReadonlySet<string> = new Set(['language/hole', 'program/path']);

const sameLine = ({ range }: Finding, at: FilePlace, uri: string): boolean => at.uri === uri && at.range.start.line === range.start.line;

/** The greatest number of steps; a longer list would not help. */
const MOST = 5;

/** Returns what the foremost standard needs and no finding has reported yet, in the order of the stages. */
function asked(readiness: readonly Readiness[], found: readonly Finding[], at: FilePlace): readonly NextStep[] {
  const standard = readiness.find(one => one.claim !== 'lapsed' && one.standard !== 'DEFINING-FEATURES');
  if (!standard) return [];
  const said = new Set(found.map(({ rule }) => rule));
  const stages = Object.keys(STAGES);
  const order = (stage: string | undefined): number => (stage === undefined ? stages.length : stages.indexOf(stage));
  return standard.clauses
    .flatMap(leavesOf)
    .filter(({ id, status, ignored }) => (status === 'missing' || status === 'partly met') && !ignored && !said.has(id))
    .flatMap(clause => clause.features.map(feature => ({ clause, feature })))
    .filter(({ feature }) => feature.status === 'missing' && feature.lacks.length > 0 && !feature.failed.some(rule => said.has(rule)))
    .sort((a, b) => order(a.feature.stage) - order(b.feature.stage))
    .slice(0, MOST)
    .map(({ clause, feature }): NextStep => {
      const called = clause.number === undefined ? clause.title : `${clause.number}, ${clause.title}`;
      return {
        text: `${feature.advice ?? `Show this: ${feature.title}.`} (${standard.standard}: ${called})`,
        severity: 'information',
        rule: clause.id,
        at: standard.at ?? at,
        fix: 'adds',
      };
    });
}
