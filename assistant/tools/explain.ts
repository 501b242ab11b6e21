/** The tool `explain`: the page of a topic, or the list of topics. */
import type { Explanation } from '../../library/explaining.ts';
import { explain, ruleLines, topics } from '../../library/explaining.ts';
import { kindPage } from '../../library/kind-page.ts';
import { answerObject, text } from '../schema.ts';
import { type Surroundings, ToolRefusal } from '../surroundings.ts';
import { TEMPLATES, templateOf } from '../templates.ts';
import { tool } from '../tool.ts';

export const explainTool = tool<{ readonly topic?: string }>({
  name: 'explain',
  title: 'Explain the language, a rule or a word',
  description:
    'The page of a topic in Markdown: "language" (the whole language on one page: read it first), a kind (job-analysis), a property (assessment.reliability), a rule (certification/goal), a standard (NCCA-2021), a clause (NCCA-2021.S14), or the text with which a program begins (templates/certification). Without a topic: the list of all topics.',
  input: { topic: { type: 'string', minLength: 1, description: 'What to explain, as in the examples above.' } },
  output: {
    head: { topic: text() },
    items: 'texts',
    item: answerObject({ markdown: text(), part: text('Which part of a long page this is.') }, ['markdown']),
  },
  async run({ topic }, around) {
    if (topic === undefined) {
      return { head: { topic: '' }, items: [{ markdown: topicList() }], next: ['Call it again with one of these; begin with "language".'] };
    }
    return { head: { topic }, items: [{ markdown: await pageOf(topic, around) }], next: nextOf(topic) };
  },
});

/** Returns the page of a topic. Throws a {@link ToolRefusal} if nothing is called so. */
export async function pageOf(topic: string, around: Pick<Surroundings, 'page' | 'projects'>): Promise<string> {
  const begun = templateOf(topic.replace(/^templates\//, ''));
  if (begun !== undefined && topic.startsWith('templates/')) return `\`\`\`cred\n${begun}\`\`\`\n`;
  const found = kindPage(topic) ?? textIn(await ownOrBuiltIn(topic, around), topic);
  const page = typeof found === 'string' ? found : await around.page(found.rule);
  if (page === undefined) throw new ToolRefusal(`The page of "${topic}" is not in this package.`);
  // Pages that are made say so in a comment.
  return page.replace(/^<!--.*-->\n/, '');
}

function textIn(found: Explanation | { readonly near: string | undefined }, topic: string): string | { readonly rule: string } {
  if ('near' in found)
    throw new ToolRefusal(
      `Nothing in Cred is called "${topic}".${found.near === undefined ? '' : ` Did you mean "${found.near}"?`} Without a topic, "explain" lists all.`,
    );
  return found.text ?? { rule: found.rule! };
}

async function ownOrBuiltIn(topic: string, around: Pick<Surroundings, 'projects'>): Promise<ReturnType<typeof explain>> {
  const known = explain(topic);
  if (!('near' in known)) return known;
  for (const { project, shown } of await around.projects({})) {
    const found = explain(topic, { names: project, place: shown });
    if (!('near' in found)) return found;
  }
  return known;
}

function topicList(): string {
  const rules = ruleLines(() => '').map(({ id, title }) => `- ${id}: ${title}`);
  const others = topics().filter(one => !one.includes('/'));
  const begun = TEMPLATES.map(kind => `- templates/${kind}`);
  return ['# Topics', others.map(one => `- ${one}`).join('\n'), '## Templates', begun.join('\n'), '## Rules', rules.join('\n')].join(
    '\n\n',
  );
}

function nextOf(topic: string): string[] {
  if (topic === 'language')
    return [
      '"explain" with the name of a kind tells what may stand in it; with templates/certification (or another kind) it begins a program.',
    ];
  if (topic.startsWith('templates/'))
    return ['Put the name and the title into it, fill in what is known, and "check" it as "texts". What nobody has stated stays "?".'];
  if (topic.includes('/')) return ['"fix" mends what is certain of it; "check" again afterwards.'];
  return ['Write it into the text and "check" it.'];
}
