/** Checks the files that one thread takes from the queue. */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { check } from '../../language/check/check.ts';
import type { Finding, Fix } from '../../language/findings/finding.ts';
import type { Host, Whereabouts } from '../../language/findings/host.ts';
import { CredFile } from '../../language/model/file.ts';
import type { Lines } from '../../language/model/lines.ts';
import { type Config, NO_CONFIG, readConfig } from '../../language/project/config.ts';
import { configFindings } from '../../language/project/config-findings.ts';
import { holesOf, keysOf, printsOf } from '../../language/project/project.ts';
import { unreadableFindings } from '../../language/project/unreadable-findings.ts';
import { CONFIG, type ProjectFiles, pathsOf, type UnreadableFile } from '../files/gather.ts';
import { type SourceFile, sourceText } from '../files/source.ts';
import { prettyFile } from '../formats/pretty.ts';
import { countsOf, type PackedFindings, pack } from '../result/packed.ts';
import type { PlainFinding, PlainFix } from '../result/result.ts';
import { nodeHost } from './host.ts';
import { LazyNames, lenderOf } from './lazy-names.ts';
import { inOrder } from './order.ts';
import { type SharedTurns, Turns } from './work-queue.ts';

/** The message that starts a thread. */
export interface CheckTask {
  readonly projects: readonly ProjectFiles[];
  /** The date given on the command line. Default: the date in cred.json, else today. */
  readonly asOf: string | undefined;
  readonly today: string;
  /** Whether to compute the edits of fixes. */
  readonly edits?: boolean;
  /** Set if terminal text is requested, with or without colours. Without `grounds`, nothing else is returned. */
  readonly pretty?: { readonly colours: boolean };
  /** Whether to return what the findings depend on, for the cache. */
  readonly grounds?: boolean;
  /** The files, by `project:file`, whose results are known already. */
  readonly known?: ReadonlySet<string>;
  /** The work queue shared with other threads. */
  readonly turns?: SharedTurns;
}

const NOTHING: FileOutcome = { findings: pack([]), silenced: pack([]), programs: 0, holes: 0, names: [], asked: [] };

/** The results by index of project and file; files that cannot be read have the indices after the others. */
export type FileOutcomes = readonly (readonly [project: number, file: number, outcome: FileOutcome])[];

/** The result of checking one file. */
export interface FileOutcome {
  readonly findings: PackedFindings;
  readonly silenced: PackedFindings;
  readonly programs: number;
  readonly holes: number;
  /** The top-level names that the file declares, with the owners that it names, and the names that it refers to. */
  readonly names: readonly string[];
  readonly asked: readonly string[];
  readonly grounds?: CacheInputs;
}

/** What else the findings of a file depend on, and what other files can see of it. */
export interface CacheInputs {
  /** A short fingerprint for each of its names. */
  readonly prints: Readonly<Record<string, string>>;
  /** The documents that it names, and whether they exist. */
  readonly documents: Readonly<Record<string, Whereabouts>>;
}

/** Checks files one after the other and yields their results. */
export class FileChecker {
  /** Which files are checked here. */
  readonly turns: Turns;

  constructor(private readonly task: CheckTask) {
    this.turns = new Turns(task.turns);
  }

  /** Parses, checks and releases one file after the other. Other files are only read for their names, and only if one is needed. */
  *check(): Generator<FileOutcomes[number]> {
    const { projects, known } = this.task;
    for (const [project, given] of projects.entries()) {
      const { files, config: written, asOf } = given;
      const config = written ? readConfig(written.text) : NO_CONFIG;
      const names = new LazyNames(files.map(lenderOf));
      const host = nodeHost(this.task.asOf ?? asOf ?? this.task.today, config, given);
      for (const index of inOrder(given)) {
        if (known?.has(`${project}:${index}`) || !this.turns.take()) continue;
        const source = files[index];
        if (index === CONFIG) yield [project, index, this.configOutcome(given, config, names, host)];
        else if (source) yield [project, index, this.outcomeOf(source, names, host)];
        else yield [project, index, this.unreadableOutcome(given.unreadable[index - files.length]!, host)];
      }
    }
  }

  private configOutcome(given: ProjectFiles, config: Config, names: LazyNames, host: Host): FileOutcome {
    const written = given.config!;
    const found = written.unreadable
      ? unreadableFindings(written.unreadable, uriOf(written.file), host)
      : configFindings(written.text, config, names, host, pathsOf(given));
    return { ...NOTHING, findings: this.packed(written, found) };
  }

  private unreadableOutcome({ file, shown, unreadable }: UnreadableFile, host: Host): FileOutcome {
    return { ...NOTHING, findings: this.packed({ shown, text: '' }, unreadableFindings(unreadable, uriOf(file), host)) };
  }

  private outcomeOf(source: SourceFile, names: LazyNames, host: Host): FileOutcome {
    const { edits, grounds } = this.task;
    const documents: Record<string, Whereabouts> = {};
    const uri = uriOf(source.file);
    const text = sourceText(source);
    const understood = CredFile.read(uri, text);
    names.lend(understood);
    const { findings, silenced, asked } = check(understood, names, grounds ? noting(host, documents) : host);
    const lines = edits ? (one = uri) => (one === uri ? understood : names.file(one))?.lines : undefined;
    return {
      findings: this.packed({ shown: source.shown, text }, findings, lines),
      silenced: pack(silenced.map(({ finding, by }) => ({ ...plain(finding, lines), silenced: by.reason ?? '' }))),
      programs: understood.programs.length,
      holes: holesOf(understood),
      names: keysOf(understood.names),
      asked: [...asked],
      ...(grounds && { grounds: { prints: shortPrints(understood), documents } }),
    };
  }

  private packed({ shown, text }: { shown: string; text: string }, findings: readonly Finding[], lines?: LinesOf): PackedFindings {
    const { pretty, grounds } = this.task;
    const packed = pretty && !grounds ? { text: '', counts: countsOf(findings) } : pack(findings.map(one => plain(one, lines)));
    return pretty ? { ...packed, pretty: prettyFile({ path: shown, text, findings }, pretty.colours) } : packed;
  }
}

/** Returns the lines of a file by its address; without an address, those of the finding's own file. */
type LinesOf = (uri?: string) => Lines | undefined;

/** Wraps a host and records which documents it was asked for. */
const noting = (host: Host, documents: Record<string, Whereabouts>): Host => ({
  ...host,
  whereabouts: (uri, written) => (documents[written] = host.whereabouts(uri, written) ?? 'missing'),
});

/** Returns a fingerprint for each name that other files can see, short enough for the cache. */
export const shortPrints = (file: CredFile): Record<string, string> =>
  Object.fromEntries([...printsOf(file.names)].map(([name, print]) => [name, createHash('sha1').update(print).digest('base64')]));

const uriOf = (file: string): string => pathToFileURL(file).href;

/** Converts a finding to plain data. With `linesOf`, its fixes contain their edits. */
export const plain = ({ rule, severity, message, range, help, fixes, related }: Finding, linesOf?: LinesOf): PlainFinding => ({
  rule,
  severity,
  message,
  range,
  help,
  fixes: fixes.map(fix => plainFix(fix, linesOf)),
  related,
});

function plainFix({ title, safe, in: uri, edits }: Fix, linesOf: LinesOf | undefined): PlainFix {
  const named = uri === undefined ? { title, safe } : { title, safe, uri };
  const lines = linesOf?.(uri);
  return lines ? { ...named, edits: edits().map(({ start, end, text }) => ({ range: lines.range(start, end), text })) } : named;
}
