// Made by scripts/generate.mjs from the rule files beside it.
import type { Rule } from './define.ts';
import certificationGoal from './certification/goal.rule.ts';
import languageHole from './language/hole.rule.ts';
import languageSyntax from './language/syntax.rule.ts';

/** Every rule, by group and name. */
export const RULES: readonly Rule[] = [
  certificationGoal,
  languageHole,
  languageSyntax,
];
