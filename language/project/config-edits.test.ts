import { describe, expect, test } from 'vitest';
import { applyEdits } from '../findings/finding.ts';
import { severityEdits } from './config-edits.ts';

const off = (text: string | undefined, path = 'a.cred', pattern = 'certification/goal'): string | undefined => {
  const edits = severityEdits(text, pattern, 'off', { rule: 'certification/goal', path });
  return edits && applyEdits(text ?? '', edits);
};

describe('a rule is turned off in cred.json', () => {
  const FRESH = '{\n  "rules": {\n    "certification/goal": "off"\n  }\n}\n';

  test('which is made where there is none', () => {
    expect(off(undefined)).toBe(FRESH);
    expect(off('')).toBe(FRESH);
    expect(off('\n')).toBe(FRESH);
  });

  test('beside what it says already, in its own layout and with its comments', () => {
    expect(off('{\n  "indent": 4\n}\n')).toBe('{\n  "indent": 4,\n  "rules": {\n    "certification/goal": "off"\n  }\n}\n');
    expect(off('{\r\n\t// ours\r\n\t"rules": {\r\n\t\t"time/*": "hint" // later\r\n\t}\r\n}\r\n')).toBe(
      '{\r\n\t// ours\r\n\t"rules": {\r\n\t\t"time/*": "hint",\r\n\t\t"certification/goal": "off" // later\r\n\t}\r\n}\r\n',
    );
    expect(off('\uFEFF{ "rules": { "certification/goal": "error" } }')).toBe('\uFEFF{ "rules": { "certification/goal": "off" } }');
  });

  test('by its own id, which counts more than its group', () => {
    expect(off('{ "rules": { "certification/*": "error" } }')).toContain('"certification/goal": "off"');
  });

  test('with its group, unless it is set by itself', () => {
    expect(off('{}', 'a.cred', 'certification/*')).toContain('"certification/*": "off"');
    expect(off('{ "rules": { "certification/goal": "error" } }', 'a.cred', 'certification/*')).toBeUndefined();
  });

  test('not where that would not help, nor in what is no JSON', () => {
    const override = '{ "overrides": [{ "files": ["a/*"], "rules": { "certification/*": "error" } }] }';
    expect(off(override, 'a/x.cred')).toBeUndefined();
    expect(off(override, 'b/x.cred')).toContain('"off"');
    expect(off('{ "rules": ')).toBeUndefined();
    expect(off('[]')).toBeUndefined();
    expect(off('{ "rules": [] }')).toBeUndefined();
  });
});
