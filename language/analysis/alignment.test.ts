import { describe, expect, test } from 'vitest';
import { CredFile } from '../model/file.ts';
import type { Program } from '../vocabulary/program.ts';
import { itemsOf, measuredBy, weightTotals } from './alignment.ts';

const programOf = (text: string): Program =>
  CredFile.read('a.cred', `certification CWT "Certified Widget Technician" {\n${text}\n}`).programs[0]!;
const sums = (text: string) =>
  weightTotals(programOf(text)).map(({ of, domains, low, high, complete, fits }) => [
    of.name,
    domains.map(one => one.name).join(' '),
    low,
    high,
    complete,
    fits,
  ]);

describe('weights', () => {
  const abc = 'domain a "A" { weight: 30% }; domain b "B" { weight: 30% }; domain c "C" { weight: 40% }';

  test("a program's own add up over all its assessments", () => {
    expect(sums(`${abc}\nassessment x { measures: a, b }; assessment y { measures: b, c }`)).toEqual([
      ['CWT', 'a b c', 100, 100, true, true],
    ]);
  });

  test('all of them count where no assessment names anything', () => {
    expect(sums(`${abc}; domain d "D" { weight: 10% }`)).toEqual([['CWT', 'a b c d', 110, 110, true, false]]);
  });

  test('a sum says nothing while a domain is not assessed or has no weight', () => {
    expect(sums(`${abc}\nassessment x { measures: a, b }`)[0]![4]).toBe(false);
    expect(sums(`${abc}; domain d "D"; domain e "E" { weight: ? }`)[0]![4]).toBe(false);
  });

  test('a hole may stand for any domain', () => {
    expect(sums(`${abc}\nassessment x { measures: a, ? }`)).toEqual([['CWT', 'a b c', 100, 100, true, true]]);
  });

  test('domains in an assessment add up by themselves', () => {
    expect(sums(`${abc}\nassessment x { domain k "K" { weight: 60% }; domain l "L" { weight: 30% } }`)).toEqual([
      ['CWT', 'a b c', 100, 100, true, true],
      ['x', 'k l', 90, 90, true, false],
    ]);
  });

  test('ranges', () => {
    expect(sums('domain a "A" { weight: 20% to 30% }; domain b "B" { weight: 65% to 75% }')).toEqual([['CWT', 'a b', 85, 105, true, true]]);
    expect(sums('domain a "A" { weight: 20% to 30% }; domain b "B" { weight: 69% }')).toEqual([['CWT', 'a b', 89, 99, true, false]]);
    expect(sums('domain a "A" { weight: 31% to 35% }; domain b "B" { weight: 70% }')).toEqual([['CWT', 'a b', 101, 105, true, false]]);
  });

  test('rounding', () => {
    expect(sums('domain a "A" { weight: 33% }; domain b "B" { weight: 33% }; domain c "C" { weight: 33% }')[0]!.slice(2)).toEqual([
      99,
      99,
      true,
      true,
    ]);
    expect(sums('domain a "A" { weight: 33.3% }; domain b "B" { weight: 33.3% }; domain c "C" { weight: 33.4% }')[0]!.slice(2)).toEqual([
      100,
      100,
      true,
      true,
    ]);
  });
});

describe('editions', () => {
  const old = 'domain a "A" { weight: 60% }; domain b "B" { weight: 40% }';
  const young = 'domain c "C" { weight: 70% }; domain d "D" { weight: 20% }';

  test('one that replaces another is judged by itself', () => {
    const found = sums(`${old}\n${young}\nassessment x { measures: a, b }\nassessment y { measures: c, d; replaces: x }`);
    expect(found.map(one => one.slice(1, 3))).toEqual([
      ['a b', 100],
      ['c d', 90],
    ]);
  });

  test('one ends where the other begins', () => {
    const found = sums(
      `${old}\n${young}\nassessment x { measures: a, b; until: 2026-12-31 }\nassessment y { measures: c, d; effective: 2027-01-01 }`,
    );
    expect(found.map(one => one.slice(1, 3))).toEqual([
      ['a b', 100],
      ['c d', 90],
    ]);
  });

  test('an examination without a version belongs to each', () => {
    const found = sums(`domain p "P" { weight: 50% }; domain a "A" { weight: 50% }; domain c "C" { weight: 40% }
      assessment bench { measures: p }
      assessment x { measures: a; version: "2022" }
      assessment y { measures: c; version: "2026"; replaces: x }`);
    expect(found.map(one => one.slice(1, 3))).toEqual([
      ['p a', 100],
      ['p c', 90],
    ]);
  });

  test('two examinations with versions of their own may make one whole', () => {
    const found = sums(`${old}\nassessment x { measures: a; version: "3" }\nassessment y { measures: b; version: "1" }`);
    expect(found.map(one => one.slice(1, 3))).toEqual([['a b', 100]]);
  });

  test('two outlines side by side, told apart by version only', () => {
    const whole = 'domain c "C" { weight: 70% }; domain d "D" { weight: 30% }';
    const found = sums(
      `${old}\n${whole}\nassessment x { measures: a, b; version: "2022" }\nassessment y { measures: c, d; version: "2026" }`,
    );
    expect(found.map(one => one.slice(1, 3))).toEqual([
      ['a b', 100],
      ['c d', 100],
    ]);
  });

  test('a circle of replacements ends', () => {
    expect(sums(`${old}\nassessment x { measures: a; replaces: y }\nassessment y { measures: b; replaces: x }`).length).toBeGreaterThan(0);
  });
});

describe('items', () => {
  const items = (text: string) => {
    const program = programOf(text);
    const exam = program.all('assessment')[0]!;
    return [...program.all('domain'), ...exam.all('domain')].map(domain => itemsOf(domain, exam));
  };

  test('unscored items do not count', () => {
    expect(
      items('domain a "A" { weight: 10% to 20% }; domain b "B" { weight: 85% }\nassessment x { measures: a, b; items: 120; unscored: 20 }'),
    ).toEqual([
      { low: 10, high: 20 },
      { low: 85, high: 85 },
    ]);
  });

  test('not known where the items adapt, where a number is a hole, or where the assessment covers a part', () => {
    expect(items('domain a "A" { weight: 100% }\nassessment x { measures: a; items: 100 to 150 }')).toEqual([undefined]);
    expect(items('domain a "A" { weight: 100% }\nassessment x { measures: a; items: 100; unscored: ? }')).toEqual([undefined]);
    expect(
      items(
        'domain a "A" { weight: 50% }; domain b "B" { weight: 50% }\nassessment x { measures: a; items: 100 }\nassessment y { measures: b }',
      ),
    ).toEqual([undefined, undefined]);
  });

  test('domains in the assessment', () => {
    expect(items('assessment x { items: 40; domain a "A" { weight: 25% } }')).toEqual([{ low: 10, high: 10 }]);
  });
});

describe('names', () => {
  test('dotted ones stand for the same', () => {
    const program = programOf('domain a "A"; assessment x { measures: CWT.a, y.k }\nassessment y { domain k "K" }');
    const { to, any, open } = measuredBy(program);
    expect([[...to].map(block => block.name), any, open]).toEqual([['a', 'k'], true, false]);
  });

  test('one that stands for nothing leaves the question open', () => {
    expect(measuredBy(programOf('domain a "A"; assessment x { measures: aa }'))).toMatchObject({ any: false, open: true });
  });
});
