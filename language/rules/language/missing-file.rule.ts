import { type FoundDocument, findDocument } from '../../findings/documents.ts';
import { replace } from '../../fixes/fix.ts';
import type { Stated } from '../../model/block.ts';
import { valuesOf } from '../../model/facts.ts';
import { LANGUAGE, type Report, rule } from '../define.ts';

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
          const path = stated.value?.trim();
          if (!path) continue;
          const found = findDocument(path, file.uri, host);
          if (!found || found.at === 'there') continue;
          const { message, instead } = said(path, found);
          report({
            at: stated,
            nature: 'weak',
            message,
            ...(instead && { fixes: [replace(file, stated, inQuotes(instead), `Write "${instead}"`, true)] }),
          });
        }
      }
    }
  },
});

function said(path: string, { at, place }: FoundDocument): Pick<Report, 'message'> & { readonly instead?: string } {
  if (at === 'address without scheme')
    return {
      message: `"${path}" is read as a file beside this one. If it is an address of the web, begin it with "https://".`,
      instead: `https://${path}`,
    };
  if (at === 'outside')
    return {
      message: `"${path}" leads out of the project's folder, so Cred did not look for it. Put the document into the project, or write its address on the web.`,
    };
  if (typeof at === 'object')
    return {
      message: `"${path}" is called "${at.spelled}" where it lies. Write it so: on many machines capitals make another name of it.`,
      instead: at.spelled + place,
    };
  return { message: `There is no file "${path}" beside this one. Put it there, or write where it is.` };
}

const inQuotes = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
