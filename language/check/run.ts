/** Runs rules on one block or file, and gives each report its severity. */

import type { Severity } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import { type Block, isBlock } from '../model/bind.ts';
import type { AnyBlock, Stated } from '../model/block.ts';
import type { NamedFacts } from '../model/facts.ts';
import { type CredFile, programOf } from '../model/file.ts';
import { type Names, resolve } from '../model/scope.ts';
import type { Span } from '../model/span.ts';
import type { Reference } from '../model/values.ts';
import type { Place, Report, Rule, RuleContext } from '../rules/define.ts';

/** Set if a finding belongs to a clause of a standard rather than to a rule. */
interface StandardSource {
  /** The standard's name. */
  readonly standard?: string;
  /** The place of the clause, if it has no page. */
  readonly help?: string;
}

/** A report of a rule; its place is still held by the text's tokens. */
export interface Reported {
  readonly rule: Pick<Rule, 'id' | 'severity'> & StandardSource;
  readonly severity: Severity;
  readonly at: Span;
  readonly report: Report;
}

/** Returns a block and all blocks inside it. */
export function subtree(block: Block, into: Block[] = []): Block[] {
  into.push(block);
  for (const child of block.children) subtree(child, into);
  return into;
}

/** The groups of rules that apply to a program of undecided kind. */
const UNDECIDED: ReadonlySet<string> = new Set(['language', 'alignment', 'program']);
/** Returns the part of a rule's id before the slash. */
export const groupOf = (rule: Pick<Rule, 'id'>): string => rule.id.slice(0, rule.id.indexOf('/'));

/** Runs rules on a file or on its blocks, one after the other, and collects their reports. */
export interface Runner {
  /** Runs the rules on a block, or on the file if no block is given. */
  run(rules: readonly Rule[], block?: AnyBlock): void;
  readonly reported: readonly Reported[];
  /** The rules that reported anything, even if the settings turn the report off. */
  readonly reportedRules: ReadonlySet<string>;
}

/** Returns a runner for one check of a file. */
export function runner(file: CredFile, names: Names, host: Host): Runner {
  const reported: Reported[] = [];
  const reportedRules = new Set<string>();
  let speaking: Rule;
  let block: AnyBlock | undefined;
  const remembered = new Map<unknown, Map<object, unknown>>();
  // All rules and blocks share this one context, because there are many of them, and most report nothing.
  const context: RuleContext = {
    file,
    names,
    host,
    today: host.today,
    target: stated => targetOf(stated, file, names),
    block: (stated, kind) => {
      const named = targetOf(stated, file, names);
      const found = named && named.uri === file.uri ? file.blockOf(named) : undefined;
      return (found && (!kind || found.kind === kind) ? found : undefined) as never;
    },
    once: (look, subject) => {
      let answers = remembered.get(look);
      if (!answers) remembered.set(look, (answers = new Map()));
      if (!answers.has(subject)) answers.set(subject, look(subject, context));
      return answers.get(subject) as never;
    },
    report: report => {
      const rule = speaking;
      reportedRules.add(rule.id);
      const severity = severityOf(rule, report, block ?? blockOfPlace(report.at), host, file.uri);
      if (severity !== 'off') reported.push({ rule, severity, at: spanOf(report.at), report });
    },
  };
  const run = (rules: readonly Rule[], over?: AnyBlock): void => {
    if (rules.length === 0) return;
    block = over;
    const undecided = programOf(block)?.kind === 'program';
    for (const rule of rules) {
      if (undecided && !UNDECIDED.has(groupOf(rule))) continue;
      speaking = rule;
      rule.check((block ?? file) as never, context);
    }
  };
  return { run, reported, reportedRules };
}

/** Returns the severity of a report: by default the rule's, which the program's status and the settings can change. */
export function severityOf(
  rule: Pick<Rule, 'id' | 'severity'>,
  report: Report,
  block: AnyBlock | undefined,
  host: Host,
  uri: string,
): Severity | 'off' {
  const program = programOf(block);
  const set = host.severity(rule.id, { uri, program: program?.name });
  if (set) return set;
  const severity = report.severity ?? rule.severity;
  const nature = report.nature ?? (severity === 'error' ? 'contradiction' : 'missing');
  if (groupOf(rule) === 'language') return severity;
  const status = (program?.stated('status') as Stated<string> | undefined)?.value;
  if ((status === 'retired' || status === 'suspended') && severity !== 'error') return 'off';
  if ((status === 'planned' || status === 'developing') && nature === 'missing' && severity === 'warning') return 'information';
  return severity;
}

function targetOf(stated: Stated<Reference | string> | undefined, file: CredFile, names: Names): NamedFacts | undefined {
  if (!stated?.value || typeof stated.value === 'string') return undefined;
  return resolve(stated.value, stated.property.owner, file, names, stated.property.table?.to);
}

/** Returns the tokens that a finding underlines: of a block its kind, name and title. */
export function spanOf(place: Place): Span {
  if (isBlock(place)) return place.headSpan;
  return 'first' in place ? place : (place as Stated<unknown>).span;
}

const blockOfPlace = (place: Place): AnyBlock | undefined =>
  isBlock(place) ? place : 'property' in place ? place.property.owner : undefined;
