/** The tool `diff`: what changed between two versions of programs, in the words of the field. */
import { changesBetween } from '../../language/analysis/changes/changes.ts';
import { CredFile } from '../../language/model/file.ts';
import type { SourceText } from '../../library/api.ts';
import { answerObject, list, object, type Schema, text } from '../schema.ts';
import { FILES, opened } from '../shared.ts';
import { type Surroundings, ToolRefusal } from '../surroundings.ts';
import { tool } from '../tool.ts';

const VERSION_SCHEMA: Schema = object({ paths: FILES.paths!, texts: FILES.texts! });

interface ComparedTexts {
  readonly paths?: readonly string[];
  readonly texts?: readonly SourceText[];
}

export const diffTool = tool<{ readonly before?: ComparedTexts; readonly after?: ComparedTexts; readonly since?: string }>({
  name: 'diff',
  title: 'What changed between two versions',
  description:
    'What changed between two versions of programs, and who is usually told of it. Name both versions, or "since" a revision of git and what to compare with it.',
  input: {
    before: { ...VERSION_SCHEMA, description: 'The older version.' },
    after: { ...VERSION_SCHEMA, description: 'The newer version. Default: the files as they are.' },
    since: { type: 'string', minLength: 1, description: 'Instead of "before": a revision of git, such as HEAD~1 or v1.0.' },
  },
  output: {
    head: {},
    items: 'changes',
    item: answerObject({
      program: text(),
      type: { type: 'string', enum: ['added', 'removed', 'changed'] },
      what: text(),
      usuallyTold: list(text(), 'Who is usually told of such a change; a practice, not a rule of an accreditor.'),
    }),
  },
  async run({ before, after = {}, since }, around) {
    if ((before === undefined) === (since === undefined))
      throw new ToolRefusal('Say either "before" (the older texts or files) or "since" (a revision of git).');
    const old = before ? await textsOf(before, around) : await around.earlier(since!, after);
    const changed = changesBetween(parsed(old), parsed(await textsOf(after, around)));
    const items = changed.flatMap(({ kind, name, title, changes }) =>
      changes.map(({ type, what, notice }) => ({
        program: [kind, name, title && `"${title}"`].filter(Boolean).join(' '),
        type,
        what,
        usuallyTold: notice,
      })),
    );
    return {
      head: {},
      items,
      next:
        items.length === 0 ? ['Nothing that Cred reads has changed.'] : ['"check" tells whether the changes fit the rest of the program.'],
    };
  },
});

const textsOf = async (version: ComparedTexts, around: Surroundings): Promise<readonly SourceText[]> =>
  [...opened(await around.projects(version))].map(({ path, file }) => ({ path, text: file.text }));

const parsed = (texts: readonly SourceText[]): CredFile[] =>
  texts.map(({ path, text: source }) => CredFile.read(`file:///${path.split('/').map(encodeURIComponent).join('/')}`, source));
