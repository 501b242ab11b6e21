import { describe, expect, test } from 'vitest';
import { expectFindings, expectFix, findingsOf, projectOf } from '../../../test/expect.ts';

const rulesOf = (text: string, group = 'alignment/') =>
  findingsOf(text)
    .filter(one => one.rule.startsWith(group))
    .map(one => `${one.severity} ${one.rule}`);

describe('outcomes', () => {
  test('fail: neither taught nor assessed', () => {
    expectFindings(`
      certificate C "C" {
        outcome a "A"
        outcome b "B"
        //      ^ alignment/outcome-not-taught
        //      ^ alignment/outcome-not-assessed
        module m "M" { teaches: a }
        assessment t { measures: a }
      }`);
  });

  test('success: nothing is said while no module teaches and no assessment measures anything', () => {
    expect(rulesOf('certificate C "C" { outcome a "A"; assessment t { items: 30 } }')).toEqual([]);
  });

  test('success: a hole or a name that stands for nothing may be the outcome', () => {
    expect(
      rulesOf('certificate C "C" { outcome a "A"; outcome b "B"; module m "M" { teaches: a, ? }; assessment t { measures: a, bb } }'),
    ).toEqual([]);
  });

  test('success: a name of another kind is one slip: it may have been any outcome or domain', () => {
    for (const text of [
      'certificate C "C" { outcome a "A"; outcome b "B"; module m "M" { teaches: a, b }; assessment t { measures: m } }',
      'certificate C "C" { outcome a "A"; outcome b "B"; module m "M" { teaches: a, b }; assessment t { measures: a, m } }',
      'certificate C "C" { outcome a "A"; outcome b "B"; assessment t { measures: a, b }; module m "M" { teaches: a, t } }',
      'certification C "C" { domain a "A" { weight: 50% }; domain b "B" { weight: 50% }; panel p "P"; assessment t { measures: a, p } }',
    ]) {
      expect(rulesOf(text), text).toEqual([]);
      expect(rulesOf(text, 'language/'), text).toEqual(['error language/wrong-reference']);
    }
  });

  test('success: an attendance program need not assess, a certification need not teach', () => {
    expect(
      rulesOf(
        'attendance A "A" { outcome a "A"; outcome b "B"; module m "M" { teaches: a, b }; assessment q { measures: a; use: formative } }',
      ),
    ).toEqual([]);
    expect(
      rulesOf(
        'certification P "P" { outcome a "A"; outcome b "B"; module m "M" { teaches: a }; domain d "D" { weight: 100% }; assessment x { measures: d } }',
      ),
    ).toEqual([]);
  });

  test('fail: a program of undecided kind is judged, too', () => {
    expect(rulesOf('program P "P" { outcome a "A"; outcome b "B"; module m "M" { teaches: a }; assessment t { measures: a, b } }')).toEqual(
      ['warning alignment/outcome-not-taught'],
    );
  });

  test('fail: what is merely missing is information while planned', () => {
    expect(
      rulesOf(
        'certificate P "P" { status: planned; outcome a "A"; outcome b "B"; module m "M" { teaches: a }; module n "N"; assessment t { measures: a } }',
      ),
    ).toEqual([
      'information alignment/outcome-not-assessed',
      'information alignment/outcome-not-taught',
      'information alignment/module-teaches-nothing',
    ]);
  });

  test('success: names of other files are known names', () => {
    const project = projectOf({
      'a.cred': 'certificate C "C" { outcome a "A"; outcome b "B"; assessment t { measures: a, D.z } }',
      'b.cred': 'certificate D "D" { outcome z "Z" }',
    });
    expect(
      project
        .findings('a.cred')
        .filter(one => one.rule === 'alignment/outcome-not-assessed')
        .map(one => one.message),
    ).toEqual([
      'No assessment of "C" measures the outcome "B". Name it under "measures" of the assessment that does, or add an assessment that will.',
    ]);
  });

  test('fix: names the outcome in the module that is picked', () => {
    expectFix(
      'certificate C "C" { outcome a "A"; outcome b "B"; module m "M" { teaches: a; hours: 2 hours } }',
      'alignment/outcome-not-taught',
      'Say that "M" teaches it',
      'certificate C "C" { outcome a "A"; outcome b "B"; module m "M" { teaches: a, b; hours: 2 hours } }',
    );
  });

  test('success: a module without an outcome to name is left to certificate/outcomes', () => {
    expect(rulesOf('certificate C "C" { module m "M" { hours: 2 hours } }')).toEqual([]);
    expect(rulesOf('certificate C "C" { outcome a "A"; module m "M" { teaches: ? } }')).toEqual([]);
  });
});

