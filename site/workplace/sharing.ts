/** Programs in the address: a link holds a whole program, and an example is named in it. What comes so is looked at first, and kept on request. */
import { fromFragment, toFragment } from '../share.ts';

/** The most characters of an address that mail and chat programs pass on whole. */
export const LONGEST = 30_000;

/** What an address asks for. */
export type Visit = { readonly text: string } | { readonly example: string } | { readonly broken: true } | undefined;

/** Reads the fragment of an address. */
export async function visitOf(fragment: string): Promise<Visit> {
  const example = /^#example=([\w/-]+)$/.exec(fragment)?.[1];
  if (example) return { example };
  try {
    const text = await fromFragment(fragment);
    return text === undefined ? undefined : { text };
  } catch {
    return { broken: true };
  }
}

/** Returns the address for a program, or why there is none. */
export async function addressOf(text: string): Promise<{ readonly address: string } | { readonly why: string }> {
  const address = `${location.origin}${location.pathname}${await toFragment(text)}`;
  if (address.length <= LONGEST) return { address };
  const [is, most] = [address.length, LONGEST].map(count => count.toLocaleString('en'));
  return {
    why: `This program is too long for a link: ${is} characters, and mail and chat programs cut addresses after about ${most}. Save it as a file and send that.`,
  };
}
