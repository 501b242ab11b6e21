/** Returns the files that are generated from the vocabulary and the rules. */

import { modelSchema } from '../../exchange/model-schema.ts';
import type { Rule } from '../../language/rules/define.ts';
import { RULES } from '../../language/rules/index.ts';
import { KINDS } from '../../language/vocabulary/kinds.ts';
import { configPage, configSchema } from './config.ts';
import { kindOutputs } from './kinds.ts';
import { rulePage, rulesOverview } from './rule-pages.ts';
import { standardOutputs } from './standards.ts';
import { tmLanguage } from './tmlanguage.ts';

interface Reader {
  read(file: string): string;
  files(folder: string, ending: string): string[];
}

/** Returns the content of each file by path. */
export function outputs({ read, files }: Reader): Record<string, string> {
  const pages = files('language/rules', '.md');
  const pageOf = (rule: Rule): string => `language/rules/${rule.id}.md`;
  const without = RULES.map(pageOf).filter(file => !pages.includes(file));
  if (without.length > 0) throw new Error(`Rules without a page; write it: ${without.join(', ')}`);
  const unnamed = pages.filter(file => !RULES.some(rule => file === pageOf(rule)));
  if (unnamed.length > 0) throw new Error(`Pages without a rule: ${unnamed.join(', ')}`);

  const made: Record<string, string> = {};
  for (const rule of RULES) made[`docs/rules/${rule.id}.md`] = rulePage(rule, read(pageOf(rule)));
  made['docs/rules/README.md'] = rulesOverview(name => read(`language/rules/${name}.cred`));
  made['syntaxes/cred.tmLanguage.json'] = `${JSON.stringify(tmLanguage(KINDS), null, 2)}\n`;
  made['cred.schema.json'] = `${JSON.stringify(configSchema(RULES), null, 2)}\n`;
  made['cred-model.schema.json'] = `${JSON.stringify(modelSchema(), null, 1)}\n`;
  made['docs/cred-json.md'] = configPage(RULES);
  made['l10n/bundle.l10n.json'] = `${JSON.stringify(texts(files('client', '.ts').map(read)), null, 2)}\n`;
  Object.assign(made, standardOutputs(), kindOutputs());
  return made;
}

/** Returns the texts of the extension for translators, from `t('…')` and `vscode.l10n.t('…')`. */
function texts(sources: readonly string[]): Record<string, string> {
  const found = sources.flatMap(source =>
    [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text!.replace(/\\(.)/g, '$1')),
  );
  return Object.fromEntries([...new Set(found)].sort().map(text => [text, text]));
}
