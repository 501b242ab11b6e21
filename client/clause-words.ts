/** Names the state of a clause in the editor's views, and chooses its icon. */
import * as vscode from 'vscode';
import type { Act } from '../report/face.ts';
import type { LackOfProgram } from './act.ts';
import type { ClauseState, ClauseStatus, ProgramEntry, Readiness } from './programs-of.ts';

const t = vscode.l10n.t;

const LOOKS: Readonly<Record<ClauseStatus, readonly [icon: string, colour: string]>> = {
  met: ['pass', 'testing.iconPassed'],
  attested: ['verified', 'charts.blue'],
  'partly met': ['circle-large-filled', 'editorWarning.foreground'],
  missing: ['error', 'testing.iconFailed'],
  open: ['circle-large-outline', 'testing.iconSkipped'],
};

/** Returns the icon of a clause's state. */
export const iconOf = (status: ClauseStatus): vscode.ThemeIcon =>
  new vscode.ThemeIcon(LOOKS[status][0], new vscode.ThemeColor(LOOKS[status][1]));

/** Returns the name of a clause's state. */
export function statusInWords(status: ClauseStatus): string {
  switch (status) {
    case 'met':
      return t('met');
    case 'attested':
      return t('attested by a document');
    case 'partly met':
      return t('partly met');
    case 'missing':
      return t('missing');
    case 'open':
      return t('open: a document settles it');
  }
}

/** Returns a title such as "S14 Standard setting". */
export const titleOf = ({ number, title }: ClauseState): string => (number ? `${number} ${title}` : title);

/** Returns how many clauses are met, in a few words. */
export const shareOf = ({ met, attested, total }: Readiness): string =>
  attested > 0 ? t('{0} of {1} met, {2} attested', met, total, attested) : t('{0} of {1} met', met, total);

/** Returns what a clause still lacks, one line each. */
export function lacking({ features, summary, ignored }: ClauseState): string {
  const lines = features
    .filter(({ status }) => status !== 'shown')
    .map(
      ({ title, status, advice }) => `• ${title}${status === 'hole' ? ` (${t('still to be stated')})` : ''}${advice ? ` ${advice}` : ''}`,
    );
  const aside = ignored ? [t('Set aside: {0}', ignored.reason || t('no reason is given'))] : [];
  return [...(summary ? [summary] : []), ...lines, ...aside].join('\n');
}

/** Returns what can be done about a clause. Only what is reported can be ignored, and only of a sought standard something is. */
export function actsFor({ status, path, features, clauses, ignored }: ClauseState, claim: Readiness['claim']): readonly Act[] {
  if (clauses.length > 0) return [];
  if (status === 'met' || ignored) return ['explain'];
  const adds = features.some(one => one.status === 'missing' && one.lacks.length > 0);
  return [
    ...(adds ? (['add'] as const) : []),
    ...(path !== undefined && status !== 'attested' ? (['attest'] as const) : []),
    'explain',
    ...(claim === 'seeking' && status !== 'open' && status !== 'attested' ? (['ignore'] as const) : []),
  ];
}

/** Returns a clause as something that a program lacks. */
export const lackOfClause = ({ id }: ClauseState, { uri, name, index }: ProgramEntry): LackOfProgram => ({
  uri,
  program: name ?? index,
  id,
});
