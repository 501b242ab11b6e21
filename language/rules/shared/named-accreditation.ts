/** Finds accreditations in the wording of awards. It reads English only; in doubt it finds none. */
import type { Targets } from '../../analysis/program.ts';
import { replace } from '../../fixes/fix.ts';
import type { Stated } from '../../model/block.ts';
import type { Accreditation } from '../../vocabulary/accreditation.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';
import { isClaim } from './holders.ts';
import { sentencesOf } from './text.ts';

/** The words for an accreditation, which name its standard or its accreditor. */
interface AccreditationMark {
  readonly called: string;
  readonly by: 'standard' | 'accreditor';
  readonly says: RegExp;
}

const MARKS: readonly AccreditationMark[] = [
  { called: 'NCCA', by: 'standard', says: /\bNCCA\b|National Commission for Certifying Agencies/i },
  { called: 'ISO/IEC 17024', by: 'standard', says: /\b17024\b/ },
  { called: 'ICE 1100', by: 'standard', says: /\bICE[ -]1100\b|\bACAP\b/ },
  { called: 'ASTM E2659', by: 'standard', says: /\bE2659\b/i },
  { called: 'ABSNC', by: 'standard', says: /\bABSNC\b|Accreditation Board for Specialty Nursing/i },
  { called: 'IACET', by: 'standard', says: /\bIACET\b/ },
  { called: 'ANAB', by: 'accreditor', says: /\bANAB\b|ANSI National Accreditation Board/i },
  { called: 'UKAS', by: 'accreditor', says: /\bUKAS\b/ },
];

/** Matches a sentence about an accreditation that is still to come. */
const TO_COME = /\b(?:seek\w*|pursu\w*|appl(?:y|ies|ied|ying|ication\w*)|pending|plan\w*|towards?|prepar\w*|will|expect\w*|intend\w*)\b/i;

/** Returns the marks by which a text claims to be accredited. */
const marksIn = (text: string): readonly AccreditationMark[] =>
  sentencesOf(text)
    .filter(sentence => /\baccredit(?:ed|ation)\b/i.test(sentence) && isClaim(sentence) && !TO_COME.test(sentence))
    .flatMap(sentence => MARKS.filter(({ says }) => says.test(sentence)));

/** Returns whether an accreditation fits a mark, or leaves open whether it does. */
function isOf(mark: AccreditationMark, accreditation: Accreditation, { target }: Targets): boolean {
  const { standard, by, procedure } = accreditation;
  const named = target(standard);
  const words = [named?.name, named?.title, standard?.value?.path.join('.'), by?.value, procedure?.value].join(' ');
  if (mark.says.test(words.replace(/(?<=[A-Z])-(?=\d)/g, ' '))) return true;
  return mark.by === 'standard' ? standard?.value === undefined : by?.value === undefined;
}

/** What is the case with an accreditation that is not held, in the words of a message. */
const NOT_HELD: Readonly<Partial<Record<string, string>>> = {
  planned: 'is only planned',
  seeking: 'is only being sought',
  lapsed: 'has lapsed',
};

/** Reports each wording that names an accreditation that the program does not state, or states as one that it does not hold. */
export function unstatedAccreditations(program: Program, context: RuleContext): void {
  for (const award of program.all('award')) {
    const { wording } = award;
    if (!wording) continue;
    const claimed = [...new Set(marksIn(wording.value ?? ''))].map(mark => ({
      called: mark.called,
      stated: program.all('accreditation').filter(accreditation => isOf(mark, accreditation, context)),
    }));
    const fixes = [replace(context.file, wording, '?', 'Write "?" for now')];
    const unstated = claimed.filter(({ stated }) => stated.length === 0).map(({ called }) => called);
    if (unstated.length > 0) {
      context.report({
        at: wording,
        nature: 'contradiction',
        message: `The wording of "${award.label}" names an accreditation (${unstated.join(' and ')}) that "${program.label}" does not state. Describe the accreditation, or take it out of the wording.`,
        fixes,
      });
      continue;
    }
    const unheld = claimed.find(({ stated }) => stated.every(({ status }) => NOT_HELD[status?.value ?? ''] !== undefined));
    if (!unheld) continue;
    const statuses = unheld.stated.map(({ status }) => status!);
    context.report({
      at: wording,
      nature: 'contradiction',
      message: `The wording of "${award.label}" names an accreditation (${unheld.called}) that ${NOT_HELD[statuses.at(-1)!.value!]}. Take it out until "${program.label}" holds it.`,
      fixes,
      related: statuses.map(at => ({ at, message: `The accreditation ${NOT_HELD[at.value!]}.` })),
    });
  }
}

/** Returns the wordings of a program that name an accreditation. */
export const wordingsNaming = (accreditation: Accreditation, program: Program, targets: Targets): readonly Stated<string>[] =>
  program.all('award').flatMap(({ wording }) => {
    const isNamed = marksIn(wording?.value ?? '').some(mark => isOf(mark, accreditation, targets));
    return wording && isNamed ? [wording] : [];
  });
