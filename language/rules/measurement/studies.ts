/** Questions about assessments for the rules about scores. */
import type { Assessment } from '../../vocabulary/assessment.ts';
import type { StandardSetting } from '../../vocabulary/standard-setting.ts';
import { newest } from '../shared/newest.ts';

/** Returns the standard-setting study that counts, which is the newest. */
export const studyOf = (assessment: Assessment): StandardSetting | undefined =>
  newest(assessment.all('standard-setting'), study => study.conducted).at(-1);

/** Returns whether all stated formats are among these. An unknown format may be any other. */
export const onlyFormats = ({ format }: Assessment, ...formats: readonly string[]): boolean =>
  format !== undefined && format.items.length > 0 && format.items.every(({ value }) => value !== undefined && formats.includes(value));

/** Returns the methods of a study; a hole counts as one. */
export const methodsOf = (study: StandardSetting | undefined): readonly (string | undefined)[] =>
  study?.method?.items.map(({ value }) => value) ?? [];

/** The formats in which people judge what somebody does or submits. */
export const JUDGED = ['performance', 'practical', 'oral', 'essay', 'portfolio', 'project'] as const;

/** Returns whether an adaptive examination states several forms or an equating of forms; measurement/adaptive-forms reports that. */
export const isAdaptiveWithForms = ({ formAssembly, forms, equating }: Assessment): boolean =>
  formAssembly?.value === 'adaptive' &&
  ((forms?.value ?? 0) > 1 || equating?.value === 'common-item' || equating?.value === 'random-groups');
