import { LANGUAGE, rule } from '../define.ts';

/** Lists what is still to come. */
export default rule('language/hole', {
  title: 'Something is still to be said',
  severity: 'information',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'hole') continue;
      const what = problem.key
        ? `"${problem.key}" of ${problem.block.table?.called ?? 'this block'}`
        : `The title of ${problem.block.table?.called ?? 'this block'}`;
      const says = problem.table ? ` ${problem.table.says}` : '';
      report({ at: problem.span, nature: 'weak', message: `${what} is still to be stated.${says}` });
    }
  },
});
