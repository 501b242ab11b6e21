/** Changes of `cred.json` that a person asks for at a finding, as edits that keep its comments and its layout. */
import { type FormattingOptions, findNodeAtLocation, modify, type ParseError, parseTree } from 'jsonc-parser';
import { applyEdits, type Edit, type Severity } from '../findings/finding.ts';
import { readConfig } from './config.ts';

/** A rule that is spoken of in a file, by its path from the folder of `cred.json`. */
interface RuleInFile {
  readonly rule: string;
  readonly path: string;
}

/**
 * Returns the edits that give a rule, or a group as `group/*`, a severity for the whole project. `text` is that of `cred.json`, or
 * `undefined` where there is none; then the one edit is the new file. Returns `undefined` where the text is not valid JSON, or where
 * it would still set another severity for `spoken`.
 */
export function severityEdits(
  text: string | undefined,
  pattern: string,
  severity: Severity | 'off',
  spoken: RuleInFile,
): Edit[] | undefined {
  const before = text?.trim() ? text : undefined;
  if (before === undefined) {
    const written = `${JSON.stringify({ rules: { [pattern]: severity } }, undefined, 2)}\n`;
    return [{ start: 0, end: text?.length ?? 0, text: written }];
  }
  // The parser takes a byte-order mark for a slip.
  const mark = before.startsWith('\uFEFF') ? 1 : 0;
  const json = before.slice(mark);
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { allowTrailingComma: true });
  if (errors.length > 0 || root?.type !== 'object') return undefined;
  const rules = findNodeAtLocation(root, ['rules']);
  if (rules && rules.type !== 'object') return undefined;
  const edits = modify(json, ['rules', pattern], severity, { formattingOptions: layoutOf(json) }).map(
    ({ offset, length, content }): Edit => ({ start: offset + mark, end: offset + mark + length, text: content }),
  );
  return readConfig(applyEdits(before, edits)).severity(spoken.rule, spoken.path) === severity ? edits : undefined;
}

/** How a text is laid out, for what is added to it. */
function layoutOf(json: string): FormattingOptions {
  const indent = /^[ \t]+(?=")/m.exec(json)?.[0] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: json.includes('\r\n') ? '\r\n' : '\n',
  };
}
