/** Restricts `cred mcp` to the files within its folder, and gives its tools what they need of the disk. */
import path from 'node:path';
import { type ChangedFile, type FileRequest, placesOf, type Surroundings } from '../../assistant/surroundings.ts';
import { isWithin } from '../../host/inside.ts';
import { Refusal } from '../../host/refusal.ts';
import { textsSince } from '../../host/since.ts';
import { statsAt } from '../../host/stats.ts';
import { today } from '../../host/today.ts';
import type { SourceText } from '../../library/api.ts';
import { engine, exchange } from '../checking/bundles.ts';
import { configFor, gather, type ProjectFiles } from '../files/gather.ts';
import { rulePage } from '../files/package.ts';
import { readBytes } from '../files/read.ts';
import { recordFiles } from '../files/records.ts';
import { rewrite } from '../files/rewrite.ts';
import { whyNotRewritten } from '../files/settings.ts';
import { textsOf } from '../files/versions.ts';

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
    earlier: (revision, request) => refusing(() => placesOf(request).flatMap(one => earlierAt(root, one, revision))),
    importRecords: records =>
      exchange().importRead('texts' in records ? textInputs(records.texts) : refusing(() => recordsAt(root, records.paths))),
    exportTexts: (target, texts, options) => exchange().exportTexts(target, texts, options),
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
  const asked = placesOf({ paths, texts });
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

/** Returns the texts that a place had at a revision. A draft stands for its file, which may be gone or not be there yet. */
function earlierAt(root: string, one: string, revision: string): readonly SourceText[] {
  inside(root, one);
  const isThere = statsAt(path.resolve(root, one)) !== undefined;
  const before = textsSince(revision, { one, cwd: root, now: isThere ? textsOf(filesWithin(root, { paths: [one] })) : [] });
  return before.filter(({ path: file }) => isWithin(root, file));
}

const textInputs = (texts: readonly SourceText[]) => texts.map(one => exchange().inputsFrom(one.path, new TextEncoder().encode(one.text)));

function recordsAt(root: string, paths: readonly string[]) {
  for (const one of paths) inside(root, one);
  const files = recordFiles(paths, root);
  if (typeof files === 'string') throw new Refusal(files);
  const { inputsFrom, LARGEST, tooLarge } = exchange();
  // A link within a folder may lead out of it.
  return files
    .filter(({ full }) => isWithin(root, full))
    .map(({ full, shown }) => {
      const size = statsAt(full)?.size ?? 0;
      return size > LARGEST
        ? { inputs: [], problems: [{ file: shown, at: '', why: tooLarge(size) }] }
        : inputsFrom(shown, readBytes(full, shown));
    });
}

function writeWithin(root: string, { path: shown, before, after }: ChangedFile): void {
  const file = path.resolve(root, shown);
  // Checked again, because a link may have been put there since.
  if (!isWithin(root, file)) throw new Refusal(`"${shown}" leads out of the folder that this server looks after, so it was left alone.`);
  const why = whyNotRewritten(configFor(path.dirname(file)));
  if (why !== undefined) throw new Refusal(why);
  rewrite({ file, shown, before, after });
}
