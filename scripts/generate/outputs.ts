/** Returns the files that are generated from the vocabulary and the rules. */

import { TEMPLATES } from '../../assistant/templates.ts';
import { inputOf } from '../../assistant/tool.ts';
import { TOOLS } from '../../assistant/tools.ts';
import { modelSchema } from '../../exchange/model-schema.ts';
import type { Rule } from '../../language/rules/define.ts';
import { RULES } from '../../language/rules/index.ts';
import { template } from '../../language/services/template.ts';
import { KINDS, kindOf } from '../../language/vocabulary/kinds.ts';
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
  made['syntaxes/cred.code-snippets.json'] = `${JSON.stringify(snippets(), undefined, 2)}\n`;
  made['package.json'] = withTools(read('package.json'));
  Object.assign(made, standardOutputs(), kindOutputs());
  return made;
}

/** Returns a snippet for each kind of program and for an organization: its template, with a place to fill in for each hole. */
function snippets(): object {
  const made = TEMPLATES.map(kind => {
    let place = 0;
    const body = template(kind, 'NAME', 'TITLE').trimEnd().replaceAll('$', '\\$').split('\n');
    const filled = body.map(line =>
      line
        .replace('NAME', () => `\${${++place}:NAME}`)
        .replace('TITLE', () => `\${${++place}:Title}`)
        .replace(/\?$/, () => `\${${++place}:?}`),
    );
    return [`New ${kind}`, { prefix: `new-${kind}`, body: filled, description: kindOf(kind)!.says }];
  });
  return Object.fromEntries(made);
}

/** Returns the manifest with the tools that the extension offers to the editor's assistants. */
function withTools(manifest: string): string {
  const whole = JSON.parse(manifest);
  whole.contributes.languageModelTools = TOOLS.map(tool => ({
    name: `cred_${tool.name}`,
    displayName: `%tool.${tool.name}%`,
    toolReferenceName: `cred-${tool.name}`,
    canBeReferencedInPrompt: true,
    icon: '$(checklist)',
    tags: ['cred'],
    modelDescription: tool.description,
    inputSchema: inputOf(tool, true),
  }));
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

/** Returns the texts of the extension for translators, from `t('…')` and `vscode.l10n.t('…')`. */
function texts(sources: readonly string[]): Record<string, string> {
  const found = sources.flatMap(source =>
    [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text!.replace(/\\(.)/g, '$1')),
  );
  return Object.fromEntries([...new Set(found)].sort().map(text => [text, text]));
}
