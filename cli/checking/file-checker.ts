/** The files that one thread looks after. */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { check } from '../../language/check/check.ts';
import type { Finding, Fix } from '../../language/findings/finding.ts';
import type { Host, Whereabouts } from '../../language/findings/host.ts';
import { CredFile } from '../../language/model/file.ts';
import type { Lines } from '../../language/model/lines.ts';
import { NO_CONFIG, readConfig } from '../../language/project/config.ts';
import { configFindings } from '../../language/project/config-findings.ts';
import { holesOf, keysOf, printsOf } from '../../language/project/project.ts';
import { unreadableFindings } from '../../language/project/unreadable-findings.ts';
import { CONFIG, type ProjectFiles, pathsOf, type SourceFile } from '../files/gather.ts';
import { prettyFile } from '../formats/pretty.ts';
import { countsOf, type PackedFindings, pack } from '../result/packed.ts';
import type { PlainFinding, PlainFix } from '../result/result.ts';
import { nodeHost } from './host.ts';
import { LazyNames } from './lazy-names.ts';
import { type SharedTurns, Turns } from './work-queue.ts';

/** All that a thread is told at its start. */
export interface CheckTask {
  readonly projects: readonly ProjectFiles[];
  /** The day asked for, if any; else that of cred.json counts, else today. */
  readonly asOf: string | undefined;
  readonly today: string;
  /** Whether the edits of the fixes are to be worked out. */
  readonly edits?: boolean;
  /** What a terminal shows is asked for, with colours or without; and without `grounds` nothing else. */
  readonly pretty?: { readonly colours: boolean };
  /** Whether it is to be told on what the findings rest. */
  readonly grounds?: boolean;
  /** Files by `project:file` of which all is known already. */
  readonly known?: ReadonlySet<string>;
  /** Shared with others who do the same. */
  readonly turns?: SharedTurns;
}

const NOTHING: FileOutcome = { findings: pack([]), silenced: pack([]), programs: 0, holes: 0, names: [], asked: [] };

/** By project and file, what is known of it; those that cannot be read are numbered after the others. */
export type FileOutcomes = readonly (readonly [project: number, file: number, outcome: FileOutcome])[];

export interface FileOutcome {
  readonly findings: PackedFindings;
  readonly silenced: PackedFindings;
  readonly programs: number;
  readonly holes: number;
  /** The top-level names that it gives with the owners it names, and those that it asked for. */
  readonly names: readonly string[];
  readonly asked: readonly string[];
  readonly grounds?: CacheInputs;
}

/** What else the findings of a file rest on, and what others may see of it. */
export interface CacheInputs {
  /** By name, in a short form. */
  readonly prints: Readonly<Record<string, string>>;
  /** Documents that it names, and where they are. */
  readonly documents: Readonly<Record<string, Whereabouts>>;
}

export class FileChecker {
  constructor(private readonly task: CheckTask) {}

  /** One file after the other: each is understood, checked and let go; of the others only names are read, where one asks for them. */
  *check(): Generator<FileOutcomes[number]> {
    const { projects, known, turns } = this.task;
    const turn = new Turns(turns);
    for (const [project, given] of projects.entries()) {
      const { files, config: written, asOf } = given;
      const config = written ? readConfig(written.text) : NO_CONFIG;
      const lenders = files.map(({ file, text }) => ({ uri: uriOf(file), text }));
      const names = new LazyNames(lenders);
      const host = nodeHost(this.task.asOf ?? asOf ?? this.task.today, config, given);
      if (written && turn.take()) {
        const found = written.unreadable
          ? unreadableFindings(written.unreadable, uriOf(written.file), host)
          : configFindings(written.text, config, names, host, pathsOf(given));
        yield [project, CONFIG, { ...NOTHING, findings: this.packed(written, found) }];
      }
      for (const [i, { file, shown, unreadable, reported }] of given.unreadable.entries()) {
        if (!reported || !turn.take()) continue;
        const found = unreadableFindings(unreadable, uriOf(file), host);
        yield [project, files.length + i, { ...NOTHING, findings: this.packed({ shown, text: '' }, found) }];
      }
      for (const [index, source] of files.entries()) {
        if (!source.reported || known?.has(`${project}:${index}`) || !turn.take()) continue;
        yield [project, index, this.outcomeOf(source, lenders[index]!.uri, names, host)];
      }
    }
  }

  private outcomeOf(source: SourceFile, uri: string, names: LazyNames, host: Host): FileOutcome {
    const { edits, grounds } = this.task;
    const documents: Record<string, Whereabouts> = {};
    const understood = CredFile.read(uri, source.text);
    names.lend(understood);
    const { findings, silenced, asked } = check(understood, names, grounds ? noting(host, documents) : host);
    const lines = edits ? (one = uri) => (one === uri ? understood : names.file(one))?.lines : undefined;
    return {
      findings: this.packed(source, findings, lines),
      silenced: pack(silenced.map(({ finding, by }) => ({ ...plain(finding, lines), silenced: by.reason ?? '' }))),
      programs: understood.programs.length,
      holes: holesOf(understood),
      names: keysOf(understood.names),
      asked: [...asked],
      ...(grounds && { grounds: { prints: shortPrints(understood), documents } }),
    };
  }

  private packed({ shown, text }: Pick<SourceFile, 'shown' | 'text'>, findings: readonly Finding[], lines?: LinesOf): PackedFindings {
    const { pretty, grounds } = this.task;
    const told = pretty && !grounds ? { text: '', counts: countsOf(findings) } : pack(findings.map(one => plain(one, lines)));
    return pretty ? { ...told, pretty: prettyFile({ path: shown, text, findings }, pretty.colours) } : told;
  }
}

/** The lines of a file by its address, of the finding's own where none is given. */
type LinesOf = (uri?: string) => Lines | undefined;

/** A host that writes down which documents it was asked for. */
const noting = (host: Host, documents: Record<string, Whereabouts>): Host => ({
  ...host,
  whereabouts: (uri, written) => (documents[written] = host.whereabouts(uri, written) ?? 'missing'),
});

/** What others may see of a file, by name, short enough to be kept. */
export const shortPrints = (file: CredFile): Record<string, string> =>
  Object.fromEntries([...printsOf(file.names)].map(([name, print]) => [name, createHash('sha1').update(print).digest('base64')]));

const uriOf = (file: string): string => pathToFileURL(file).href;

/** With `linesOf` its fixes have their edits. */
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
