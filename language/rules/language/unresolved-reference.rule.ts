import { replace } from '../../fixes/fix.ts';
import { slipFix } from '../../fixes/slip.ts';
import type { NamedFacts } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import { nameOfTitle } from '../../model/name-of.ts';
import type { Problem } from '../../model/problem.ts';
import type { Names } from '../../model/scope.ts';
import { listed } from '../../model/sentence.ts';
import { LANGUAGE, type Report, rule } from '../define.ts';
import { RULE_IDS } from '../ids.ts';
import { featurePathSlips } from './feature-paths.ts';
import { newBlocks } from './new-block.ts';
import { editions, references, suggestion, titled, waitsForOwner, writtenAt } from './references.ts';
import { calledKinds, didYouMean } from './words.ts';

/** A name that nothing bears. */
export default rule('language/unresolved-reference', {
  title: 'Every name that is referred to stands for something',
  severity: 'error',
  source: LANGUAGE,
  reads: 'project',
  check(file, context) {
    const { names, report } = context;
    for (const reference of references(file, context)) {
      const { path, wanted, found } = reference;
      if (found.length === path.length || waitsForOwner(reference, file, names)) continue;
      const name = path[found.length]!;
      const owner = found[found.length - 1];
      const meant = suggestion(reference, file, names);
      // Look the suggested name up, so that this file is checked again when that name is removed.
      if (meant && !owner) names.top(meant.text.split('.')[0]!);
      const isLast = found.length === path.length - 1;
      const what = owner ? `In "${owner.path}" nothing is called "${name}".` : `Nothing here is called "${name}".`;
      const some = meant || owner ? [] : editions(name, wanted, names, 3);
      const hint = meant
        ? didYouMean(meant.text)
        : some.length > 0
          ? ` There ${some.length > 1 ? 'are' : 'is'} ${listed(
              some.map(one => one.name),
              'and',
            )}.`
          : isLast
            ? ` Name ${calledKinds(wanted)}, or write "?" while it is not described yet.`
            : '';
      const at = reference.segment(found.length);
      const fresh = isLast ? newBlocks({ name, kinds: wanted, from: reference.block, ...(owner && { within: owner }) }, file, names) : [];
      report({
        at,
        message: what + hint,
        fixes: [
          ...(meant ? [replace(file, at, meant.text, undefined, meant.sure)] : []),
          ...some.toReversed().map(one => replace(file, at, one.name)),
          ...fresh,
        ],
      });
    }
    for (const problem of file.problems) if (problem.rule === 'title-for-name') report(titleForName(problem, file, names));
    for (const { at, message, meant, sure, quoted } of featurePathSlips(file, RULE_IDS)) {
      report({
        at,
        message: message + didYouMean(meant),
        fixes: meant === undefined ? [] : [replace(file, at, quoted ? `"${meant}"` : meant, `Write "${meant}"`, sure === true)],
      });
    }
  },
});

/** Reports words in place of names: titles of targets, names without commas, or the title of a block that does not exist yet. */
function titleForName(problem: Extract<Problem, { rule: 'title-for-name' }>, file: CredFile, names: Names): Report {
  const { span, key, table, block, words, commas } = problem;
  const wanted = table.to ?? [];
  const one = (phrase: string): NamedFacts | undefined => {
    const found = titled(phrase, wanted, block, file, names);
    return found.length === 1 ? found[0] : undefined;
  };
  const all = (phrases: readonly string[]): readonly NamedFacts[] | undefined => {
    const found = phrases.map(one);
    return found.every(each => each !== undefined) ? (found as NamedFacts[]) : undefined;
  };
  const separate = commas && all(words.split(/\s*,\s*|\s+/).filter(word => !AND.test(word)));
  if (separate && commas) return { at: span, message: `Put commas between the values of "${key}".`, fixes: [slipFix(file, commas)] };
  const meant =
    all([words]) ??
    (table.many
      ? (all(words.split(/[,;]/).map(word => word.trim())) ?? all(words.split(/\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+/)))
      : undefined);
  const kinds = calledKinds(wanted);
  if (meant) {
    const written = meant.map(named => writtenAt(named, block, file, names)).join(', ');
    // Look the suggested names up, so that this file is checked again when one is removed.
    for (const named of meant) names.top(named.path.split('.')[0]!);
    return {
      at: span,
      message: `"${key}" takes the name of ${kinds}, not its title. Write ${written}.`,
      fixes: [replace(file, span, written, `Write ${written}`)],
    };
  }
  const some = editions(words.replace(/\bIEC\b/i, ''), wanted, names, 3);
  if (some.length > 0)
    return {
      at: span,
      message: `"${key}" takes the name of an edition: there ${some.length > 1 ? 'are' : 'is'} ${listed(
        some.map(one => one.name),
        'and',
      )}.`,
      fixes: some.toReversed().map(one => replace(file, span, one.name)),
    };
  const name = table.many && /[,;]/.test(words) ? undefined : nameOfTitle(wanted[0] ?? '', words);
  const isTitle = /\s|"/.test(words);
  const title = isTitle ? `"${words.replace(/"/g, '')}"` : undefined;
  const fresh =
    name === undefined ? [] : newBlocks({ name, kinds: wanted, from: block, ...(title !== undefined && { title }) }, file, names);
  const fixes = fresh.map(fix => ({
    ...fix,
    // Adding the block and referring to it by its name is one step.
    edits: () => (fix.in === undefined ? [...fix.edits(), ...replace(file, span, name!).edits()] : fix.edits()),
  }));
  const quoted = table.orText && !words.startsWith('"') ? [replace(file, span, `"${words}"`, 'Put it in quotation marks')] : [];
  return {
    at: span,
    message: `"${key}" takes the name of ${kinds}, and none here is called "${words}"${name === undefined || name === words ? '' : `; its name would be one word, such as ${name}`}.`,
    fixes: [...quoted, ...fixes],
  };
}

const AND = /^(?:and|&|\+)$/;
