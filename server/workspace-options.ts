/** What a workspace tells, and whom. */
import type { Finding } from '../language/findings/finding.ts';
import type { TellFailure } from './steady-files.ts';

/** Publishes the findings of a file; they replace those published before. */
export type Publish = (uri: string, findings: readonly Finding[]) => void;

/** Whom a workspace tells. */
export interface WorkspaceOptions {
  /** Called when names have changed on which an open file depends, other than the one that was edited. */
  readonly namesChanged?: () => void;
  readonly tellFailure?: TellFailure;
}
