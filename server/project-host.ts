/** Tells the language about its surroundings, for the files of a project in an editor. */
import { today } from '../host/today.ts';
import type { Severity } from '../language/findings/finding.ts';
import type { Host } from '../language/findings/host.ts';
import { type Config, NO_CONFIG } from '../language/project/config.ts';
import type { Places } from './places.ts';
import type { SteadyFiles } from './steady-files.ts';

/**
 * Returns the host of the project in the folder `root`. Its `cred.json` takes precedence over the editor's settings; both are read anew
 * each time, since they can change.
 */
export function projectHost(root: string, files: SteadyFiles, places: () => Places, settings: () => Config): Host {
  const config = (): Config => places().configs.get(root)?.config ?? NO_CONFIG;
  return {
    get today() {
      return config().asOf ?? today();
    },
    whereabouts: (uri, path) => files.whereabouts(root, uri, path),
    severity: (rule, at): Severity | 'off' | undefined =>
      config().severity(rule, at && places().within(root, at.uri), at?.program) ?? settings().severity(rule, undefined, at?.program),
    limit: rule => config().limit(rule),
    get standards() {
      return config().standards;
    },
    get indent() {
      return config().indent;
    },
    help: rule => files.help(rule),
  };
}
