/** Finds what awards claim of their holders. */
import type { Stated } from '../../model/block.ts';
import type { Span } from '../../model/span.ts';
import type { Award } from '../../vocabulary/award.ts';
import { claimOf } from './holders.ts';

/** A text of an award that calls holders certified, licensed, accredited or registered. */
export interface AwardClaim {
  readonly of: 'title' | 'wording';
  readonly at: Span | Stated<string>;
  /** What makes the claim, in words for the beginning of a message. */
  readonly called: string;
  /** The word for holders. */
  readonly claim: string;
}

/** Returns the claims that the title and the wording of an award make. */
export function claimsOf({ title, titleSpan, wording, label }: Award): readonly AwardClaim[] {
  const texts = [
    { of: 'title', called: 'The title of this award', text: title, at: titleSpan },
    { of: 'wording', called: `The wording of "${label}"`, text: wording?.value, at: wording },
  ] as const;
  return texts.flatMap(({ of, called, text, at }) => {
    const claim = at && text ? claimOf(text) : undefined;
    return at && claim ? [{ of, at, called, claim }] : [];
  });
}
