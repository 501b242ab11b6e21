/** Assessments, instruction and competencies that a program asks for take their place in it; a second program refers to them. */
import { isProgramKind } from '../../language/vocabulary/kinds.ts';
import { type Draft, draft, type ModelValue, type Pointer } from '../model.ts';
import type { Names } from '../names.ts';
import { oneLine } from '../values.ts';
import { type Entry, type Importing, idKey, wishOf } from './importing.ts';
import { fill } from './parts-in.ts';
import type { Source } from './source.ts';
import { ASSESSMENT, kindOfClass, MODULE, mainClass } from './tables.ts';

export interface Placing {
  readonly entry: Entry;
  readonly program: Draft;
  readonly names: Names;
  readonly importing: Importing;
  readonly competencies: Competencies;
  /** What the award asks for. */
  readonly required: Pointer[];
  /** It is not what an award asks for that does not say it, so this one must. */
  stated: boolean;
}

const TARGETS = { 'ceterms:targetAssessment': 'assessment', 'ceterms:targetLearningOpportunity': 'module' } as const;

export function place(profile: Source, placing: Placing, required: boolean): void {
  for (const [property, kind] of Object.entries(TARGETS)) {
    // An assessment that stands in a program is asked for: one that is only recommended does not belong there.
    if (kind === 'assessment' && !required) continue;
    for (const target of profile.all(property)) {
      const known = placing.importing.entry(target);
      if (known?.kind === kind) {
        target.followed();
        add(placing, known.source, known, required);
      } else if (
        target.isObject &&
        target.all('ceterms:name').length > 0 &&
        (target.types.length === 0 || kindOfClass(mainClass(target.types)!) === kind)
      )
        add(placing, target, undefined, required, kind);
    }
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
    if (required && !own) placing.stated = true;
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
  const type = mainClass(source.types);
  if (type !== undefined) made.properties['ctdl-type'] = type;
  for (const one of source.all('@type')) if (one.json === type) one.took(0);
  if (source.ids.every(id => id.startsWith('_:'))) for (const one of source.all('@id')) one.took(0);
  const [property, key, rows] =
    kind === 'module' ? (['ceterms:teaches', 'teaches', MODULE] as const) : (['ceterms:assesses', 'measures', ASSESSMENT] as const);
  const competencies = source.all(property).flatMap(one => placing.competencies.of(one, kind === 'module' ? 'taught' : 'measured') ?? []);
  if (competencies.length > 0) made.properties[key] = distinct(competencies);
  fill(made, source, rows);
  // In a certificate program, instruction is required unless it says otherwise.
  if (kind === 'module' && required !== (program.kind === 'certificate')) made.properties.required = required;
  const owners = placing.entry.draft ? placing.entry.source.all('ceterms:ownedBy').flatMap(one => one.ids) : [];
  for (const one of ['ceterms:ownedBy', 'ceterms:offeredBy'].flatMap(key => source.all(key)))
    if (one.ids.some(id => owners.some(owner => idKey(owner) === idKey(id)))) one.took(0);
  if (kind === 'module') {
    const others = source.all('ceterms:isPreparationFor').flatMap(one => [one, ...one.all('ceterms:targetCredential')]);
    const prepares = others
      .filter(one => importing.entry(one) !== placing.entry)
      .flatMap(one => importing.pointer(one, isProgramKind) ?? []);
    if (prepares.length > 0) made.properties['prepares-for'] = prepares;
  }
  if (required) placing.required.push({ ref: made.name });
  if (required && made.properties.use === 'formative') placing.stated = true;
  if (!same) program.blocks.push(made);
  // What stands in no credential has its parts beside it, not in it.
  for (const part of placing.entry.draft ? source.all('ceterms:hasPart') : []) {
    const known = importing.entry(part);
    if (known?.kind === kind) part.followed();
    else if (known || part.all('ceterms:name').length === 0 || kindOfClass(mainClass(part.types) ?? '') !== kind) continue;
    add(placing, known?.source ?? part, known, required, kind);
  }
  // A record tells its notes beside its own block; what is described on the spot leaves them to the program.
  if (entry && !same) made.notes.push(...source.notes);
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
