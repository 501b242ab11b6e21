/** Reads the parts that records have in common: rows of a table, organizations, processes, costs. */
import { kindOf } from '../../language/vocabulary/kinds.ts';
import { isAddress } from '../addresses.ts';
import { isObject } from '../json.ts';
import { type BlockDraft, draft, type Pointer } from '../model.ts';
import { oneLine } from '../values.ts';
import { FORM_OF } from './form-of.ts';
import { ctidIn, type ImportState } from './importing.ts';
import { priceOf } from './prices.ts';
import type { JsonSource } from './source.ts';
import { CHARGE, kindOfClass, mainClass, ORGANIZATION, PROCEDURE, PROCESSES, type PropertyRow, REVIEW } from './tables.ts';

/** Fills a block with the properties of a record that a table lists. */
export function fill(into: BlockDraft, source: JsonSource, rows: readonly PropertyRow[]): void {
  for (const { key, ctdl, form } of rows) {
    const row = kindOf(into.kind)!.properties[key]!;
    if (Object.hasOwn(into.properties, key)) continue;
    const values = form.read(source.all(ctdl), into.kind, key, row);
    if (values.length > 0) into.properties[key] = row.many ? values : values[0]!;
  }
  if ('ctid' in kindOf(into.kind)!.properties) ctid(into, source);
}

/** Reads the identifier, which may stand only in the record's address. */
function ctid(into: BlockDraft, source: JsonSource): void {
  const address = source.all('@id')[0];
  if (typeof address?.json !== 'string') return;
  const inside = ctidIn(address.json);
  if (inside !== undefined && into.properties.ctid === undefined) into.properties.ctid = inside;
  if ((inside !== undefined && String(into.properties.ctid).toLowerCase() === inside.toLowerCase()) || address.json.startsWith('_:'))
    address.took(0);
}

/** Reads the name of a record as the block's title. */
export function titled(into: BlockDraft, source: JsonSource): void {
  const name = source.text('ceterms:name');
  // A name of invisible characters leaves nothing.
  if (name !== undefined && oneLine(name) !== '') into.title = oneLine(name);
}

/** Reads an organization. */
export function organizationFrom(source: JsonSource, into: BlockDraft): void {
  const type = mainClass(source.types);
  if (type !== undefined) into.properties['ctdl-type'] = type;
  fill(into, source, ORGANIZATION);
  processes(into, source);
}

/** Returns the owner of a record: an imported organization, one described on the spot, or one of which only the identifier is known. */
export function owner(source: JsonSource, file: string, called: string, importing: ImportState): Pointer | undefined {
  const known = importing.pointer(source, kind => kind === 'organization');
  if (known) return known;
  const type = mainClass(source.types);
  if (source.isObject && type !== undefined && kindOfClass(type) !== 'organization') return undefined;
  const title = source.isObject ? oneLine(source.text('ceterms:name') ?? '') : '';
  const id = source.ids.map(ctidIn).find(one => one !== undefined);
  if (title === '' && id === undefined) return undefined;
  const there = importing.knownAs(source.ids);
  if (there?.kind === 'organization') {
    source.followed();
    return { ref: there.name };
  }
  const key = id?.toLowerCase() ?? JSON.stringify([title, source.all('ceterms:subjectWebpage')[0]?.json ?? '']);
  const described = draft('organization', title || undefined);
  if (title !== '') organizationFrom(source, described);
  else described.holes.push('title');
  if (title === '') source.followed();
  else for (const one of source.all('@type')) one.took(0);
  if (id !== undefined) described.properties.ctid ??= id;
  const [address] = source.ids.filter(isAddress);
  return { ref: importing.stub(key, file, () => described, title, title === '' ? `${called}-owner` : undefined, address) };
}

/**
 * Reads processes: appeals and complaints become policies, reviews become evaluations. A review without anything that Cred can state stays
 * a note. A process that is only described becomes a block, and its description stays a note.
 */
export function processes(into: BlockDraft, source: JsonSource): void {
  for (const [property, topic] of Object.entries(PROCESSES))
    for (const one of source.all(property)) {
      const policy = draft('policy');
      titled(policy, one);
      fill(policy, one, PROCEDURE);
      const described = one.all('ceterms:description').some(text => text.peek() !== undefined);
      if (policy.title !== undefined || Object.keys(policy.properties).length > 0 || described || isBare(one))
        into.blocks.push({ ...policy, properties: { covers: [topic], ...policy.properties } });
    }
  for (const one of source.all(FORM_OF.evaluation)) {
    const review = draft('evaluation');
    titled(review, one);
    fill(review, one, REVIEW);
    if (review.title !== undefined || Object.keys(review.properties).length > 0) into.blocks.push(review);
  }
}

/** Whether a record has only its class and nothing else. */
const isBare = ({ json }: JsonSource): boolean => isObject(json) && Object.keys(json).join() === '@type';

/**
 * Reads costs: a bare price is the fee, a price for something is a charge. A price for something that Cred has no word for stays a note.
 */
export function costs(into: BlockDraft, source: JsonSource): void {
  const shared = source.all('ceterms:commonCosts');
  for (const one of [source, ...shared].flatMap(each => each.all('ceterms:estimatedCost'))) {
    const amount = priceOf(one);
    if (!amount) continue;
    const charge = draft('charge');
    titled(charge, one);
    charge.properties.amount = amount;
    fill(charge, one, CHARGE);
    const bare = charge.title === undefined && Object.keys(charge.properties).length === 1;
    if (bare && into.properties.fee === undefined) into.properties.fee = amount;
    else into.blocks.push(charge);
  }
}
