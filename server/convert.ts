/** Cred's findings and actions in the protocol's words. */
import {
  type CodeAction,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextEdit,
} from 'vscode-languageserver';
import type { Edit, Finding, Severity } from '../language/findings/finding.ts';
import type { CredFile } from '../language/model/file.ts';
import type { Action } from '../language/services/actions.ts';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function diagnostic(finding: Finding): Diagnostic {
  return {
    range: finding.range,
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    codeDescription: { href: finding.help },
    source: 'cred',
    message: finding.message,
    ...(finding.related && {
      relatedInformation: finding.related.map(
        ({ uri, range, message }): DiagnosticRelatedInformation => ({ location: { uri, range }, message }),
      ),
    }),
    ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

export const textEdit = (file: CredFile, edit: Edit): TextEdit => ({ range: file.lines.range(edit.start, edit.end), newText: edit.text });

/** `other` gives the files that an action changes beside its own. */
export const codeAction = (file: CredFile, action: Action, other: (uri: string) => CredFile | undefined): CodeAction => ({
  title: action.title,
  kind: action.kind,
  edit: {
    changes: Object.fromEntries(
      [[file.uri, action.edits] as const, ...(action.elsewhere ?? [])].flatMap(([uri, edits]) => {
        const of = uri === file.uri ? file : other(uri);
        return of && edits.length > 0 ? [[uri, edits.map(edit => textEdit(of, edit))]] : [];
      }),
    ),
  },
  ...(action.finding && { diagnostics: [diagnostic(action.finding)] }),
  ...(action.preferred && { isPreferred: true }),
});