describe('domains', () => {
  test('fail: one finding per group of weights, with the others as related information', () => {
    const text =
      'certification C "C" { domain a "A" { weight: 60% }; domain b "B" { weight: 50% }; assessment x "Exam" { measures: a, b } }';
    const found = findingsOf(text).filter(one => one.rule === 'alignment/weights-sum');
    expect(found.map(one => [one.severity, one.message, one.related?.map(r => r.message)])).toEqual([
      [
        'error',
        'The weights of the domains that "Exam" measures add up to 110%, not 100%. Check the weights, this one and the others.',
        ['"A" has a weight of 60%.'],
      ],
    ]);
  });

  test('fail: stays an error while planned', () => {
    expect(rulesOf('certification C "C" { status: planned; domain a "A" { weight: 60% }; domain b "B" { weight: 50% } }')).toEqual([
      'error alignment/weights-sum',
    ]);
  });

  test('success: silent while another rule speaks of one of the domains', () => {
    expect(rulesOf('certification C "C" { domain a "A" { weight: 60% }; domain b "B" { weight: 50% }; domain c "C" }')).toEqual([
      'information alignment/domain-without-weight',
    ]);
    expect(
      rulesOf('certification C "C" { domain a "A" { weight: 60% }; domain b "B" { weight: 50% }; assessment x { measures: a } }'),
    ).toEqual(['warning alignment/domain-not-assessed']);
  });

  test('success: a hole counts as a weight, and so do items', () => {
    expect(rulesOf('certification C "C" { domain a "A" { weight: ? }; domain b "B" { items: 20 } }')).toEqual([]);
  });

  test('success: nothing is asked of domains while no assessment measures anything', () => {
    expect(rulesOf('certification C "C" { domain a "A" { weight: 100% }; assessment x { independent: yes } }')).toEqual([]);
  });

  const few = (exam: string) =>
    rulesOf(`certification C "C" { domain a "A" { weight: 3% }; domain b "B" { weight: 97% }; assessment x { measures: a, b; ${exam} } }`);
  test('fail: too few items', () => {
    expect(few('format: multiple-choice, situational-judgement; items: 100')).toEqual(['information alignment/too-few-items']);
    expect(few('format: multiple-choice; items: 200; unscored: 100')).toEqual(['information alignment/too-few-items']);
  });
  test('success: enough items, an unknown number, or another format', () => {
    expect(few('format: multiple-choice; items: 200')).toEqual([]);
    expect(few('format: multiple-choice; items: 60 to 100')).toEqual([]);
    expect(few('format: performance; items: 20')).toEqual([]);
    expect(few('items: 20')).toEqual([]);
    expect(few('use: formative; format: multiple-choice; items: 20')).toEqual([]);
  });
  test('success: a range that reaches enough items', () => {
    expect(
      rulesOf(
        'certification C "C" { domain a "A" { weight: 3% to 5% }; domain b "B" { weight: 96% }; assessment x { measures: a, b; format: multiple-choice; items: 100 } }',
      ),
    ).toEqual([]);
  });

  test('measures-wrong-kind: only outcomes, only in a certification', () => {
    expect(rulesOf('certification C "C" { outcome a "A"; assessment x { measures: a } }')).toEqual([
      'information alignment/measures-wrong-kind',
    ]);
    expect(rulesOf('certification C "C" { outcome a "A"; assessment x { measures: a, ? } }')).toEqual([]);
    expect(rulesOf('certification C "C" { outcome a "A"; domain d "D" { weight: 100% }; assessment x { measures: a, d } }')).toEqual([]);
    expect(rulesOf('certificate C "C" { outcome a "A"; assessment x { measures: a } }')).toEqual([]);
  });

  test('measures-wrong-kind: domains that are left out are told by themselves', () => {
    expect(rulesOf('certification C "C" { outcome a "A"; domain d "D" { weight: 100% }; assessment x { measures: a } }')).toEqual([
      'warning alignment/domain-not-assessed',
    ]);
    expect(
      rulesOf(
        'certification C "C" { outcome a "A"; domain d "D" { weight: 100% }; assessment x { measures: d }; assessment y { measures: a } }',
      ),
    ).toEqual(['information alignment/measures-wrong-kind']);
  });
});
