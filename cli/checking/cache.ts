/**
 * What was found the last time, kept in a file: what neither changed itself nor rests on a name that changed is not checked
 * again. Another version of Cred, another day, other settings or options make it worthless, and it is then not used.
 */

import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { whereaboutsOf } from '../../host/documents.ts';
import { EVERY_NAME } from '../../language/model/asked-names.ts';
import { CONFIG, type ProjectFiles, type SourceFile } from '../files/gather.ts';
import { version } from '../files/package.ts';
import { TextsFile, writeTexts } from '../files/texts-file.ts';
import type { Counts, PackedFindings } from '../result/packed.ts';
import { refusalIn } from '../terminal/refusal.ts';
import { ENGINE, engine } from './bundles.ts';
import type { FileOutcome, FileOutcomes } from './file-checker.ts';

interface CacheEntry {
  /** Of the text. */
  readonly hash: string;
  /** Its number in each group of texts. */
  readonly at: number;
  readonly outcome: Omit<FileOutcome, 'findings' | 'silenced'>;
  readonly findings: Counts;
  readonly silenced: Counts;
  /** Other files, by path, of which its findings name places or change lines. */
  readonly points: readonly string[];
}

interface CachedProject {
  /** Of its cred.json. */
  readonly config: string;
  /** By path from the project's folder. */
  readonly files: Readonly<Record<string, CacheEntry>>;
  /** The texts of those that only lent their names, as {@link CacheEntry.hash}: which names they were is not kept. */
  readonly lenders: Readonly<Record<string, string>>;
}

interface CacheContent {
  readonly key: string;
  /** Whether what a terminal shows has colours. */
  readonly colours: boolean;
  /** By folder. */
  readonly projects: Readonly<Record<string, CachedProject>>;
}

/** The groups of texts: findings in JSON, the same as a terminal shows them where that was asked for, and what ignores silence. */
const [FINDINGS, PRETTY, SILENCED] = ['findings', 'pretty', 'silenced'] as const;

export interface CacheOptions {
  /** Absolute. */
  readonly file: string;
  /** As it was named on the command line. */
  readonly shown: string;
  /** The folder that paths are printed from. */
  readonly cwd: string;
  /** Called where the file cannot be written. */
  readonly warn: (message: string) => void;
}

export class Cache {
  private readonly key: string;
  private readonly texts: TextsFile | undefined;
  private readonly kept: CacheContent | undefined;

  /** With `colours` or without is how findings are shown on a terminal. */
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

