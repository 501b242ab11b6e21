/**
 * Reports what a standard that a program seeks still needs: a finding for each clause, one for all clauses that no text can show, and, for
 * a standard that it holds, one with a count. What a rule has already reported is not repeated.
 */
import { canBeShown } from '../analysis/judging/judge.ts';
import {
  type ClauseState,
  type FeatureState,
  type FilePlace,
  groundOf,
  leavesOf,
  ownerOf,
  type Readiness,
  readinessBy,
  same,
  standardOf,
} from '../analysis/judging/readiness.ts';
import type { Host } from '../findings/host.ts';
import { type Ignore, ignoresOf, names as namesRule } from '../findings/ignore.ts';
import type { Block } from '../model/bind.ts';
import type { Stated } from '../model/block.ts';
import { type NamedFacts, valuesOf } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { listed } from '../model/sentence.ts';
import { offsets } from '../model/span.ts';
import type { Report } from '../rules/define.ts';
import { clauseId, OPEN, SHOWN } from '../standards/ids.ts';
import { isStandard } from '../standards/index.ts';
import type { Accreditation } from '../vocabulary/accreditation.ts';
import { calledStandard } from '../vocabulary/citations.ts';
import { isProgramKind } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';
import { addEvidence, fixesFor } from './clause-fixes.ts';
import { ruleStates } from './rule-states.ts';
import { type Reported, severityOf, spanOf } from './run.ts';

interface ClauseFindingInputs {
  readonly file: CredFile;
  readonly names: Names;
  readonly host: Host;
  /** The rules with findings in the program; `shownRules` are those that are not turned off. */
  readonly reportedRules: ReadonlySet<string>;
  readonly shownRules: ReadonlySet<string>;
}

/** Returns the findings for one program, and none for another kind of block. `top` is a block at the top level of the file. */
export function clauseFindings(top: Block, { file, names, host, reportedRules, shownRules }: ClauseFindingInputs): Reported[] {
  // For a program of undecided kind, the kind must be decided first.
  if (!isProgramKind(top.kind) || top.kind === 'program') return [];
  const program = top as unknown as Program;
  const reported: Reported[] = [];
  const judged = judgedBy(program, file, names);
  if (judged.length === 0) return [];
  const rule = ruleStates(
    program,
    { file, names, host },
    judged.map(({ standard }) => standard),
    // Only for a standard that the program holds are the shown features counted; otherwise only the missing ones matter.
    { reportedRules, holes: judged.some(({ accreditation }) => accreditation.status?.value === 'accredited') },
  );
  const ground = groundOf(program, { file, names, today: host.today });
  const owner = ownerOf(program, file, names);
  const ignores = ignoresOf(file);
  for (const { standard, accreditation } of judged) {
    const readiness = readinessBy(program, standard, { file, names, today: host.today, rule, ground, places: false });
    const leaves = readiness.clauses.flatMap(leavesOf);
    const say = (name: string, report: Report, help?: string): void => {
      const one = { id: clauseId(standard.name, name), severity: 'information' as const, standard: standard.name, help };
      const severity = severityOf(one, report, top, host, file.uri);
      if (severity !== 'off') reported.push({ rule: one, severity, at: spanOf(report.at), report });
    };
    const at = accreditation.standard!;
    if (readiness.claim === 'accredited') {
      const message = counted(program, readiness);
      if (message) say(SHOWN, { at, nature: 'weak', message });
      continue;
    }
    for (const clause of leaves) {
      const missing = clause.features.filter(one => one.status === 'missing' && canBeShown(one) && !saidByRule(one, shownRules));
      if ((clause.status !== 'missing' && clause.status !== 'partly met') || missing.length === 0) continue;
      const { place, related } = placeOf(clause, missing, { program, file, at, ignores });
      say(
        clause.name,
        {
          at: place,
          severity: missing.some(({ basis }) => basis === 'published') ? 'warning' : 'information',
          nature: 'missing',
          message: asked(program, standard, clause, missing),
          fixes: fixesFor(`${calledStandard(standard.name)} ${called(clause)}`, missing, owner, { file, names, ground }),
          related: [...against(missing, file), ...related],
        },
        pageOf(clause),
      );
    }
    const open = leaves.filter(({ status, evidence }) => status === 'open' && evidence.length === 0);
    if (open.length > 0) say(OPEN, { at, nature: 'missing', message: unsettled(standard, open), fixes: addEvidence(file, program, open) });
  }
  return reported;
}

/** Returns the values that contradict a feature, as related places. */
function against(missing: readonly FeatureState[], file: CredFile): NonNullable<Report['related']> {
  return missing.flatMap(({ title, asks, at }) =>
    at.map(one => ({
      at: moving(one, file),
      message: `This does not show "${title}"${asks === undefined ? '' : `, which asks for ${asks}`}.`,
    })),
  );
}

/** Binds a place in this file to its value, so that it moves along with edits. Places in other files are fixed. */
function moving(place: FilePlace, file: CredFile): FilePlace | Stated<unknown> {
  if (place.uri !== file.uri) return place;
  const start = file.lines.offset(place.range.start);
  for (const block of file.blocks) {
    for (const { key, span } of block.properties) {
      const { start: from, end } = offsets(span);
      if (start >= from && start < end) return valuesOf(block.stated(key)).find(value => offsets(value.span).start === start) ?? place;
    }
  }
  return place;
}

