/** Assessments, instruction and competencies that a program asks for take their place in it; a second program refers to them. */
import { isProgramKind } from '../../language/vocabulary/kinds.ts';
import { type Draft, draft, type ModelValue, type Pointer } from '../model.ts';
import type { Names } from '../names.ts';
import { oneLine } from '../values.ts';
import { type Entry, type Importing, wishOf } from './importing.ts';
import { fill } from './parts-in.ts';
import type { Source } from './source.ts';
import { ASSESSMENT, kindOfClass, MODULE } from './tables.ts';

export interface Placing {
  readonly entry: Entry;
  readonly program: Draft;
  readonly names: Names;
  readonly importing: Importing;
  readonly competencies: Competencies;
  /** What the award asks for. */
  readonly required: Pointer[];
  /** Some of it stands in another program, so that the award must say what it asks for. */
  borrowed: boolean;
}

const TARGETS = { 'ceterms:targetAssessment': 'assessment', 'ceterms:targetLearningOpportunity': 'module' } as const;

export function place(profile: Source, placing: Placing, required: boolean): void {
  for (const [property, kind] of Object.entries(TARGETS))
    for (const target of profile.all(property)) {
      const known = placing.importing.entry(target);
      if (known?.kind === kind) {
        target.followed();
        add(placing, known.source, known, required);
      } else if (
        target.isObject &&
        target.all('ceterms:name').length > 0 &&
        (target.type === undefined || kindOfClass(target.type) === kind)
      )
        add(placing, target, undefined, required, kind);
    }
  for (const one of profile.all('ceterms:targetCompetency')) placing.competencies.of(one, 'measured');
}

/** A record, or what is described on the spot, as a block of the program. */
export function add(placing: Placing, source: Source, entry: Entry | undefined, required: boolean, as?: string): void {
  const { program, names, importing } = placing;
  if (entry?.placed !== undefined) {
    const own = entry.placed.startsWith(`${program.name}.`);
    const pointer = { ref: own ? entry.placed.slice(program.name!.length + 1) : entry.placed };
    if (required && !placing.required.some(one => one.ref === pointer.ref)) placing.required.push(pointer);
    if (required && !own) placing.borrowed = true;
    return;
  }
  const kind = entry?.kind ?? as!;
  const title = oneLine(source.text('ceterms:name') ?? '');
  const made = draft(kind, title || undefined);
  if (title === '') made.holes.push('title');
  // Described twice on the spot, with the same words: one block.
  const same = entry ? undefined : program.blocks.find(one => one.kind === kind && one.title === title);
  const wish = entry && wishOf(entry.ids)?.split('.').at(-1);
  made.name = same?.name ?? names.of(title || kind, { words: 4, ...(wish !== undefined && { wish }) });
  if (entry) entry.placed = `${program.name}.${made.name}`;
  if (source.type !== undefined) made.properties['ctdl-type'] = source.type;
  for (const one of source.all('@type')) one.took(0);
  if (source.ids.every(id => id.startsWith('_:'))) for (const one of source.all('@id')) one.took(0);
  const [property, key, rows] =
    kind === 'module' ? (['ceterms:teaches', 'teaches', MODULE] as const) : (['ceterms:assesses', 'measures', ASSESSMENT] as const);
  const competencies = source.all(property).flatMap(one => placing.competencies.of(one, kind === 'module' ? 'taught' : 'measured') ?? []);
  if (competencies.length > 0) made.properties[key] = distinct(competencies);
  fill(made, source, rows);
  // In a certificate program, instruction is required unless it says otherwise.
  if (kind === 'module' && required !== (program.kind === 'certificate')) made.properties.required = required;
  for (const one of source.all('ceterms:ownedBy'))
    if (
      importing.entry(one) !== undefined &&
      importing.pointer(one, other => other === 'organization')?.ref === (program.properties.owner as Pointer | undefined)?.ref
    )
      one.took(0);
  if (kind === 'module') {
    const others = source.all('ceterms:isPreparationFor').flatMap(one => [one, ...one.all('ceterms:targetCredential')]);
    const prepares = others
      .filter(one => importing.entry(one) !== placing.entry)
      .flatMap(one => importing.pointer(one, isProgramKind) ?? []);
    if (prepares.length > 0) made.properties['prepares-for'] = prepares;
  }
  if (required) placing.required.push({ ref: made.name });
  if (same) return;
  // A record tells its notes beside its own block; what is described on the spot leaves them to the program.
  if (entry) made.notes.push(...source.notes);
  program.blocks.push(made);
}

const distinct = (pointers: readonly Pointer[]): ModelValue[] => [...new Map(pointers.map(one => [one.ref, one])).values()];

/** Competencies by their texts: what a certification measures are domains and their tasks; all else are intended learning outcomes. */
export class Competencies {
  private readonly known = new Map<string, Draft>();
  constructor(
    private readonly program: Draft,
    private readonly names: Names,
  ) {}

  of(source: Source, as: 'taught' | 'measured'): Pointer | undefined {
    const name = source.said();
    if (name === undefined) return undefined;
    const isDomain = as === 'measured' && this.program.kind === 'certification';
    const frame = isDomain ? source.text('ceterms:frameworkName') : undefined;
    const group = this.block(isDomain ? 'domain' : 'outcome', oneLine(frame ?? name));
    if (frame === undefined) this.weight(group, source);
    else if (!group.blocks.some(task => task.title === oneLine(name))) group.blocks.push(draft('task', oneLine(name)));
    return { ref: group.name! };
  }

  private block(kind: string, title: string): Draft {
    const before = this.known.get(`${kind} ${title}`);
    if (before) return before;
    const made = draft(kind, title);
    made.name = this.names.of(title, { words: 3 });
    this.known.set(`${kind} ${title}`, made);
    this.program.blocks.push(made);
    return made;
  }

  /** A share of one in CTDL, percents in Cred. */
  private weight(into: Draft, source: Source): void {
    const [weight] = source.all('ceterms:weight');
    if (into.kind !== 'domain' || typeof weight?.json !== 'number' || weight.json <= 0 || weight.json > 1) return;
    const percent = Number((weight.json * 100).toFixed(4));
    weight.took(0);
    into.properties.weight = { low: percent, high: percent };
  }
}
