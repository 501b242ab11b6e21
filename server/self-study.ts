/** Gives the self-study of a file's programs to an editor, and turns answers that were filled in into edits. */
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import type { WordPart, WorkbookSheet } from '../exchange/office/forms.ts';
import { takeAnswers, withoutProgram } from '../exchange/office/self-study-in.ts';
import { type ShowPlace, type StudyWithSummary, studyDocument, studySheets } from '../exchange/office/self-study-out.ts';
import type { StudyAnswer } from '../exchange/office/study-answers.ts';
import { selfStudyOf } from '../language/analysis/self-study.ts';
import { standingOf } from '../language/check/standing-of.ts';
import { fileName } from '../language/model/address.ts';
import type { CredFile } from '../language/model/file.ts';
import type { Project } from '../language/project/project.ts';
import type { Organization } from '../language/vocabulary/organization.ts';
import { judged } from '../library/judging.ts';
import { boardSections } from '../report/index.ts';
import { textEdit, type VersionOf, workspaceEdit } from './convert.ts';
import { ownRequest, type Request } from './requests.ts';
import type { Workspace } from './workspace.ts';

/** A self-study as the plain parts of a document, or the sheets of a workbook, which the editor's extension packs. */
export interface SelfStudyAnswer {
  readonly title: string;
  readonly parts: readonly WordPart[];
  readonly sheets: readonly WorkbookSheet[];
}
/** What the answers of a self-study change; the edit is shown before it is made. */
export interface StudyEdit {
  readonly edit: WorkspaceEdit;
  /** What changes, a sentence for each clause. */
  readonly said: readonly string[];
  readonly problems: readonly string[];
}

/** Returns the self-studies of the programs of a file, each with its page for a board. */
export function studiesIn(file: CredFile, project: Project): StudyWithSummary[] {
  return file.programs.map(program => {
    const around = { file, names: project, host: project.host };
    const sections = boardSections(standingOf(program, around));
    return {
      study: selfStudyOf(judged(program, around, undefined, false)),
      summary: sections.map(({ title, lines }) => ({ title, lines: lines.map(({ text }) => text) })),
    };
  });
}

/** Shows a place by the name of its file and its line. */
export const placeShown: ShowPlace = ({ uri, range }) => `${fileName(uri)}, line ${range.start.line + 1}`;

/** Returns the handlers of `cred/selfStudy` and `cred/answers`. */
export const selfStudies = (workspace: Workspace, client: () => ClientCapabilities, version: VersionOf): readonly Request[] => [
  ownRequest('cred/selfStudy', { uri: 'text' }, ({ uri: asked }: { uri: string }): SelfStudyAnswer | null => {
    const { project, uri } = workspace.at(asked);
    const file = project.has(uri) ? project.file(uri) : undefined;
    if (!file || file.programs.length === 0) return null;
    const studies = studiesIn(file, project);
    return {
      title: studies.map(({ study }) => study.label).join(', '),
      parts: studyDocument(studies, placeShown),
      sheets: studySheets(studies, placeShown),
    };
  }),
  ownRequest(
    'cred/answers',
    { uri: 'text', answers: [{ program: 'text', clause: 'text', answer: 'text', documents: ['text'], at: 'text' }] },
    ({ uri, answers }: { uri: string; answers: readonly StudyAnswer[] }): StudyEdit => {
      const { project } = workspace.at(uri);
      const files = project.uris.flatMap(one => project.file(one) ?? []);
      const organizations = files.flatMap(file => file.root.children.filter(({ kind }) => kind === 'organization'));
      const owners = new Map((organizations as unknown as readonly Organization[]).map(one => [one.name, one.all('evidence')] as const));
      const known = new Set<string>();
      const said: string[] = [];
      const changes: Record<string, ReturnType<typeof textEdit>[]> = {};
      for (const file of files) {
        for (const program of file.programs) {
          const own = answers.filter(one => one.program === program.name);
          if (program.name === undefined || own.length === 0) continue;
          known.add(program.name);
          const taken = takeAnswers(file, program, own, owners.get(program.owner?.value?.path.join('.')));
          said.push(...taken.said.map(one => `${program.name}, ${one}`));
          if (taken.edits.length > 0) changes[file.uri] = [...(changes[file.uri] ?? []), ...taken.edits.map(one => textEdit(file, one))];
        }
      }
      return { edit: workspaceEdit(changes, client(), version), said, problems: withoutProgram(answers, known).map(({ why }) => why) };
    },
  ),
];
