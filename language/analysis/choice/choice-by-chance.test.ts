/** The file that is written of answers, whatever they are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingsOf } from '../../../test/expect.ts';
import { tries } from '../../../test/sample.ts';
import { CredFile } from '../../model/file.ts';
import { format } from '../../services/format.ts';
import { pathOf } from '../path.ts';
import { nextQuestion, outcome } from './choice.ts';

/** Answers to all that is asked, one after the other, as a person gives them. */
const answered = fc
  .tuple(
    fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map(([picks, title, owner]) => {
    const given: Record<string, string> = {};
    for (let i = 0; ; i++) {
      const question = nextQuestion(given);
      if (!question) return given;
      given[question.id] =
        question.kind === 'text' ? (question.id === 'title' ? title : owner) : question.answers[picks[i]! % question.answers.length]!.id;
    }
  });

test('the written file is in order, whatever was answered, and points where the answers point', () => {
  fc.assert(
    fc.property(answered, given => {
      const { fits, text } = outcome(given);
      const file = CredFile.read('file:///a.cred', text);
      expect(format(file), text).toEqual([]);
      const slips = findingsOf(text).filter(({ rule, severity }) => rule.startsWith('language/') && severity === 'error');
      expect(slips, text).toEqual([]);
      const paths = file.programs.map(program => pathOf(program, file, { top: () => [], all: [], owned: () => [] }).path);
      if (fits === 'both') expect(file.programs.map(({ kind }) => kind)).toEqual(['certificate', 'certification']);
      // That nothing must be passed is known from the answers alone.
      else if (given.assessment === 'none' && fits === 'neither') expect(file.programs.map(({ kind }) => kind)).toEqual(['attendance']);
      else if (given.assessment !== 'none') expect(paths, text).toEqual([fits]);
    }),
    { numRuns: tries(300, 4) },
  );
});
