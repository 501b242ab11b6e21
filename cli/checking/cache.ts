/**
 * Keeps the findings of the last check in a file. Files that are unchanged, and whose referenced names are unchanged, are not checked
 * again. The cache is not used by another version of Cred, on another date, or with other settings or options.
 */

import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { whereaboutsOf } from '../../host/documents.ts';
import { refusalIn } from '../../host/refusal.ts';
import { EVERY_NAME } from '../../language/model/asked-names.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { version } from '../files/package.ts';
import { type SourceFile, sourceText } from '../files/source.ts';
import { TextsFile, TextsWriter } from '../files/texts-file.ts';
import type { Counts, PackedFindings } from '../result/packed.ts';
import { ENGINE, engine } from './bundles.ts';
import type { FileOutcome, FileOutcomes } from './file-checker.ts';

interface CacheEntry {
  /** The hash of the text. */
  readonly hash: string;
  /** The indices of its texts: findings as JSON, silenced findings, and findings as a terminal shows them (if requested). */
  readonly texts: { readonly findings: number; readonly silenced: number; readonly pretty?: number };
  readonly outcome: Omit<FileOutcome, 'findings' | 'silenced'>;
  readonly findings: Counts;
  readonly silenced: Counts;
  /** The paths of other files that its findings point into or would edit. */
  readonly points: readonly string[];
}

interface CachedProject {
  /** The text of its cred.json. */
  readonly config: string;
  /** The entries by path relative to the project's folder. */
  readonly files: Readonly<Record<string, CacheEntry>>;
  /** The hashes of files that only lent their names, as in {@link CacheEntry.hash}. The names themselves are not kept. */
  readonly lenders: Readonly<Record<string, string>>;
}

interface CacheContent {
  readonly key: string;
  /** Whether the findings were drawn with colours for a terminal. */
  readonly colours: boolean;
  /** The projects by folder. */
  readonly projects: Readonly<Record<string, CachedProject>>;
}

/** What ends a process early without leaving an unfinished file. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Where the cache is, and how paths are printed. */
export interface CacheOptions {
  /** The absolute path of the cache. */
  readonly file: string;
  /** The path as it was given on the command line. */
  readonly shown: string;
  /** The folder to which printed paths are relative. */
  readonly cwd: string;
  /** Called if the file cannot be written. */
  readonly warn: (message: string) => void;
}

/** The results of the last check, read from a file and written back to it. */
export class Cache {
  private readonly key: string;
  private readonly texts: TextsFile | undefined;
  private readonly kept: CacheContent | undefined;
  /** What this check has found, by `project:file`. Its texts are in the new file already. */
  private readonly entries = new Map<string, Omit<CacheEntry, 'hash'>>();
  private writing: TextsWriter | undefined;
  private hasFailed = false;

  /** `colours` says how findings are drawn for a terminal. */
  constructor(
    private readonly at: CacheOptions,
    options: { readonly asOf: string; readonly today: string; readonly edits: boolean },
    private readonly colours: boolean,
  ) {
    const { size, mtimeMs } = statSync(ENGINE);
    this.key = hashOf(JSON.stringify([version(), size, mtimeMs, at.cwd, options]));
    this.texts = TextsFile.read(at.file);
    const kept = this.texts?.value as CacheContent | undefined;
    if (kept?.key === this.key) this.kept = kept;
  }

  /** Returns the results that are known without checking, by `project:file`. */
  known(projects: readonly ProjectFiles[]): Map<string, FileOutcomes[number]> {
    try {
      return this.lookUp(projects);
    } catch {
      return new Map(); // The cache is damaged.
    }
  }

  private lookUp(projects: readonly ProjectFiles[]): Map<string, FileOutcomes[number]> {
    const known = new Map<string, FileOutcomes[number]>();
    projects.forEach((project, p) => {
      const kept = this.kept?.projects[project.root];
      if (!kept || kept.config !== hashOf(project.config?.text ?? '')) return;
      const unchanged = project.files.map(file => stillGood(project, file, kept.files[relative(project, file)]));
      const changed = changesOf(project, kept, unchanged);
      if (!changed) return;
      unchanged.forEach((entry, f) => {
        if (!entry || !project.files[f]!.reported || entry.outcome.asked.some(name => changed.names.has(name))) return;
        if (!entry.points.some(file => changed.files.has(file))) known.set(`${p}:${f}`, [p, f, this.outcomeOf(entry)]);
      });
    });
    return known;
  }

  private outcomeOf({ texts: at, outcome, findings, silenced }: CacheEntry): FileOutcome {
    const texts = this.texts!;
    const shown = this.kept!.colours === this.colours ? at.pretty : undefined;
    const packed = (counts: Counts, index: number, pretty?: number): PackedFindings => ({
      counts,
      get text() {
        return texts.text(index)!;
      },
      get pretty() {
        return pretty === undefined ? undefined : texts.text(pretty);
      },
    });
    return { ...outcome, findings: packed(findings, at.findings, shown), silenced: packed(silenced, at.silenced) };
  }

