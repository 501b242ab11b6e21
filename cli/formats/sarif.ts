/** Prints SARIF 2.1.0 (OASIS) for code scanning services and editors: rules with their pages, fixes, suppressions and fingerprints. */
import { pathToFileURL } from 'node:url';
import type { TextRange } from '../../language/model/lines.ts';
import { shownPath } from '../files/paths.ts';
import { fingerprintsOf } from '../result/fingerprint.ts';
import { byPlace, type CheckRun, type FileResult, type PlainFinding } from '../result/result.ts';
import type { FormatContext } from './formats.ts';

const LEVEL: Readonly<Record<PlainFinding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Formats the findings as SARIF. */
export function sarif({ files, asOf }: CheckRun, { version, page, cwd }: FormatContext): string {
  const all = files.map(file => ({ file, findings: [...file.findings, ...file.silenced].sort(byPlace) }));
  const rules = new Map<string, PlainFinding>();
  for (const { findings } of all) for (const finding of findings) if (!rules.has(finding.rule)) rules.set(finding.rule, finding);
  const ids = [...rules.keys()].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Cred',
            semanticVersion: version,
            version,
            rules: ids.map(id => ruleOf(rules.get(id)!, page(id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: pathToFileURL(`${cwd}/`).href } },
        properties: { asOf },
        results: all.flatMap(({ file, findings }) => {
          const prints = fingerprintsOf(file, findings);
          return findings.map((finding, i) =>
            resultOf(file, finding, { ruleIndex: ids.indexOf(finding.rule), fingerprint: prints[i]!, cwd }),
          );
        }),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

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
