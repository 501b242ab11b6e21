/** Generates the facts of the built-in standards and their pages from the files of the standards. */
import type { BlockFacts } from '../../language/model/facts.ts';
import { aboutFeature, BY_EVIDENCE } from '../../language/services/describe-clause.ts';
import { packedFacts, standardUri } from '../../language/standards/index.ts';
import { unpack } from '../../language/standards/pack.ts';

/** Returns the generated files by path. */
export function standardOutputs(): Record<string, string> {
  const facts = packedFacts();
  const standards = Object.entries(facts).map(([name, text]) => unpack(text, standardUri(name)));
  return {
    'language/standards/facts.ts': factsFile(facts),
    'language/vocabulary/clause-titles.ts': titlesFile(standards),
    ...Object.fromEntries(standards.map(one => [`docs/standards/${one.name}.md`, page(one)])),
    'docs/standards/README.md': overview(standards),
  };
}

const factsFile = (facts: Readonly<Record<string, string>>): string =>
  [
    '// Made by npm run generate from the standards beside it.',
    '/** By name the facts of a standard, packed: see pack.ts. */',
    'export const FACTS: Readonly<Record<string, string>> = {',
    ...Object.entries(facts).map(([name, text]) => `  '${name}': ${JSON.stringify(text)},`),
    '};',
    '',
  ].join('\n');

/** Generates numbers and titles as a table for the vocabulary, which cites the standards but lies in a layer below them. */
function titlesFile(standards: readonly BlockFacts[]): string {
  const clauses = standards.flatMap(standard => clausesIn(standard, standard.name!));
  return [
    '// Made by npm run generate from the built-in standards.',
    '/** Number and title of every clause of a built-in standard, by its dotted path; the number is empty where none is known. */',
    'export const CLAUSE_TITLES = {',
    ...clauses.map(([path, clause]) => `  ${quoted(path)}: [${quoted(first(clause, 'number') ?? '')}, ${quoted(clause.title ?? '')}],`),
    '} as const;',
    '',
  ].join('\n');
}

const clausesIn = (part: BlockFacts, path: string): (readonly [string, BlockFacts])[] =>
  part.parts
    .filter(({ kind }) => kind === 'clause')
    .flatMap(clause => [[`${path}.${clause.name}`, clause] as const, ...clausesIn(clause, `${path}.${clause.name}`)]);

/** Quotes a text as the formatter does. */
const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`);

const first = ({ says }: BlockFacts, key: string): string | undefined => says[key]?.[0];

function overview(standards: readonly BlockFacts[]): string {
  const rows = standards.map(one => `- [${one.name}](${one.name}.md) — ${one.title}, ${first(one, 'edition')}.`);
  return `${MADE}\n# The standards that come with Cred\n\n${INTRO}\n\n${rows.join('\n')}\n`;
}

const MADE = '<!-- Made by npm run generate from language/standards. -->';
const INTRO =
  'Numbers, titles and editions are those of the documents; summaries, features and advice are in our own words, and nothing is quoted. ' +
  'What is marked *published* is known from public sources to be asked for by the document itself; *practice of the field* is what the field does, or what was not confirmed. ' +
  'A clause that no description can show is settled by an `evidence` block.';

function page(standard: BlockFacts): string {
  const [publisher, edition, website, force, withdrawn] = ['publisher', 'edition', 'website', 'in-force', 'withdrawn'].map(key =>
    first(standard, key),
  );
  const facts = [
    `Published by ${publisher}; edition: ${edition}.`,
    standard.says.accredits && `It accredits: ${standard.says.accredits.join(', ')}.`,
    force && `In force since ${force}.`,
    withdrawn && `Withdrawn ${withdrawn}; its successor is ${standard.says['superseded-by']?.join(', ')}.`,
  ].filter(Boolean);
  return [
    MADE,
    `# ${standard.name}: ${standard.title}`,
    facts.join(' '),
    ...(standard.says.summary ?? []),
    INTRO,
    '## <a id="can-tell"></a>What Cred can tell, and what it cannot',
    canTell(standard),
    ...standard.parts.filter(({ kind }) => kind === 'clause').flatMap(clause => section(clause, standard.name!.toLowerCase(), 2)),
    '## <a id="open"></a>Clauses that only a document can show',
    `The finding \`${standard.name!.toLowerCase()}/open\` names them all at once. An \`evidence\` block that names the clause in \`supports\`, with a document or a note, settles each.`,
    '## <a id="shown"></a>How many clauses are shown',
    `While the standard is held and something is still to be shown, the finding \`${standard.name!.toLowerCase()}/shown\` says how many clauses the description shows.`,
    '## Further reading',
    `- [${publisher}](${website})`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** Counts the clauses that a description can show and those that only a document can, and says what no count can tell. */
function canTell(standard: BlockFacts): string {
  const leaves = clausesIn(standard, '').filter(([, clause]) => !clause.parts.some(({ kind }) => kind === 'clause'));
  const shown = leaves.filter(([, clause]) => clause.parts.some(({ kind }) => kind === 'feature')).length;
  const open = leaves.length - shown;
  return [
    `Of the ${leaves.length} clauses that are judged by themselves, a description can show ${shown === leaves.length ? 'all' : shown}${
      open > 0 ? `; ${open === 1 ? 'one is' : `${open} are`} settled by a document alone` : ''
    }.`,
    'Cred tells whether what a clause asks for is described, dated and free of contradictions. It cannot tell whether what is described is done, whether a document says what it should, or whether the evidence is enough:',
    'that is for reviewers to judge, and whether a program is accredited is for the accreditor to decide.',
  ].join(' ');
}

function section(clause: BlockFacts, group: string, level: number): string[] {
  const number = first(clause, 'number');
  const features = clause.parts.filter(({ kind }) => kind === 'feature').map(one => `- ${aboutFeature(one)}`);
  return [
    `${'#'.repeat(level)} <a id="${clause.name}"></a>${number === undefined ? '' : `${number} `}${clause.title}`,
    `\`${group}/${clause.name}\`${first(clause, 'summary') ? ` — ${first(clause, 'summary')}` : ''}`,
    features.length > 0 ? features.join('\n') : BY_EVIDENCE,
    ...clause.parts.filter(({ kind }) => kind === 'clause').flatMap(inner => section(inner, group, level + 1)),
  ];
}
