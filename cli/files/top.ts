/** Finds the folder to which build servers relate paths. */
import { repositoryOf } from '../../host/git.ts';
import { identityOf } from '../../host/identity.ts';
import { isBelow } from '../../host/inside.ts';
import type { Invocation } from '../terminal/invocation.ts';

/** Returns the top of the repository, else the folder that the build server names; `undefined` if there is neither. */
export function topOf({ cwd, surroundings: { env } }: Pick<Invocation, 'cwd' | 'surroundings'>): string | undefined {
  const here = identityOf(cwd);
  const named = [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR].flatMap(folder => (folder ? [identityOf(folder)] : []));
  return repositoryOf(here) ?? named.find(folder => isBelow(folder, here));
}
