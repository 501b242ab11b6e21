/** Inlay hints beside the weights of an examination: the number of items, and the total. */
import { itemsOf, weightTotals } from '../analysis/alignment.ts';
import type { CredFile } from '../model/file.ts';
import type { Position, TextRange } from '../model/lines.ts';
import { offsets } from '../model/span.ts';
import type { Range } from '../model/values.ts';
import type { Assessment } from '../vocabulary/assessment.ts';
import type { Domain } from '../vocabulary/domain.ts';

export interface InlayHint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: string;
  readonly paddingLeft: true;
}

/** Returns the hints in a range of lines, or all hints. */
export function inlayHints(file: CredFile, range?: TextRange): InlayHint[] {
  const labels = new Map<number, { label: string[]; tooltip: string[] }>();
  const add = (offset: number, label: string, tooltip: string): void => {
    const at = labels.get(offset) ?? { label: [], tooltip: [] };
    if (!at.label.includes(label)) labels.set(offset, { label: [...at.label, label], tooltip: [...at.tooltip, tooltip] });
  };
  for (const total of file.programs.flatMap(weightTotals)) {
    for (const domain of total.domains) itemHints(domain, total.assessments, add);
    const last = total.weights[total.weights.length - 1];
    if (!last) continue;
    const whole = total.weights.length === total.domains.length;
    add(
      offsets(last.span).end,
      `${whole ? 'total' : 'total so far'} ${shown(total)}%`,
      whole ? 'What the weights add up to.' : 'What the weights add up to; some domains have none yet.',
    );
  }
  return [...labels]
    .sort(([a], [b]) => a - b)
    .map(
      ([offset, { label, tooltip }]): InlayHint => ({
        position: file.lines.position(offset),
        label: label.join(' · '),
        tooltip: tooltip.join(' '),
        paddingLeft: true,
      }),
    )
    .filter(({ position: { line } }) => !range || (line >= range.start.line && line <= range.end.line));
}

/** Returns hints with the number of items for each weight, unless the number is written beside it. */
function itemHints(
  domain: Domain,
  assessments: readonly Assessment[],
  add: (offset: number, label: string, tooltip: string) => void,
): void {
  if (!domain.weight || domain.items) return;
  for (const assessment of assessments) {
    const items = itemsOf(domain, assessment);
    if (!items) continue;
    const who = assessments.length > 1 ? `${assessment.name ?? assessment.label}: ` : '';
    const exact = Number.isInteger(items.low) && Number.isInteger(items.high);
    const label = `${who}${exact ? '' : 'about '}${shown({ low: rounded(items.low), high: rounded(items.high) })} ${items.high === 1 ? 'item' : 'items'}`;
    add(offsets(domain.weight.span).end, label, `This weight's share of the scored items of "${assessment.label}".`);
  }
}

const rounded = (items: number): number => (items < 10 ? Math.round(items * 10) / 10 : Math.round(items));

const shown = ({ low, high }: Range): string => (low === high ? `${low}` : `${low}–${high}`);
