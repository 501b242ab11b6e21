/** Decides which files and findings of a check are shown: one file after the other, so that none has to stay in memory. */
import path from 'node:path';
import type { RevisionChanges } from '../../host/changed.ts';
import { ownedKey } from '../../language/model/asked-names.ts';
import { counted } from '../../language/model/sentence.ts';
import { isIn, type ProjectFiles } from '../files/gather.ts';
import { sourceText } from '../files/source.ts';
import { byPlace, type FileResult } from '../result/result.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { BaselineComparison, type BaselineFile, BaselineUpdate } from './baseline.ts';
import { ownerWords, topWords } from './top-level-names.ts';

/** A step that shows a part of what was found. */
export interface Selection {
  /** Returns the file with the findings to show; `undefined` leaves the file out. */
  file(file: FileResult): FileResult | undefined;
  /** Set if {@link file} may be called only after `look` was called for all files. */
  readonly look?: ((file: FileResult) => void) | undefined;
  /** Called after the last file; may throw a {@link Refusal}. */
  end?(): void;
}

/** Shows silenced findings as ordinary ones, for `--no-ignore`. */
export const UNSILENCED: Selection = {
  file: file => ({ ...file, findings: [...file.findings, ...file.silenced].sort(byPlace), silenced: [], packed: undefined }),
};

/**
 * Shows the files that git reports as changed, and those whose findings depend on changed settings or on a name that a changed file
 * declares or declared.
 */
export function changedOnly(projects: readonly ProjectFiles[], changes: RevisionChanges): Selection {
  const names = new Set<string>();
  const note = (text: string): void => {
    for (const name of topWords(text) ?? likelyNames(text)) names.add(name);
    for (const owner of ownerWords(text)) names.add(ownedKey(owner));
  };
  for (const { files } of projects) for (const file of files) if (changes.files.has(file.file)) note(sourceText(file));
  for (const file of changes.files) note(changes.before(file) ?? '');
  // If the settings changed, all files to which they apply may have other findings.
  const folders = [...changes.files].filter(file => path.basename(file) === 'cred.json').map(path.dirname);
  return {
    file: one => {
      const { file, asked } = one;
      const concerned = changes.files.has(file) || asked.some(name => names.has(name)) || folders.some(folder => isIn(file, folder));
      return concerned ? one : undefined;
    },
  };
}

/** Returns the names that a text with slips declares, approximately: a name too many only adds a file to the output. */
const likelyNames = (text: string): readonly string[] =>
  text.match(/(?<=^[ \t]*[\p{L}_][\p{L}\p{M}\p{N}_-]*[ \t]+)[\p{L}_][\p{L}\p{M}\p{N}_-]*/gmu) ?? [];

/** Leaves out the findings that a baseline accepts. Throws a {@link Refusal} if it cannot be read. */
export function unlessAccepted(cli: Invocation, baseline: BaselineFile): Selection {
  const comparison = new BaselineComparison(baseline);
  let isSettled = false;
  return {
    look: comparison.needsAll ? file => comparison.look(file) : undefined,
    file: file => {
      if (!isSettled) comparison.settle();
      isSettled = true;
      return comparison.fresh(file);
    },
    end: () => {
      const { gone } = comparison;
      if (gone > 0)
        cli.say(
          `${gone === 1 ? 'One accepted finding is gone; --update-baseline takes it' : `${gone} accepted findings are gone; --update-baseline takes them`} out of "${baseline.shown}".`,
        );
    },
  };
}

/** Accepts all findings: writes them to the baseline, and shows none. */
export function accepting(cli: Invocation, baseline: BaselineFile): Selection {
  const update = new BaselineUpdate(baseline);
  return {
    file: file => update.accept(file),
    end: () => {
      const { added, gone, total } = update.write();
      cli.say(`"${baseline.shown}" accepts ${counted(total, 'finding')} now: ${added} added, ${gone} taken out.`);
    },
  };
}
