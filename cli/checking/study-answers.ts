/** Takes the answers of a self-study into the files of a project. It is part of the exchange's bundle. */
import { pathToFileURL } from 'node:url';
import { takeAnswers, withoutProgram } from '../../exchange/office/self-study-in.ts';
import type { StudyAnswer } from '../../exchange/office/study-answers.ts';
import { applyEdits } from '../../language/findings/finding.ts';
import { CredFile } from '../../language/model/file.ts';
import type { Organization } from '../../language/vocabulary/organization.ts';
import type { ProjectFiles } from '../files/gather.ts';
import type { RewrittenFile } from '../files/rewrite.ts';
import { sourceText } from '../files/source.ts';

/** What the answers change. */
export interface StudyChanges {
  readonly files: readonly RewrittenFile[];
  /** What changes, a sentence for each clause. */
  readonly said: readonly string[];
  readonly problems: readonly string[];
}

/** Returns what the answers change in the files of projects; nothing is written. */
export function changesOf(projects: readonly ProjectFiles[], answers: readonly StudyAnswer[]): StudyChanges {
  const files: RewrittenFile[] = [];
  const said: string[] = [];
  const known = new Set<string>();
  const read = projects
    .flatMap(project => project.files)
    .map(one => ({ shown: one.shown, path: one.file, file: CredFile.read(pathToFileURL(one.file).href, sourceText(one)) }));
  const organizations = read.flatMap(({ file }) =>
    file.root.children.filter(({ kind }) => kind === 'organization'),
  ) as unknown as readonly Organization[];
  const owners = new Map(organizations.map(one => [one.name, one.all('evidence')] as const));
  for (const { file, path, shown } of read) {
    const { text } = file;
    const edits = file.programs.flatMap(program => {
      const { name } = program;
      if (name === undefined || !answers.some(one => one.program === name)) return [];
      known.add(name);
      const taken = takeAnswers(
        file,
        program,
        answers.filter(one => one.program === name),
        owners.get(program.owner?.value?.path.join('.')),
      );
      said.push(...taken.said.map(one => `${name}, ${one}`));
      return taken.edits;
    });
    if (edits.length > 0) files.push({ file: path, shown, before: text, after: applyEdits(text, edits) });
  }
  return { files, said, problems: withoutProgram(answers, known).map(({ why }) => why) };
}
