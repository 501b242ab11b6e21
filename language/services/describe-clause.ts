/** Describes a clause in Markdown: what it asks for, and which features show it. Hovers, completions and the standards' pages use it. */
import { asksOf } from '../analysis/judging/clause.ts';
import type { BlockFacts } from '../model/facts.ts';
import { calledClause } from '../standards/ids.ts';
import { standardNamed } from '../standards/index.ts';
import { code, escaped, linked, paragraphs } from './markdown.ts';

/** Returns the description of a clause or a feature by its dotted path. */
export function describeClause(part: BlockFacts, path: string): string {
  return part.kind === 'feature' ? paragraphs(`**${escaped(path)}**`, aboutFeature(part), furtherReading(path)) : aboutClause(part, path);
}

function aboutClause(clause: BlockFacts, path: string): string {
  const features = clause.parts.filter(({ kind }) => kind === 'feature');
  const inner = clause.parts.filter(({ kind }) => kind === 'clause');
  return paragraphs(
    `**${escaped(path)}**: ${escaped(calledClause(clause))}`,
    clause.says.summary?.map(text => escaped(text, LONG)).join(' '),
    features.map(feature => `- ${aboutFeature(feature)}`).join('\n') || (inner.length === 0 && BY_EVIDENCE),
    inner.map(one => `- ${escaped(calledClause(one))}`).join('\n'),
    furtherReading(path),
  );
}

export const BY_EVIDENCE = 'No description can show it: an `evidence` block with a document settles it.';
const LONG = 600;

/** Describes a feature in one line: its title, its basis, and what shows it. */
export function aboutFeature({ title, name, says }: BlockFacts): string {
  const [basis, stage, advice] = ['basis', 'stage', 'advice'].map(key => says[key]?.[0]);
  const asks = [basis === 'published' ? 'published' : 'practice of the field', stage].filter(one => one !== undefined).join('; ');
  return `**${escaped(title ?? name ?? 'A feature')}** (${asks}).${shownBy(says)}${advice === undefined ? '' : ` ${escaped(advice, LONG)}`}`;
}

function shownBy(says: BlockFacts['says']): string {
  const words = (key: string): readonly string[] => says[key] ?? [];
  const coded = (key: string): string => words(key).map(code).join(', ');
  const must = asksOf(says, code).map((one, i) => (i === 0 && words('is').length > 0 ? `which is ${one}` : one));
  const parts = [
    words('needs').length > 0 && coded('needs'),
    words('any-of').length > 0 && `${words('any-of').length > 1 ? 'one of ' : ''}${coded('any-of')}`,
    must.length > 0 && must.join(', '),
    words('each').length > 0 && `for every ${coded('each')}`,
    words('where').length > 0 && `where ${words('where').length > 1 ? 'one of ' : ''}${coded('where')} is stated`,
    words('passes').length > 0 && `nothing found by ${coded('passes')}`,
  ].filter(Boolean);
  return parts.length > 0 ? ` Shown by ${parts.join('; ')}.` : '';
}

/** Returns a link to the publisher's own page. A project's standard states its own source. */
function furtherReading(path: string): string | undefined {
  const standard = standardNamed(path.split('.', 1)[0]!);
  const website = standard?.says.website?.[0];
  return standard && website ? `${escaped(standard.says.publisher?.[0] ?? '')}: ${linked(website)}` : undefined;
}
