/** The pages of rules and standards, as paths in the package. */
import { BUILT_IN } from '../standards/names.ts';

/** Returns whether the page of an id is the page of a built-in standard. */
export const isStandardPage = (rule: string): boolean => pageOf(rule).startsWith('docs/standards/');

/** Returns the page of a rule, or the page of a built-in standard at the clause. */
export function pageOf(rule: string): string {
  let page = known.get(rule);
  if (page === undefined) known.set(rule, (page = made(rule)));
  return page;
}

/** The pages are cached because every finding needs one after each keystroke. */
const known = new Map<string, string>();

function made(rule: string): string {
  const at = rule.indexOf('/');
  const standard = BUILT_IN.find(name => name.toLowerCase() === rule.slice(0, at));
  return standard ? `docs/standards/${standard}.md#${rule.slice(at + 1)}` : `docs/rules/${rule}.md`;
}
