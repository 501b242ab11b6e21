/** Opens a folder of the user's as one project, and saves all files: in their places, or together in one archive. */
import { download, element } from './elements.ts';
import { type FilesPage, type Given, takeAll, writeTo } from './files.ts';
import { isOwnName } from './own-name.ts';
import type { WorkFile } from './work.ts';

/** The part of the File System Access interface that not every browser has. */
interface FolderAccess {
  showDirectoryPicker?(options: object): Promise<FileSystemDirectoryHandle>;
}
const access = globalThis as FolderAccess;

/** The most files that are opened. */
const MOST = 2_000;
const isPassedOver = (folder: string): boolean => folder.startsWith('.') || folder === 'node_modules';

/** Lets the user choose a folder, and opens the files of Cred in it and below. Where the browser can, they are saved there, too. */
export async function openFolder(page: FilesPage): Promise<void> {
  const found = await filesOfFolder();
  if (!found) return;
  const own = found.slice(0, MOST);
  if (own.length === 0) return page.say('There is no file of Cred (".cred") in that folder. Files of other forms are opened one by one.');
  await takeAll(page, own);
  const more = found.length > own.length ? ` It has ${found.length - own.length} more, which are not opened.` : '';
  const count = own.length === 1 ? 'One file is' : `${own.length} files are`;
  page.say(`${count} open. ${access.showDirectoryPicker ? 'Save writes to their places.' : 'Save downloads them.'}${more}`);
}

/** Resolves with the files of Cred in a folder, in the order of their names; `undefined` if the user cancelled. */
async function filesOfFolder(): Promise<readonly Given[] | undefined> {
  if (access.showDirectoryPicker) {
    const folder = await access.showDirectoryPicker({ mode: 'readwrite' }).catch(() => undefined);
    return folder && ownFilesIn(folder);
  }
  return new Promise(resolve => {
    const input = element('input', { type: 'file', webkitdirectory: true });
    const isWanted = ({ name, webkitRelativePath }: File): boolean =>
      isOwnName(name) && !webkitRelativePath.split('/').slice(0, -1).some(isPassedOver);
    input.onchange = () => resolve([...(input.files ?? [])].filter(isWanted).map(file => ({ file })));
    input.oncancel = () => resolve(undefined);
    input.click();
  });
}

async function ownFilesIn(folder: FileSystemDirectoryHandle): Promise<readonly Given[]> {
  const found: Given[] = [];
  const below: FileSystemDirectoryHandle[] = [];
  for await (const entry of folder.values()) {
    if (entry.kind === 'directory' && !isPassedOver(entry.name)) below.push(entry as FileSystemDirectoryHandle);
    else if (entry.kind === 'file' && isOwnName(entry.name)) {
      const handle = entry as FileSystemFileHandle;
      found.push({ handle, file: await handle.getFile() });
    }
  }
  found.sort((a, b) => (a.file.name < b.file.name ? -1 : 1));
  for (const one of below.sort((a, b) => (a.name < b.name ? -1 : 1))) found.push(...(await ownFilesIn(one)));
  return found;
}

/** Saves every file in its place. Those without one are downloaded: one as it is, several as one archive. */
export async function saveEvery(page: FilesPage): Promise<void> {
  const { files } = page.work;
  const rest: WorkFile[] = [];
  for (const file of files) {
    const handle = await page.store()?.handle(file.name);
    const isWritten = handle !== undefined && (await writeTo(handle, file.text).catch(() => false));
    if (!isWritten) rest.push(file);
  }
  const [only, second] = rest;
  if (second) await saveArchive(rest);
  else if (only) download(only.name, only.text);
  const saved = files.length - rest.length;
  page.say(
    [
      saved > 0 && `${saved === 1 ? 'One file is' : `${saved} files are`} saved in place.`,
      rest.length > 0 && `${rest.length === 1 ? 'One file is' : `${rest.length} files are`} downloaded.`,
    ]
      .filter(Boolean)
      .join(' ') || 'There is nothing to save yet.',
  );
}

/** Downloads files as one archive. */
export async function saveArchive(files: readonly WorkFile[]): Promise<void> {
  const { packed } = await import('./archive.ts');
  download('cred-work.zip', packed(files));
}
