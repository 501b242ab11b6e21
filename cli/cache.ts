/**
 * What was found the last time, kept in a file: what neither changed itself nor rests on a name that changed is not checked
 * again. Another version of Cred, another day, other settings or options make it worthless, and it is then not used.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONFIG, type ProjectFiles, type SourceFile } from './files.ts';
import { ENGINE, engine } from './load-engine.ts';
import { version } from './package.ts';
import type { Outcome, Told } from './part.ts';
import { writeWhole } from './write.ts';

interface Entry {
  /** Of the text. */
  readonly hash: string;
  /** How long its findings are, which nobody reads before they are told: what was damaged is not used. */
  readonly size: number;
  readonly outcome: Outcome;
}

interface KeptProject {
  /** Of its cred.json. */
  readonly config: string;
  /** By path from the project's folder. */
  readonly files: Readonly<Record<string, Entry>>;
}

interface Kept {
  readonly key: string;
  /** By folder. */
  readonly projects: Readonly<Record<string, KeptProject>>;
}

/** Of all names of a project; who asks for it has to be checked again when any name comes, goes or changes. */
const EVERY_NAME = '*';

export class Cache {
  private readonly key: string;
  private readonly kept: Kept | undefined;

  constructor(
    private readonly file: string,
    options: { readonly asOf: string; readonly today: string; readonly edits: boolean },
  ) {
    const { size, mtimeMs } = statSync(ENGINE);
    this.key = hashOf(JSON.stringify([version(), size, mtimeMs, process.cwd(), options]));
    this.kept = read(file, this.key);
  }

  /** What is known of files without checking them, by `project:file`. */
  known(projects: readonly ProjectFiles[]): Map<string, Told<Outcome>[number]> {
    try {
      return this.lookUp(projects);
    } catch {
      return new Map(); // what was kept is damaged
    }
  }

  private lookUp(projects: readonly ProjectFiles[]): Map<string, Told<Outcome>[number]> {
    const known = new Map<string, Told<Outcome>[number]>();
    projects.forEach((project, p) => {
      const kept = this.kept?.projects[project.root];
      if (!kept || kept.config !== hashOf(project.config?.text ?? '')) return;
      const unchanged = project.files.map(file => stillGood(file, kept.files[relative(project, file)]));
      const changed = changedNames(project, kept, unchanged);
      if (!changed) return;
      unchanged.forEach((entry, f) => {
        if (entry && project.files[f]!.reported && !entry.outcome.asked.some(name => changed.has(name)))
          known.set(`${p}:${f}`, [p, f, entry.outcome]);
      });
    });
    return known;
  }

  /** Keeps what is known now, unless it is what was known before. That it cannot be written spoils no check. */
  keep(projects: readonly ProjectFiles[], told: Told<Outcome>, known: number): void {
    const before = Object.values(this.kept?.projects ?? {}).reduce((sum, { files }) => sum + Object.keys(files).length, 0);
    const now = told.filter(([, file]) => file !== CONFIG).length;
    if (known === now && now === before) return;
    const made: Record<string, KeptProject> = {};
    const outcomes = new Map(told.map(([p, f, outcome]) => [`${p}:${f}`, outcome]));
    projects.forEach((project, p) => {
      const files: Record<string, Entry> = {};
      project.files.forEach((file, f) => {
        const outcome = outcomes.get(`${p}:${f}`);
        if (outcome) files[relative(project, file)] = { hash: hashOf(file.text), size: sizeOf(outcome), outcome };
      });
      made[project.root] = { config: hashOf(project.config?.text ?? ''), files };
    });
    try {
      writeWhole(this.file, JSON.stringify({ key: this.key, projects: made } satisfies Kept));
    } catch (error) {
      process.stderr.write(`${(error as Error).message} The next check starts afresh.\n`);
    }
  }
}

function read(file: string, key: string): Kept | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return kept.key === key ? kept : undefined;
  } catch {
    return undefined; // none, or half of one
  }
}

/** The entry of a file whose text is the same, and whose documents are still there or still missing. */
function stillGood({ file, text }: SourceFile, entry: Entry | undefined): Entry | undefined {
  if (!entry || entry.hash !== hashOf(text) || entry.size !== sizeOf(entry.outcome)) return undefined;
  const folder = path.dirname(file);
  const same = Object.entries(entry.outcome.grounds?.exists ?? {}).every(([one, was]) => existsSync(path.resolve(folder, one)) === was);
  return same ? entry : undefined;
}

/** The names that stand for something else now; `undefined` where that cannot be told without reading all. */
function changedNames(
  project: ProjectFiles,
  kept: KeptProject,
  unchanged: readonly (Entry | undefined)[],
): ReadonlySet<string> | undefined {
  const changed = new Set<string>();
  const here = new Set(project.files.map(file => relative(project, file)));
  const compare = (before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): void => {
    for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) if (before[name] !== now[name]) changed.add(name);
  };
  for (const [name, { outcome }] of Object.entries(kept.files)) if (!here.has(name)) compare(outcome.grounds?.prints ?? {}, {});
  const others = project.files.filter((_, f) => !unchanged[f]);
  // Reading most of the files for their names alone gains nothing.
  if (others.length > project.files.length / 2) return undefined;
  for (const file of others)
    compare(
      kept.files[relative(project, file)]?.outcome.grounds?.prints ?? {},
      engine().printsOfText(pathToFileURL(file.file).href, file.text),
    );
  if (changed.size > 0) changed.add(EVERY_NAME);
  return changed;
}

const relative = ({ root }: ProjectFiles, { file }: SourceFile): string => path.relative(root, file);
const sizeOf = ({ findings, silenced }: Outcome): number => findings.text.length + silenced.text.length;
const hashOf = (text: string): string => createHash('sha1').update(text).digest('base64');
