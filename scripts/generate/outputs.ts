/** The files that are made from the vocabulary and the rules: by path, their content. */

import { modelSchema } from '../../exchange/model-schema.ts';
import type { Rule } from '../../language/rules/define.ts';
import { RULES } from '../../language/rules/index.ts';
import { KINDS } from '../../language/vocabulary/kinds.ts';
import { configPage, configSchema } from './config.ts';
import { kindOutputs } from './kinds.ts';
import { standardOutputs } from './standards.ts';
import { tmLanguage } from './tmlanguage.ts';

interface Reader {
  read(file: string): string;
  files(folder: string, ending: string): string[];
}

export function outputs({ read, files }: Reader): Record<string, string> {
  const pages = files('language/rules', '.md');
  const pageOf = (rule: Rule): string => `language/rules/${rule.id}.md`;
  const without = RULES.map(pageOf).filter(file => !pages.includes(file));
  if (without.length > 0) throw new Error(`Rules without a page; write it: ${without.join(', ')}`);
  const unnamed = pages.filter(file => !RULES.some(rule => file === pageOf(rule)));
  if (unnamed.length > 0) throw new Error(`Pages without a rule: ${unnamed.join(', ')}`);

  const made: Record<string, string> = {};
  for (const rule of RULES) {
    const body = withSource(rule, read(pageOf(rule)));
    made[pageOf(rule)] = body;
    made[`docs/rules/${rule.id}.md`] = page(rule, body);
  }
  made['docs/rules/README.md'] = overview();
  made['syntaxes/cred.tmLanguage.json'] = `${JSON.stringify(tmLanguage(KINDS), null, 2)}\n`;
  made['cred.schema.json'] = `${JSON.stringify(configSchema(RULES), null, 2)}\n`;
  made['cred-model.schema.json'] = `${JSON.stringify(modelSchema(), null, 1)}\n`;
  made['docs/cred-json.md'] = configPage(RULES);
  made['l10n/bundle.l10n.json'] = `${JSON.stringify(texts(files('client', '.ts').map(read)), null, 2)}\n`;
  Object.assign(made, standardOutputs(), kindOutputs());
  return made;
}

/** The page of a rule with its section on the source as the rule states it. */
const withSource = ({ source }: Rule, body: string): string =>
  body.replace(/^## Source\n+[\s\S]*?(?=^## )/m, () => `## Source\n\n${[source.document, source.clause].filter(Boolean).join(': ')}.\n\n`);

function page(rule: Rule, body: string): string {
  const source = [rule.source.document, rule.source.clause].filter(Boolean).join(' — ');
  return `<!-- Made from language/rules/${rule.id}.md by npm run generate. -->\n# ${rule.id}\n\n**${rule.title}.** Severity: ${rule.severity}. Source: ${source}.\n\n${body.trim()}\n`;
}

function overview(): string {
  const groups = new Map([...new Set(RULES.map(groupOf))].map(group => [group, RULES.filter(rule => groupOf(rule) === group)]));
  const lines = [...groups].flatMap(([group, rules]) => [
    `## ${group}/`,
    '',
    ...rules.map(rule => `- [${rule.id}](${rule.id}.md) — ${rule.title}. (${rule.severity})`),
    '',
  ]);
  return `<!-- Made by npm run generate. -->\n# What Cred checks\n\nWhat the clauses of a standard ask is told on [its page](../standards/README.md).\n\n${lines.join('\n')}`;
}

/** What the extension says, as translators get it: `t('…')` and `vscode.l10n.t('…')`. */
function texts(sources: readonly string[]): Record<string, string> {
  const found = sources.flatMap(source =>
    [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text!.replace(/\\(.)/g, '$1')),
  );
  return Object.fromEntries([...new Set(found)].sort().map(text => [text, text]));
}

const groupOf = (rule: Rule): string => rule.id.slice(0, rule.id.indexOf('/'));
