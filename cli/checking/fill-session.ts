/** Holds the open questions of one file for `cred fill`. An answer changes the text here; the command writes it to disk. */
import { pathToFileURL } from 'node:url';
import { applyEdits, type Edit } from '../../language/findings/finding.ts';
import { NO_CONFIG, readConfig } from '../../language/project/config.ts';
import { Project } from '../../language/project/project.ts';
import { type AnswerOutcome, type AnswerSuggestion, answer, setAside } from '../../language/services/questions/answer.ts';
import { type OpenQuestion, type ProgramQuestion, plainQuestion, questionsOf } from '../../language/services/questions/questions.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { sourceText } from '../files/source.ts';
import { nodeHost } from './host.ts';

/** A file before and after an answer. */
export interface FilledFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}
/** The result of an answer: the files that it changed, or why it changed none. */
export type FilledFiles =
  | { readonly changed: readonly FilledFile[] }
  | { readonly problem: string; readonly suggestions: readonly string[] };

/** A project in memory, with the answers so far. Files are named by their absolute paths. */
export class FillSession {
  readonly #project: Project;
  readonly #host: ReturnType<typeof nodeHost>;
  readonly #paths = new Map<string, string>();
  #suggested: readonly AnswerSuggestion[] = [];

  constructor(
    given: ProjectFiles,
    private readonly file: string,
    today: string,
  ) {
    this.#host = nodeHost(given.asOf ?? today, given.config ? readConfig(given.config.text) : NO_CONFIG, given);
    this.#project = new Project(this.#host);
    for (const one of given.files) {
      this.#project.set(uriOf(one.file), sourceText(one), uriOf(one.file) === uriOf(file));
      this.#paths.set(uriOf(one.file), one.file);
    }
  }

  /** Returns the open questions of the file's programs, one program after the other. */
  questions(): readonly ProgramQuestion[] {
    return this.#open().map(plainQuestion);
  }

  answer(id: string, input: string): FilledFiles {
    return this.#taken(id, question => answer(question, input, this.#context()));
  }

  setAside(id: string, reason: string): FilledFiles {
    return this.#taken(id, question => setAside(question, reason, this.#context()));
  }

  /** Applies one of the latest suggestions, counted from 1; `undefined` if there is no such suggestion. */
  suggestion(number: number): FilledFiles | undefined {
    const meant = this.#suggested[number - 1];
    return meant && { changed: this.#apply(meant.edits, meant.elsewhere) };
  }

  /** Reverts changes and returns the reverse changes. */
  undo(changed: readonly FilledFile[]): readonly FilledFile[] {
    return changed.map(({ file, before, after }) => {
      this.#project.set(uriOf(file), before, true);
      return { file, before: after, after: before };
    });
  }

  #context() {
    return { file: this.#project.file(uriOf(this.file))!, names: this.#project, host: this.#host };
  }

  #open(): readonly OpenQuestion[] {
    const context = this.#context();
    return context.file.programs.flatMap(program => questionsOf(program, context));
  }

  #taken(id: string, take: (question: OpenQuestion) => AnswerOutcome): FilledFiles {
    const question = this.#open().find(one => one.id === id);
    if (!question) return { problem: 'That question is answered already.', suggestions: [] };
    const taken = take(question);
    if ('edits' in taken) return { changed: this.#apply(taken.edits) };
    this.#suggested = taken.suggestions;
    return { problem: taken.problem, suggestions: taken.suggestions.map(({ title }) => title) };
  }

  #apply(edits: readonly Edit[], elsewhere?: AnswerSuggestion['elsewhere']): readonly FilledFile[] {
    const change = (uri: string, changes: readonly Edit[]): FilledFile => {
      const before = this.#project.file(uri)!.text;
      const after = applyEdits(before, changes);
      this.#project.set(uri, after, true);
      return { file: this.#paths.get(uri)!, before, after };
    };
    return [...(edits.length > 0 ? [change(uriOf(this.file), edits)] : []), ...(elsewhere ? [change(elsewhere.uri, elsewhere.edits)] : [])];
  }
}

const uriOf = (file: string): string => pathToFileURL(file).href;
