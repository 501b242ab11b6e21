/** The ways to begin: an empty page, a template of each kind, the guided choice, an example, or files of the user's. */
import { fileNameFor } from '../../language/analysis/choice/file-name.ts';
import { initials } from '../../language/services/short-name.ts';
import { ask } from './dialogs.ts';
import { button, element } from './elements.ts';
import type { WorkServer } from './server.ts';
import type { Work } from './work.ts';

const KINDS = [
  { kind: 'certification', label: 'Certification', says: 'Recognizes competence that people have, wherever they learned.' },
  { kind: 'certificate', label: 'Certificate program', says: 'Teaches, then assesses what it taught.' },
  { kind: 'attendance', label: 'Certificate of attendance', says: 'Says who took part. Nobody is assessed.' },
  { kind: 'program', label: 'Undecided program', says: 'Describe it first: Cred works out which of them it is.' },
  { kind: 'organization', label: 'Organization', says: 'Who owns and governs programs.' },
] as const;

/** What beginning needs of the page. */
export interface BeginPage {
  readonly server: WorkServer;
  readonly work: Work;
  /** The examples that the site has, by the name of their file. */
  readonly examples: readonly { readonly name: string; readonly title: string }[];
  example(name: string): Promise<void>;
  whichProgram(): Promise<void>;
  open(): Promise<void>;
  openFolder(): Promise<void>;
}

/** Returns the ways as elements. `done` is called when one was taken. */
export function waysToBegin(page: BeginPage, done: () => void): readonly HTMLElement[] {
  const way = (label: string, says: string, run: () => void | Promise<void>): HTMLElement => {
    const made = button('', () => {
      done();
      void run();
    });
    made.append(element('strong', { textContent: label }), element('span', { className: 'detail', textContent: says }));
    return element('li', {}, [made]);
  };
  const examples = element(
    'select',
    {},
    page.examples.map(({ name, title }) => element('option', { value: name, textContent: title })),
  );
  return [
    element('ul', { className: 'begin' }, [
      way('Which program fits?', 'A few questions in plain words; your answers become the first text.', () => page.whichProgram()),
      ...KINDS.map(({ kind, label, says }) => way(label, says, () => fromTemplate(page, kind, label))),
      way('Empty page', 'Write or paste what you have.', () => void page.work.add('program.cred', '')),
      way('Open files…', 'Of Cred, or what it imports: Word, Excel, CSV, JSON. Or drop them here.', () => page.open()),
      way('Open a folder…', 'All files of Cred in it, as one project.', () => page.openFolder()),
    ]),
    element('p', { className: 'ways' }, [
      element('label', {}, ['An example ', examples]),
      button('Open the example', () => {
        done();
        void page.example(examples.value);
      }),
    ]),
  ];
}

async function fromTemplate({ server, work }: BeginPage, kind: string, label: string): Promise<void> {
  const title = await ask(label, 'Its title', {
    value: '',
    does: 'Begin',
    wrong: text => (text.trim() ? undefined : 'Give it a title; it can be changed later.'),
  });
  if (title === undefined) return;
  const name = initials(title.trim()) || 'P1';
  const text = await server.run<string>('cred.template', { kind, name, title: title.trim() });
  work.add(`${fileNameFor(title)}.cred`, text);
}
