/**
 * A file's findings: each rule on each block that it applies to, then in one place, for all of them, what the program's
 * status softens, what the project's settings say and what an ignore silences.
 */
import { isBlock } from '../model/bind.ts';
import type { AnyBlock, Stated } from '../model/block.ts';
import type { Named } from '../model/facts.ts';
import { type CredFile, programOf } from '../model/file.ts';
import { type Names, resolve } from '../model/scope.ts';
import { offsets } from '../model/span.ts';
import type { Reference } from '../model/values.ts';
import type { Context, Place, Report, Rule } from '../rules/define.ts';
import { RULES } from '../rules/index.ts';
import type { Finding, Related, Severity } from './finding.ts';
import type { Host } from './host.ts';
import { type Ignore, ignoresOf, names as namesRule } from './ignore.ts';
import { ignoreFindings } from './ignore-findings.ts';

const FILE_RULES = RULES.filter(rule => !rule.appliesTo);
const BLOCK_RULES = new Map<string, Rule[]>();
for (const rule of RULES) for (const kind of rule.appliesTo ?? []) BLOCK_RULES.set(kind, [...(BLOCK_RULES.get(kind) ?? []), rule]);

export interface Checked {
  readonly findings: readonly Finding[];
  /** Top-level names that were asked for: when one of them changes, so may the findings. */
  readonly asked: ReadonlySet<string>;
  readonly ignores: readonly Ignore[];
}

export function check(file: CredFile, project: Names, host: Host): Checked {
  const asked = new Set<string>();
  const names: Names = { ...project, top: name => (asked.add(name), project.top(name)), all: project.all };
  const ignores = ignoresOf(file);
  const findings: { finding: Finding; start: number }[] = [];

  const run = (rule: Rule, subject: AnyBlock | CredFile, block: AnyBlock | undefined): void => {
    const program = programOf(block);
    if (program?.kind === 'program' && !UNDECIDED.has(groupOf(rule))) return;
    const context: Context = {
      file, names, host, today: host.today,
      target: stated => targetOf(stated, file, names),
      block: (stated, kind) => {
        const named = targetOf(stated, file, names);
        const found = named && named.uri === file.uri ? file.blockOf(named) : undefined;
        return (found && (!kind || found.kind === kind) ? found : undefined) as never;
      },
      report: report => add(rule, report, block),
    };
    rule.check(subject as never, context);
  };
  const add = (rule: Rule, report: Report, block: AnyBlock | undefined): void => {
    const at = offsetsOf(report.at);
    const severity = severityOf(rule, report, block ?? blockOfPlace(report.at), host);
    if (severity === 'off') return;
    if (silenced(ignores, rule.id, at.start)) return;
    const related = report.related?.map((one): Related => relatedOf(file, one.at, one.message));
    findings.push({
      start: at.start,
      finding: {
        rule: rule.id, severity, message: report.message, range: file.lines.range(at.start, at.end), help: host.help(rule.id),
        fixes: report.fixes ?? [], ...(related?.length && { related }), ...(report.unnecessary && { unnecessary: true }),
      },
    });
  };

  for (const rule of FILE_RULES) run(rule, file, undefined);
  for (const block of file.blocks) for (const rule of BLOCK_RULES.get(block.kind) ?? []) run(rule, block, block);
  ignoreFindings(file, ignores, (rule, report) => add(rule, report, undefined));
  findings.sort((a, b) => a.start - b.start);
  return { findings: findings.map(({ finding }) => finding), asked, ignores };
}

/** The groups that speak of a program whose kind is not decided. */
const UNDECIDED: ReadonlySet<string> = new Set(['language', 'alignment', 'program']);
const groupOf = (rule: Rule): string => rule.id.slice(0, rule.id.indexOf('/'));

function severityOf(rule: Rule, report: Report, block: AnyBlock | undefined, host: Host): Severity | 'off' {
  const set = host.severity(rule.id);
  if (set) return set;
  const severity = report.severity ?? rule.severity;
  const nature = report.nature ?? (severity === 'error' ? 'contradiction' : 'missing');
  if (groupOf(rule) === 'language') return severity;
  const status = (programOf(block)?.stated('status') as Stated<string> | undefined)?.value;
  if ((status === 'retired' || status === 'suspended') && severity !== 'error') return 'off';
  if ((status === 'planned' || status === 'developing') && nature === 'missing' && severity === 'warning') return 'information';
  return severity;
}

function silenced(ignores: readonly Ignore[], rule: string, start: number): boolean {
  let hit = false;
  for (const ignore of ignores) {
    if (start < ignore.from || start > ignore.to) continue;
    for (const { id } of ignore.rules) {
      if (!namesRule(id, rule)) continue;
      ignore.used.add(id);
      hit = true;
    }
  }
  return hit;
}

function targetOf(stated: Stated<Reference | string> | undefined, file: CredFile, names: Names): Named | undefined {
  if (!stated?.value || typeof stated.value === 'string') return undefined;
  return resolve(stated.value, stated.property.owner, file, names, stated.property.table?.to);
}

function offsetsOf(place: Place): { start: number; end: number } {
  if (isBlock(place)) return offsets(place.headSpan);
  if ('first' in place) return offsets(place);
  return offsets(place.span);
}

const blockOfPlace = (place: Place): AnyBlock | undefined => (isBlock(place) ? place : 'property' in place ? place.property.owner : undefined);

function relatedOf(file: CredFile, place: Place | Named, message: string): Related {
  if ('uri' in place) return { uri: place.uri, range: place.range, message };
  const { start, end } = offsetsOf(place);
  return { uri: file.uri, range: file.lines.range(start, end), message };
}
