import { ignoreRule } from '../../findings/declared-rules.ts';
import type { Edit, Fix } from '../../findings/finding.ts';
import { commentSpan, type Ignore, idSpan } from '../../findings/ignore.ts';
import { fixOf } from '../../fixes/fix.ts';
import type { NamedFacts } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import { nearest } from '../../model/nearest.ts';
import { listed } from '../../model/sentence.ts';
import { standardIds } from '../../standards/ids.ts';
import { standardNamed } from '../../standards/index.ts';
import { BUILT_IN } from '../../standards/names.ts';
import { LANGUAGE } from '../define.ts';
import { RULE_IDS } from '../ids.ts';

/** An ignore that silences nothing. */
export default ignoreRule('language/unused-ignore', {
  title: 'An ignore silences something',
  severity: 'warning',
  source: LANGUAGE,
  check({ file, ignore, unread }, { report }) {
    // An ignore without a reason is reported for that.
    if (ignore.reason === undefined) return;
    const unused = ignore.rules.filter(({ id }) => !ignore.used.has(id) && !(unread && mayBeClause(id)));
    if (unused.length === 0 && ignore.rules.length > 0) return;
    if (unused.length === ignore.rules.length) {
      const message =
        unused.length === 0
          ? 'This names no rule, so it silences nothing.'
          : `${says(unused.map(({ id }) => id))} Take it out, or move it to where the finding is.`;
      report({
        at: commentSpan(file, ignore),
        message,
        unnecessary: true,
        // The reason is the author's, and another fix may keep the ignore, so removal is unsafe.
        fixes: [...renamed(unused), fixOf('Remove it', false, () => [wholeComment(file, ignore)])],
      });
      return;
    }
    for (const one of unused) {
      report({
        at: idSpan(one),
        message: `${says([one.id])} Take it out.`,
        unnecessary: true,
        fixes: [...renamed([one]), fixOf(`Remove "${one.id}"`, isKnown(one.id), () => [fromList(ignore, one)])],
      });
    }
  },
});

/** Returns fixes that replace a misspelt rule by the one that was meant. */
function renamed(unused: Ignore['rules']): Fix[] {
  const [one, more] = unused;
  const near = one && !more && !isKnown(one.id) && !standardOf(one.id) ? nearest(one.id, RULE_IDS) : undefined;
  return near
    ? [fixOf(`Write "${near.word}"`, false, () => [{ start: one!.start, end: one!.start + one!.id.length, text: near.word }])]
    : [];
}

function says(ids: readonly string[]): string {
  const unknown = ids.filter(id => !isKnown(id));
  if (unknown.length === 0)
    return `There is no finding of ${listed(
      ids.map(id => `"${id}"`),
      'or',
    )} here to silence.`;
  const standard = standardOf(unknown[0]!);
  if (standard)
    return `${standard.name} has no clause ${listed(
      unknown.map(id => `"${id.slice(id.indexOf('/') + 1)}"`),
      'or',
    )}.`;
  const near = nearest(unknown[0]!, RULE_IDS);
  return `There is no rule ${listed(
    unknown.map(id => `"${id}"`),
    'or',
  )}.${near ? ` Did you mean "${near.word}"?` : ''}`;
}

/** Returns whether an id is a rule of Cred or a clause of a built-in standard. */
function isKnown(id: string): boolean {
  const group = id.slice(0, id.indexOf('/') + 1);
  if (id.endsWith('/*')) return true;
  if (RULE_IDS.includes(id)) return true;
  const standard = standardOf(id);
  if (standard) return standardIds(standard).some(one => one.id === id);
  return group !== '' && !RULE_IDS.some(rule => rule.startsWith(group)) && !nearest(id, RULE_IDS);
}

/** Returns whether an id may be a clause: it is known, and its group is none of Cred's rules. */
const mayBeClause = (id: string): boolean => isKnown(id) && !RULE_IDS.some(rule => rule.startsWith(id.slice(0, id.indexOf('/') + 1)));

/** Returns the built-in standard of a clause's id. */
const standardOf = (id: string): NamedFacts | undefined => {
  const name = BUILT_IN.find(one => id.startsWith(`${one.toLowerCase()}/`));
  return name === undefined ? undefined : standardNamed(name);
};

/** Returns the edit that removes the comment, with its line if nothing else stands there, or else with the blanks before it. */
function wholeComment({ text, lines }: CredFile, { comment }: Ignore): Edit {
  const { line } = lines.position(comment.start);
  const start = lines.start(line);
  const alone =
    text.slice(start, comment.start).replace('\uFEFF', '').trim() === '' &&
    text.slice(comment.end, lines.end(lines.position(comment.end).line)).trim() === '';
  if (alone)
    return {
      start: text.startsWith('\uFEFF', start) ? start + 1 : start,
      end: lines.start(lines.position(comment.end).line + 1),
      text: '',
    };
  const blanks = /[ \t]*$/.exec(text.slice(start, comment.start))![0].length;
  return { start: comment.start - blanks, end: comment.end, text: '' };
}

/** Returns the edit that removes one of several ids with its comma. */
function fromList(ignore: Ignore, one: Ignore['rules'][number]): Edit {
  const next = ignore.rules[ignore.rules.indexOf(one) + 1];
  if (next) return { start: one.start, end: next.start, text: '' };
  const before = ignore.rules[ignore.rules.indexOf(one) - 1]!;
  return { start: before.start + before.id.length, end: one.start + one.id.length, text: '' };
}
