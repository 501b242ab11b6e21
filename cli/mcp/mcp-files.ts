/** The files that `cred mcp` may look at: those within its folder. */

import { isWithin } from '../../host/inside.ts';
import { gather, type ProjectFiles } from '../files/gather.ts';
import { Refusal } from '../terminal/refusal.ts';

/** The projects with what was asked for; throws in plain words where that is not to be had. */
export function filesWithin(root: string, paths: readonly string[] = ['.']): readonly ProjectFiles[] {
  for (const one of paths)
    if (!isWithin(root, one))
      throw new Refusal(`"${one}" is outside of the folder that this server looks after. Name a file or a folder within it.`);
  const { projects, problems } = gather(paths, root);
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  // A link within a folder may lead out of it all the same.
  return projects.map(project => ({
    ...project,
    only: root,
    files: project.files.filter(({ file }) => isWithin(root, file)),
    unreadable: project.unreadable.filter(({ file }) => isWithin(root, file)),
    // What a cred.json above says of files outside is not told either.
    isWhole: isWithin(root, project.root) && project.files.every(({ file }) => isWithin(root, file)),
  }));
}
