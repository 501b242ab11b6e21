/** Puts the assessments, instruction and competencies that a program requires into it; a second program refers to them. */
import { isProgramKind } from '../../language/vocabulary/kinds.ts';
import { type BlockDraft, draft, listOf, type ModelValue, type Pointer } from '../model.ts';
import type { FreeNames } from '../names.ts';
import { oneLine } from '../values.ts';
import { below, type Framework } from './frameworks.ts';
import { ctidIn, type ImportEntry, type ImportState, idKey, wishOf } from './importing.ts';
import { fill } from './parts-in.ts';
import type { JsonSource } from './source.ts';
import { ASSESSMENT, kindOfClass, MODULE, mainClass } from './tables.ts';

/** The program into which records are put. */
export interface PlacingContext {
  readonly entry: ImportEntry;
  readonly program: BlockDraft;
  readonly names: FreeNames;
  readonly importing: ImportState;
  readonly competencies: Competencies;
  /** The JSON of what already stands in the program, to recognize it. */
  readonly described: Map<BlockDraft, string>;
  /** References to what the award requires. */
  readonly required: Pointer[];
  /** Whether the award must state its requirements, because the default would not include them. */
  stated: boolean;
}

const TARGETS = { 'ceterms:targetAssessment': 'assessment', 'ceterms:targetLearningOpportunity': 'module' } as const;

/** Puts what a profile requires or recommends into the program. */
export function place(profile: JsonSource, placing: PlacingContext, required: boolean): void {
  for (const [property, kind] of Object.entries(TARGETS)) {
    // An assessment within a program counts as required, so one that is only recommended is not put there.
    if (kind === 'assessment' && !required) continue;
    for (const target of profile.all(property)) {
      const known = placing.importing.entry(target);
      if (known?.kind === kind) {
        target.followed();
        add(placing, { source: known.source, entry: known, kind }, required);
      } else if (
        target.isObject &&
        target.all('ceterms:name').length > 0 &&
        (target.types.length === 0 || kindOfClass(mainClass(target.types)!) === kind)
      )
        add(placing, { source: target, kind }, required);
      else if (kind === 'assessment') elsewhere(placing, target);
    }
  }
  for (const one of profile.all('ceterms:targetCompetency')) placing.competencies.of(one, 'measured');
}

/** Adds an assessment of which only the address is known. Its title is a hole, because the record that has it is not in the import. */
function elsewhere(placing: PlacingContext, target: JsonSource): void {
  const { program, names, importing, required } = placing;
  const [address] = target.address();
  if (address === undefined) return;
  target.followed();
  const ctid = ctidIn(address);
  const key = ctid === undefined ? 'website' : 'ctid';
  const value = ctid ?? address;
  if (program.blocks.some(one => one.kind === 'assessment' && one.properties[key] === value)) return;
  const made = draft('assessment');
  made.holes.push('title');
  made.properties[key] = value;
  made.name = names.of('assessment');
  importing.addresses.set(made, address);
  program.blocks.push(made);
  required.push({ ref: made.name });
}

/** Adds the instruction and assessments that are parts of a record to its program. */
export function ownParts(placing: PlacingContext): void {
  const { importing, entry } = placing;
  const listed = entry.source.all('ceterms:hasPart').flatMap(part => {
    const known = importing.entry(part);
    if (known && isPart(known)) part.followed();
    return known ?? [];
  });
  const inverse = importing.partsOf(entry).filter(isPart);
  for (const one of new Set([...listed, ...inverse])) {
    if (!isPart(one)) continue;
    for (const around of one.source.all('ceterms:isPartOf')) if (importing.entry(around) === entry) around.followed();
    add(placing, { source: one.source, entry: one, kind: one.kind }, one.kind === 'assessment');
  }
}
const isPart = ({ kind }: ImportEntry): boolean => kind === 'module' || kind === 'assessment';

interface RecordPart {
  readonly source: JsonSource;
  readonly entry?: ImportEntry;
  readonly kind: string;
}

/** Adds a record, or what is described on the spot, to the program as a block, followed by all its parts. */
export function add(placing: PlacingContext, part: RecordPart, required: boolean): void {
  const waiting = [part];
  const described: [BlockDraft, JsonSource][] = [];
  for (const one of waiting) {
    const made = one.entry?.placed === undefined ? addOne(placing, one, required) : void refer(placing, one.entry.placed, required);
    if (!made) continue;
    if (one.entry) described.push([made, one.source]);
    waiting.push(...partsOf(placing, one));
  }
  // A record writes its notes beside its own block; one described on the spot adds them to the program's.
  for (const [made, source] of described) made.notes.push(...source.notes);
}

/** Refers to a block that already stands in a program. */
function refer(placing: PlacingContext, placed: string, required: boolean): void {
  const { name } = placing.program;
  const own = placed.startsWith(`${name}.`);
  const pointer = { ref: own ? placed.slice(name!.length + 1) : placed };
  if (required && !placing.required.some(one => one.ref === pointer.ref)) placing.required.push(pointer);
  if (required && !own) placing.stated = true;
}

/** Returns the parts of a record; outside of a credential they stand beside it, not in it. */
function partsOf({ entry, importing }: PlacingContext, { source, kind }: RecordPart): RecordPart[] {
  return (entry.draft ? source.all('ceterms:hasPart') : []).flatMap((part): RecordPart[] => {
    const known = importing.entry(part);
    if (known?.kind === kind) {
      part.followed();
      return [{ source: known.source, entry: known, kind }];
    }
    const isNamed = part.all('ceterms:name').length > 0 && kindOfClass(mainClass(part.types) ?? '') === kind;
    return !known && isNamed ? [{ source: part, kind }] : [];
  });
}