  /** What is known of files without checking them, by `project:file`. */
  known(projects: readonly ProjectFiles[]): Map<string, FileOutcomes[number]> {
    try {
      return this.lookUp(projects);
    } catch {
      return new Map(); // what was kept is damaged
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

  private outcomeOf({ at, outcome, findings, silenced }: CacheEntry): FileOutcome {
    const texts = this.texts!;
    const shown = this.kept!.colours === this.colours;
    const packed = (counts: Counts, group: string): PackedFindings => ({
      counts,
      get text() {
        return texts.text(group, at)!;
      },
      get pretty() {
        return group === FINDINGS && shown ? texts.text(PRETTY, at) : undefined;
      },
    });
    return { ...outcome, findings: packed(findings, FINDINGS), silenced: packed(silenced, SILENCED) };
  }

  /** Keeps what is known now, unless it is what was known before. That it cannot be written spoils no check. */
  keep(projects: readonly ProjectFiles[], told: FileOutcomes, known: number): void {
    const before = Object.values(this.kept?.projects ?? {}).reduce((sum, { files }) => sum + Object.keys(files).length, 0);
    const now = told.filter(([p, file]) => file !== CONFIG && file < projects[p]!.files.length).length;
    if (known === now && now === before) return;
    const made: Record<string, CachedProject> = {};
    const kept: FileOutcome[] = [];
    const outcomes = new Map(told.map(([p, f, outcome]) => [`${p}:${f}`, outcome]));
    projects.forEach((project, p) => {
      const files: Record<string, CacheEntry> = {};
      const lenders: Record<string, string> = {};
      project.files.forEach((file, f) => {
        const outcome = outcomes.get(`${p}:${f}`);
        if (!outcome) {
          lenders[relative(project, file)] = hashOf(file.text);
          return;
        }
        const { findings, silenced, ...rest } = outcome;
        files[relative(project, file)] = {
          hash: hashOf(file.text),
          at: kept.push(outcome) - 1,
          outcome: rest,
          findings: findings.counts,
          silenced: silenced.counts,
          points: pointsOf(project, file, outcome),
        };
      });
      made[project.root] = { config: hashOf(project.config?.text ?? ''), files, lenders };
    });
    try {
      writeTexts(this.at, { key: this.key, colours: this.colours, projects: made } satisfies CacheContent, {
        [PRETTY]: kept.map(({ findings }) => findings.pretty),
        [FINDINGS]: kept.map(({ findings }) => findings.text),
        [SILENCED]: kept.map(({ silenced }) => silenced.text),
      });
    } catch (error) {
      this.at.warn(`${refusalIn(error)} The next check starts afresh.`);
    }
  }
}

/** Places in other files are told by their addresses. Quotation marks within a text have a backslash before them. */
function pointsOf(project: ProjectFiles, { file }: SourceFile, { findings, silenced }: FileOutcome): readonly string[] {
  const uris = new Set([findings, silenced].flatMap(({ text }) => [...text.matchAll(/"uri":"(file:[^"]+)"/g)].map(([, uri]) => uri!)));
  uris.delete(pathToFileURL(file).href);
  return [...uris].map(uri => path.relative(project.root, fileURLToPath(uri)));
}

/** The entry of a file whose text is the same, and whose documents are still there or still missing. */
function stillGood(project: ProjectFiles, { file, text }: SourceFile, entry: CacheEntry | undefined): CacheEntry | undefined {
  if (!entry || entry.hash !== hashOf(text)) return undefined;
  const same = Object.entries(entry.outcome.grounds?.documents ?? {}).every(
    ([written, was]) => JSON.stringify(whereaboutsOf(project.root, file, written)) === JSON.stringify(was),
  );
  return same ? entry : undefined;
}

interface ChangeSet {
  /** Those that stand for something else now. */
  readonly names: ReadonlySet<string>;
  /** By path from the project's folder. */
  readonly files: ReadonlySet<string>;
}

/** `undefined` where it cannot be told without reading all. */
function changesOf(project: ProjectFiles, kept: CachedProject, unchanged: readonly (CacheEntry | undefined)[]): ChangeSet | undefined {
  const changed = new Set<string>();
  const here = new Map(project.files.map(file => [relative(project, file), file]));
  const lent = ([name, hash]: [string, string]): boolean => hashOf(here.get(name)?.text ?? '') === hash;
  if (!Object.entries(kept.lenders).every(lent)) return undefined;
  const compare = (before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): void => {
    for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) if (before[name] !== now[name]) changed.add(name);
  };
  for (const [name, { outcome }] of Object.entries(kept.files)) if (!here.has(name)) compare(outcome.grounds?.prints ?? {}, {});
  const others = project.files.filter((file, f) => !unchanged[f] && kept.lenders[relative(project, file)] === undefined);
  // Reading most of the files for their names alone gains nothing.
  if (others.length > project.files.length / 2) return undefined;
  for (const file of others)
    compare(
      kept.files[relative(project, file)]?.outcome.grounds?.prints ?? {},
      engine().printsOfText(pathToFileURL(file.file).href, file.text),
    );
  if (changed.size > 0) changed.add(EVERY_NAME);
  return { names: changed, files: new Set(others.map(file => relative(project, file))) };
}

const relative = ({ root }: ProjectFiles, { file }: SourceFile): string => path.relative(root, file);
const hashOf = (text: string): string => createHash('sha1').update(text).digest('base64');
