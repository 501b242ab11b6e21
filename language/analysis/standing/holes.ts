/** The holes of a program in words: what is still to be stated, and about which block. */

import type { AnyBlock, StatedList } from '../../model/block.ts';
import { entry } from '../../model/entry.ts';
import type { CredFile } from '../../model/file.ts';
import { offsets } from '../../model/span.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { Standing } from './standing.ts';

/** Names of properties whose key alone is unclear: by `kind.key`, or else by key. */
const CALLED: Readonly<Record<string, string>> = {
  conducted: 'date',
  'next-due': 'next date',
  due: 'due date',
  done: 'date of completion',
  granted: 'date of grant',
  expires: 'last day',
  launched: 'launch',
  effective: 'first day',
  until: 'last day',
  approved: 'date of approval',
  reviewed: 'date of the last review',
  updated: 'date of the last update',
  'application-due': 'due date of the application',
  'review-every': 'interval of review',
  every: 'interval',
  'valid-for': 'term',
  'written-by': 'authors',
  'developed-by': 'developers',
  'approved-by': 'approving body',
  by: 'accreditor',
  measures: 'content',
  teaches: 'outcomes',
  follows: 'modules before it',
  covers: 'topics',
  governs: 'programs',
  does: 'work',
  supports: 'clauses',
  between: 'programs',
  completes: 'instruction asked for',
  holds: 'credentials asked for',
  waives: 'assessments that it does without',
  'one-of': 'alternatives',
  passes: 'assessments asked for',
  'policy.for': 'programs that it holds for',
  'decided-by': 'deciders',
  recruited: 'recruitment',
  raters: 'number of raters',
  requires: 'requirements',
  items: 'number of items',
  unscored: 'number of unscored items',
  forms: 'number of forms',
  attempts: 'number of attempts',
  references: 'number of references',
  public: 'publication',
  'summary-published': 'publication of the summary',
  'agreements-signed': 'signed agreements',
  independent: 'independence',
  autonomous: 'autonomy',
  trained: 'training',
  revocable: 'revocability',
  proctored: 'proctoring',
};

/** Returns the holes of a program, in the order of the text. */
export function holesOf(program: Program, file: CredFile): Standing['holes'] {
  const { start, end } = offsets(program.span);
  return file.problems.flatMap(problem => {
    if (problem.rule !== 'hole') return [];
    const at = offsets(problem.span).start;
    if (at < start || at >= end) return [];
    const { block, key } = problem;
    return [
      {
        what: `${key === undefined ? 'title' : valueOf(block, key)} of ${called(block)}`,
        at: { uri: file.uri, range: file.range(problem.span) },
      },
    ];
  });
}

function valueOf(block: AnyBlock, key: string): string {
  const what = entry(CALLED, `${block.kind}.${key}`) ?? entry(CALLED, key) ?? key.replaceAll('-', ' ');
  const stated = block.stated(key);
  const some = stated !== undefined && 'items' in stated && (stated as StatedList<unknown>).items.some(({ isHole }) => !isHole);
  return some ? `rest of the ${what}` : what;
}

/** Returns a block in a sentence: `"CWT examination"`, `the job analysis`, `the standard-setting study of "CWT examination"`. */
function called(block: AnyBlock): string {
  const own = block.title || block.name;
  if (own) return `"${own}"`;
  const kind = (block.table?.called ?? block.kind).replace(/^an? /, 'the ');
  const around = block.parent?.title || block.parent?.name;
  return block.parent?.parent?.parent && around ? `${kind} of "${around}"` : kind;
}
