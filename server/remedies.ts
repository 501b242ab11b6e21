/** Lets an editor act on what a program lacks, where its views show it: add it, attest a clause by a document, or set it aside. */
import type { ClientCapabilities, Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FilePlace } from '../language/analysis/judging/readiness.ts';
import type { Edit, Fix } from '../language/findings/finding.ts';
import type { CredFile } from '../language/model/file.ts';
import { attest, type Lack, type Remedies, type RemedyContext, remediesFor, setLackAside } from '../language/services/remedies.ts';
import { textEdit, type VersionOf, workspaceEdit } from './convert.ts';
import { failed, ownRequest, type Request, wrongParameters } from './requests.ts';
import { findProgram, type ProgramKey, WHICH } from './standings.ts';
import type { Workspace } from './workspace.ts';

/** What can be done about a lack, as the client gets it. */
export interface ProtocolRemedies {
  /** Its name in words, such as "NCCA 13 Panel Composition". */
  readonly called: string;
  readonly fixes: readonly { readonly title: string; readonly edit: WorkspaceEdit }[];
  /** The clause that a document can attest. */
  readonly clause?: string;
  readonly canBeSetAside: boolean;
  /** Where a clause of a project's own standard stands. */
  readonly page?: FilePlace;
}

const LACK = { ...WHICH, id: 'text', 'at?': { line: 'count', character: 'count' } } as const;

interface LackParams extends Lack {
  readonly uri: string;
  readonly program?: ProgramKey;
  readonly position?: Position;
}

/** Returns the handlers of `cred/remedies`, `cred/attest` and `cred/setLackAside`. A lack that is not there is refused. */
export function remedies(workspace: Workspace, client: () => ClientCapabilities, version: VersionOf): readonly Request[] {
  const look = (params: LackParams) => {
    const at = workspace.at(params.uri);
    const { project } = at;
    const found = findProgram(at, params);
    if (!found) throw wrongParameters('There is no such program any more.');
    const context: RemedyContext = { file: found.file, names: project, host: project.host, found: project.fixable(at.uri) };
    const known = remediesFor(found.program, { id: params.id, at: params.at }, context);
    if (!known) throw failed(`"${found.program.label}" does not lack "${params.id}" any more.`);
    return { ...found, context, known };
  };
  const editOf = (file: CredFile, edits: readonly Edit[]): WorkspaceEdit =>
    workspaceEdit({ [file.uri]: edits.map(one => textEdit(file, one)) }, client(), version);
  return [
    ownRequest('cred/remedies', LACK, (params: LackParams): ProtocolRemedies => {
      const { file, context, known } = look(params);
      const fixes = together(known).map(({ title, fixes: all }) => {
        const changes: Record<string, TextEdit[]> = {};
        for (const fix of all) {
          const other = fix.in === undefined ? file : context.names.file?.(fix.in);
          if (other) changes[other.uri] = [...(changes[other.uri] ?? []), ...fix.edits().map(edit => textEdit(other, edit))];
        }
        return { title, edit: workspaceEdit(changes, client(), version) };
      });
      const { called, clause, silences, page } = known;
      return { called, fixes, ...(clause !== undefined && { clause }), ...(page && { page }), canBeSetAside: silences !== undefined };
    }),
    ownRequest('cred/attest', { ...LACK, document: 'text' }, (params: LackParams & { document: string }) => {
      const { file, program, context, known } = look(params);
      if (known.clause === undefined) throw failed(`No document can attest "${known.called}": only clauses with a name are attested.`);
      return editOf(file, attest(program, known.clause, params.document, context));
    }),
    ownRequest('cred/setLackAside', { ...LACK, reason: 'text' }, (params: LackParams & { reason: string }) => {
      const { file, context, known } = look(params);
      const edit = setLackAside(known, params.reason, context);
      if (!edit) throw failed(`"${known.called}" is not reported here, so there is nothing to set aside.`);
      return editOf(file, [edit]);
    }),
  ];
}

/** Returns the fixes; additions of one clause to several files are one. */
function together({ fixes }: Remedies): readonly { readonly title: string; readonly fixes: readonly Fix[] }[] {
  const [first] = fixes;
  if (first && fixes.length > 1 && fixes.every(({ adds }) => adds)) return [{ title: first.title, fixes }];
  return fixes.map(fix => ({ title: fix.title, fixes: [fix] }));
}
