/** Formats the change of a text as a unified diff. */
import { createTwoFilesPatch } from 'diff';

/** Returns the diff of one file; `path` stands in its header. */
export const unifiedDiff = (path: string, before: string, after: string): string =>
  createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, '', '', { context: 3, stripTrailingCr: false }).replace(/^=+\n/, '');
