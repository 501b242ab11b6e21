/** The words by which a self-study that comes back is known: tags of fields, headings of columns, and prompts. */

/** The tags of fields. A field of a program comes before those of its clauses. */
export const STUDY_TAGS = { program: 'Program of this self-study', answer: 'Answer ', document: 'Document ' } as const;
/** What stands in fields that nobody has filled in. */
export const STUDY_PROMPTS = {
  answer: 'Say how the program meets this clause.',
  document: 'Name the document: a path or an https address, one on each line.',
} as const;
/** The headings of the columns by which a sheet of answers is known again. */
export const STUDY_HEADINGS = { program: 'Program', clause: 'Clause', answer: 'Your answer', document: 'Document' } as const;
