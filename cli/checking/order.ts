/** The order in which the files of projects are checked and told. */
import { CONFIG, type ProjectFiles } from '../files/gather.ts';

/** Returns the indices of a project's reported files, `cred.json` first, then by path. Unreadable files are numbered after the others. */
export function inOrder({ config, files, unreadable }: ProjectFiles): readonly number[] {
  const all = [...files, ...unreadable];
  const asked = [...all.keys()].filter(f => all[f]!.reported);
  if (unreadable.length > 0) asked.sort((a, b) => (all[a]!.file < all[b]!.file ? -1 : 1));
  return config ? [CONFIG, ...asked] : asked;
}
