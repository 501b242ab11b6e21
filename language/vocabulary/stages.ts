/** The stages in a program's life; milestones and features are sorted by them. */
export const STAGES = {
  plan: 'Deciding what the program is for, whom it serves and who answers for it.',
  design: 'Working out what is to be taught or tested, and writing the rules down.',
  develop: 'Making the instruction and the assessment, and setting the passing score.',
  deliver: 'Running the program: candidates take part, results are reported, awards are given.',
  maintain: 'Keeping the program up to date and looking after the awards already given.',
} as const;
