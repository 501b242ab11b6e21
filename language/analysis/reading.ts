/** Further reading: links to the publishers' own pages for people to open. Nothing here is ever fetched. */
import type { Path } from './path.ts';

/** A page to read. */
export interface Reading {
  readonly title: string;
  readonly url: string;
}

const COMPARISON: Reading = {
  title: 'ICE: certificate and certification compared',
  url: 'https://www.credentialingexcellence.org/Accreditation/New-to-Accreditation/Certificate-vs-Certification',
};
const DIRECTOR: Reading = {
  title: 'ICE: the executive director on certificate and certification',
  url: 'https://www.credentialingexcellence.org/blog/message-from-the-executive-director-certificate-vs.-certification',
};
const ANAB: Reading = {
  title: 'ANAB: certificate and certification, and their accreditation',
  url: 'https://anab.ansi.org/certificate-certification',
};
const FIREWALL: Reading = {
  title: 'Credentialing Insights: keeping certification and education apart',
  url: 'https://www.credentialinginsights.org',
};
const ICE: Reading = {
  title: 'ICE: ICE 1100, the NCCA Standards, and how to apply (ACAP, NCCA)',
  url: 'https://www.credentialingexcellence.org',
};
const ASTM: Reading = { title: 'ASTM International: E2659, certificate programs', url: 'https://www.astm.org' };
const ISO: Reading = { title: 'ISO: ISO/IEC 17024, certification of persons', url: 'https://www.iso.org' };

const BY_PATH: Readonly<Record<Path, readonly Reading[]>> = {
  certificate: [COMPARISON, ANAB, ICE, ASTM],
  certification: [COMPARISON, ANAB, ICE, ISO],
  both: [COMPARISON, FIREWALL, ICE, ANAB],
  neither: [COMPARISON, DIRECTOR, ANAB],
  undecided: [COMPARISON, DIRECTOR, ANAB],
};

/** Returns what to read about a path. */
export const readingForPath = (path: Path): readonly Reading[] => BY_PATH[path];

/** Returns what to read about a kind of program. */
export const readingForKind = (kind: string): readonly Reading[] =>
  kind === 'certificate' || kind === 'certification'
    ? BY_PATH[kind]
    : kind === 'attendance'
      ? BY_PATH.neither
      : kind === 'program'
        ? BY_PATH.undecided
        : [];
