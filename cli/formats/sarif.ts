/** Prints SARIF 2.1.0 (OASIS) for code scanning services and editors: rules with their pages, fixes, suppressions and fingerprints. */
import { pathToFileURL } from 'node:url';
import type { TextRange } from '../../language/model/lines.ts';
import { shownPath } from '../files/paths.ts';
import { fingerprintsOf } from '../result/fingerprint.ts';
import { byPlace, type FileResult, type PlainFinding } from '../result/result.ts';
import type { FormatContext } from './formats.ts';
import { listed } from './json-list.ts';
import { ruleTexts } from './rule-texts.ts';
import type { Writer } from './writer.ts';

const LEVEL: Readonly<Record<PlainFinding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The most results that GitHub takes of one file. */
const MOST_RESULTS = 25_000;
const SEVERITIES: readonly PlainFinding['severity'][] = ['error', 'warning', 'information', 'hint'];

/** The rules stand before the results, which name them by number in the order of their ids: the results are kept as text until all rules are known. */
export function sarif(context: FormatContext): Writer {
  const rules = new Map<string, PlainFinding>();
  /** By id, in the order in which they are met. */
  const met = new Map<string, number>();
  const results: { readonly severity: PlainFinding['severity']; readonly text: string }[] = [];
  return {
    begin: '',
    file(file) {
      const findings = [...file.findings, ...file.silenced].sort(byPlace);
      const prints = fingerprintsOf(file, findings);
      for (const [i, finding] of findings.entries()) {
        if (!rules.has(finding.rule)) rules.set(finding.rule, finding);
        if (!met.has(finding.rule)) met.set(finding.rule, met.size);
        const place = { ruleIndex: met.get(finding.rule)!, fingerprint: prints[i]!, cwd: context.cwd };
        results.push({ severity: finding.severity, text: listed(' '.repeat(6)).more([resultOf(file, finding, place)]) });
      }
      return '';
    },
    end() {
      const ids = [...rules.keys()].sort();
      const kept = worst(results);
      const log = JSON.stringify(
        logOf(
          ids.map(id => ruleOf(rules.get(id)!, context)),
          { ...context, left: results.length - kept.length },
        ),
        undefined,
        2,
      );
      const numbers = [...met.keys()].map(id => ids.indexOf(id));
      const at = log.lastIndexOf(NO_RESULTS) + NO_RESULTS.length - 1;
      return [
        log.slice(0, at),
        ...kept.map(
          ({ text }, i) =>
            (i === 0 ? '' : ',') + text.replace(RULE_INDEX, (_, key: string, number: string) => `${key}${numbers[Number(number)]}`),
        ),
        `${kept.length > 0 ? `\n${' '.repeat(6)}` : ''}${log.slice(at)}\n`,
      ];
    },
  };
}

/** Returns as many results as services take, the worst ones if there are more, in their order. */
function worst<T extends { readonly severity: PlainFinding['severity'] }>(results: readonly T[]): readonly T[] {
  if (results.length <= MOST_RESULTS) return results;
  const chosen = SEVERITIES.flatMap(severity => results.filter(one => one.severity === severity)).slice(0, MOST_RESULTS);
  const isChosen = new Set(chosen);
  return results.filter(one => isChosen.has(one));
}

const NO_RESULTS = '"results": []';
/** A line of its own in a result: no text of JSON has a line's end within. */
const RULE_INDEX = /^( {10}"ruleIndex": )(\d+)/gm;

interface LogContext extends Pick<FormatContext, 'version' | 'cwd' | 'homepage' | 'pipeline'> {
  readonly asOf?: string;
  /** The number of results that were left out because services take no more. */
  readonly left?: number;
  /** Why the check could not be made. */
  readonly failures?: readonly string[];
}

/** Returns the log as it is without results. */
function logOf(rules: readonly object[], { version, cwd, asOf, homepage, pipeline, left = 0, failures = [] }: LogContext) {
  const note = (level: string, text: string) => ({ level, message: { text } });
  const notes = [
    ...failures.map(text => note('error', text)),
    ...(left > 0 ? [note('warning', `${left} more results are left out; those that are here are the worst.`)] : []),
  ];
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Cred',
            fullName: 'Cred for credentialing programs',
            semanticVersion: version,
            version,
            ...(homepage && { informationUri: homepage }),
            rules,
          },
        },
        // Azure DevOps takes only names that begin with those of its pipelines.
        automationDetails: pipeline ? { id: 'azuredevops/pipeline/build/cred/', properties: pipeline } : { id: 'cred/' },
        ...(notes.length > 0 && {
          invocations: [{ executionSuccessful: failures.length === 0, toolExecutionNotifications: notes }],
        }),
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: pathToFileURL(`${cwd}/`).href } },
        ...(asOf !== undefined && { properties: { asOf } }),
        results: [],
      },
    ],
  };
}

/** Returns the log of a check that could not be made, with the reasons. */
export const failedSarif = (
  failures: readonly string[],
  context: Pick<FormatContext, 'version' | 'cwd' | 'homepage' | 'pipeline'>,
): string => `${JSON.stringify(logOf([], { ...context, failures }), undefined, 2)}\n`;

function ruleOf(finding: PlainFinding, { page, severity }: FormatContext) {
  const { rule, help } = finding;
  const texts = ruleTexts(rule, page);
  const usual = severity(rule) ?? finding.severity;
  return {
    id: rule,
    name: texts.name,
    shortDescription: { text: texts.short },
    fullDescription: { text: texts.full },
    help: { text: texts.help, markdown: texts.help },
    defaultConfiguration: { level: LEVEL[usual] },
    // A path within the package is not an address, so it is left out.
    ...(/^(https|file):/.test(help) && { helpUri: help }),
    properties: {
      tags: texts.tags,
      precision: texts.precision,
      'problem.severity': usual === 'error' || usual === 'warning' ? usual : 'recommendation',
    },
  };
}

interface SarifPlace {
  readonly ruleIndex: number;
  readonly fingerprint: string;
  readonly cwd: string;
}

function resultOf({ path }: FileResult, finding: PlainFinding, { ruleIndex, fingerprint, cwd }: SarifPlace) {
  const { rule, severity, message, range, related = [], fixes, silenced } = finding;
  const withEdits = fixes.filter(fix => fix.edits?.length);
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path), region: region(range) } }],
    partialFingerprints: { 'cred/v1': fingerprint },
    ...(related.length > 0 && {
      relatedLocations: related.map(({ uri, range: at, message: text }, i) => ({
        id: i + 1,
        message: { text },
        physicalLocation: { artifactLocation: artifactAt(uri, cwd), region: region(at) },
      })),
    }),
    ...(withEdits.length > 0 && {
      fixes: withEdits.map(({ title, edits, uri }) => ({
        description: { text: `${title}.` },
        artifactChanges: [
          {
            artifactLocation: uri === undefined ? artifact(path) : artifactAt(uri, cwd),
            replacements: edits!.map(edit => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.text } })),
          },
        ],
      })),
    }),
    ...(silenced !== undefined && { suppressions: [{ kind: 'inSource', ...(silenced && { justification: silenced }) }] }),
  };
}

/** Returns the location of a file. Not every reader can resolve a path outside of the folder, but it stays readable. */
const artifact = (path: string) => ({ uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' });

/** Returns the location of an address, so that a file has the same name everywhere. A built-in standard keeps its address. */
const artifactAt = (uri: string, cwd: string) => (uri.startsWith('file:') ? artifact(shownPath(uri, cwd)) : { uri });

const region = ({ start, end }: TextRange) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});
