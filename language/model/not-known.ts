/** The words that people write while something is not known yet. A name that is one of them would be taken for that. */
const NOT_KNOWN =
  /^(?:t\.?b\.?[acd]\.?|to be (?:announced|confirmed|decided|defined|determined)|not (?:yet )?(?:known|decided|determined)(?: yet)?|unknown|undecided|pending|\?{2,}|x{2,}|_+|\.{2,}|…)$/i;

/** Whether a text says that something is not known yet. */
export const isNotKnown = (text: string): boolean => NOT_KNOWN.test(text);

/** Returns a name that is made from a title, changed if it would be read as something else: as "not known yet", or as `of` or `to`. */
export const readableName = (name: string): string => (isNotKnown(name) || /^(?:of|to)$/.test(name) ? `${name}-1` : name);
