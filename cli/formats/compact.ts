/** One line for each finding, as many tools read it: `path:line:column: severity rule: message`. */

import { printable } from '../../language/model/printable.ts';
import type { CheckRun } from '../result/result.ts';

export const compact = ({ files }: CheckRun): string =>
  files
    .flatMap(({ path, findings }) =>
      findings.map(
        ({ rule, severity, message, range: { start } }) =>
          `${printable(path)}:${start.line + 1}:${start.character + 1}: ${severity} ${rule}: ${printable(message)}\n`,
      ),
    )
    .join('');
