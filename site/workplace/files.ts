/** Files of the user's: opened, dropped, saved, and imported from other forms. */
import type { EditorView } from '@codemirror/view';
import { decodedText, NOT_TEXT } from '../../exchange/encoding.ts';
import { LARGEST, tooLarge } from '../../exchange/json.ts';
import type { StudyAnswer } from '../../exchange/office/study-answers.ts';
import { problemLine } from '../../exchange/problem-line.ts';
import type { ImportAnswer } from '../../server/exchange.ts';
import type { StudyEdit } from '../../server/self-study.ts';
import { show } from './dialogs.ts';
import { applyEdit } from './editor.ts';
import { download, element } from './elements.ts';
import { isOwnName } from './own-name.ts';
import type { WorkServer } from './server.ts';
import type { Store } from './store.ts';
import type { Work, WorkFile } from './work.ts';

/** What files need of the page. */
export interface FilesPage {
  readonly work: Work;
  readonly server: WorkServer;
  readonly view: EditorView;
  side(): Promise<WorkServer>;
  store(): Store | undefined;
  say(words: string): void;
}

/** A file that the user has chosen or dropped. */
export interface Given {
  readonly file: File;
  readonly handle?: FileSystemFileHandle | undefined;
}
/** Parts of the File System Access interface that not every browser has. */
interface FileAccess {
  showOpenFilePicker?(options: object): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
}
const access = globalThis as FileAccess;

/** Lets the user choose files, and opens or imports them. */
export async function openFiles(page: FilesPage): Promise<void> {
  await takeAll(page, await chosen(true));
}

/** Opens or imports files, one after the other. */
export async function takeAll(page: FilesPage, all: readonly Given[]): Promise<void> {
  for (const given of all) await take(page, given);
}

/** Lets the user choose one file, and returns its name and text. */
export async function chooseText(): Promise<{ readonly name: string; readonly text: string } | undefined> {
  const [given] = await chosen(false);
  return given && { name: given.file.name, text: await given.file.text() };
}

async function chosen(multiple: boolean): Promise<readonly Given[]> {
  if (access.showOpenFilePicker) {
    const handles = await access.showOpenFilePicker({ multiple }).catch(() => []); // The user cancelled.
    return Promise.all(handles.map(async handle => ({ handle, file: await handle.getFile() })));
  }
  return new Promise(resolve => {
    const input = element('input', { type: 'file', multiple });
    input.onchange = () => resolve([...(input.files ?? [])].map(file => ({ file })));
    input.oncancel = () => resolve([]);
    input.click();
  });
}

/** Takes what was dropped on the page. */
export async function dropped(page: FilesPage, data: DataTransfer): Promise<void> {
  // Handles have to be asked for before the first wait, after which the data is gone.
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const all = items.map(item => ({ file: item.getAsFile(), handle: handleOf(item) }));
  for (const { file, handle } of all) {
    const own = await handle;
    if (file) await take(page, { file, handle: own?.kind === 'file' ? (own as FileSystemFileHandle) : undefined });
  }
}

const handleOf = (item: DataTransferItem): Promise<FileSystemHandle | null> | undefined =>
  (item as { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> }).getAsFileSystemHandle?.().catch(() => null);

async function take(page: FilesPage, { file, handle }: Given): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isOwnName(file.name)) {
    // An archive of work that was taken out is opened again.
    const own = /\.zip$/i.test(file.name) ? (await import('./archive.ts')).ownFilesIn(bytes) : undefined;
    if (!own) return importBytes(page, file.name, bytes);
    for (const one of own.files) await take(page, { file: one });
    if (own.left.length > 0) void show(`A part of "${file.name}" is open`, own.left.join('\n'));
    return page.say(`"${file.name}" is open: ${own.files.length === 1 ? 'one file' : `${own.files.length} files`} of Cred.`);
  }
  const decoded = bytes.length > LARGEST ? { why: tooLarge(bytes.length) } : (decodedText(bytes) ?? { why: NOT_TEXT });
  if ('why' in decoded) return page.say(`"${file.name}" is not opened. ${decoded.why}`);
  const made = page.work.add(file.name, decoded.text);
  if (handle) page.store()?.keepHandle(made.name, handle);
  page.say([`"${made.name}" is open.`, decoded.remark].filter(Boolean).join(' '));
}

/**
 * Imports a file of another form, or the files of an archive, and shows what became of each value. What reads such forms is loaded when it is
 * first needed.
 */
async function importBytes(page: FilesPage, name: string, bytes: Uint8Array): Promise<void> {
  const { inputsFrom } = await import('../../host/import-inputs.ts');
  const { inputs, problems: slips } = inputsFrom(name, bytes);
  const { studyIn } = await import('../../exchange/office/study-answers.ts');
  const study = studyIn(inputs);
  if (study === 'mixed') return void show(`Nothing is imported from "${name}"`, 'Import self-studies apart from other files.');
  if (study) return takeAnswers(page, name, study);
  const server = await page.side();
  const made = inputs.length > 0 ? await server.request<ImportAnswer>('cred/import', { inputs, into: page.work.active?.uri }) : undefined;
  const problems = [...slips.map(one => problemLine(one, one.file === name)), ...(made?.problems ?? [])];
  if (made?.text === undefined)
    return void show(`Nothing is imported from "${name}"`, problems.join('\n') || 'Nothing in it is a program or an organization.');
  const added = page.work.add(`${name.replace(/\.[^.]*$/, '')}.cred`, made.text);
  void show(
    `"${name}" is imported as "${added.name}"`,
    [...problems, made.account].filter(Boolean).join('\n\n') || 'Everything was understood.',
  );
}

/** Takes the answers of a self-study into the evidence of the programs, as one step that can be undone. */
async function takeAnswers({ server, work, view }: FilesPage, name: string, answers: readonly StudyAnswer[]): Promise<void> {
  const [first] = work.files;
  const uri = (work.active ?? first)?.uri;
  const made = uri === undefined ? undefined : await server.request<StudyEdit>('cred/answers', { uri, answers });
  const problems = made?.problems ?? ['Open the programs of the self-study first.'];
  const refused = made && made.said.length > 0 ? applyEdit(work, view, made.edit) : undefined;
  const isTaken = made && made.said.length > 0 && refused === undefined;
  void show(
    isTaken ? `The answers of "${name}" are in the text` : `Nothing is taken from "${name}"`,
    [refused ?? '', ...problems, ...(isTaken ? made.said : [])].filter(Boolean).join('\n') || 'The answers say nothing new.',
  );
}

/** Saves a file where it came from; else asks where, or downloads it. */
export async function saveFile(page: FilesPage, file: WorkFile): Promise<void> {
  try {
    let handle = await page.store()?.handle(file.name);
    if (!handle && access.showSaveFilePicker) {
      handle = await access.showSaveFilePicker({ suggestedName: file.name });
      page.store()?.keepHandle(file.name, handle);
    }
    if (!handle) {
      download(file.name, file.text);
      return page.say(`"${file.name}" is downloaded.`);
    }
    await writeTo(handle, file.text);
    page.say(`"${handle.name}" is saved.`);
  } catch (error) {
    if ((error as Error).name === 'AbortError') return; // The user cancelled.
    download(file.name, file.text);
    page.say(`"${file.name}" could not be written in its place (${(error as Error).message}), so it is downloaded.`);
  }
}

/** Writes a text to a file of the user's. Resolves with true; rejects if the browser or the user does not allow it. */
export async function writeTo(handle: FileSystemFileHandle, text: string): Promise<true> {
  const to = await handle.createWritable();
  await to.write(text);
  await to.close();
  return true;
}
