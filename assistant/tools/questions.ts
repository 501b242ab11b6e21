/** The tools `questions` and `answer`: what is still open, and how an answer is written. */
import { applyEdits, type Edit } from '../../language/findings/finding.ts';
import { type AnswerOutcome, answer, setAside } from '../../language/services/questions/answer.ts';
import { type OpenQuestion, type QuestionContext, questionsOf } from '../../language/services/questions/questions.ts';
import { unifiedDiff } from '../diff.ts';
import { answerObject, list, object, text, yesNo } from '../schema.ts';
import { AT, CHANGED_FILE, changedItems, DETAIL, type Detail, FILES, type OpenedFile, opened, placed } from '../shared.ts';
import { type AssistantProject, type ChangedFile, type FileRequest, ToolRefusal } from '../surroundings.ts';
import { tool } from '../tool.ts';

/** The most options that a summary lists; the others can be written all the same. */
const MOST = 12;

interface PlacedQuestion {
  readonly question: OpenQuestion;
  readonly context: QuestionContext;
  readonly at: OpenedFile;
}

export const questionsTool = tool<FileRequest & { readonly detail?: Detail }>({
  name: 'questions',
  title: 'Open questions',
  description:
    'What the programs leave open, as questions for the people who know: values that are still "?", and what a program of its kind usually states. In the order in which programs are developed.',
  input: { ...FILES, detail: DETAIL },
  output: {
    head: {},
    items: 'questions',
    item: answerObject(
      {
        id: text('What "answer" takes.'),
        at: AT,
        question: text(),
        about: text(),
        step: text('The step of development.'),
        kind: text('What an answer is: word, text, number, quantity, date, reference or yes-no.'),
        many: yesNo('Whether several answers may be given.'),
        options: list(text('An answer, and what it means.')),
        help: text(),
      },
      ['id', 'at', 'question', 'about', 'step', 'kind', 'many', 'options'],
    ),
  },
  async run({ detail = 'summary', ...request }, around) {
    const items = [...asked(await around.projects(request))].map(({ question, at }) => {
      const { id, prompt, about, step, range, kind, many, options, help } = question;
      const listed = (detail === 'full' ? options : options.slice(0, MOST)).map(({ value, says }) => `${value}: ${says}`);
      return {
        id,
        at: placed(at.path, range),
        question: prompt,
        about,
        step,
        kind,
        many,
        options: listed,
        ...(detail === 'full' && { help }),
      };
    });
    const next =
      items.length === 0
        ? ['Nothing is open. "check" tells what is found, "readiness" how far a program is for a standard.']
        : ['Ask the people who know, then call "answer" with the ids and what they said. What nobody knows stays "?".'];
    return { head: {}, items, next };
  },
});

interface AnswerRequest extends FileRequest {
  readonly answers: readonly { readonly id: string; readonly input?: string; readonly aside?: string; readonly take?: string }[];
  readonly write?: boolean;
}

export const answerTool = tool<AnswerRequest>({
  name: 'answer',
  title: 'Answer open questions',
  description:
    'Writes answers to questions of "questions" in the notation of the language, in whatever words they were given ("three years", "March 2026"). An answer that does not fit is told with what may have been meant; nothing is made up.',
  input: {
    ...FILES,
    answers: {
      type: 'array',
      minItems: 1,
      items: object(
        {
          id: text('The id of the question.'),
          input: text('The answer in everyday words.'),
          take: text('With the same "input" again: one of the suggestions that came with its problem, which is then done.'),
          aside: text('Instead of an answer: why the question does not apply. The reason is kept in the file.'),
        },
        ['id'],
      ),
    },
  },
  required: ['answers'],
  output: {
    head: {},
    items: 'results',
    item: answerObject(
      {
        ...CHANGED_FILE.properties,
        id: text('The id of an answer that was not taken.'),
        problem: text('Why it was not taken.'),
        suggestions: list(text('What may have been meant.')),
      },
      [],
    ),
  },
  writes: true,
  async run({ answers, write = false, ...request }, around) {
    const projects = await around.projects(request);
    const before: TextsBefore = new Map([...opened(projects)].map(one => [one.uri, { ...one, text: one.file.text }]));
    const problems: object[] = [];
    for (const { id, input, aside, take } of answers) {
      if ((input === undefined) === (aside === undefined)) throw new ToolRefusal(`For "${id}" say either "input" or "aside".`);
      // The questions are asked anew, since an answer can open or close others and moves the places after it.
      const found = [...asked(projects)].find(({ question }) => question.id === id);
      if (!found) {
        problems.push({ id, problem: 'There is no open question of this id.', suggestions: [] });
        continue;
      }
      const taken = aside === undefined ? answer(found.question, input!, found.context) : setAside(found.question, aside, found.context);
      const problem = apply(taken, found, take, before);
      if (problem) problems.push({ id, ...problem });
    }
    const changed = [...before.values()].flatMap(({ uri, path, text: old, within }): ChangedFile[] => {
      const after = within.project.text(uri)!;
      return after === old ? [] : [{ uri, path, before: old, after }];
    });
    if (write) around.write!(changed);
    return {
      head: {},
      items: [...problems, ...changedItems(changed, request, unifiedDiff)],
      next: [
        ...(problems.length > 0 ? ['Give the same "input" with "take" and a suggestion, say it in other words, or ask again.'] : []),
        '"check" tells whether the answers fit together; "questions" lists what is still open.',
      ],
    };
  },
});

function* asked(projects: readonly AssistantProject[]): Generator<PlacedQuestion> {
  for (const at of opened(projects)) {
    const { project } = at.within;
    const context = { file: at.file, names: project, host: project.host };
    for (const program of at.file.programs) for (const question of questionsOf(program, context)) yield { question, context, at };
  }
}

/** The texts before the answers, by the addresses of the files. */
type TextsBefore = Map<string, Pick<OpenedFile, 'uri' | 'path' | 'within'> & { readonly text: string }>;

/** Writes the edits of an answer, or of the suggestion that is taken, into the project of the request; returns why there are none. */
function apply(taken: AnswerOutcome, { at: { within, uri } }: PlacedQuestion, take: string | undefined, before: TextsBefore) {
  const edit = (of: string, edits: readonly Edit[]): void => {
    const text = within.project.text(of)!;
    if (!before.has(of)) before.set(of, { uri: of, path: within.shown(of), within, text });
    within.project.set(of, applyEdits(text, edits), false);
  };
  if ('edits' in taken) {
    edit(uri, taken.edits);
    return undefined;
  }
  const suggestion = take === undefined ? undefined : taken.suggestions.find(({ title }) => title === take);
  if (!suggestion) return { problem: taken.problem, suggestions: taken.suggestions.map(({ title }) => title) };
  edit(uri, suggestion.edits);
  if (suggestion.elsewhere) edit(suggestion.elsewhere.uri, suggestion.elsewhere.edits);
  return undefined;
}
