/** Writes a program as a credential, with a resource for each of its assessments and modules. */
import { isAddress } from '../addresses.ts';
import type { Json, JsonObject } from '../json.ts';
import { listOf, type ModelBlock } from '../model.ts';
import { labelOf } from '../taking.ts';
import { eligibility, renewals } from './conditions-out.ts';
import { BlockReader, type ExportState, object } from './exporting.ts';
import { FORM_OF } from './form-of.ts';
import { competency, costs, processes, typeClaimed } from './parts-out.ts';
import {
  ASSESSMENT,
  classOf,
  isInstruction,
  kindOfClass,
  LEARNING_PROGRAM,
  MODULE,
  NO_CREDIT,
  PROGRAM,
  RESULTS,
  SERVICES,
} from './tables.ts';

/** Writes a program with its parts. */
export function programTo(program: ModelBlock, exporting: ExportState): JsonObject[] {
  const called = `"${program.title ?? program.name ?? program.kind}"`;
  exporting.begin(program);
  if (isHost(program)) return partsOf(program, exporting);
  if (program.title === undefined)
    exporting.refused.push(`The program ${called} has no title, and CTDL knows no credential without a name. Give it one.`);
  const taking = new BlockReader(program, exporting, called);
  const type = classOf(program.kind, typeClaimed(program));
  mistyped(program, type, taking);
  const parts = [...taking.parts('assessment'), ...taking.parts('module')];
  const awards = taking.parts('award').map(block => new BlockReader(block, exporting, `the award of ${called}`));
  const required = requiredOf(program, awards);
  const isLearning = isInstruction(type);
  const around = { 'ceterms:isPartOf': [{ '@id': exporting.idOf(program) }] };
  const said = parts
    .map(part => partTo(part, program, required.includes(part), exporting, isLearning ? around : {}))
    .filter(one => one !== undefined);
  const resources = said.map(one => one.json);
  const covered = new Set(said.flatMap(one => one.covers));
  const loose = [...taking.parts('outcome'), ...taking.parts('domain')].filter(one => !covered.has(one));
  const rules = rulesOf(program, awards);
  const refer = (kind: string): Json[] =>
    required.filter(one => one.kind === kind && exporting.isReferable(one)).map(one => exporting.refer(one));
  const competencies = loose.flatMap(one => competency(one, exporting));
  const targets = object('ceterms:ConditionProfile', {
    'ceterms:targetAssessment': refer('assessment'),
    'ceterms:targetLearningOpportunity': refer('module'),
    'ceterms:targetCompetency': isLearning ? undefined : competencies,
  });
  const written = object(type, {
    '@id': exporting.idOf(program),
    'ceterms:name': exporting.textOf(program.title ?? ''),
    ...lettersOf(awards),
    ...(isLearning && {
      'ceterms:teaches': competencies,
      'ceterms:hasPart': said.filter(one => one.isModule).map(one => ({ '@id': one.json['@id']! })),
    }),
    ...taking.rows(isLearning ? LEARNING_PROGRAM : PROGRAM, ({ key }) => key === 'academic-credit' && NO_CREDIT.test(type)),
    'ceterms:ownedBy': links('owner', taking),
    'ceterms:isPreparationFor': links('prepares-for', taking),
    'ceterms:supersedes': links('replaces', taking),
    'ceterms:estimatedCost': costs(taking),
    ...eligibility(taking, targets),
    ...renewals(taking),
    'ceterms:revocation': revocations(rules, awards),
    [FORM_OF.register]: services(taking, awards),
    [FORM_OF.accreditation]: accreditations(taking),
    'ceterms:aggregateData': aggregates(taking),
    ...processes(taking, rules),
  });
  const json = exporting.finish(taking, written);
  for (const award of awards) award.end();
  taking.end();
  return [json, ...resources];
}

/** Whether a program has nothing but parts and an owner; then its parts are independent resources. */
const isHost = ({ kind, title, properties = {}, blocks = [] }: ModelBlock): boolean =>
  kind === 'program' &&
  title === undefined &&
  Object.keys(properties).every(key => key === 'owner') &&
  blocks.some(one => isPart(one) && one.title !== undefined) &&
  blocks.every(one => isPart(one) || one.kind === 'outcome');
const isPart = ({ kind }: ModelBlock): boolean => kind === 'assessment' || kind === 'module';

function partsOf(program: ModelBlock, exporting: ExportState): JsonObject[] {
  const owner = links('owner', new BlockReader(program, exporting));
  const said = (program.blocks ?? [])
    .filter(isPart)
    .flatMap(part => partTo(part, undefined, true, exporting, { 'ceterms:ownedBy': owner }) ?? []);
  const covered = new Set(said.flatMap(one => one.covers));
  for (const one of program.blocks ?? []) if (one.kind === 'outcome' && !covered.has(one)) exporting.leave('no counterpart', labelOf(one));
  return said.map(({ json }) => json);
}

/** Writes references to what a property names, where it can be referred to. */
const links = (key: string, taking: BlockReader): Json[] =>
  taking.targets(key).flatMap(target => {
    if (target.title !== undefined || taking.exporting.idOf(target).startsWith('http')) return [taking.exporting.refer(target)];
    taking.leave(key, 'not exact', 'What it names has no title and no "ctid".');
    return [];
  });

function mistyped(program: ModelBlock, type: string, taking: BlockReader): void {
  const claimed = typeClaimed(program);
  if (claimed !== undefined && claimed !== type)
    taking.leave(
      'ctdl-type',
      'not exact',
      `It is described as a ${program.kind} and written as "${type}", not as "${claimed}"${kindOfClass(claimed) ? '' : ', which is no class of credentials'}.`,
    );
}

