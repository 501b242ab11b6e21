/** Restricts `cred mcp` to the files within its folder, and gives its tools what they need of the disk. */
import path from 'node:path';
import type { ChangedFile, FileRequest, RecordFile, Surroundings } from '../../assistant/surroundings.ts';
import { isWithin } from '../../host/inside.ts';
import { statsAt } from '../../host/stats.ts';
import { today } from '../../host/today.ts';
import { engine, exchange } from '../checking/bundles.ts';
import { configFor, gather, type ProjectFiles } from '../files/gather.ts';
import { rulePage } from '../files/package.ts';
import { readBytes } from '../files/read.ts';
import { rewrite } from '../files/rewrite.ts';
import { whyNotRewritten } from '../files/settings.ts';
import { textsSince } from '../files/versions.ts';
import { Refusal } from '../terminal/refusal.ts';

/** How to serve. */
export interface McpOptions {
  /** The folder, with links resolved; nothing outside of it is revealed or written. */
  readonly root: string;
  readonly allowWrites: boolean;
}

/** Returns the surroundings of the tools. */
export function surroundingsOf({ root, allowWrites }: McpOptions): Surroundings {
  const within = (request: Pick<FileRequest, 'paths' | 'texts'>): readonly ProjectFiles[] => filesWithin(root, request);
  return {
    projects: request =>
      refusing(() => {
        const options = { asOf: request.asOf, today: today(), cwd: root };
        return within(request).map(project => engine().assistantProject(project, options));
      }),
    paths: () => refusing(() => within({}).flatMap(({ files }) => files.filter(({ reported }) => reported).map(({ shown }) => shown))),
    page: rulePage,
    earlier: (revision, paths = ['.']) =>
      refusing(() => paths.flatMap(one => textsSince(revision, { one, cwd: root, now: within({ paths: [one] }) }))),
    records: paths => refusing(() => paths.map(one => recordAt(root, one))),
    importRecords: files => exchange().importRecords(files),
    exportTexts: (target, files, options) => exchange().exportTexts(target, files, options),
    ...(allowWrites && {
      write: files =>
        refusing(() => {
          for (const one of files) writeWithin(root, one);
        }),
    }),
  };
}

/** Turns a refusal of the command line into one that the tools know. */
function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) throw new (engine().ToolRefusal)(error.message);
    throw error;
  }
}

function inside(root: string, one: string): void {
  if (!isWithin(root, one))
    throw new Refusal(`"${one}" is outside of the folder that this server looks after. Name a file or a folder within it.`);
}

/** Returns the projects of the requested paths. Throws a {@link Refusal} if they are outside of the folder or cannot be read. */
function filesWithin(root: string, { paths, texts = [] }: Pick<FileRequest, 'paths' | 'texts'>): readonly ProjectFiles[] {
  const asked = [...(paths ?? (texts.length > 0 ? [] : ['.'])), ...texts.map(one => one.path)];
  for (const one of asked) inside(root, one);
  const given = new Map(texts.map(({ path: one, text }) => [path.resolve(root, one), text]));
  const { projects, problems } = gather(asked, root, { given });
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  // A link within a folder may lead out of it.
  return projects.map(project => ({
    ...project,
    only: root,
    files: project.files.filter(({ file }) => isWithin(root, file)),
    unreadable: project.unreadable.filter(({ file }) => isWithin(root, file)),
    // What a cred.json above says about files outside of the folder is not revealed either.
    isWhole: isWithin(root, project.root) && project.files.every(({ file }) => isWithin(root, file)),
  }));
}

/** Matches the files that `import` reads. */
const RECORDS = /\.(json|jsonld|csv|tsv)$/i;

function recordAt(root: string, one: string): RecordFile {
  inside(root, one);
  if (!RECORDS.test(one)) throw new Refusal(`"${one}" is no .json, .jsonld, .csv or .tsv file.`);
  const { LARGEST, tooLarge } = exchange();
  const full = path.resolve(root, one);
  const size = statsAt(full)?.size;
  if (size === undefined) throw new Refusal(`There is no file or folder "${one}".`);
  if (size > LARGEST) throw new Refusal(`"${one}": ${tooLarge(size)}`);
  return { path: one, bytes: readBytes(full, one) };
}

function writeWithin(root: string, { path: shown, before, after }: ChangedFile): void {
  const file = path.resolve(root, shown);
  // Checked again, because a link may have been put there since.
  if (!isWithin(root, file)) throw new Refusal(`"${shown}" leads out of the folder that this server looks after, so it was left alone.`);
  const why = whyNotRewritten(configFor(path.dirname(file)));
  if (why !== undefined) throw new Refusal(why);
  rewrite({ file, shown, before, after });
}
