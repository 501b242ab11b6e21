/** The tools `fix` and `format`, which change texts. */
import { applyEdits } from '../../language/findings/finding.ts';
import { counted } from '../../language/model/sentence.ts';
import { format } from '../../language/services/format.ts';
import { fixProject } from '../../library/fixing.ts';
import { unifiedDiff } from '../diff.ts';
import { count, yesNo } from '../schema.ts';
import { CHANGED_FILE, changedItems, FILES, opened } from '../shared.ts';
import type { ChangedFile, FileRequest } from '../surroundings.ts';
import { tool } from '../tool.ts';

interface Changing extends FileRequest {
  readonly write?: boolean;
}

const HEAD = { changed: count('How many files change.'), written: yesNo('Whether the files were written.') };

export const fixTool = tool<Changing & { readonly unsafe?: boolean }>({
  name: 'fix',
  title: 'Fix programs',
  description: 'Applies the fixes of findings: to a text that you give, or to files, of which it shows the change.',
  input: {
    ...FILES,
    unsafe: yesNo(
      'Also fixes that need an author’s eye afterwards: what is missing comes as "?". Never replace a "?" by a fact that nobody stated.',
    ),
  },
  output: { head: { ...HEAD, errors: count('Errors that are left.') }, items: 'files', item: CHANGED_FILE },
  writes: true,
  async run({ unsafe = false, write = false, ...request }, around) {
    const changed: ChangedFile[] = [];
    let errors = 0;
    for (const { project, files } of await around.projects(request)) {
      const before = files.map(({ uri }) => project.text(uri)!);
      const uris = files.map(({ uri }) => uri);
      for (const [i, fixed] of fixProject(project, project.host, uris, unsafe).entries()) {
        errors += fixed.errors;
        if (fixed.text !== before[i]) changed.push({ ...files[i]!, before: before[i]!, after: fixed.text });
      }
    }
    if (write) around.write!(changed);
    return {
      head: { changed: changed.length, written: write && changed.length > 0, errors },
      items: changedItems(changed, request, unifiedDiff),
      next: [
        ...(errors > 0 ? [`${counted(errors, 'error')} left for a decision: "check" tells what to write instead.`] : []),
        ...(unsafe
          ? ['Each "?" is a question for the people who know: "questions" lists them.']
          : ['"unsafe" also adds what is missing, as "?".']),
        ...(write ? ['Check again.'] : []),
      ],
    };
  },
});

export const formatTool = tool<Changing>({
  name: 'format',
  title: 'Lay out programs',
  description: 'Lays out a text that you give, or files, of which it shows the change. Only blanks and line breaks change.',
  input: FILES,
  output: { head: HEAD, items: 'files', item: CHANGED_FILE },
  writes: true,
  async run({ write = false, ...request }, around) {
    const changed = [...opened(await around.projects(request))].flatMap(({ uri, path, file, within }): ChangedFile[] => {
      const after = applyEdits(file.text, format(file, { indent: within.project.host.indent }));
      return after === file.text ? [] : [{ uri, path, before: file.text, after }];
    });
    if (write) around.write!(changed);
    return {
      head: { changed: changed.length, written: write && changed.length > 0 },
      items: changedItems(changed, request, unifiedDiff),
      next: changed.length === 0 ? ['Everything is laid out.'] : ['"check" tells what is found in it.'],
    };
  },
});
