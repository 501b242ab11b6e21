import type { Stated } from '../../model/block.ts';
import { valuesOf } from '../../model/facts.ts';
import { LANGUAGE, rule } from '../define.ts';

/** A document that is not where the file says. */
export default rule('language/missing-file', {
  title: 'Documents are where the file says',
  severity: 'information',
  source: LANGUAGE,
  check(file, { host, report }) {
    for (const block of file.blocks) {
      for (const { key, table } of block.properties) {
        if (table?.type !== 'document') continue;
        for (const stated of valuesOf(block.stated(key) as Stated<string>)) {
          const path = stated.value;
          // An address is nobody's file; `C:` is a drive and no scheme.
          if (path === undefined || path.trim() === '' || /^[a-z][a-z0-9+.-]+:/i.test(path)) continue;
          if (host.exists(file.uri, path) === false) {
            report({
              at: stated,
              nature: 'weak',
              message: `There is no file "${path}" beside this one. Put it there, or write where it is.`,
            });
          }
        }
      }
    }
  },
});