function addOne(placing: PlacingContext, { source, entry, kind }: RecordPart, required: boolean): BlockDraft | undefined {
  const { program, names, importing } = placing;
  const title = oneLine(source.text('ceterms:name') ?? '');
  // If the same title is described twice on the spot, it is one block.
  const same = entry ? undefined : program.blocks.find(one => one.kind === kind && one.title === title);
  const words = JSON.stringify(source.json);
  if (same && placing.described.get(same) === words) {
    source.took(0);
    return undefined;
  }
  const made = same ?? draft(kind, title || undefined);
  if (!same) {
    if (title === '') made.holes.push('title');
    const wish = entry && wishOf(entry.ids)?.split('.').at(-1);
    made.name = names.of(title || kind, { words: 4, ...(wish !== undefined && { wish }) });
    placing.described.set(made, words);
    program.blocks.push(made);
  }
  if (entry) {
    entry.placed = `${program.name}.${made.name}`;
    entry.part = made;
  }
  const type = mainClass(source.types);
  if (type !== undefined && type === (made.properties['ctdl-type'] ??= type))
    for (const one of source.all('@type')) if (one.json === type) one.took(0);
  if (source.ids.every(id => id.startsWith('_:'))) for (const one of source.all('@id')) one.took(0);
  const [property, key, rows] =
    kind === 'module' ? (['ceterms:teaches', 'teaches', MODULE] as const) : (['ceterms:assesses', 'measures', ASSESSMENT] as const);
  const competencies = source.all(property).flatMap(one => placing.competencies.of(one, kind === 'module' ? 'taught' : 'measured'));
  const before = listOf(made.properties[key]) as readonly Pointer[];
  if (competencies.length > 0) made.properties[key] = distinct([...before, ...competencies]);
  fill(made, source, rows);
  if (kind === 'module') {
    const others = source.all('ceterms:isPreparationFor').flatMap(one => [one, ...one.all('ceterms:targetCredential')]);
    const prepares = others
      .filter(one => importing.entry(one) !== placing.entry)
      .flatMap(one => importing.pointer(one, isProgramKind) ?? []);
    if (prepares.length > 0) made.properties['prepares-for'] = prepares;
    // In a certificate program, instruction is required unless it says otherwise.
    if (!same && required !== (program.kind === 'certificate')) made.properties.required = required;
  }
  if (required && !same) placing.required.push({ ref: made.name! });
  if (required && made.properties.use === 'formative') placing.stated = true;
  return made;
}

const distinct = (pointers: readonly Pointer[]): ModelValue[] => [...new Map(pointers.map(one => [one.ref, one])).values()];

/**
 * Adds competencies by their texts. What a certification measures becomes domains with tasks; all else becomes intended learning outcomes.
 */
export class Competencies {
  private readonly known = new Map<string, BlockDraft>();
  constructor(
    private readonly program: BlockDraft,
    private readonly names: FreeNames,
    private readonly frameworks: ReadonlyMap<string, Framework> = new Map(),
  ) {}

  /** Returns the blocks for a competency, or for all competencies of a framework that is part of the import. */
  of(source: JsonSource, as: 'taught' | 'measured'): Pointer[] {
    const framework = source.ids
      .concat(source.all('ceterms:targetNode').flatMap(one => one.ids))
      .map(id => this.frameworks.get(idKey(id)))
      .find(Boolean);
    if (framework) {
      source.took(0);
      return this.ofFramework(framework, as);
    }
    return [this.one(source, as)].filter(one => one !== undefined);
  }

  /** Returns the blocks for the competencies of a framework: domains with their tasks where a certification measures them. */
  ofFramework(framework: Framework, as: 'taught' | 'measured'): Pointer[] {
    framework.isUsed = true;
    const isDomain = as === 'measured' && this.program.kind === 'certification';
    return framework.tops.flatMap(top => {
      if (!isDomain) return [top, ...below(top)].map(({ text }) => ({ ref: this.block('outcome', text).name! }));
      const domain = this.block('domain', top.text);
      for (const { text } of below(top)) if (!domain.blocks.some(task => task.title === text)) domain.blocks.push(draft('task', text));
      return [{ ref: domain.name! }];
    });
  }

  private one(source: JsonSource, as: 'taught' | 'measured'): Pointer | undefined {
    const name = source.said();
    if (name === undefined) return undefined;
    const isDomain = as === 'measured' && this.program.kind === 'certification';
    const frame = isDomain ? source.text('ceterms:frameworkName') : undefined;
    const group = this.block(isDomain ? 'domain' : 'outcome', oneLine(frame ?? name));
    if (frame === undefined) this.weight(group, source);
    else if (!group.blocks.some(task => task.title === oneLine(name))) group.blocks.push(draft('task', oneLine(name)));
    return { ref: group.name! };
  }

  private block(kind: string, title: string): BlockDraft {
    const before = this.known.get(`${kind} ${title}`);
    if (before) return before;
    const made = draft(kind, title);
    made.name = this.names.of(title, { words: 3 });
    this.known.set(`${kind} ${title}`, made);
    this.program.blocks.push(made);
    return made;
  }

  /** Reads a weight, which is a share of one in CTDL and a percentage in Cred. */
  private weight(into: BlockDraft, source: JsonSource): void {
    const [weight] = source.all('ceterms:weight');
    if (into.kind !== 'domain' || typeof weight?.json !== 'number' || weight.json <= 0 || weight.json > 1) return;
    const percent = Number((weight.json * 100).toFixed(4));
    weight.took(0);
    into.properties.weight = { low: percent, high: percent };
  }
}
