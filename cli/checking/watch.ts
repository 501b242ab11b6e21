/** Implements `cred check --watch`: prints the whole result once, then what each change adds and removes, until Ctrl-C. */

import { unwatchFile, watchFile } from 'node:fs';
import path from 'node:path';
import pc from 'picocolors';
import { isConfigFile, isProgramFile } from '../../host/program-file.ts';
import { refusalIn } from '../../host/refusal.ts';
import { today } from '../../host/today.ts';
import { printable } from '../../language/model/printable.ts';
import { gather } from '../files/gather.ts';
import { notesOf, tellNotes } from '../files/gathered.ts';
import { paintOf, pretty, summaryLine } from '../formats/pretty.ts';
import { textOf } from '../formats/writer.ts';
import { fingerprintsOf } from '../result/fingerprint.ts';
import { type CheckRun, type FileResult, type PlainFinding, type Summary, summaryOf } from '../result/result.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { baselineAt, compare } from './baseline.ts';
import { engine } from './bundles.ts';

/** Milliseconds to wait for more changes: editors write a file in several steps, and a checkout changes many files. */
const TOGETHER = 40;
/** Milliseconds after a check until the files are looked at once more: what is written while a new folder is still being read may go unnoticed. */
const AT_REST = 1000;
/** Milliseconds between two searches for settings above the watched folders. */
const LOOK_ABOVE = 500;

interface PathFinding {
  readonly path: string;
  readonly finding: PlainFinding;
}

interface WatchOptions {
  readonly asOf: string | undefined;
  /** The baseline whose findings are left out. */
  readonly baseline: string | undefined;
  readonly colours: boolean;
}

/** Checks, and checks again after each change, until the user ends it. */
export async function watch(cli: Invocation, paths: readonly string[], { asOf, baseline, colours }: WatchOptions): Promise<void> {
  const c = pc.createColors(colours);
  const watched = new (engine().WatchSession)(asOf);
  let known = new Map<string, PathFinding>();
  let noted: string | undefined;

  const look = (first: boolean): readonly string[] | undefined => {
    const read = gather(paths, cli.cwd);
    const { projects, problems } = read;
    const notes = JSON.stringify([read.problems, notesOf(read, { findings: true })]);
    if (notes !== noted) tellNotes(cli, read, { findings: true });
    noted = notes;
    if (first && problems.length > 0) return undefined;
    const day = today();
    const files = watched.results(projects, day);
    const all: CheckRun = { asOf: asOf ?? day, files, summary: summaryOf(files) };
    let result = all;
    try {
      if (baseline !== undefined) result = compare(all, baselineAt(cli, baseline)).result;
    } catch (error) {
      cli.say(refusalIn(error));
      if (first) return undefined;
    }
    const now = findingsOf(result.files);
    if (first) cli.print(textOf(pretty(colours), result));
    else tell(known, now, result.summary);
    known = now;
    return projects.map(({ root }) => root);
  };

  const tell = (before: ReadonlyMap<string, PathFinding>, now: ReadonlyMap<string, PathFinding>, summary: Summary): void => {
    const gone = [...before].filter(([key]) => !now.has(key)).map(([, one]) => `${c.green('-')} ${line(one)}`);
    const come = [...now].filter(([key]) => !before.has(key)).map(([, one]) => `${paintOf(one.finding, c)('+')} ${line(one)}`);
    if (gone.length + come.length > 0) cli.print(`\n${[...gone, ...come, summaryLine(summary, c)].join('\n')}\n`);
  };

  const roots = look(true);
  if (!roots) return cli.refuse();
  const { watch: follow } = await import('chokidar');
  const folders = new Set([...roots, ...paths.map(one => cli.resolve(one))]);
  const watcher = follow([...folders], { ignoreInitial: true, ignored: isPassedOver(folders) });
  let timer: NodeJS.Timeout | undefined;
  const lookAgain = (): void => {
    for (const root of look(false) ?? []) {
      // A `cred.json` that came or went above may have made the project larger.
      if (!folders.has(root)) watcher.add(root);
      folders.add(root);
    }
  };
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      lookAgain();
      timer = setTimeout(lookAgain, AT_REST);
    }, TOGETHER);
  };
  watcher.on('all', (event, file) => {
    // Any file that comes or goes may be a document that a program names.
    if (event !== 'change' || isProgramFile(file) || isConfigFile(file) || path.basename(file) === '.gitignore') again();
  });
  const above = settingsAbove(folders);
  for (const file of above) watchFile(file, { interval: LOOK_ABOVE }, again);
  watcher.on('error', error => cli.say((error as Error).message));
  watcher.on('ready', () => {
    cli.say('Watching for changes; Ctrl-C ends it.');
    again();
  });
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) cli.surroundings.once(signal, resolve);
  });
  clearTimeout(timer);
  for (const file of above) unwatchFile(file);
  await watcher.close();
}

/** Returns the findings by severity and fingerprint, so that a finding that only moved counts as the same. */
function findingsOf(files: readonly FileResult[]): Map<string, PathFinding> {
  const found = new Map<string, PathFinding>();
  for (const file of files)
    fingerprintsOf(file, file.findings).forEach((print, i) => {
      const finding = file.findings[i]!;
      found.set(`${finding.severity} ${print}`, { path: file.path, finding });
    });
  return found;
}

const line = ({ path: of, finding: { rule, severity, message, range } }: PathFinding): string =>
  `${printable(of)}:${range.start.line + 1}:${range.start.character + 1}  ${severity}  ${rule}  ${printable(message)}`;

/**
 * Returns the `cred.json` files above the watched folders that apply to them. Those folders are not watched, because many other files may
 * change there.
 */
function settingsAbove(folders: ReadonlySet<string>): readonly string[] {
  const files = new Set<string>();
  for (const folder of folders)
    for (let at = folder; path.dirname(at) !== at; at = path.dirname(at)) files.add(path.join(path.dirname(at), 'cred.json'));
  return [...files];
}

/** Whether a path below a watched folder is hidden or in `node_modules`. */
const isPassedOver =
  (folders: ReadonlySet<string>) =>
  (file: string): boolean => {
    const folder = [...folders].find(one => file.startsWith(one));
    const names = path.relative(folder ?? '', file).split(path.sep);
    return names.some(name => name === 'node_modules' || (name.startsWith('.') && name !== '.' && name !== '..' && name !== '.gitignore'));
  };
