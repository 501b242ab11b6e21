/** Decides which path the answers of the guided choice fit. */
import { CredFile } from '../../model/file.ts';
import type { Names } from '../../model/scope.ts';
import type { Program } from '../../vocabulary/program.ts';
import { type PathFit, pathOf } from '../path.ts';
import type { Answers } from './questions.ts';
import { undecidedText } from './text.ts';

/** The answers refer to nothing in other files. */
export const NO_NAMES: Names = { top: () => [], all: [], owned: () => [] };

/** Returns the path that the first program of a text fits. */
export function fitOfText(text: string): PathFit {
  const file = CredFile.read('file:///program.cred', text);
  return pathOf(file.programs[0] as Program, file, NO_NAMES);
}

/** Returns the path that the answers fit. The answer to how a program that fits both is described is left aside. */
export function fitOf(given: Answers): PathFit {
  const { parts: _, ...answers } = given;
  const fit = fitOfText(undecidedText(answers));
  if (given.assessment !== 'none') return fit;
  // The author answered that nobody must pass anything; a description without an assessment only leaves that open.
  if (given.award === 'attendance') return { ...fit, path: 'neither', confidence: Math.max(fit.confidence, 0.9) };
  return fit.path === 'neither' ? fit : { ...fit, path: 'undecided', confidence: 0 };
}
