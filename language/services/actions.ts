/** What can be done at a place: the findings' fixes, being quiet with a reason, adding all that is missing, another kind of program. */

import { addMissing, editsBetween, fixSafely, missingFixes } from '../check/apply-fixes.ts';
import type { Edit, Finding } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import { layoutOf } from '../fixes/place.ts';
import { plain } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import { isBefore, type TextRange } from '../model/lines.ts';
import type { Names } from '../model/scope.ts';
import { PROGRAMS } from '../vocabulary/define.ts';
import { isProgramKind, kindOf } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';
import { split } from './split.ts';

export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor.rewrite' | 'source.fixAll.cred';
  readonly edits: readonly Edit[];
  /** Edits of other files, by address. */
  readonly elsewhere?: ReadonlyMap<string, readonly Edit[]>;
  /** The finding that it settles. */
  readonly finding?: Finding;
  readonly preferred?: boolean;
}

export interface ActionRequest {
  readonly range: TextRange;
  /** Only actions of these kinds (and below them), where given. */
  readonly only?: readonly string[] | undefined;
}

export function actions(file: CredFile, findings: readonly Finding[], asked: ActionRequest, names: Names, host: Host): Action[] {
  // The empty kind is the one that all others are below.
  const wants = (kind: string): boolean => !asked.only || asked.only.some(only => !only || kind === only || kind.startsWith(`${only}.`));
  const out: Action[] = [];
  if (wants('quickfix')) {
    const here = findings.filter(finding => touch(finding.range, asked.range));
    for (const finding of here) {
      for (const [i, fix] of finding.fixes.entries()) {
        const edits = fix.edits();
        const changes = fix.in === undefined ? { edits } : { edits: [], elsewhere: new Map([[fix.in, edits]]) };
        out.push({ title: fix.title, kind: 'quickfix', ...changes, finding, preferred: i === 0 && fix.safe });
      }
    }
    out.push(...addAll(file, findings, asked.range, names, host));
    for (const finding of here) out.push(ignore(file, finding));
  }
  if (wants('refactor.rewrite')) out.push(...otherKinds(file, asked.range), ...twoPrograms(file, asked.range, names, host.indent));
  if (asked.only && wants('source.fixAll.cred')) {
    const edits = editsBetween(file.text, fixSafely(file, names, host));
    if (edits.length > 0) out.push({ title: 'Fix all that is certain', kind: 'source.fixAll.cred', edits });
  }
  return out;
}

/**
 * What is missing, all at once: the features of its kind on a program's head, where one of them is reported; and what a
 * standard still asks for there too, where the program names the standard, and where one of its findings stands.
 */
function addAll(file: CredFile, findings: readonly Finding[], range: TextRange, names: Names, host: Host): Action[] {
  const out: Action[] = [];
  const offer = (program: Program, standard: string | undefined, title: (count: number) => string): void => {
    const count = missingFixes(file, program, findings, standard).length;
    if (count < 2) return;
    const texts = addMissing(file, program, names, host, standard);
    const elsewhere = new Map<string, readonly Edit[]>();
    for (const [uri, text] of texts) if (uri !== file.uri) elsewhere.set(uri, editsBetween(names.file!(uri)!.text, text));
    out.push({ title: title(count), kind: 'quickfix', edits: editsBetween(file.text, texts.get(file.uri) ?? file.text), elsewhere });
  };
  for (const program of file.programs) {
    const onHead = touch(file.range({ first: program.kindSpan.first, last: (program.titleSpan ?? program.headSpan).last }), range);
    if (onHead) offer(program, undefined, count => `Add all missing features of "${program.label}" (${count})`);
    for (const accreditation of program.all('accreditation')) {
      const { standard } = accreditation;
      if (standard?.value === undefined) continue;
      const asked = plain(standard.value);
      const inProgram = file.range(program.span);
      const ofStandard = findings.filter(one => one.standard === asked && touch(one.range, inProgram));
      const here = onHead || [file.range(standard.span), ...ofStandard.map(one => one.range)].some(one => touch(one, range));
      if (here && ofStandard.length > 0) offer(program, asked, count => `Add what ${asked} still asks for (${count})`);
    }
  }
  return out;
}

/** A comment above the member; its reason is for the author to write, and Cred asks for it. */
function ignore(file: CredFile, finding: Finding): Action {
  const { lines, text } = file;
  const start = lines.start(finding.range.start.line);
  const indent = /^[ \t]*/.exec(text.slice(start))![0];
  const { eol } = layoutOf(file, file.root);
  // The first line is where an ignore covers the whole file, so there it stands at the line's end.
  const edit =
    finding.range.start.line === 0
      ? { start: lines.end(0), end: lines.end(0), text: ` // cred-ignore ${finding.rule}: ` }
      : { start, end: start, text: `${indent}// cred-ignore ${finding.rule}: ${eol}` };
  return { title: `Ignore ${finding.rule} here, with a reason`, kind: 'quickfix', edits: [edit], finding };
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

/** A hybrid as a certificate program and a certification. */
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
