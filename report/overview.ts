/** The programs of a project at a glance, by owner. */
import type { Standing } from '../language/analysis/standing.ts';
import { scrolled } from './components/part.ts';
import { bar } from './components/readiness.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { capital } from './text.ts';
import { CLAIM, FITS, findingsInWords, KIND, leading, readinessInWords } from './words.ts';

export interface OwnedPrograms {
  readonly owner: string;
  readonly standings: readonly Standing[];
}

/** By owner in the order in which they come; those of nobody last. */
export function byOwner(standings: readonly Standing[]): readonly OwnedPrograms[] {
  const owners = new Map<string, Standing[]>();
  for (const one of standings) {
    const owner = one.program.owner ? `${one.program.owner.at?.uri} ${one.program.owner.name}` : '';
    owners.set(owner, [...(owners.get(owner) ?? []), one]);
  }
  return [...owners]
    .sort(([a], [b]) => Number(a === '') - Number(b === ''))
    .map(([, own]) => ({ owner: own[0]!.program.owner?.label ?? 'No owner stated', standings: own }));
}

/** Whether the description fits another kind than the declared one; an attendance program is neither of the two. */
export const fitsElsewhere = ({ program: { kind }, path: { fits } }: Standing): boolean =>
  kind !== 'program' && fits !== 'undecided' && fits !== (kind === 'attendance' ? 'neither' : kind);

export function overview(standings: readonly Standing[], address: (standing: Standing) => string): Html {
  return html`<section class="overview" id="overview" aria-labelledby="overview-title"><h2 class="h1" id="overview-title">Overview</h2>
${scrolled(
  'Programs by owner',
  html`<table class="programs"><thead><tr><th scope="col">Program</th><th scope="col">Kind</th><th scope="col">Status</th><th scope="col">Description fits</th><th scope="col">Readiness</th><th scope="col">Findings</th></tr></thead>
${byOwner(standings).map(
  ({ owner, standings: own }) => html`<tbody><tr class="owner"><th colspan="6" scope="rowgroup">${owner}</th></tr>
${own.map(one => row(one, address(one)))}</tbody>`,
)}</table>`,
)}</section>
`;
}

function row(standing: Standing, address: string): Html {
  const { label, kind, status } = standing.program;
  const first = leading(standing);
  return html`<tr><th scope="row"><a href="#${address}">${label}</a></th><td>${KIND[kind]}</td><td>${capital(status)}</td><td>${
    fitsElsewhere(standing) && [icon('overdue'), ' ']
  }${FITS[standing.path.fits]}</td><td class="ready">${
    first
      ? [html`<span>${first.standard}, ${CLAIM[first.claim]}: ${readinessInWords(first)}</span>`, bar(first)]
      : html`<span class="muted">no standard</span>`
  }</td><td>${findingsInWords(standing)}</td></tr>
`;
}
