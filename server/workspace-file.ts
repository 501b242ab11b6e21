import type { Unreadable } from '../language/findings/unreadable.ts';
import type { Project } from '../language/project/project.ts';

/** A known file; the workspace keeps it by its identity. */
export interface WorkspaceFile {
  /** The address as the editor spelled it when it last opened the file, else as it was found in a folder. */
  uri: string;
  /** The address in an opened folder; `undefined` for a file outside, which is only open or lends its names. */
  found: string | undefined;
  project: Project | undefined;
  unreadable: Unreadable | undefined;
}
