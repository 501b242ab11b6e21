/**
 * Which fixes may be applied together with the same outcome as one after the other. In each top-level block slips of single words go
 * together; a fix that may change what is found further on, such as a brace or a block put in, goes alone.
 */

import type { Edit, Finding, Fix } from '../findings/finding.ts';
import type { Block } from '../model/bind.ts';
import type { CredFile } from '../model/file.ts';
import { offsets } from '../model/span.ts';

/** A fix as it would be applied. */
export interface PlannedFix {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Where its finding begins. */
  readonly at: number;
  /** The file that it changes. */
  readonly uri: string;
  readonly edits: readonly Edit[];
}

/** Marks that open or close something: what stands behind one that is put in or taken out is read in another way. */
const STRUCTURE = /["“”„«»{}]|\/\*|\*\//;

/** The fixes of one round, taken one by one in the order of their findings. */
export class FixBatch {
  readonly taken: PlannedFix[] = [];
  /** By file, the stretches that are changed, in their order. */
  private readonly changed = new Map<string, Stretches>();
  private readonly tops: readonly Block[];
  /** By top-level block, how many fixes were taken, and how many more that must stand alone may be. */
  private readonly regions = new Map<number, { any: boolean; closed: boolean; left: number }>();
  private readonly alike = new Map<string, number>();

  /** With `many` above 1, that many fixes may be taken that may depend on each other. */
  constructor(
    private readonly file: CredFile,
    private readonly many: number,
  ) {
    this.tops = file.root.children;
  }

  /** Whether nothing more can be taken that stands in the same top-level block as this place. */
  isClosed(at: number): boolean {
    return this.regions.get(this.regionOf(at))?.closed ?? false;
  }

  /** Takes a fix, or leaves it for the next round. */
  take(planned: PlannedFix): void {
    const { at, edits, uri } = planned;
    const key = this.regionOf(at);
    let region = this.regions.get(key);
    if (!region) this.regions.set(key, (region = { any: false, closed: false, left: this.many }));
    const isAlone = !this.isLocal(planned);
    if (isAlone && region.any && this.many === 1) {
      region.closed = true;
      return;
    }
    const alike = this.alikeKey(planned, isAlone);
    const before = this.alike.get(alike) ?? 0;
    let stretches = this.changed.get(uri);
    if (!stretches) this.changed.set(uri, (stretches = new Stretches()));
    if (before >= this.many || !stretches.take(edits, this.many, planned.fix.safe)) {
      // What comes behind it may rest on it, which counts as long as nothing may be taken that depends on something else.
      if (isAlone && this.many === 1) region.closed = true;
      return;
    }
    this.alike.set(alike, before + 1);
    region.any = true;
    if (isAlone && --region.left === 0) region.closed = true;
    this.taken.push(planned);
  }

  /** The number of top-level blocks that begin up to there. */
  private regionOf(at: number): number {
    return beginningUpTo(this.tops, at);
  }

  /** Whether it changes only the finding's own words, and nothing in how the text behind them is read. */
  private isLocal({ finding, fix, uri, edits }: PlannedFix): boolean {
    if (uri !== this.file.uri || !finding.rule.startsWith('language/')) return false;
    const line = this.file.lines.start(finding.range.start.line);
    const end = this.file.lines.end(finding.range.end.line);
    return edits.every(edit => {
      const gone = this.file.text.slice(edit.start, edit.end);
      return edit.start >= line && edit.end <= end && !STRUCTURE.test(edit.text) && !STRUCTURE.test(gone) && (fix.safe || gone !== '');
    });
  }

  /** What two fixes share of which one may be enough: the same words in one block, or the same put in elsewhere. */
  private alikeKey({ edits, uri, at }: PlannedFix, isAlone: boolean): string {
    const text = edits.map(edit => edit.text.trim()).join('\n');
    const first = edits[0]?.start ?? 0;
    const isElsewhere = isAlone && (uri !== this.file.uri || this.regionOf(first) !== this.regionOf(at));
    return isElsewhere ? `${uri} ${text}` : `${this.around(first)} ${text}`;
  }

  /** Where the innermost block begins that the words at a place belong to; a block's name belongs to the block around it. */
  private around(at: number): number {
    let around = -1;
    for (let blocks = this.tops; ; ) {
      const block = blocks[beginningUpTo(blocks, at) - 1];
      if (!block || offsets(block.span).end <= at) return around;
      const isName = at >= offsets(block.kindSpan).end && at <= offsets(block.headSpan).end;
      if (isName) return around;
      around = offsets(block.span).start;
      blocks = block.children;
    }
  }
}

/** How many of some blocks, in the order of the text, begin up to a place. */
function beginningUpTo(blocks: readonly Block[], at: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets(blocks[middle]!.span).start <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Stretches of one text that do not overlap. Those that are taken out may touch: what is left between others is the same. */
class Stretches {
  private readonly edits: Edit[] = [];

  /** Whether all of a fix's edits fit among the others; up to `many` may be put in at one place, the same again only if that is sure. */
  take(edits: readonly Edit[], many: number, isSure: boolean): boolean {
    const free = edits.every(edit => {
      const at = this.beginningBefore(edit.end + 1);
      let here = 0;
      for (let i = at - 1; i >= 0 && this.edits[i]!.end >= edit.start; i--) {
        const other = this.edits[i]!;
        const bothPut = other.start === other.end && edit.start === edit.end;
        const bothGone = other.text === '' && edit.text === '' && (other.end === edit.start || edit.end === other.start);
        if (bothGone && !bothPut) continue;
        if (!bothPut || (other.text === edit.text && !isSure) || ++here >= many) return false;
      }
      return true;
    });
    if (free) for (const edit of edits) this.edits.splice(this.beginningBefore(edit.start + 1), 0, edit);
    return free;
  }

  private beginningBefore(place: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.edits[middle]!.start < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