/** Returns the standards that a program seeks or holds and that accredit its kind, each once. */
function judgedBy(program: Program, file: CredFile, names: Names): { standard: NamedFacts; accreditation: Accreditation }[] {
  const found: { standard: NamedFacts; accreditation: Accreditation }[] = [];
  for (const status of ['seeking', 'accredited']) {
    for (const accreditation of program.all('accreditation')) {
      if (accreditation.status?.value !== status) continue;
      const standard = standardOf(accreditation, file, names);
      if (!standard || found.some(one => same(one.standard, standard))) continue;
      // A standard that accredits only other kinds has a finding of its own.
      const { accredits } = standard.says;
      if (!accredits?.length || accredits.includes(program.kind) || accredits.includes('provider')) found.push({ standard, accreditation });
    }
  }
  return found;
}

/** Returns whether a rule that decides the feature has reported it. */
const saidByRule = ({ failed }: FeatureState, heard: ReadonlySet<string>): boolean => failed.some(rule => heard.has(rule));

/** The data for placing a finding. `at` is the place where the program names the standard. */
interface PlaceContext {
  readonly program: Program;
  readonly file: CredFile;
  readonly at: Stated<unknown>;
  readonly ignores: readonly Ignore[];
}

/**
 * Returns the place of a clause's finding. If a block shows a part of the clause, it is that block's kind, with the accreditation as a
 * related place. Otherwise it is the place where the program names the standard, as it is if the finding is silenced there.
 */
function placeOf(
  { id, features }: ClauseState,
  missing: readonly FeatureState[],
  { program, file, at, ignores }: PlaceContext,
): { readonly place: Report['at']; readonly related: NonNullable<Report['related']> } {
  const named = offsets(at.span).start;
  const silenced = ignores.some(({ from, to, rules }) => named >= from && named <= to && rules.some(rule => namesRule(rule.id, id)));
  const ofEach = missing.find(({ each, block }) => each !== undefined && block);
  const places = [ofEach, ...missing, ...features].flatMap(one => one?.block ?? []);
  const block = silenced ? undefined : places.map(place => blockAt(place, program, file)).find(found => found !== undefined);
  if (!block) return { place: at, related: [] };
  return { place: block.kindSpan, related: [{ at, message: `"${program.label}" names the standard here.` }] };
}

/** Returns the innermost block of a program that contains a place of this file. */
function blockAt({ uri, range }: FilePlace, program: Program, file: CredFile): Block | undefined {
  if (uri !== file.uri) return undefined;
  const start = file.lines.offset(range.start);
  const holds = ({ span }: Block): boolean => start >= offsets(span).start && start < offsets(span).end;
  let found: Block | undefined;
  for (let block: Block | undefined = program as unknown as Block; block && holds(block); block = block.children.find(holds)) found = block;
  return found;
}

/** Returns the page of a clause in a project's own standard, which is the clause itself; `undefined` for built-in ones. */
const pageOf = ({ at }: ClauseState): string | undefined => (isStandard(at.uri) ? undefined : `${at.uri}#L${at.range.start.line + 1}`);

/** Returns a clause's number and title, such as `14 Job Analysis`. */
const called = ({ number, title }: ClauseState): string => (number === undefined ? title : `${number} ${title}`);

/** Returns the message. It begins with what distinguishes the findings: `NCCA 13 Panel Composition: not shown yet: …`. */
function asked(program: Program, standard: NamedFacts, clause: ClauseState, missing: readonly FeatureState[]): string {
  const titles = missing.map(({ title }) => midSentence(title));
  const most = titles.length > MOST ? [...titles.slice(0, MOST - 1), `${titles.length - MOST + 1} more`] : titles;
  const [first] = missing;
  const asks = missing.length === 1 && first?.asks !== undefined && first.at.length > 0 ? ` It asks for ${first.asks}.` : '';
  const advice = missing.length === 1 && first?.advice ? ` ${first.advice}` : '';
  return `${calledStandard(standard.name)} ${called(clause)}: not shown yet: ${listed(most)}. "${program.label}" seeks ${standard.name}.${asks}${advice}`;
}

/** Returns a title for the middle of a sentence. A word in capitals stays as it is. */
const midSentence = (title: string): string => title.replace(/^\p{Lu}(?=[\p{Ll}\s])/u, letter => letter.toLowerCase());

const MOST = 4;

function unsettled(standard: NamedFacts, open: readonly ClauseState[]): string {
  const named = open.find(({ path }) => path !== undefined);
  const one = open.length === 1;
  return (
    `${calledStandard(standard.name)} ${open.map(called).join('; ')}: only ${one ? 'a document' : 'documents'} can show ${one ? 'it' : 'them'}. ` +
    `An evidence block settles ${one ? 'it' : 'each of them'}${named ? `, such as evidence { supports: ${named.path}; document: "..." }` : ''}.`
  );
}

function counted(program: Program, { standard, clauses, met, attested, total }: Readiness): string | undefined {
  if (met + attested === total) return undefined;
  const by = attested > 0 ? ` and documents attest ${attested} more` : '';
  const open = clauses.flatMap(leavesOf).filter(({ status }) => status === 'open').length;
  return `${standard}: the description of "${program.label}" shows ${met} of ${total} clauses${by}.${open > 0 ? ` ${open === 1 ? 'One' : open} can be shown by documents only.` : ''} Its readiness lists them clause by clause.`;
}
