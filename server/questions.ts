/** Lets an editor lead from one open question to the next: it lists the questions, and turns an answer into edits. */
import type { ClientCapabilities, Position, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../language/findings/finding.ts';
import { type AnswerOutcome, answer, setAside } from '../language/services/questions/answer.ts';
import {
  type OpenQuestion,
  type ProgramQuestion,
  plainQuestion,
  type QuestionContext,
  questionsOf,
} from '../language/services/questions/questions.ts';
import { textEdit, type VersionOf, workspaceEdit } from './convert.ts';
import { ownRequest, type Request, wrongParameters } from './requests.ts';
import { findProgram, type ProgramKey, WHICH } from './standings.ts';
import type { Workspace } from './workspace.ts';

/** A program and its open questions. */
export interface QuestionList {
  readonly program: ProgramKey;
  readonly label: string;
  readonly questions: readonly ProgramQuestion[];
}

/** The edit to apply, or the reason why there is none, with edits for what may have been meant. */
export type ProtocolAnswer =
  | { readonly edit: WorkspaceEdit }
  | { readonly problem: string; readonly suggestions: readonly { readonly title: string; readonly edit: WorkspaceEdit }[] };

/** Returns the handlers of `cred/questions`, `cred/answer` and `cred/setAside`. An unknown question is refused. */
export function questions(workspace: Workspace, client: () => ClientCapabilities, version: VersionOf): readonly Request[] {
  const asked = (uri: string, where: { program?: ProgramKey | undefined; position?: Position | undefined }) => {
    const at = workspace.at(uri);
    const { project } = at;
    const found = findProgram(at, where);
    if (!found) return undefined;
    const context: QuestionContext = { file: found.file, names: project, host: project.host, found: project.fixable(at.uri) };
    return { ...found, context, questions: questionsOf(found.program, context) };
  };
  const given = (taken: AnswerOutcome, { file, names }: QuestionContext): ProtocolAnswer => {
    const edit = (edits: readonly Edit[], elsewhere?: { readonly uri: string; readonly edits: readonly Edit[] }): WorkspaceEdit => {
      const other = elsewhere && names.file?.(elsewhere.uri);
      const changes = {
        ...(edits.length > 0 && { [file.uri]: edits.map(one => textEdit(file, one)) }),
        ...(other && { [other.uri]: elsewhere.edits.map(one => textEdit(other, one)) }),
      };
      return workspaceEdit(changes, client(), version);
    };
    if ('edits' in taken) return { edit: edit(taken.edits) };
    return {
      problem: taken.problem,
      suggestions: taken.suggestions.map(one => ({ title: one.title, edit: edit(one.edits, one.elsewhere) })),
    };
  };
  const take = (params: Answered, taking: (question: OpenQuestion, context: QuestionContext) => AnswerOutcome): ProtocolAnswer => {
    const all = asked(params.uri, params);
    const question = all?.questions.find(({ id }) => id === params.id);
    if (!all || !question) throw wrongParameters(`There is no open question "${params.id}" in this program.`);
    return given(taking(question, all.context), all.context);
  };
  return [
    ownRequest('cred/questions', WHICH, ({ uri, ...where }: Omit<Answered, 'id'>): QuestionList | null => {
      const all = asked(uri, where);
      if (!all) return null;
      const { file, program } = all;
      return { program: program.name ?? file.programs.indexOf(program), label: program.label, questions: all.questions.map(plainQuestion) };
    }),
    ownRequest('cred/answer', { ...WHICH, id: 'text', input: 'text' }, (params: Answered & { input: string }) =>
      take(params, (question, context) => answer(question, params.input, context)),
    ),
    ownRequest('cred/setAside', { ...WHICH, id: 'text', reason: 'text' }, (params: Answered & { reason: string }) =>
      take(params, (question, context) => setAside(question, params.reason, context)),
    ),
  ];
}

interface Answered {
  readonly uri: string;
  readonly program?: ProgramKey;
  readonly position?: Position;
  readonly id: string;
}
