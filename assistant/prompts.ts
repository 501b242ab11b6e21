/** Requests that people make often, as texts for an assistant: which resources to read, which tools to use, and what not to invent. */
import { ToolRefusal } from './surroundings.ts';

/** An argument of a prompt. Its name also says what completes it. */
export interface PromptArgument {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
}

/** A prompt. `text` makes it from the arguments. */
export interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly PromptArgument[];
  readonly text: (given: Readonly<Record<string, string>>) => string;
}

const path = (required: boolean): PromptArgument => ({ name: 'path', description: 'The .cred file of the program.', required });
const at = (given: Readonly<Record<string, string>>): string => (given.path ? ` in "${given.path}"` : '');

const HONEST =
  'Write "?" for everything that is not stated; never make a fact up. Say in the end, in plain words, what is done and what is still open.';

export const PROMPTS: readonly Prompt[] = [
  {
    name: 'draft-from-handbook',
    title: 'Draft a program from a handbook',
    description: 'Describe a program in Cred from a candidate handbook or another text.',
    arguments: [
      { name: 'handbook', description: 'The text of the handbook, or where it is.', required: true },
      {
        name: 'template',
        description: 'The kind of program, if it is known: certification, certificate, attendance or program.',
        required: false,
      },
    ],
    text: ({ handbook, template }) => `Describe the program of the handbook below as a .cred file.

1. Read the resources cred://language and cred://templates/${template || 'program'}; for each block that you write, cred://kinds/KIND.
2. Write only what the handbook states, in its own order of topics. Keep its words in titles and texts.
3. Call "check" with the text, "fix" it, and correct what is left. Call "path" to see which kind of program the text describes${template ? '' : ', and use that kind'}.
4. Call "questions" and list what the handbook does not say, as questions for its owner.

${HONEST}

The handbook:

${handbook}`,
  },
  {
    name: 'prepare-accreditation',
    title: 'Prepare for an accreditation',
    description: 'Find out what a program does not show yet of a standard, and work through it.',
    arguments: [{ name: 'standard', description: 'The standard, such as NCCA-2021.', required: true }, path(false)],
    text: given => `Prepare the program${at(given)} for ${given.standard}.

1. Call "readiness" with the standard; read the clauses that are not met, with "explain" and the clause where it is not clear.
2. Order what is missing: first what only has to be written down, then what needs a decision, then what needs work such as a study.
3. Call "questions" and ask me, a few at a time, beginning with what most clauses wait for. Write my answers with "answer".
4. Call "check" after each round, and "readiness" again in the end.

A description that fits is no accreditation: the accreditor decides from evidence. ${HONEST}`,
  },
  {
    name: 'separate-teaching-and-certifying',
    title: 'Keep teaching and certifying apart',
    description: 'See where an organization that offers both a course and a certification mixes them, and how to keep them apart.',
    arguments: [path(false)],
    text: given => `Look whether teaching and certifying are kept apart${at(given)}.

1. Call "check" with "detail": "full", and look at the rules of the groups portfolio, certification and certificate. "explain" tells why each matters.
2. Call "path" for each program: is it what it is called?
3. Tell me for each finding who is concerned, what would have to change (a rule, a body, a person’s part), and what of it only has to be written down (the block "separation": cred://kinds/separation).
4. Write what I decide, and check again.

Neither kind of program is better than the other. ${HONEST}`,
  },
  {
    name: 'tell-the-board',
    title: 'Tell the board what changed',
    description: 'Say in a page what changed in the programs since a date or a version, and who is usually told of it.',
    arguments: [{ name: 'since', description: 'A revision of git, such as v1.0 or HEAD~5.', required: true }, path(false)],
    text: given => `Tell the board what changed${at(given)} since ${given.since}.

1. Call "diff" with "since": "${given.since}".
2. Call "check", and name what of the findings the changes have brought.
3. Write one page for people who do not read files: what changed and why it matters, who is usually told (candidates, holders, the accreditor), what the board is to decide. No ids and no line numbers.

Say that who is told is the practice of the field, and that an accreditor’s own procedures decide. ${HONEST}`,
  },
];

/** Returns a prompt's text. Throws a {@link ToolRefusal} if there is no such prompt, or a required argument is missing. */
export function promptText(name: string, given: Readonly<Record<string, string>>): { readonly prompt: Prompt; readonly text: string } {
  const prompt = PROMPTS.find(one => one.name === name);
  if (!prompt) throw new ToolRefusal(`There is no prompt "${name}". Known are: ${PROMPTS.map(one => one.name).join(', ')}.`);
  const missing = prompt.arguments.find(one => one.required && !given[one.name]);
  if (missing) throw new ToolRefusal(`"${missing.name}" is missing: ${missing.description}`);
  return { prompt, text: prompt.text(given) };
}
