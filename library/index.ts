/** The entry point of the package; `api.ts` documents each function. */
import { check as checkFile } from '../language/check/check.ts';
import type { Finding as Found } from '../language/findings/finding.ts';
import { applyEdits } from '../language/findings/finding.ts';
import { pageOf } from '../language/findings/pages.ts';
import { CredFile } from '../language/model/file.ts';
import { Lines } from '../language/model/lines.ts';
import { configFindings } from '../language/project/config-findings.ts';
import { holesOf } from '../language/project/project.ts';
import { format as layOut } from '../language/services/format.ts';
import type * as api from './api.ts';
import { explain as explained, ruleLines } from './explaining.ts';
import { CONFIG, given } from './files.ts';
import { fitOf } from './fit.ts';
import { fixProject } from './fixing.ts';
import { judged, notKnown, standardCalled } from './judging.ts';
import { PAGES } from './pages.ts';
import { readinessEntries } from './readiness-entries.ts';

export type * from './api.ts';

export const check: typeof api.check = (texts, options) => {
  const { asOf, host, project, config, configText, files, shown, read } = given(texts, options);
  const results: { path: string; findings: readonly api.Finding[] }[] = [];
  if (configText !== undefined) {
    const lines = new Lines(configText);
    const findings = configFindings(configText, config, project, host).map(one => plain(one, () => lines, shown));
    if (findings.length > 0) results.push({ path: CONFIG, findings });
  }
  const sum = { programs: 0, holes: 0 };
  for (const { path, uri } of files) {
    const file = read({ uri });
    sum.programs += file.programs.length;
    sum.holes += holesOf(file);
    results.push({
      path,
      findings: checkFile(file, project, host).findings.map(one =>
        plain(one, uri => (uri === undefined ? file : project.file(uri))!.lines, shown),
      ),
    });
  }
  const count = (severity: api.Severity): number =>
    results.reduce((n, { findings }) => n + findings.filter(one => one.severity === severity).length, 0);
  return {
    version: 1,
    asOf,
    files: results,
    summary: {
      files: files.length,
      programs: sum.programs,
      errors: count('error'),
      warnings: count('warning'),
      information: count('information'),
      holes: sum.holes,
    },
  };
};

const plain = (
  { rule, severity, message, range, help, fixes, related }: Found,
  linesOf: (uri: string | undefined) => Lines,
  shown: (uri: string) => string,
): api.Finding => ({
  rule,
  severity,
  message,
  range,
  help,
  fixes: fixes.map(one => ({
    title: one.title,
    safe: one.safe,
    ...(one.in !== undefined && { path: shown(one.in) }),
    edits: one.edits().map(({ start, end, text }) => ({ range: linesOf(one.in).range(start, end), text })),
  })),
  ...(related && { related: related.map(one => ({ path: shown(one.uri), range: one.range, message: one.message })) }),
});

export const readiness: typeof api.readiness = (texts, options = {}) => {
  const { host, project: names, files, shown, read } = given(texts, options);
  const unknown = options.standards?.find(name => !standardCalled(name, names));
  if (unknown !== undefined) throw new RangeError(notKnown(unknown, [names]));
  const asked = options.standards?.flatMap(name => standardCalled(name, names) ?? []);
  const programs = files.flatMap(({ uri }) => {
    const file = read({ uri });
    return file.programs.flatMap(program => readinessEntries(judged(program, { file, names, host }, asked, false), shown));
  });
  return { version: 1, programs };
};

const KINDS: readonly string[] = ['certification', 'certificate', 'attendance'];

export const path: typeof api.path = (texts, options = {}) => {
  if (options.as !== undefined && !KINDS.includes(options.as))
    throw new RangeError(`A program cannot be looked at as "${options.as}". Allowed choices are ${KINDS.join(', ')}.`);
  const { host, project: names, files, read } = given(texts, options);
  const programs = files.flatMap(({ uri, path: place }) => {
    const file = read({ uri });
    return file.programs.map(program => fitOf(program, { file, names, host }, place, options.as));
  });
  return { version: 1, programs };
};

export const fix: typeof api.fix = (texts, options = {}) => {
  const { host, project, files } = given(texts, options);
  const fixed = fixProject(
    project,
    host,
    files.map(({ uri }) => uri),
    options.unsafe ?? false,
  );
  return files.map(({ path: place, text: before, mark }, i) => {
    const { text, errors } = fixed[i]!;
    return { path: place, text: mark + text, changed: text !== before, errors };
  });
};

export const format: typeof api.format = text => applyEdits(text, layOut(CredFile.read('file:///a.cred', text)));

export const explain: typeof api.explain = topic => {
  const found = explained(topic);
  if ('near' in found) return undefined;
  // The first line says from which file the page is made, which matters only to the authors of Cred.
  return found.rule === undefined ? found.text : PAGES[found.rule]?.replace(/^<!--.*-->\n/, '');
};

export const rules: typeof api.rules = () => ruleLines(pageOf) as readonly api.RuleInfo[];
