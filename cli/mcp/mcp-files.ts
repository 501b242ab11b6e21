/** Restricts `cred mcp` to the files within its folder. */

import { isWithin } from '../../host/inside.ts';
import { gather, type ProjectFiles } from '../files/gather.ts';
import { Refusal } from '../terminal/refusal.ts';

/** Returns the projects of the requested paths. Throws a {@link Refusal} if they are outside of the folder or cannot be read. */
export function filesWithin(root: string, paths: readonly string[] = ['.']): readonly ProjectFiles[] {
  for (const one of paths)
    if (!isWithin(root, one))
      throw new Refusal(`"${one}" is outside of the folder that this server looks after. Name a file or a folder within it.`);
  const { projects, problems } = gather(paths, root);
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
