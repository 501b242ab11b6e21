/** What a client may ask for beside the protocol: the rules and their pages, templates, the built-in standards' texts. */
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
  /** The questions that are to be asked after the answers given; once all are answered, what follows from them. */
  'cred.choice': ({ given }, _files, project) => {
    const answers = (given ?? {}) as Answers;
    const asked = questions(answers);
    const slip = asked.find(one => answers[one.id] !== undefined && !isAnswer(one, String(answers[one.id])));
    if (slip) refuse(`"${answers[slip.id]}" is no answer to "${slip.title}"`);
    return { questions: asked, ...(asked.every(({ id }) => answers[id] !== undefined) && { outcome: outcome(answers, project()) }) };
  },
};

export const COMMANDS = Object.keys(run);
/** Of code lenses: leads to the place of a program. */
export const SHOW_PROGRAM = 'cred.showProgram';

/** `project` is the one that a new file is to go to, as far as there is any. */
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
      const found = run[command];
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
