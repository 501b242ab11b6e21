/** Declares a tool for assistants, and runs it: arguments are checked, and an answer is cut into pages. */
import { clipped } from './clipped.ts';
import { paged } from './paged.ts';
import { count, list, misfit, object, type Schema, text } from './schema.ts';
import { type Surroundings, ToolRefusal } from './surroundings.ts';

/** What a tool found. */
export interface ToolFindings {
  /** What stands on every page of the answer. */
  readonly head: object;
  /** Lists of sentences, by their names, such as what could not be read. They are cut into pages, too, and come before the items. */
  readonly beside?: Readonly<Record<string, readonly string[]>>;
  /** What is cut into pages. Long texts in an item may be cut, too. */
  readonly items: readonly object[];
  /** What the assistant may do next, in sentences. */
  readonly next: readonly string[];
}

/** A tool. `G` are the arguments as its schema checks them. */
export interface Tool<G = never> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The arguments, without those that every tool has (`limit`, `page`). */
  readonly input: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** What the answer has: the properties of `head`, what the lists beside the items tell, and the shape of an item. */
  readonly output: {
    readonly head: Readonly<Record<string, Schema>>;
    readonly beside?: Readonly<Record<string, string>>;
    readonly items: string;
    readonly item: Schema;
  };
  /** Whether the tool can change files, where that is allowed. It then takes `write`. */
  readonly writes?: boolean;
  readonly run: (given: G, around: Surroundings) => ToolFindings | Promise<ToolFindings>;
}

/** The answer of a tool: an object, and the same as text. */
export interface ToolAnswer {
  readonly structured: object;
  readonly text: string;
  readonly isError: boolean;
}

/** The most characters of an answer, unless the assistant asks for more. */
export const LIMIT = 20_000;
const LEAST = 2_000;

const WRITE: Schema = { type: 'boolean', description: 'Change the files. Left out, the answer shows what would change.' };
const PAGING: Readonly<Record<string, Schema>> = {
  limit: { type: 'integer', minimum: LEAST, description: `The most characters of the answer. Default: ${LIMIT}.` },
  page: { type: 'integer', minimum: 1, description: 'Which page of a long answer. Default: the first.' },
};

/** Declares a tool; keeps the type of its arguments beside its schema. */
export const tool = <G>(declared: Tool<G>): Tool => declared as unknown as Tool;

/** Returns the schema of a tool's arguments. A tool that may not write takes no `write`. */
export const inputOf = ({ input, required, writes }: Tool, mayWrite: boolean): Schema =>
  object({ ...input, ...(writes && mayWrite && { write: WRITE }), ...PAGING }, required);

/** Returns the schema of a tool's answer. */
export const outputOf = ({ output: { head, beside = {}, items, item } }: Tool): Schema => ({
  type: 'object',
  properties: {
    ...head,
    ...Object.fromEntries(Object.entries(beside).map(([name, what]) => [name, list(text(), what)])),
    [items]: list(item),
    page: count('The number of this page.'),
    pages: count('How many pages there are.'),
    next: list(text(), 'What to do next.'),
  },
  required: [...Object.keys(head), ...Object.keys(beside), items, 'page', 'pages', 'next'],
});

/** Runs a tool. A refusal is an answer, too, so that the assistant can correct its request; any other error is thrown. */
export async function runTool(one: Tool, given: unknown, around: Surroundings): Promise<ToolAnswer> {
  const slip = misfit(given ?? {}, inputOf(one, around.write !== undefined), '');
  if (slip) return refused(slip);
  const { limit = LIMIT, page = 1, ...rest } = (given ?? {}) as { limit?: number; page?: number };
  if ((rest as { write?: boolean }).write && (rest as { texts?: unknown }).texts !== undefined)
    return refused('A text that you give is answered, not written. Leave "write" out, or name the file in "paths".');
  try {
    const { head, beside = {}, items, next } = await one.run(rest as never, around);
    const structured = paged({ head, beside, name: one.output.items, items, next }, { limit, page });
    return { structured, text: JSON.stringify(structured), isError: false };
  } catch (error) {
    if (error instanceof ToolRefusal) return refused(error.message);
    throw error;
  }
}

/** A refusal can repeat what was asked, which may be long. */
const refused = (message: string): ToolAnswer => ({ structured: {}, text: clipped(message, LEAST) as string, isError: true });
