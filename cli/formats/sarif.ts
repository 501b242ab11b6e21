/** Prints SARIF 2.1.0 (OASIS) for code scanning services and editors: rules with their pages, fixes, suppressions and fingerprints. */
import { pathToFileURL } from 'node:url';
import type { TextRange } from '../../language/model/lines.ts';
import { shownPath } from '../files/paths.ts';
import { fingerprintsOf } from '../result/fingerprint.ts';
import { byPlace, type FileResult, type PlainFinding } from '../result/result.ts';
import type { FormatContext } from './formats.ts';
import { listed } from './json-list.ts';
import type { Writer } from './writer.ts';

const LEVEL: Readonly<Record<PlainFinding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The rules stand before the results, which name them by number in the order of their ids: the results are kept as text until all rules are known. */
export function sarif(context: FormatContext): Writer {
  const rules = new Map<string, PlainFinding>();
  /** By id, in the order in which they are met. */
  const met = new Map<string, number>();
  const list = listed(' '.repeat(6));
  const results: string[] = [];
  return {
    begin: '',
    file(file) {
      const findings = [...file.findings, ...file.silenced].sort(byPlace);
      const prints = fingerprintsOf(file, findings);
      const told = findings.map((finding, i) => {
        if (!rules.has(finding.rule)) rules.set(finding.rule, finding);
        if (!met.has(finding.rule)) met.set(finding.rule, met.size);
        return resultOf(file, finding, { ruleIndex: met.get(finding.rule)!, fingerprint: prints[i]!, cwd: context.cwd });
      });
      results.push(list.more(told));
      return '';
    },
    end() {
      const ids = [...rules.keys()].sort();
      const log = JSON.stringify(
        logOf(
          ids.map(id => ruleOf(rules.get(id)!, context.page(id))),
          context,
        ),
        undefined,
        2,
      );
      const numbers = [...met.keys()].map(id => ids.indexOf(id));
      const at = log.lastIndexOf(NO_RESULTS) + NO_RESULTS.length - 1;
      return [
        log.slice(0, at),
        ...results.map(text => text.replace(RULE_INDEX, (_, key: string, number: string) => `${key}${numbers[Number(number)]}`)),
        `${list.close()}${log.slice(at)}\n`,
      ];
    },
  };
}

const NO_RESULTS = '"results": []';
/** A line of its own in a result: no text of JSON has a line's end within. */
const RULE_INDEX = /^( {10}"ruleIndex": )(\d+)/gm;

/** The log as it is without results. */
const logOf = (rules: readonly object[], { version, cwd, asOf }: FormatContext) => ({
  $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'Cred', semanticVersion: version, version, rules } },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { ROOT: { uri: pathToFileURL(`${cwd}/`).href } },
      properties: { asOf },
      results: [],
    },
  ],
});

function ruleOf({ rule, help }: PlainFinding, page: string | undefined) {
  const title = page && /^\*\*(.+?)\.?\*\*/m.exec(page)?.[1];
  const summary = page && /^## Summary\n+([\s\S]*?)\n+## /m.exec(page)?.[1];
  return {
    id: rule,
    ...(title && { shortDescription: { text: `${title}.` } }),
    ...(summary && { fullDescription: { text: summary } }),
    ...(page && { help: { text: page, markdown: page } }),
    // A path within the package is not an address, so it is left out.
    ...(/^(https|file):/.test(help) && { helpUri: help }),
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
