import { certainlySummative } from '../../analysis/program.ts';
import { chosen, fixOf, replace } from '../../fixes/fix.ts';
import { clauses, rule } from '../define.ts';
import { onlyFormats } from './studies.ts';

/** A certification knows who took its examination, and how. */
export default rule('measurement/unproctored', {
  title: 'The examination of a certification is proctored',
  severity: 'warning',
  source: clauses('NCCA-2021.S18'),
  appliesTo: 'certification',
  check(program, { file, report }) {
    for (const assessment of certainlySummative(program)) {
      // Work over several weeks is supervised in other ways.
      if (onlyFormats(assessment, 'portfolio', 'project')) continue;
      const open = assessment.delivery?.items.find(({ value }) => value === 'remote-unproctored');
      const denied = assessment.proctored?.value === false ? assessment.proctored : undefined;
      const at = denied ?? open;
      if (!at) continue;
      report({
        at,
        nature: 'contradiction',
        message:
          `Nobody watches over "${assessment.label}"${at === open ? ' where it is taken remotely' : ''}, so "${program.label}" cannot tell who answered, and with what help. ` +
          'Have it proctored, on the spot or remotely.',
        fixes: [
          denied
            ? fixOf('Write "?" until it is decided', false, () =>
                [denied, ...(open ? [open] : [])].flatMap(one => replace(file, one, '?').edits()),
              )
            : chosen(replace(file, at, 'remote-proctored', 'Write "remote-proctored", if somebody watches')),
        ],
        ...(denied && open && { related: [{ at: open, message: 'Taken remotely, with nobody watching.' }] }),
      });
    }
  },
});
