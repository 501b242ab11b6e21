/** The files that `cred mcp` may look at: those within its folder, whatever links and `..` say. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { gather, type ProjectFiles } from './files.ts';

/** Whether a path stays within a folder when its links are followed; of what is not there, its folder's. `root` has no links. */
export function isWithin(root: string, file: string): boolean {
  let real = path.resolve(root, file);
  let rest = '';
  while (!existsSync(real) && path.dirname(real) !== real) {
    rest = path.join(path.basename(real), rest);
    real = path.dirname(real);
  }
  return isBelow(root, path.join(realpathSync(real), rest));
}

/** Whether a path is a folder or lies in it, by their words alone. */
export function isBelow(root: string, file: string, { relative, isAbsolute, sep } = path): boolean {
  const way = relative(root, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The projects with what was asked for; throws in plain words where that is not to be had. */
export function filesWithin(root: string, paths: readonly string[] = ['.']): readonly ProjectFiles[] {
  for (const one of paths)
    if (!isWithin(root, one))
      throw new Error(`"${one}" is outside of the folder that this server looks after. Name a file or a folder within it.`);
  const { projects, problems } = gather(paths, root);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  // A link within a folder may lead out of it all the same.
  return projects.map(project => ({
    ...project,
    files: project.files.filter(({ file }) => isWithin(root, file)),
    // What a cred.json above says of files outside is not told either.
    isWhole: isWithin(root, project.root) && project.files.every(({ file }) => isWithin(root, file)),
  }));
}
