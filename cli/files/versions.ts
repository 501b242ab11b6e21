/** Returns the texts of projects as comparisons take them. */
import type { PathTexts } from '../checking/engine.ts';
import type { ProjectFiles } from './gather.ts';
import { sourceText } from './source.ts';

/** Returns the requested files of projects by their absolute paths. */
export const textsOf = (projects: readonly ProjectFiles[]): PathTexts =>
  projects.flatMap(({ files }) => files.filter(({ reported }) => reported).map(one => ({ path: one.file, text: sourceText(one) })));