/** Returns what the award requires: as it says, else every required module and every summative assessment. */
function requiredOf(program: ModelBlock, awards: readonly BlockReader[]): ModelBlock[] {
  const stated = awards.flatMap(award => award.targets('requires'));
  if (stated.length > 0) return [...new Set(stated)];
  return (program.blocks ?? []).filter(
    ({ kind, properties = {} }) =>
      (kind === 'assessment' && properties.use !== 'formative') ||
      (kind === 'module' && (properties.required ?? program.kind === 'certificate') === true),
  );
}

interface ProgramPart {
  readonly json: JsonObject;
  readonly isModule: boolean;
  /** The outcomes and domains that the part teaches or measures. */
  readonly covers: readonly ModelBlock[];
}

/** Writes a part; `program` is the program that contains it, if that is a credential. */
function partTo(
  part: ModelBlock,
  program: ModelBlock | undefined,
  required: boolean,
  exporting: ExportState,
  more: Readonly<Record<string, Json>> = {},
): ProgramPart | undefined {
  const taking = new BlockReader(part, exporting);
  const isModule = part.kind === 'module';
  if (part.title === undefined || (!required && !isModule)) {
    if (part.title === undefined && required && exporting.isReferable(part)) return undefined;
    exporting.leave('no counterpart', labelOf(part), part.title === undefined ? 'It has no title.' : 'The award does not ask for it.');
    return undefined;
  }
  const prepares = isModule
    ? taking.targets('prepares-for').flatMap(target => (target.title === undefined ? [] : [exporting.refer(target)]))
    : [];
  const covers = taking.targets(isModule ? 'teaches' : 'measures');
  taking.all('required');
  const written = object(classOf(part.kind, typeClaimed(part)), {
    '@id': exporting.idOf(part),
    'ceterms:name': exporting.textOf(part.title),
    [isModule ? 'ceterms:teaches' : 'ceterms:assesses']: covers.flatMap(one => competency(one, exporting)),
    'ceterms:isPreparationFor': [
      ...(isModule && program && !required && !more['ceterms:isPartOf'] ? [{ '@id': exporting.idOf(program) }] : []),
      ...prepares,
    ],
    ...taking.rows(isModule ? MODULE : ASSESSMENT),
    ...more,
  });
  const json = exporting.finish(taking, written);
  taking.end();
  return { json, isModule, covers };
}

const lettersOf = (awards: readonly BlockReader[]): Record<string, Json> => {
  const letters = awards.flatMap(award => award.text('letters') ?? []);
  return letters.length > 0 ? { 'ceterms:alternateName': [...new Set(letters)].map(one => awards[0]!.exporting.textOf(one)) } : {};
};

/** Returns the policies on taking the credential away, if it can be taken away. */
const rulesOf = (program: ModelBlock, awards: readonly BlockReader[]): ModelBlock[] =>
  awards.some(award => award.block.properties?.revocable === true)
    ? (program.blocks ?? []).filter(
        ({ kind, properties = {} }) =>
          kind === 'policy' && listOf(properties.covers).includes('discipline') && isAddress(properties.document),
      )
    : [];

/** Writes revocation profiles, only for a credential that can be taken away. */
function revocations(rules: readonly ModelBlock[], awards: readonly BlockReader[]): Json[] {
  const stated = awards.map(award => award.one<boolean>('revocable'));
  if (!stated.includes(true)) return [];
  return rules.length > 0
    ? rules.map(({ properties }) => object('ceterms:RevocationProfile', { 'ceterms:revocationCriteria': properties!.document as string }))
    : [object('ceterms:RevocationProfile', {})];
}

function services(taking: BlockReader, awards: readonly BlockReader[]): Json[] {
  const registers = taking.parts('register').map(block => new BlockReader(block, taking.exporting, `the register of ${taking.called}`));
  const made = Object.entries(SERVICES).flatMap(([property, [kind, key]]) =>
    (kind === 'award' ? awards : registers).flatMap(one => {
      const address = one.text(key);
      if (address !== undefined && !isAddress(address)) one.leave(key, 'not exact');
      // In this profile both properties are lists.
      return address !== undefined && isAddress(address) ? [object('ceterms:VerificationServiceProfile', { [property]: [address] })] : [];
    }),
  );
  for (const one of registers) one.end();
  return made;
}

/** Writes results, as far as CTDL has a figure for them. */
function aggregates(taking: BlockReader): Json[] {
  const { exporting } = taking;
  return taking.parts('results').flatMap((block): Json[] => {
    const inner = new BlockReader(block, exporting, `${labelOf(block)} of ${taking.called}`);
    const said = inner.rows(RESULTS);
    inner.end();
    if (Object.keys(said).length === 0) return [];
    return [
      object('ceterms:AggregateDataProfile', {
        'ceterms:name': block.title === undefined ? undefined : exporting.textOf(block.title),
        ...said,
      }),
    ];
  });
}

/** Writes accreditations that are held. Those sought or planned are left out, since they would claim too much. */
function accreditations(taking: BlockReader): Json[] {
  const { exporting } = taking;
  return taking.parts('accreditation').flatMap((block): Json[] => {
    const inner = new BlockReader(block, exporting, `an accreditation of ${taking.called}`);
    const by = inner.text('by');
    const held = inner.text('status') === 'accredited';
    if (by === undefined || !held) {
      exporting.leave('no counterpart', inner.called, held ? 'It does not say by whom.' : 'It is not held; CTDL says only which are.');
      return [];
    }
    inner.end();
    if (isAddress(by)) return [{ '@id': by }];
    const organization = exporting.titled(by);
    return [organization ? exporting.refer(organization) : { '@type': 'ceterms:Organization', 'ceterms:name': exporting.textOf(by) }];
  });
}
