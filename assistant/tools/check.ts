/** The tool `check`: what Cred finds in programs. */
import { check } from '../../language/check/check.ts';
import type { Finding } from '../../language/findings/finding.ts';
import type { CredFile } from '../../language/model/file.ts';
import { counted } from '../../language/model/sentence.ts';
import { holesOf } from '../../language/project/project.ts';
import { answerObject, count, list, text, yesNo } from '../schema.ts';
import { AT, DETAIL, type Detail, FILES, opened, placed, RANGE } from '../shared.ts';
import type { AssistantProject, FileRequest } from '../surroundings.ts';
import { tool } from '../tool.ts';

const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

export const checkTool = tool<FileRequest & { readonly detail?: Detail }>({
  name: 'check',
  title: 'Check programs',
  description:
    'What Cred finds in .cred files or in texts that you give: contradictions, what is missing, and from which standard that comes. The worst comes first. Check after every change.',
  input: { ...FILES, detail: DETAIL },
  output: {
    head: {
      asOf: text('The day that was judged by.'),
      summary: answerObject({
        files: count(),
        programs: count(),
        errors: count(),
        warnings: count(),
        information: count(),
        holes: count('Values that are still "?".'),
      }),
    },
    items: 'findings',
    item: answerObject(
      {
        at: AT,
        severity: { type: 'string', enum: SEVERITIES },
        rule: text('What "explain" takes.'),
        message: text(),
        fixes: list(answerObject({ title: text(), safe: yesNo('Whether nothing is left to decide.') })),
        path: text(),
        range: RANGE,
      },
      ['at', 'severity', 'rule', 'message', 'fixes'],
    ),
  },
  async run({ detail = 'summary', ...request }, around) {
    const projects = await around.projects(request);
    const found: PlacedFinding[] = projects.flatMap(within =>
      within.more.flatMap(({ path, findings }) => findings.map(finding => ({ finding, path, within }))),
    );
    const sums = { files: 0, programs: 0, errors: 0, warnings: 0, information: 0, holes: 0 };
    for (const { file, path, within } of opened(projects)) {
      sums.files++;
      sums.programs += file.programs.length;
      sums.holes += holesOf(file);
      for (const finding of check(file, within.project, within.project.host).findings) found.push({ finding, path, within, file });
    }
    for (const { finding } of found) {
      if (finding.severity === 'error') sums.errors++;
      if (finding.severity === 'warning') sums.warnings++;
      if (finding.severity === 'information') sums.information++;
    }
    // The sort keeps the order of files and places within each severity.
    found.sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
    return {
      head: { asOf: projects[0]?.project.host.today ?? request.asOf ?? '', summary: sums },
      items: found.map(one => item(one.finding, one.path, detail === 'full' ? one : undefined)),
      next: next(
        sums,
        found.map(({ finding }) => finding),
      ),
    };
  },
});

interface PlacedFinding {
  readonly finding: Finding;
  readonly path: string;
  readonly within: AssistantProject;
  readonly file?: CredFile;
}

function item(finding: Finding, path: string, full: PlacedFinding | undefined): object {
  const { severity, rule, message, range, fixes, related = [] } = finding;
  const short = { at: placed(path, range), severity, rule, message };
  if (!full) return { ...short, fixes: fixes.map(({ title, safe }) => ({ title, safe })) };
  const { within, file } = full;
  const edits = (fix: Finding['fixes'][number]): object[] => {
    const lines = (fix.in === undefined ? file : within.project.file(fix.in))?.lines;
    return lines ? fix.edits().map(({ start, end, text: by }) => ({ range: lines.range(start, end), text: by })) : [];
  };
  return {
    ...short,
    fixes: fixes.map(fix => ({ title: fix.title, safe: fix.safe, ...(fix.in && { path: within.shown(fix.in) }), edits: edits(fix) })),
    path,
    range,
    ...(related.length > 0 && { related: related.map(one => ({ at: placed(within.shown(one.uri), one.range), message: one.message })) }),
  };
}

function next(
  { files, errors, warnings, holes }: { files: number; errors: number; warnings: number; holes: number },
  found: readonly Finding[],
): string[] {
  const fixable = found.some(({ fixes }) => fixes.length > 0);
  if (files === 0 && found.length === 0)
    return [
      'There is no .cred file here. "explain" with templates/certification (or another kind) begins one; give it as "texts" to check it.',
    ];
  if (errors + warnings === 0 && holes === 0) return ['Nothing is wrong. "readiness" tells how far a program is for a standard.'];
  return [
    ...(fixable ? ['"fix" does what is certain; with "unsafe" it also adds what is missing, as "?".'] : []),
    ...(errors + warnings > 0 ? ['"explain" with the rule of a finding tells why it matters and what to write instead.'] : []),
    ...(holes > 0 ? [`${counted(holes, 'value')} still "?": "questions" lists them. Ask the people who know; never make a fact up.`] : []),
  ];
}
