/** The words that people write while something is not known yet. A name that is one of them would be taken for that. */
const NOT_KNOWN =
  /^(?:t\.?b\.?[acd]\.?|to be (?:announced|confirmed|decided|defined|determined)|not (?:yet )?(?:known|decided|determined)(?: yet)?|unknown|undecided|pending|to[- ]?do|null|undefined|\?{2,}|x{2,}|_+|\.{2,}|…)$/i;

/** The words that people write where a question does not apply to them. */
const DOES_NOT_APPLY = /^(?:n\.?\/?a\.?|n\/[ab]|not applicable|none|nil|-{1,3}|–|—|entfällt|keine?|k\.? ?a\.?|sans objet|s\/o|no aplica)$/i;
/** What stands in templates where somebody is to write something. */
const PLACEHOLDER = /^(?:<[^<>\n\r]*\p{L}[^<>\n\r]*>|\[[^[\]\n\r]*\p{L}[^[\]\n\r]*\]|\{\{?[^{}\n\r]*\}?\})$/u;

/** Whether a text says that what is asked does not apply. */
export const doesNotApply = (text: string): boolean => DOES_NOT_APPLY.test(text);

/** Whether a text only keeps the place for something, as in `<goal>`. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);

/** Whether a text says that something is not known yet. */
export const isNotKnown = (text: string): boolean => NOT_KNOWN.test(text);

/** Returns a name that is made from a title, changed if it would be read as something else: as "not known yet", or as `of` or `to`. */
export const readableName = (name: string): string => (isNotKnown(name) || /^(?:of|to)$/.test(name) ? `${name}-1` : name);
