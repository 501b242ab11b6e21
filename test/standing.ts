/** How a program stands, as the tests of the analysis ask it. */

import type { Standing } from '../language/analysis/standing/standing.ts';
import { standingOf } from '../language/check/standing-of.ts';
import { DAY, projectOf } from './expect.ts';

/** Returns how a program stands: the first of a text or of a file among several, unless another is named. */
export const standingIn = (files: Readonly<Record<string, string>> | string, { today = DAY, uri = 'a.cred', index = 0 } = {}): Standing => {
  const project = projectOf(typeof files === 'string' ? { 'a.cred': files } : files, today);
  const file = project.file(uri)!;
  return standingOf(file.programs[index]!, { file, names: project, host: project.host, found: project.findings(uri) });
};

/** Returns a certification with these members. */
export const certification = (body: string): string => `certification CWT "Widget Technician" {\n${body}\n}\n`;
