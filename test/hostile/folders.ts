/** Makes folders for tests, and repositories in them. */
import { execFileSync } from 'node:child_process';
import { type FolderContent, folderOf, putInto } from '../folders.ts';

export { folderOf as folderWith, putInto };

export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.email=a@b.example', '-c', 'user.name=A', '-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Makes a repository in which all these files are committed. */
export function repositoryWith(files: FolderContent): string {
  const folder = folderOf(files);
  commitAll(folder);
  return folder;
}

export function commitAll(folder: string): void {
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all', '--force');
  git(folder, 'commit', '--quiet', '--message', 'x');
}
