/**
 * The code actions at a place, the most useful first: safe fixes, everything that is missing, the fixes of each finding; then silencing,
 * here
 * with a reason or in the whole project; and last another kind of program.
 */

import { addMissing, editsBetween, fixSafely, missingFixes } from '../check/apply-fixes.ts';
import type { Edit, Finding, Severity } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import { plain } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import { isBefore, type TextRange } from '../model/lines.ts';
import type { Names } from '../model/scope.ts';
import { counted } from '../model/sentence.ts';
import { PROGRAMS } from '../vocabulary/define.ts';
import { isProgramKind, kindOf } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';
import { ruleSettings, type SettingsPlace, silencedGroups } from './silence.ts';
import { split } from './split.ts';

export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor.rewrite' | 'source.fixAll.cred';
  readonly edits: readonly Edit[];
  /** The edits of other files, by URI. */
  readonly elsewhere?: ReadonlyMap<string, readonly Edit[]>;
  /** The edits of the project's settings. */
  readonly settings?: { readonly place: SettingsPlace; readonly edits: readonly Edit[] };
  /** The findings here that the action resolves. */
  readonly findings?: readonly Finding[];
  readonly preferred?: boolean;
  /** Whether the text of its edits has `$0` at the place for the cursor. */
  readonly hasCursor?: boolean;
  /** Whether computing its edits takes long, so that a client should ask for them only when the action is chosen. */
  readonly takesLong?: boolean;
}

export interface ActionRequest {
  readonly range: TextRange;
  /** If given, only actions of these kinds and their subkinds are returned. */
  readonly only?: readonly string[] | undefined;
  /** The settings in which a rule can be turned off for the project. */
  readonly settings?: SettingsPlace | undefined;
}

/** Returns the actions for a range of a file. */
export function actions(file: CredFile, findings: readonly Finding[], asked: ActionRequest, names: Names, host: Host): Action[] {
  // The empty kind is the root of all kinds.
  const wants = (kind: string): boolean => !asked.only || asked.only.some(only => !only || kind === only || kind.startsWith(`${only}.`));
  const out: Action[] = [];
  if (wants('quickfix')) {
    const here = findings.filter(finding => touch(finding.range, asked.range));
    const fixes = [...here].sort((one, other) => RANK[one.severity] - RANK[other.severity]).flatMap(fixesOf);
    out.push(...fixes.filter(({ preferred }) => preferred), ...addAll(file, findings, asked.range, names, host));
    out.push(...fixes.filter(({ preferred }) => !preferred), ...quietly(file, here, asked.settings));
  }
  if (wants('refactor.rewrite')) out.push(...otherKinds(file, asked.range), ...twoPrograms(file, asked.range, names, host.indent));
  if (asked.only && wants('source.fixAll.cred')) {
    const edits = editsBetween(file.text, fixSafely(file, names, host));
    if (edits.length > 0) out.push({ title: 'Fix all that is certain', kind: 'source.fixAll.cred', edits });
  }
  return out;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** Returns the actions for the fixes of a finding. Additions of a standard's finding to several files are one action. */
function fixesOf(finding: Finding): Action[] {
  const { fixes } = finding;
  const [first] = fixes;
  if (first && fixes.length > 1 && finding.standard !== undefined && fixes.every(({ adds }) => adds)) {
    const inFile = (uri: string | undefined): Edit[] => fixes.filter(fix => fix.in === uri).flatMap(fix => fix.edits());
    const others = [...new Set(fixes.flatMap(fix => fix.in ?? []))];
    const elsewhere = new Map(others.map(uri => [uri, inFile(uri)]));
    return [{ title: first.title, kind: 'quickfix', edits: inFile(undefined), elsewhere, findings: [finding] }];
  }
  return fixes.map((fix, i) => {
    const edits = fix.edits();
    const changes = fix.in === undefined ? { edits } : { edits: [], elsewhere: new Map([[fix.in, edits]]) };
    return { title: fix.title, kind: 'quickfix', ...changes, findings: [finding], preferred: i === 0 && fix.safe };
  });
}

/**
 * Returns the actions that add everything that is missing: what a standard still needs, at the standard's name and at its findings; and the
 * features of a program's kind, there and at the reports of them. They are preferred, and carry the findings here that they resolve.
 */
function addAll(file: CredFile, findings: readonly Finding[], range: TextRange, names: Names, host: Host): Action[] {
  const out: Action[] = [];
  const isHere = (place: TextRange): boolean => touch(place, range);
  const offer = (program: Program, standard: string | undefined, places: readonly TextRange[], title: (count: number) => string): void => {
    const fixes = missingFixes(file, program, findings, standard);
    const settled = findings.filter(finding => finding.fixes.some(fix => fixes.includes(fix)));
    const count = standard === undefined ? fixes.length : clausesIn(settled);
    if (count < 2 || ![...places, ...settled.map(one => one.range)].some(isHere)) return;
    const added = remembered(() => addedBetween(file, addMissing(file, program, names, host, standard), names));
    out.push({
      title: title(count),
      kind: 'quickfix',
      get edits() {
        return added().edits;
      },
      get elsewhere() {
        return added().elsewhere;
      },
      findings: settled.filter(one => isHere(one.range)),
      preferred: true,
      takesLong: true,
    });
  };
  for (const program of file.programs) {
    const head = file.range({ first: program.kindSpan.first, last: (program.titleSpan ?? program.headSpan).last });
    const named = program.all('accreditation').flatMap(({ standard }) => (standard?.value === undefined ? [] : [standard]));
    const places = [head, ...named.map(({ span }) => file.range(span))];
    for (const { value, span } of named) {
      const standard = plain(value);
      offer(program, standard, [head, file.range(span)], count => `Add what ${standard} still asks for (${counted(count, 'clause')})`);
    }
    offer(program, undefined, places, count => `Add all missing features of "${program.label}" (${count})`);
  }
  return out;
}

/** Counts the clauses that findings of a standard are about. */
const clausesIn = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { fixes }) => sum + Math.max(...fixes.map(({ clauses = 1 }) => clauses)), 0);

