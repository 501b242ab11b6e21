import * as vscode from 'vscode';
import { fileNameFor } from '../language/analysis/choice/file-name.ts';
import { initials } from '../language/services/short-name.ts';
import { openNew } from './open-new.ts';
import type { Server } from './server.ts';

interface NewProgram {
  kind: string;
  title: string;
  name: string;
}

/** "New program from a template": asks for what is not given, and opens the server's template as a new file. */
export async function newProgram(server: Server, given: Partial<NewProgram> = {}): Promise<void> {
  const kind = given.kind ?? (await askKind());
  const title = kind && (given.title ?? (await askTitle()));
  const name = title && (given.name ?? (await askName(title)));
  if (!kind || !title || !name) return;

  const text = await server.run<string>('cred.template', { kind, name, title } satisfies NewProgram);
  await openNew(text, fileNameFor(title), given.title === undefined);
}

async function askKind(): Promise<string | undefined> {
  const t = vscode.l10n.t;
  const kinds = [
    { value: 'certification', label: t('Certification'), detail: t('Recognizes competence that people have, wherever they learned.') },
    { value: 'certificate', label: t('Certificate program'), detail: t('Teaches, then assesses what it taught.') },
    { value: 'attendance', label: t('Certificate of attendance'), detail: t('Says who took part. Nobody is assessed.') },
    { value: 'program', label: t('Undecided program'), detail: t('Describe it first: Cred works out which of them it is.') },
    { value: 'organization', label: t('Organization'), detail: t('Who owns and governs programs.') },
  ];
  return (await vscode.window.showQuickPick(kinds, { title: t('What do you want to describe?') }))?.value;
}

function askTitle(): Thenable<string | undefined> {
  const t = vscode.l10n.t;
  return vscode.window.showInputBox({ title: t('Its title'), placeHolder: t('Certified Widget Technician') });
}

function askName(title: string): Thenable<string | undefined> {
  const t = vscode.l10n.t;
  return vscode.window.showInputBox({
    title: t('A short name, by which other files refer to it'),
    value: initials(title),
    validateInput: name =>
      /^[_\p{L}][\p{L}\p{M}\p{N}_-]*$/u.test(name) ? undefined : t('Letters, digits, "-" and "_", beginning with a letter'),
  });
}
