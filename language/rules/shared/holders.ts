/**
 * Finds claims that the holders of an award are certified, licensed, accredited or registered. It reads English only; in doubt it finds
 * none.
 */
import { sentencesOf } from './text.ts';

const CLAIM = /(?<![\p{L}\p{N}])(?:(non|pre|un|self|not)-)?(certified|licen[sc]ed|accredited|registered)(?![\p{L}\p{N}])/giu;
const NEGATION =
  /\b(?:not|no|none|nobody|never|neither|nor|without|cannot|nothing|avoid|refrain|prohibited|forbidden|unless|instead of|rather than|other than)\b|n['’]t\b/i;

/** Matches a sentence about someone else's demands: the demand, and the one who makes it. */
const DEMAND =
  /\b(?:requir\w*|demand\w*|mandat\w*|prescrib\w*|prerequisites?|conditions?|accepts?|accepted|recogni[sz]\w*|approv\w*|counts?|credits?|eligib\w*|qualif\w*|asks?|asked|needs?|needed)\b/i;
const THIRD_PARTY =
  /\b(?:states?|boards?|law|laws|legal|legally|statut\w*|regulat\w*|ordinances?|codes?|rules?|authorit\w*|agenc\w*|government\w*|federal|provinc\w*|count(?:y|ies)|cit(?:y|ies)|municipal\w*|jurisdictions?|ministr\w*|departments?|commissions?|employers?|insurers?|licensing|licensure|registry|third part(?:y|ies))\b/i;

/** Matches words before a status that people do not hold yet: "to become certified", "prepares for". */
const LEADS_UP =
  /\b(?:(?:to|towards?|before|for) (?:be|becom\w*|being|get\w*)|towards?|prepar\w*|apply(?:ing)? to|seeking to|want\w* to|wish\w* to|hope\w* to)\b[^,]{0,40}$/i;

/** Matches a status of others before a noun: "taught by certified instructors", "for registered nurses". */
const OF_OTHERS =
  /\b(?:for|by|from|to|with|among|of|under|between|only|currently|already|are you|if you are|an?y)\s+(?:\w+ly\s+|(?:all|our|its|their|other|the)\s+)?$/i;

const THING =
  'programs?|programmes?|courses?|certificates?|classes|class|providers?|institut\\w*|organi[sz]ations?|training|curricul\\w*|schools?|colleges?|universit\\w+|academ\\w+|cent(?:er|re)s?|bod(?:y|ies)|marks?|names?|logos?|standards?|we|it';
const IS_A_THING = new RegExp(
  `^\\s+(?:${THING}|trademarks?|trade|cop(?:y|ies)|mail|translations?|software|content|materials?|products?|equipment|facilit\\w+|laborator\\w+|kitchens?|organic|address|office|number|charity|nonprofit|compan\\w+)\\b`,
  'i',
);
const THING_IS = new RegExp(`\\b(?:${THING}),?(?: (?:that|which))? (?:is|was|are|were|has been|have been)(?: \\w+ly| also)? $`, 'i');
const COMPLETED_THING = new RegExp(
  `\\b(?:complet|finish|pass|attend|tak|earn|hold)\\w*(?: \\w+){0,3} (?:${THING}) (?:is|was|are|were|has been|have been)(?: \\w+ly| also)? $`,
  'i',
);
/** Matches teachers after a status, as in "Certified instructors teach it". It does not count if someone is called one. */
const TEACHERS = /^\s+(?:instructors?|trainers?|teachers?|faculty)\b/i;
const CALLED = /\b(?:is|are|be|become\w*|as|themselves|yourself|himself|herself|called|named|titled?)\s+(?:an?\s+)?$/i;

/** How many characters before and after a word are read to tell how the word is meant. */
const NEAR = 300;

/** Returns whether a sentence states a fact, neither a negation nor someone else's demand. */
export const isClaim = (sentence: string): boolean => !NEGATION.test(sentence) && !(DEMAND.test(sentence) && THIRD_PARTY.test(sentence));

/** Returns the word with which a text makes the claim, in lower case. */
export function claimOf(text: string): string | undefined {
  const lines = text.split('\n').map(line => line.trim());
  for (const sentence of sentencesOf(lines.filter(line => line !== '').join(' '))) {
    if (!isClaim(sentence)) continue;
    for (const found of sentence.matchAll(CLAIM)) {
      const end = found.index + found[0].length;
      const before = sentence.slice(Math.max(0, found.index - NEAR), found.index);
      const after = sentence.slice(end, end + NEAR);
      const word = found[2]!;
      if (found[1] || LEADS_UP.test(before) || OF_OTHERS.test(before) || IS_A_THING.test(after)) continue;
      if (TEACHERS.test(after) && !CALLED.test(before)) continue;
      if (THING_IS.test(before) && !COMPLETED_THING.test(before)) continue;
      if (/^registered$/i.test(word) && /^\s+(?:for|in|at|on)\b/i.test(after)) continue;
      return word.toLowerCase();
    }
  }
  return undefined;
}
