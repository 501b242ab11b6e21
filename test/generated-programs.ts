/** Generates random programs from the vocabulary: every kind, every property, any text. */
import fc from 'fast-check';
import type { ModelBlock, ModelValue } from '../exchange/model.ts';
import type { Property } from '../language/vocabulary/define.ts';
import { childKinds, kindOf } from '../language/vocabulary/kinds.ts';
import { UNITS } from '../language/vocabulary/units.ts';

/** Generates texts with everything that could end or open something else. */
const text = fc.oneof(
  fc.constantFrom(
    'a "b"',
    'x } { y',
    '// no comment',
    'a\nb',
    'Title: 5 years',
    'https://a.example/x',
    'goal: ?',
    '\\',
    'é\u{1F600}',
    'Experience: 3 years',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map(one => one.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trim() || 'x'),
);
const amount = fc.oneof(
  fc.integer({ min: 0, max: 5000 }),
  fc.integer({ min: 1, max: 999 }).map(one => one / 8),
);
const unit = fc.constantFrom(...UNITS.map(({ name }) => name));
const pair = (one: fc.Arbitrary<number>) => fc.tuple(one, one).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

function value(row: Property, names: readonly string[]): fc.Arbitrary<ModelValue> {
  switch (row.type) {
    case 'date':
      return fc.constantFrom('2023', '2023-02', '2024-02-29', '1999-12-31');
    case 'count':
      return fc.nat(500);
    case 'count-range':
      return pair(fc.nat(500));
    case 'share':
      return pair(fc.integer({ min: 0, max: 100 }));
    case 'range':
      return pair(fc.nat(900));
    case 'number':
      return amount;
    case 'duration':
    case 'quantity':
      return fc.record({ amount, unit });
    case 'quantity-range':
      return fc.record({ amount, to: amount, unit }, { requiredKeys: ['amount', 'unit'] });
    case 'money':
      return fc.record({ amount, currency: fc.constantFrom('USD', 'EUR', 'XAF') });
    case 'amount':
      return fc.record({ amount });
    case 'passing-score':
      return fc.oneof(
        fc.constant({ form: 'unpublished' as const }),
        fc.record({ form: fc.constant('ratio' as const), part: fc.nat(99), whole: fc.nat(99) }),
        fc.record({ form: fc.constantFrom('percent' as const, 'number' as const), value: amount }),
      );
    case 'yes-no':
      return fc.boolean();
    case 'word':
      return fc.constantFrom(...Object.keys(row.words ?? {}));
    case 'reference':
      return row.orText
        ? fc.oneof(
            text,
            fc.constantFrom(...names).map(ref => ({ ref })),
          )
        : fc.constantFrom(...names).map(ref => ({ ref }));
    case 'any-word':
    case 'feature-path':
      return fc.constantFrom('job-analysis', 'assessment.reliability');
    default:
      return fc.oneof(text, fc.constant('https://a.example/page'));
  }
}

const NAMES = ['o', 'x', 'm1', 'm2', 'e1', 'e2', 'd1', 'd2'];
function block(kind: string, depth: number): fc.Arbitrary<ModelBlock> {
  const table = kindOf(kind)!;
  const properties = fc.record(
    Object.fromEntries(
      Object.entries(table.properties).map(([key, row]) => [
        key,
        row.many ? fc.array(value(row, NAMES), { minLength: 1, maxLength: 3 }) : value(row, NAMES),
      ]),
    ),
    { requiredKeys: [] },
  );
  const once = new Set<string>();
  const inside = depth === 0 ? [] : childKinds(kind).map(({ name }) => name);
  const blocks =
    inside.length === 0
      ? fc.constant([])
      : fc.array(
          fc.constantFrom(...inside).chain(one => block(one, depth - 1)),
          { maxLength: 6 },
        );
  return fc.record({ properties, blocks, title: text }).map(made => {
    once.clear();
    return {
      kind,
      title: made.title,
      ...(Object.keys(made.properties).length > 0 && { properties: made.properties as Record<string, ModelValue | ModelValue[]> }),
      ...(made.blocks.length > 0 && {
        blocks: (made.blocks as readonly ModelBlock[]).filter(
          one => !kindOf(one.kind)!.once || (!once.has(one.kind) && once.add(one.kind)),
        ),
      }),
    };
  });
}

/** Gives each block that needs a name a unique one. */
function named(blocks: readonly ModelBlock[]): ModelBlock[] {
  const taken = new Map<string, number>();
  return blocks.map(one => {
    const letter = one.kind === 'organization' ? 'o' : one.kind[0]!;
    const number = (taken.get(letter) ?? 0) + 1;
    taken.set(letter, number);
    return { ...one, name: letter === 'o' && number === 1 ? 'o' : `${letter}${number}`, ...(one.blocks && { blocks: named(one.blocks) }) };
  });
}

export const programs: fc.Arbitrary<readonly ModelBlock[]> = fc
  .tuple(
    block('organization', 1),
    fc.constantFrom('certification', 'certificate', 'attendance', 'program').chain(kind => block(kind, 2)),
  )
  .map(([organization, program]) => named([organization, { ...program, properties: { ...program.properties, owner: { ref: 'o' } } }]));
