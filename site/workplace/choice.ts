/** "Which program fits?" as a dialog: one question after the other, with a way back; what was answered is kept when it is closed. */
import type { Answers, ChoiceOutcome, Question } from '../../language/analysis/choice/choice.ts';
import { dialog } from './dialogs.ts';
import { button, element } from './elements.ts';
import type { WorkServer } from './server.ts';

interface ChoiceState {
  readonly questions: readonly Question[];
  readonly outcome?: ChoiceOutcome;
}
type Step = { readonly does: 'answer'; readonly answer: string } | { readonly does: 'back' | 'write' };

/** Asks the questions. Returns the title and the text if the file is to be written; `keep` is told the answers so far. */
export async function whichProgram(
  server: WorkServer,
  begun: Answers,
  keep: (answers: Answers) => void,
): Promise<{ readonly title: string; readonly text: string } | undefined> {
  const answers: Record<string, string> = { ...begun };
  const asked = Object.keys(answers);
  /** Answers of questions that the user went back from. */
  const earlier: Record<string, string> = {};
  for (;;) {
    const { questions, outcome } = await server.run<ChoiceState>('cred.choice', { given: answers });
    const question = questions.find(({ id }) => answers[id] === undefined);
    const step = question
      ? await pose(question, questions.indexOf(question) + 1, questions.length, asked.length > 0, earlier[question.id])
      : await agree(outcome!);
    if (step === undefined) return undefined;
    if (step.does === 'write') {
      keep({});
      return { title: answers.title ?? '', text: outcome!.text };
    }
    if (step.does === 'answer') {
      answers[question!.id] = step.answer;
      asked.push(question!.id);
    } else {
      const last = asked.pop();
      if (last !== undefined) {
        earlier[last] = answers[last]!;
        delete answers[last];
      }
    }
    keep(answers);
  }
}

function pose(question: Question, step: number, steps: number, canGoBack: boolean, earlier: string | undefined): Promise<Step | undefined> {
  return dialog<Step>('Which program fits?', settle => {
    const { title, explain, answers } = question;
    const input = element('input', { type: 'text', value: earlier ?? '', autocomplete: 'off' });
    const options = answers.map(({ id, label, detail }) =>
      element('label', { className: 'option' }, [
        element('input', { type: 'radio', name: 'answer', value: id, required: true, checked: id === earlier }),
        element('span', {}, [label, element('span', { className: 'detail', textContent: detail })]),
      ]),
    );
    const form = element('form', {}, [
      element('p', { className: 'muted', textContent: `${step} of ${steps}` }),
      element('fieldset', {}, [
        element('legend', { textContent: title }),
        element('p', { className: 'muted', textContent: explain }),
        ...(question.kind === 'text' ? [element('label', { className: 'typed' }, ['Answer', input])] : options),
      ]),
      element('p', { className: 'ways' }, [
        element('button', { type: 'submit', textContent: 'Next', className: 'main' }),
        ...(canGoBack ? [button('Back', () => settle({ does: 'back' }))] : []),
        button('Cancel', () => settle()),
      ]),
    ]);
    form.onsubmit = event => {
      event.preventDefault();
      const chosen = form.querySelector<HTMLInputElement>('input[name=answer]:checked')?.value;
      settle({ does: 'answer', answer: question.kind === 'text' ? input.value : (chosen ?? '') });
    };
    return [form];
  });
}

function agree({ summary, reasons, means, next }: ChoiceOutcome): Promise<Step | undefined> {
  return dialog<Step>('Which program fits?', settle => {
    const list = (words: readonly string[]): HTMLElement =>
      element(
        'ul',
        {},
        words.map(textContent => element('li', { textContent })),
      );
    return [
      element('p', {}, [element('strong', { textContent: summary })]),
      ...(reasons.length > 0 ? [element('h3', { textContent: 'Why' }), list(reasons.map(({ because }) => because))] : []),
      ...(means.length > 0 ? [element('h3', { textContent: 'What it means for you' }), list(means)] : []),
      ...(next.length > 0 ? [element('h3', { textContent: 'What comes next' }), list(next)] : []),
      element('p', { className: 'ways' }, [
        Object.assign(
          button('Write the file', () => settle({ does: 'write' })),
          { className: 'main' },
        ),
        button('Back', () => settle({ does: 'back' })),
        button('Cancel', () => settle()),
      ]),
    ];
  });
}
