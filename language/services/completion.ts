/** Completion at a position: members, values, units, and the rules in an ignore. */
import type { Host } from '../findings/host.ts';
import type { CredFile } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { completeIgnore } from './complete-ignore.ts';
import { completeMember } from './complete-member.ts';
import { completeUnit } from './complete-unit.ts';
import { completeTitle, completeValue } from './complete-value.ts';
import { type CompletionContext, type CompletionItem, type FindingsWithin, isOnHole } from './completion-item.ts';
import { locate } from './locate.ts';

export type { CompletionItem };

/** Returns the items at `offset`. `findings` are used to put first what is missing. */
export function complete(file: CredFile, offset: number, names: Names, host: Host, findings: FindingsWithin = () => []): CompletionItem[] {
  const at = locate(file, offset);
  // A brace or semicolon that the position touches is not replaced.
  const { start, end } = (at.part === 'none' ? undefined : at.span) ?? { start: offset, end: offset };
  const asked: CompletionContext = { file, at, names, host, findings, range: file.lines.range(start, end) };
  const found = itemsFor(asked);
  // Editors leave out what does not begin with what stands before the position.
  return isOnHole(asked) && offset > start ? found.map(item => ({ ...item, filterText: `?${item.label}` })) : found;
}

function itemsFor(asked: CompletionContext): CompletionItem[] {
  const { at } = asked;
  switch (at.part) {
    case 'comment':
      return completeIgnore(asked);
    case 'value':
      return at.token?.kind === 'number' ? [] : [...completeUnit(asked), ...completeValue(asked)];
    case 'title':
      return completeTitle(asked);
    case 'unit':
      return completeUnit(asked);
    default:
      return at.memberDue ? completeMember(asked) : [];
  }
}
