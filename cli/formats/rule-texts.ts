/** What code scanning services show of a rule: a name, texts, a level, tags and how sure its findings are. */
import type { FormatContext } from './formats.ts';

/** A rule as SARIF describes it (`reportingDescriptor`). */
export interface RuleTexts {
  readonly name: string;
  readonly short: string;
  readonly full: string;
  readonly help: string;
  readonly tags: readonly string[];
  readonly precision: 'very-high' | 'high' | 'medium';
}

/** Groups whose rules decide from the text alone. */
const CERTAIN: ReadonlySet<string> = new Set(['language', 'alignment', 'time']);

/** Returns the texts of a rule or a clause. A standard of the project has no page in the package, so its clause is named. */
export function ruleTexts(id: string, page: FormatContext['page']): RuleTexts {
  const [group = '', name = ''] = id.split('/');
  const isRule = /^[a-z-]+$/.test(group) && /^[a-z]/.test(name) && !/\d/.test(group);
  const text = page(id);
  const named = `Clause ${name} of the standard ${group.toUpperCase()}.`;
  const title = isRule ? /^\*\*(.+?)\.?\*\*/m.exec(text ?? '')?.[1] : firstLine(text);
  const summary = isRule ? /^## Summary\n+([\s\S]*?)\n+## /m.exec(text ?? '')?.[1] : secondParagraph(text);
  const short = title === undefined ? named : `${title.replace(/\.$/, '')}.`;
  return {
    name: id
      .split(/[^a-z0-9]+/i)
      .map(capital)
      .join(''),
    short,
    full: summary ?? short,
    help: text ?? short,
    tags: ['credentialing', isRule ? group : 'standard', ...(isRule ? [] : [group])],
    // A description may lack what exists all the same, so a clause that is not shown is the least certain.
    precision: !isRule ? 'medium' : CERTAIN.has(group) ? 'very-high' : 'high',
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** The title of a clause, without the marks of Markdown. */
const firstLine = (text = ''): string | undefined => (text.split('\n', 1)[0] ?? '').replace(/[*`#\\]/g, '').trim() || undefined;
const secondParagraph = (text = ''): string | undefined => text.split('\n\n')[1]?.trim() || undefined;
