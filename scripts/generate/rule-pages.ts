/**
 * Generates the pages of the rules in docs/: the author's page beside the rule, completed with what the rule declares and where the other
 * lines of an example are.
 */
import type { Rule } from '../../language/rules/define.ts';
import { RULES } from '../../language/rules/index.ts';

/** Describes for readers the good programs that a fence may extend, as in `on=good-certification`. */
const GOOD_PROGRAMS: Readonly<Record<string, { readonly title: string; readonly around: string }>> = {
  'good-certification': { title: 'A complete certification', around: 'In a certification that is otherwise complete:' },
  'good-certificate': { title: 'A complete certificate program', around: 'In a certificate program that is otherwise complete:' },
  'good-owner': {
    title: 'Both from one organization',
    around: 'Where an organization, its certification and its certificate program are otherwise complete:',
  },
};

/** Returns the page of a rule; `written` is the author's page. Throws if that contains something that is generated here. */
export function rulePage(rule: Rule, written: string): string {
  const file = `language/rules/${rule.id}.md`;
  if (/^## Source$/m.test(written)) throw new Error(`Remove the section "Source" from ${file}; it is made from the rule.`);
  const { document, clause } = rule.source;
  const source = (between: string): string => [document, clause].filter(Boolean).join(between);
  const body = written
    .trim()
    .replace(/^(?=## Avoid$)/m, () => `## Source\n\n${source(': ')}.\n\n`)
    .replace(/^```cred (?:(.*) )?on=(\S+)/gm, (_, before: string | undefined, good: string) => {
      const program = GOOD_PROGRAMS[good];
      if (!program)
        throw new Error(`${file} extends "${good}", and there is no such program. There are: ${Object.keys(GOOD_PROGRAMS).join(', ')}.`);
      return `${program.around}\n\n${['```cred', before].filter(Boolean).join(' ')}`;
    });
  return `<!-- Made from ${file} by npm run generate. -->\n# ${rule.id}\n\n**${rule.title}.** Severity: ${rule.severity}. Source: ${source(' — ')}.\n\n${body}\n`;
}

/** Returns the list of all rules, and the programs from which examples show only some lines. */
export function rulesOverview(goodProgram: (name: string) => string): string {
  const groups = new Map([...new Set(RULES.map(groupOf))].map(group => [group, RULES.filter(rule => groupOf(rule) === group)]));
  const lines = [...groups].flatMap(([group, rules]) => [
    `## ${group}/`,
    '',
    ...rules.map(rule => `- [${rule.id}](${rule.id}.md) — ${rule.title}. (${rule.severity})`),
    '',
  ]);
  const programs = Object.entries(GOOD_PROGRAMS).flatMap(([name, { title }]) => [
    `### ${title}`,
    '',
    '```cred',
    goodProgram(name).trim(),
    '```',
    '',
  ]);
  return [
    '<!-- Made by npm run generate. -->',
    '# What Cred checks',
    '',
    'What the clauses of a standard ask is told on [its page](../standards/README.md).',
    '',
    ...lines,
    '## Complete programs',
    '',
    'Cred finds nothing in these. Where an example says that a program is otherwise complete, its other lines are those of one of these.',
    '',
    ...programs,
  ].join('\n');
}

const groupOf = (rule: Rule): string => rule.id.slice(0, rule.id.indexOf('/'));
