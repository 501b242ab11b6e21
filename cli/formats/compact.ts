/** Prints one line for each finding, in a form that many tools read: `path:line:column: severity rule: message`. */

import { printable } from '../../language/model/printable.ts';
import { fileByFile, type Writer } from './writer.ts';

/** Returns the writer of this format. */
export const compact = (): Writer =>
  fileByFile(({ path, findings }) =>
    findings
      .map(
        ({ rule, severity, message, range: { start } }) =>
          `${printable(path)}:${start.line + 1}:${start.character + 1}: ${severity} ${rule}: ${printable(message)}\n`,
      )
      .join(''),
  );
