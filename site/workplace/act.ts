/** Acts on what a program lacks, where a tab shows it: adds it, attaches a document as evidence, explains it, or sets it aside. */
import type { EditorView } from '@codemirror/view';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Act } from '../../report/face.ts';
import type { ProtocolRemedies } from '../../server/remedies.ts';
import { ask, pick } from './dialogs.ts';
import { type Asking, applyEdit } from './editor.ts';

export type { Act };

/** What acting needs of the page. */
export interface ActPage extends Asking {
  readonly view: EditorView;
  go(uri: string, range: import('vscode-languageserver-protocol').Range): void;
  say(words: string): void;
}

/** A clause or a rule's finding that a program lacks; `program` is its name or its index in the file. */
export interface LackHere {
  readonly uri: string;
  readonly program: string | number;
  readonly id: string;
  readonly at?: { readonly line: number; readonly character: number };
}

/** Does one of the acts, and says what came of it. */
export async function act(page: ActPage, does: Act, lack: LackHere): Promise<void> {
  const apply = (edit: WorkspaceEdit): void => page.say(applyEdit(page.work, page.view, edit) ?? 'It is written into the text.');
  try {
    const { called, fixes, page: place, canBeSetAside } = await page.server.request<ProtocolRemedies>('cred/remedies', lack);
    if (does === 'explain') {
      if (place) page.go(place.uri, place.range);
      else open(helpOf(lack.id), '_blank', 'noopener');
    } else if (does === 'attest') {
      const document = await ask(called, 'The document that shows it: its address on the web, or its path beside the program', {
        does: 'Attach',
        wrong: needed('Name the document.'),
      });
      if (document) apply(await page.server.request<WorkspaceEdit>('cred/attest', { ...lack, document: document.trim() }));
    } else if (does === 'ignore') {
      if (!canBeSetAside) return page.say(`"${called}" is not reported here, so there is nothing to set aside.`);
      const reason = await ask(called, 'Why does it not apply? The reason is written into the file', {
        does: 'Set aside',
        wrong: needed('Whoever reads the file later will ask for the reason.'),
      });
      if (reason) apply(await page.server.request<WorkspaceEdit>('cred/setLackAside', { ...lack, reason }));
    } else {
      const [only, second] = fixes;
      if (!only) return page.say(`Nothing can be added for "${called}": what is written has to change.`);
      const picked = second
        ? await pick(
            called,
            fixes.map(({ title, edit }) => ({ label: title, value: edit })),
          )
        : only.edit;
      if (picked) apply(picked);
    }
  } catch (error) {
    page.say((error as Error).message);
  }
}

const needed =
  (why: string) =>
  (typed: string): string | undefined =>
    typed.trim() === '' ? why : undefined;

/** Returns the address of the page of a rule or a clause, which the site has. */
function helpOf(id: string): string {
  const [group = '', clause] = id.split('/');
  const isStandard = /\d{4}$|^absnc$|^defining-features$/.test(group);
  return isStandard ? `../standards/${group.toUpperCase()}.html#${clause ?? ''}` : `../rules/${id}.html`;
}