  /** Takes a result as it comes and writes its texts at once: those of 10,000 files would not fit into a gigabyte. */
  add(projects: readonly ProjectFiles[], [p, f, { findings, silenced, ...outcome }]: FileOutcomes[number]): void {
    const project = projects[p]!;
    const file = project.files[f];
    if (!file) return;
    this.attempt(() => {
      const writing = (this.writing ??= this.startWriting());
      const { text, pretty } = findings;
      const texts = {
        findings: writing.add(text),
        silenced: writing.add(silenced.text),
        ...(pretty !== undefined && { pretty: writing.add(pretty) }),
      };
      const points = pointsOf(project, file, [text, silenced.text]);
      this.entries.set(`${p}:${f}`, { texts, outcome, findings: findings.counts, silenced: silenced.counts, points });
    });
  }

  /** Saves the results, unless they are those that were known before. A failure to write does not spoil the check. */
  keep(projects: readonly ProjectFiles[], known: ReadonlyMap<string, FileOutcomes[number]>): void {
    const before = Object.values(this.kept?.projects ?? {}).reduce((sum, { files }) => sum + Object.keys(files).length, 0);
    if (this.entries.size === 0 && known.size === before) return;
    for (const one of known.values()) this.add(projects, one);
    const made: Record<string, CachedProject> = {};
    projects.forEach((project, p) => {
      const files: Record<string, CacheEntry> = {};
      const lenders: Record<string, string> = {};
      project.files.forEach((file, f) => {
        const entry = this.entries.get(`${p}:${f}`);
        if (entry) files[relative(project, file)] = { hash: hashOf(file.bytes), ...entry };
        else lenders[relative(project, file)] = hashOf(file.bytes);
      });
      made[project.root] = { config: hashOf(project.config?.text ?? ''), files, lenders };
    });
    this.attempt(() => {
      const writing = (this.writing ??= this.startWriting());
      writing.finish({ key: this.key, colours: this.colours, projects: made } satisfies CacheContent);
    });
  }

  private startWriting(): TextsWriter {
    const writing = new TextsWriter(this.at);
    process.once('exit', this.abandon);
    for (const signal of SIGNALS) process.once(signal, this.endBy);
    return writing;
  }

  /** Removes the new file if it is unfinished. */
  readonly abandon = (): void => {
    process.removeListener('exit', this.abandon);
    for (const signal of SIGNALS) process.removeListener(signal, this.endBy);
    this.writing?.abandon();
  };

  private readonly endBy = (signal: NodeJS.Signals): void => {
    this.abandon();
    process.kill(process.pid, signal);
  };

  private attempt(write: () => void): void {
    if (this.hasFailed) return;
    try {
      write();
    } catch (error) {
      this.hasFailed = true;
      this.abandon();
      this.at.warn(`${refusalIn(error)} The next check starts afresh.`);
    }
  }
}

/**
 * Findings name places in other files by address. Within a JSON string quotation marks are escaped, so a quoted address is found by text
 * search.
 */
function pointsOf(project: ProjectFiles, { file }: SourceFile, findings: readonly string[]): readonly string[] {
  const uris = new Set(findings.flatMap(text => [...text.matchAll(/"uri":"(file:[^"]+)"/g)].map(([, uri]) => uri!)));
  uris.delete(pathToFileURL(file).href);
  return [...uris].map(uri => path.relative(project.root, fileURLToPath(uri)));
}

/** Returns the entry of a file whose text is the same, and whose documents still exist or are still missing. */
function stillGood(project: ProjectFiles, { file, bytes }: SourceFile, entry: CacheEntry | undefined): CacheEntry | undefined {
  if (!entry || entry.hash !== hashOf(bytes)) return undefined;
  const same = Object.entries(entry.outcome.grounds?.documents ?? {}).every(
    ([written, was]) => JSON.stringify(whereaboutsOf(project.root, file, written)) === JSON.stringify(was),
  );
  return same ? entry : undefined;
}

interface ChangeSet {
  /** The names that now refer to something else. */
  readonly names: ReadonlySet<string>;
  /** The paths relative to the project's folder. */
  readonly files: ReadonlySet<string>;
}

/** Returns `undefined` if only reading all files would tell. */
function changesOf(project: ProjectFiles, kept: CachedProject, unchanged: readonly (CacheEntry | undefined)[]): ChangeSet | undefined {
  const changed = new Set<string>();
  const here = new Map(project.files.map(file => [relative(project, file), file]));
  const lent = ([name, hash]: [string, string]): boolean => hashOf(here.get(name)?.bytes ?? '') === hash;
  if (!Object.entries(kept.lenders).every(lent)) return undefined;
  const compare = (before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): void => {
    for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) if (before[name] !== now[name]) changed.add(name);
  };
  for (const [name, { outcome }] of Object.entries(kept.files)) if (!here.has(name)) compare(outcome.grounds?.prints ?? {}, {});
  const others = project.files.filter((file, f) => !unchanged[f] && kept.lenders[relative(project, file)] === undefined);
  // Reading most files for their names alone saves nothing.
  if (others.length > project.files.length / 2) return undefined;
  for (const file of others)
    compare(
      kept.files[relative(project, file)]?.outcome.grounds?.prints ?? {},
      engine().printsOfText(pathToFileURL(file.file).href, sourceText(file)),
    );
  if (changed.size > 0) changed.add(EVERY_NAME);
  return { names: changed, files: new Set(others.map(file => relative(project, file))) };
}

const relative = ({ root }: ProjectFiles, { file }: SourceFile): string => path.relative(root, file);
const hashOf = (text: string | Uint8Array): string => createHash('sha1').update(text).digest('base64');
