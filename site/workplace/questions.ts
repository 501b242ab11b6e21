/** The tab with the next open question: a form that writes each answer into the text. */
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { ProgramQuestion } from '../../language/services/questions/questions.ts';
import type { ProtocolAnswer, QuestionList } from '../../server/questions.ts';
import { markup } from '../safe-markdown.ts';
import { ask } from './dialogs.ts';
import { type Asking, placeOf } from './editor.ts';
import { button, element } from './elements.ts';
import type { Tab } from './tabs.ts';
import type { WorkFile } from './work.ts';

/** What the tab needs of the page. */
export interface QuestionsPage extends Asking {
  state(): import('@codemirror/state').EditorState;
  go(uri: string, range: ProgramQuestion['range'], focus?: boolean): void;
  apply(edit: WorkspaceEdit): string | undefined;
}

/** Returns the tab. */
export function questionsTab(page: QuestionsPage): Tab {
  let panel: HTMLElement | undefined;
  let file: WorkFile | undefined;
  let program: string | number | undefined;
  /** The id of the question that the form asks. */
  let asks: string | undefined;
  const putOff = new Set<string>();
  /** The questions that were answered or put off, with the text before. */
  const passed: { readonly id: string; readonly text: string }[] = [];

  const load = async (focus: boolean): Promise<void> => {
    if (!panel?.isConnected) return;
    const into = panel;
    const active = page.work.active;
    if (!active?.uri.endsWith('.cred')) return into.replaceChildren(note('Open or begin a program first.'));
    if (file !== active) {
      file = active;
      program = undefined;
      putOff.clear();
      passed.length = 0;
    }
    const where = program === undefined ? { position: placeOf(page, page.state()).position } : { program };
    const list = await page.server.request<QuestionList | null>('cred/questions', { uri: active.uri, ...where }).catch(() => null);
    if (!into.isConnected || file !== page.work.active) return;
    if (!list) return into.replaceChildren(note('There is no program in this file yet.'));
    program = list.program;
    const open = list.questions.filter(({ id }) => !putOff.has(id));
    const question = open[0];
    asks = question?.id;
    if (question) {
      into.replaceChildren(form(question, passed.length + 1, passed.length + open.length));
      if (focus) into.querySelector<HTMLElement>('input, textarea')?.focus();
    } else into.replaceChildren(finished(list));
  };

  const finished = ({ label, questions: { length } }: QuestionList): HTMLElement =>
    element('div', {}, [
      note(length === 0 ? `Nothing is open in "${label}".` : `${length} questions of "${label}" are left open for now.`),
      ...(length > 0 ? [button('Ask them again', askAgain, 'main')] : []),
    ]);

  const form = (question: ProgramQuestion, number: number, total: number): HTMLElement => {
    const { prompt, about, step, help, options, many } = question;
    const told = element('div', { className: 'wrong', role: 'alert' });
    const type = many ? 'checkbox' : 'radio';
    const typed = element('input', { type: 'text', name: 'typed', autocomplete: 'off' });
    const choices = options.map(({ label, value, says }) =>
      element('label', { className: 'option' }, [
        element('input', { type, name: 'option', value, onchange: () => (typed.value = '') }),
        element('span', {}, [label, ...(says ? [element('span', { className: 'detail', textContent: says })] : [])]),
      ]),
    );
    const made = element('form', { className: 'question' }, [
      element('p', { className: 'muted', textContent: `${number} of ${total} · ${step} · ${about}` }),
      element('fieldset', {}, [
        element('legend', { textContent: prompt }),
        ...choices,
        element('label', { className: 'typed' }, [options.length > 0 ? 'Or in your own words' : 'Answer', typed]),
      ]),
      told,
      element('p', { className: 'ways' }, [
        element('button', { type: 'submit', textContent: 'Write it', className: 'main' }),
        button('Not known yet', () => later(question.id)),
        button('Does not apply…', () => void setAside(question, told)),
        button('Show it in the file', () => page.go(page.work.active!.uri, question.range)),
        ...(passed.length > 0 ? [button('Back', back)] : []),
      ]),
    ]);
    const explained = element('details', {}, [element('summary', { textContent: 'What it means' })]);
    const text = element('div', { className: 'hover' });
    text.innerHTML = markup(help);
    explained.append(text);
    made.append(explained);
    made.onsubmit = event => {
      event.preventDefault();
      const chosen = [...made.querySelectorAll<HTMLInputElement>('input[name=option]:checked')].map(({ value }) => value);
      const input = typed.value.trim() || chosen.join(', ');
      if (input === '') later(question.id);
      else void answer('cred/answer', { input }, question, told);
    };
    // The cursor of someone who is writing stays where it is: what they type next would take the place of what is selected.
    if (!document.activeElement?.closest('.cm-editor')) page.go(page.work.active!.uri, question.range, false);
    return made;
  };

  const later = (id: string): void => {
    putOff.add(id);
    passed.push({ id, text: file!.text });
    void load(true);
  };
  const askAgain = (): void => {
    putOff.clear();
    void load(true);
  };
  const back = (): void => {
    const last = passed.pop()!;
    putOff.delete(last.id);
    if (file!.text !== last.text) page.work.edit(file!, { from: 0, to: file!.state.doc.length, insert: last.text });
    void load(true);
  };
  const setAside = async (question: ProgramQuestion, told: HTMLElement): Promise<void> => {
    const reason = await ask('Why does it not apply?', 'The reason is written into the file', { does: 'Write it' });
    if (reason !== undefined) await answer('cred/setAside', { reason }, question, told);
  };
  const answer = async (method: string, given: object, { id }: ProgramQuestion, told: HTMLElement): Promise<void> => {
    const before = file!.text;
    const wrote = (edit: WorkspaceEdit): void => {
      const why = page.apply(edit);
      if (why !== undefined) return void told.replaceChildren(why);
      passed.push({ id, text: before });
      // A question that was answered with "no" is not asked again now.
      if (file!.text === before) putOff.add(id);
      void load(true);
    };
    const result = await page.server
      .request<ProtocolAnswer>(method, { uri: file!.uri, program, id, ...given })
      .catch((error: Error): ProtocolAnswer => ({ problem: error.message, suggestions: [] }));
    if ('edit' in result) return wrote(result.edit);
    told.replaceChildren(
      element('p', { textContent: result.problem }),
      ...result.suggestions.map(({ title, edit }) => button(title, () => wrote(edit))),
    );
  };

  return {
    id: 'questions',
    title: 'Questions',
    show(into) {
      panel = element('div', { className: 'questions' });
      into.append(panel);
      program = undefined;
      void load(false);
    },
    refresh() {
      // A form that someone fills in stays, unless its question was answered in the text.
      if (panel?.contains(document.activeElement) && asks !== undefined && document.activeElement instanceof HTMLInputElement) return;
      void load(false);
    },
  };
}

const note = (words: string): HTMLElement => element('p', { className: 'empty', textContent: words });
