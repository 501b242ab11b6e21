/** Reads the parts of a program that the bulk upload describes in columns of their own, by way of the CTDL that these columns stand for. */
import { isCtid, recordOf } from './addresses.ts';
import { yesNo } from './csv-values.ts';
import { eligibilityFrom, maintenanceFrom } from './ctdl/conditions-in.ts';
import { ImportState } from './ctdl/importing.ts';
import { costs } from './ctdl/parts-in.ts';
import { COST_TYPES, isWorded } from './ctdl/prices.ts';
import { JsonSource } from './ctdl/source.ts';
import type { Json, JsonObject } from './json.ts';
import { type BlockDraft, draft } from './model.ts';
import { FreeNames, isShort } from './names.ts';
import { BULK, type BulkKey, joint, valuesIn } from './sheet.ts';

/** The cells of a row by their meaning. */
export type BulkCells = Readonly<Partial<Record<BulkKey, string>>>;

/** A cell that does not contain what its column expects. */
export interface CellSlip {
  readonly key: BulkKey;
  readonly text: string;
  readonly expected: string;
}
interface ReadCell {
  readonly done: ReadonlySet<BulkKey>;
  readonly slips: readonly CellSlip[];
}

/** Adds the content of the cells to the program. */
export function bulkParts(into: BlockDraft, cells: BulkCells): ReadCell {
  const done = new Set<BulkKey>();
  const slips: CellSlip[] = [];
  const { nonCredit, otherName, offeredBy, accreditedBy } = cells;
  const isYesNo = nonCredit !== undefined && /^(yes|no)$/.test(yesNo(nonCredit));
  if (nonCredit !== undefined && !isYesNo) slips.push({ key: 'nonCredit', text: nonCredit, expected: 'yes or no' });
  if (isYesNo && into.properties['academic-credit'] === undefined) {
    into.properties['academic-credit'] = yesNo(nonCredit) === 'no';
    done.add('nonCredit');
  }
  if (otherName !== undefined && isShort(otherName)) {
    add(into, Object.assign(draft('award'), { properties: { letters: otherName } }));
    done.add('otherName');
  }
  // Any other organization that offers it is kept as a note.
  if (offeredBy !== undefined && /^same as owner$/i.test(offeredBy)) done.add('offeredBy');
  if (accreditedBy !== undefined) {
    // A name may be followed by an address, for which Cred has no place.
    for (const one of valuesIn(accreditedBy)) {
      const [by = ''] = one.split(joint);
      add(
        into,
        Object.assign(draft('accreditation'), { properties: { by: (isCtid(by) && recordOf(by)) || by.trim(), status: 'accredited' } }),
      );
    }
    if (!accreditedBy.includes(joint)) done.add('accreditedBy');
  }
  for (const key of prices(into, cells, slips)) done.add(key);
  for (const key of condition(into, cells, slips)) done.add(key);
  return { done, slips };
}

/** Adds a part, unless an earlier row of the same program added it. */
function add(into: BlockDraft, part: BlockDraft): void {
  const same = JSON.stringify(part);
  if (!into.blocks.some(one => JSON.stringify(one) === same)) into.blocks.push(part);
}

/** Reads prices such as "Application~120|Tuition~900"; their currency and name are in other columns. */
function prices(into: BlockDraft, { costName, costCurrency, costPrices }: BulkCells, slips: CellSlip[]): BulkKey[] {
  if (costPrices === undefined) return [];
  const costsOf = valuesIn(costPrices);
  const profiles = costsOf.map((one): JsonObject => {
    const [kind = '', price = ''] = one.split(joint).map(part => part.trim());
    const bare = price === '';
    return {
      ...(costName !== undefined && { 'ceterms:name': costName }),
      'ceterms:price': bare ? kind : price,
      'ceterms:currency': costCurrency ?? null,
      ...(!bare && { 'ceterms:directCostType': { 'ceterms:targetNode': kind } }),
    };
  });
  const source = JsonSource.of({ 'ceterms:estimatedCost': profiles });
  const made = draft('program');
  if (into.properties.fee !== undefined) made.properties.fee = into.properties.fee;
  costs(made, source);
  if (into.properties.fee === undefined && made.properties.fee !== undefined) into.properties.fee = made.properties.fee;
  for (const charge of made.blocks) add(into, charge);
  const wrong = source.slips.map(({ path }) => path);
  costsOf.forEach((text, at) => {
    const type = profiles[at]!['ceterms:directCostType'];
    if (type !== undefined && !isWorded(type))
      slips.push({ key: 'costPrices', text, expected: `a cost for one of ${COST_TYPES.join(', ')}` });
    else if (wrong.includes(`ceterms:estimatedCost[${at}].ceterms:price`))
      slips.push({ key: 'costPrices', text, expected: 'an amount such as 120 or Application~120' });
  });
  if (costCurrency === undefined)
    slips.push({ key: 'costPrices', text: costPrices, expected: `a currency such as USD in the column "${BULK.costCurrency[0]}"` });
  else if (wrong.some(path => path.endsWith('ceterms:currency')))
    slips.push({ key: 'costCurrency', text: costCurrency, expected: 'a currency such as USD' });
  const all = source.fates.every(({ fate }) => fate === 'mapped');
  const anyPrice = source.fates.some(({ path, fate }) => fate === 'mapped' && path.endsWith('ceterms:price'));
  return [...(all ? (['costPrices'] as const) : []), ...(anyPrice ? (['costName', 'costCurrency'] as const) : [])];
}

const OF_CONDITIONS = {
  conditionName: 'ceterms:name',
  conditionText: 'ceterms:description',
  conditionItems: 'ceterms:condition',
  conditionExperience: 'ceterms:experience',
  conditionYears: 'ceterms:yearsOfExperience',
  conditionAge: 'ceterms:minimumAge',
} as const;

const EXPECTED = { conditionYears: 'a number of years such as 2', conditionAge: 'a whole number such as 18' } as const;

function condition(into: BlockDraft, cells: BulkCells, slips: CellSlip[]): BulkKey[] {
  const stated = Object.entries(OF_CONDITIONS).flatMap(([key, ctdl]): [BulkKey, string, Json][] => {
    const cell = cells[key as BulkKey];
    if (cell === undefined) return [];
    return [[key as BulkKey, ctdl, key === 'conditionItems' ? valuesIn(cell) : cell]];
  });
  const source = JsonSource.of(Object.fromEntries(stated.map(([, ctdl, json]) => [ctdl, json])));
  const type = (cells.conditionType ?? 'requires').toLowerCase();
  const nobody = new ImportState([], new FreeNames(), []);
  const made =
    type === 'renewal'
      ? maintenanceFrom(source)
      : type === 'requires' || type === 'recommends'
        ? eligibilityFrom(source, nobody, type === 'recommends' ? 'advised' : undefined)
        : undefined;
  if (!/^(requires|recommends|renewal)$/.test(type))
    slips.push({ key: 'conditionType', text: cells.conditionType!, expected: 'one of requires, recommends, renewal' });
  const wrong = source.slips.map(({ path }) => path);
  for (const [key, expected] of Object.entries(EXPECTED) as [keyof typeof EXPECTED, string][])
    if (wrong.includes(OF_CONDITIONS[key])) slips.push({ key, text: cells[key]!, expected });
  if (!made) return [];
  add(into, made);
  const mapped = new Set(source.fates.filter(({ fate }) => fate === 'mapped').map(({ path }) => path.replace(/\[\d+\]$/, '')));
  return ['conditionType', ...stated.flatMap(([key, ctdl]) => (mapped.has(ctdl) ? [key] : []))];
}
