/** Checks a word that distinguishes the kinds: whether it is missing, or is the other kind's. */
import type { Severity } from '../../findings/finding.ts';
import { addProperty, replace } from '../../fixes/fix.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';

interface WordMessages {
  /** The word of the declared kind. */
  readonly fits: string;
  /** The word of the other kind. */
  readonly other: string;
  readonly severity?: { readonly missing?: Severity; readonly other?: Severity };
  readonly missing: string;
  readonly message: string;
}

/** Checks a program's `purpose`, `goal` or `scope`. Each of their words belongs to one kind. */
export function tellingWord(
  program: Program,
  key: 'purpose' | 'goal' | 'scope',
  { file, report }: RuleContext,
  messages: WordMessages,
): void {
  const stated = program[key];
  const { missing, other } = messages.severity ?? {};
  if (!stated) {
    report({ at: program, ...(missing && { severity: missing }), message: messages.missing, fixes: [addProperty(file, program, key)] });
  } else if (stated.value === messages.other) {
    const severity = other ?? undefined;
    report({
      at: stated,
      ...(severity && { severity }),
      nature: severity === 'error' ? 'contradiction' : 'weak',
      message: messages.message,
      fixes: [replace(file, stated, messages.fits)],
    });
  }
}
