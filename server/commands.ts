/**
 * Answers the commands that a client may run beyond the protocol: rules and their pages, templates, and the texts of built-in standards.
 */
import { type ClientCapabilities, type Connection, ExecuteCommandRequest, type Range } from 'vscode-languageserver';
import type { Files } from '../host/files.ts';
import { type Answers, isAnswer, outcome, questions } from '../language/analysis/choice/choice.ts';
import { isStandardPage } from '../language/findings/pages.ts';
import type { Names } from '../language/model/scope.ts';
import { RULES } from '../language/rules/index.ts';
import { template } from '../language/services/template.ts';
import { standardText } from '../language/standards/index.ts';
import { isProgramKind } from '../language/vocabulary/kinds.ts';
import { ownRequest, type Request, request, wrongParameters } from './requests.ts';

type Run = (argument: Record<string, unknown>, files: Files, project: () => Names | undefined) => unknown;

const run: Readonly<Record<string, Run>> = {
  'cred.rules': () => RULES.map(({ id, title, severity }) => ({ id, title, severity })),
  'cred.explain': async ({ rule }, files) => {
    const page = RULES.some(({ id }) => id === rule) || isStandardPage(String(rule)) ? await files.page(String(rule)) : undefined;
    return page ?? refuse(`There is no rule "${rule}". "Cred: Explain a rule" lists them all.`);
  },
  'cred.template': ({ kind, name, title }, _files, project) => {
    if (typeof kind !== 'string' || !(isProgramKind(kind) || kind === 'organization')) refuse(`There is no template for "${kind}".`);
    return template(String(kind), String(name), String(title), project());
  },
  /** Returns the questions that remain after the given answers; once all are answered, also the outcome. */
  'cred.choice': ({ given }, _files, project) => {
    const answers = (given ?? {}) as Answers;
    const asked = questions(answers);
    const slip = asked.find(one => answers[one.id] !== undefined && !isAnswer(one, String(answers[one.id])));
    if (slip) refuse(`"${answers[slip.id]}" is no answer to "${slip.title}"`);
    return { questions: asked, ...(asked.every(({ id }) => answers[id] !== undefined) && { outcome: outcome(answers, project()) }) };
  },
};

/** The names of the commands that every client may run. */
export const COMMANDS = Object.keys(run);
/** The command of a code lens: it moves the cursor to a program. */
export const SHOW_PROGRAM = 'cred.showProgram';

/** Returns the handlers. `project` returns the names of the project that a new file would belong to, if there is one. */
export function commands(
  connection: Connection,
  files: Files,
  client: () => ClientCapabilities,
  project: () => Names | undefined,
): readonly Request[] {
  return [
    request(ExecuteCommandRequest.type, { command: 'text', 'arguments?': ['anything'] }, ({ command, arguments: given }) => {
      if (command === SHOW_PROGRAM) {
        const [uri, selection] = (given ?? []) as [string, Range];
        return client().window?.showDocument?.support ? connection.window.showDocument({ uri, selection, takeFocus: true }) : null;
      }
      const found = Object.hasOwn(run, command) ? run[command] : undefined;
      if (!found) refuse(`Cred knows no command "${command}".`);
      return found!((given?.[0] ?? {}) as Record<string, unknown>, files, project);
    }),
    ownRequest(
      'cred/standardText',
      { uri: 'text' },
      ({ uri }: { uri: string }) => standardText(uri) ?? refuse(`There is no built-in standard at ${uri}.`),
    ),
  ];
}

function refuse(message: string): never {
  throw wrongParameters(message);
}
