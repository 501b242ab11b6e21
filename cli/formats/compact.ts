/** Prints one line for each finding, in a form that many tools read: `path:line:column: severity rule: message`. */

import { printable } from '../../language/model/printable.ts';
import type { CheckRun } from '../result/result.ts';

/** Formats the findings as lines. */
export const compact = ({ files }: CheckRun): string =>
  files
    .flatMap(({ path, findings }) =>
      findings.map(
        ({ rule, severity, message, range: { start } }) =>
          `${printable(path)}:${start.line + 1}:${start.character + 1}: ${severity} ${rule}: ${printable(message)}\n`,
      ),
    )
    .join('');
