/** Parses a value in the words of the language, with the language's own parser. */
import { CredFile } from '../../language/model/file.ts';
import { kindOf } from '../../language/vocabulary/kinds.ts';
import { describe } from '../describe.ts';
import { listOf, type ModelValue } from '../model.ts';

/** For kinds within other kinds, the blocks around them. */
const AROUND: Readonly<Record<string, string>> = {
  assessment: 'certification x "x"',
  eligibility: 'certification x "x"',
  maintenance: 'certification x "x"',
  evaluation: 'certification x "x"',
  policy: 'certification x "x"',
};

/** Returns the value; `undefined` if the text is not a value of the property. */
export function understood(kind: string, key: string, value: string): ModelValue | undefined {
  if (value.length > 80 || /[\n\r{};"]|\/\/|\/\*/.test(value)) return undefined;
  const { type, many, orText } = kindOf(kind)!.properties[key]!;
  if (type === 'text' || orText) return value;
  const inner = `${kind} x "x" {\n${key}: ${value}\n}`;
  const around = AROUND[kind];
  const file = CredFile.read('', around === undefined ? inner : `${around} {\n${inner}\n}`);
  if (file.problems.length > 0) return undefined;
  const [program] = describe([file]).model.programs;
  const found = (around === undefined ? program : program?.blocks?.[0])?.properties?.[key];
  const values = listOf(found);
  return values.length === 1 || !many ? values[0] : undefined;
}
