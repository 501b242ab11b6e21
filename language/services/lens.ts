/** One line above each program: its kind, the number of defining features shown, and the number of holes. */
import { definingFeatures } from '../analysis/features.ts';
import type { CredFile } from '../model/file.ts';
import type { TextRange } from '../model/lines.ts';

export interface Lens {
  /** The range of the program's name, where a click leads. */
  readonly range: TextRange;
  readonly title: string;
  /** Whether the program has holes. */
  readonly isOpen: boolean;
}

/** Returns one lens for each program of the file. */
export function lenses(file: CredFile): Lens[] {
  const holes = file.problems.filter(problem => problem.rule === 'hole').map(problem => file.offsets(problem.span).start);
  return file.programs.map(program => {
    const { start, end } = file.offsets(program.span);
    const open = holes.filter(at => at >= start && at < end).length;
    const features = definingFeatures(program);
    const shown = features.filter(feature => feature.shown).length;
    const parts = [
      program.table?.called.replace(/^an? /, '') ?? program.kind,
      ...(features.length > 0 ? [`${shown} of ${features.length} defining features shown`] : []),
      ...(open > 0 ? [`${open} ${open === 1 ? 'hole' : 'holes'}`] : []),
    ];
    return { range: file.range(program.headSpan), title: parts.join(' · '), isOpen: open > 0 };
  });
}
