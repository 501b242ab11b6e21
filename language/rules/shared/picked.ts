/** Tells assessments apart whose answers are picked from what is printed: each takes about a minute, and a score needs several. */
import type { Assessment } from '../../vocabulary/assessment.ts';

const PICKED: ReadonlySet<string | undefined> = new Set(['multiple-choice', 'multiple-response', 'situational-judgement']);

/** Whether people pick all answers of an assessment. A format that is not known may be of another kind. */
export const isPicked = ({ format }: Assessment): boolean => format?.items.every(({ value }) => PICKED.has(value)) ?? false;