function addedBetween(file: CredFile, texts: ReadonlyMap<string, string>, names: Names): Required<Pick<Action, 'edits' | 'elsewhere'>> {
  const elsewhere = new Map<string, readonly Edit[]>();
  for (const [uri, text] of texts) if (uri !== file.uri) elsewhere.set(uri, editsBetween(names.file!(uri)!.text, text));
  return { edits: editsBetween(file.text, texts.get(file.uri) ?? file.text), elsewhere };
}

/** Returns a function that computes its value on the first call and returns the same value afterwards. */
function remembered<T>(work: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: work() }).value;
}

/** Returns the actions that silence findings: here, where the author writes the reason, and in the whole project. */
function quietly(file: CredFile, here: readonly Finding[], place: SettingsPlace | undefined): Action[] {
  const ignores = silencedGroups(file, here).map(
    (group): Action => ({
      title: `Ignore ${group.called} here, with a reason`,
      kind: 'quickfix',
      edits: group.edits(),
      findings: group.findings,
      hasCursor: true,
    }),
  );
  const settings = (place ? ruleSettings(here, place) : []).map(
    ({ title, finding, edits }): Action => ({
      title,
      kind: 'quickfix',
      edits: [],
      settings: { place: place!, edits },
      findings: [finding],
    }),
  );
  return [...ignores, ...settings];
}

function otherKinds(file: CredFile, range: TextRange): Action[] {
  const program = file.programs.find(one => touch(file.range(one.kindSpan), range));
  if (!program || !isProgramKind(program.kind)) return [];
  return PROGRAMS.filter(kind => kind !== program.kind).map(kind => ({
    title: `Change it to ${kindOf(kind)!.called}`,
    kind: 'refactor.rewrite',
    edits: [{ ...file.offsets(program.kindSpan), text: kind }],
  }));
}

/** Returns an action that splits a program that both teaches and certifies. */
function twoPrograms(file: CredFile, range: TextRange, names: Names, indent: string | undefined): Action[] {
  const program = file.programs.find(one =>
    touch(file.range({ first: one.kindSpan.first, last: (one.titleSpan ?? one.headSpan).last }), range),
  );
  const text = program && split(program, file, names, indent);
  if (text === undefined) return [];
  const title = `Split "${program!.label}" into a certificate program and a certification`;
  return [{ title, kind: 'refactor.rewrite', edits: editsBetween(file.text, text) }];
}

const touch = (one: TextRange, other: TextRange): boolean => !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
