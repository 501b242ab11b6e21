/** Writes changes of programs as Markdown, and names who is usually told of each. */
import type { Change, ChangedProgram, Notice } from '../language/analysis/changes/changes.ts';
import { inMarkdown } from './in-markdown.ts';

const TOLD: Readonly<Record<Notice, string>> = {
  holders: 'holders',
  candidates: 'candidates or participants',
  accreditor: 'the accreditor',
};

/** Returns who is usually told of a change; empty if nobody is. */
export const toldOf = ({ notice }: Change): string => notice.map(one => TOLD[one]).join(', ');

/** Returns a note on where the notices come from, if there are any. */
export const noticeNote = (changed: readonly ChangedProgram[]): string | undefined =>
  changed.some(({ changes }) => changes.some(({ notice }) => notice.length > 0))
    ? 'Who is usually told is the practice of the field; what an accreditor asks for stands in its own procedures.'
    : undefined;

/** Returns the kind, name and title of a changed block. */
export const changedHead = ({ kind, name, title }: ChangedProgram): string => [kind, name, title && `"${title}"`].filter(Boolean).join(' ');

export const NOTHING_CHANGED = 'Nothing that Cred reads has changed.';

/** Writes the changes as Markdown. `title` stands above them. */
export function differencesMarkdown(changed: readonly ChangedProgram[], title = 'What changed'): string {
  if (changed.length === 0) return `${NOTHING_CHANGED}\n`;
  const sections = changed.map(one =>
    [
      `## ${inMarkdown(changedHead(one))}`,
      '',
      '| | What changed | Usually told |',
      '|---|---|---|',
      ...one.changes.map(change => `| ${change.type} | ${inMarkdown(change.what)} | ${toldOf(change)} |`),
    ].join('\n'),
  );
  const note = noticeNote(changed);
  return `${[`# ${inMarkdown(title)}`, ...sections, ...(note === undefined ? [] : [note])].join('\n\n')}\n`;
}
