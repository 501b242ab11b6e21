/** Draws how ready a program is for each standard: a bar, its numbers, and the clauses to unfold. */
import type { ClauseState, EvidenceState, FeatureState, Readiness } from '../../language/analysis/judging/readiness.ts';
import type { Standing } from '../../language/analysis/standing/standing.ts';
import { counted } from '../../language/model/sentence.ts';
import type { Act, Face } from '../face.ts';
import { type Content, type Html, html, joined, linked } from '../html.ts';
import { icon } from '../icons.ts';
import { capital } from '../text.ts';
import { asksSomething, CLAIM, CLAUSE_MEANS, clauseCounts, readinessInWords } from '../words.ts';
import { heading, part, spoken } from './part.ts';

/** Draws the whole part. */
export function readiness({ readiness: all, program }: Standing, face: Face): Html {
  if (all.length === 0) {
    const why =
      program.kind === 'program'
        ? 'Which standards fit depends on its kind: declare it first.'
        : 'No standard that Cred knows is made for this kind of program, and it names none.';
    return part(face, 'readiness', html`<p>${why}</p>`);
  }
  return part(
    face,
    'readiness',
    all.map((one, i) => standard(one, face, i === 0 || one.claim === 'seeking' || one.claim === 'accredited')),
  );
}

function standard(one: Readiness, face: Face, unfolded: boolean): Html {
  const key = `${one.standard}-${one.claim}`;
  const source = [one.publisher, one.edition].filter(Boolean).join(', ');
  return html`<article class="standard">
${heading(face, 2, [face.at(one.at, one.title), html` <span class="claim">${one.standard}, ${CLAIM[one.claim]}</span>`])}
${source && html`<p class="source">${one.website ? linked(one.website, source) : source}</p>`}
${bar(one)}
<ul class="legend" role="list">${clauseCounts(one)
    .filter(({ count }) => count > 0)
    .map(
      ({ status, count }) => html`<li>${icon(status)}<span><strong>${count}</strong> ${status}: ${CLAUSE_MEANS[status]}</span></li>`,
    )}</ul>
<details class="fold clauses" id="${face.id(key)}"${unfolded && html` open`}><summary>${counted(one.total, 'clause')}</summary>
<div class="tree">${one.clauses.map(clause => clauseTree(clause, face, { key, claim: one.claim }, 3))}</div>
</details>
</article>
`;
}

/** Draws a bar. Screen readers skip it, because the same content is also given in words. */
export function bar(one: Readiness): Html {
  let from = 0;
  const of = Math.max(1, one.total);
  const parts = clauseCounts(one).map(({ status, count }) => {
    const at = from;
    from += count;
    if (count === 0 || status === 'open') return undefined;
    const kind = status === 'partly met' ? 'partly' : status;
    const look = kind === 'met' ? html`class="met"` : html`class="${kind}" fill="url(#fill-${kind})"`;
    return html`<rect x="${share(at, of)}" width="${share(count, of)}" y="0" height="100%" ${look}/>`;
  });
  return html`<svg class="bar" width="100%" height="14" role="img" aria-label="${readinessInWords(one)}"><rect width="100%" height="100%" class="empty"/>${parts}<rect width="100%" height="100%" class="frame"/></svg>`;
}
const share = (count: number, of: number): string => `${Math.round((count / of) * 10_000) / 100}%`;

function clauseTree(clause: ClauseState, face: Face, { key, claim }: ClauseContext, below: number): Html {
  const id = `${key}-${clause.name}`;
  if (clause.clauses.length === 0) return leaf(clause, face, { key: id, claim });
  return html`<div class="group">${heading(face, Math.min(below, 5 - face.level + 1), [clause.number && html`<span class="number">${clause.number}</span> `, clause.title])}
${clause.clauses.map(inner => clauseTree(inner, face, { key: id, claim }, below + 1))}</div>`;
}

function leaf(clause: ClauseState, face: Face, { key: id, claim }: ClauseContext): Html {
  const { number, title, status, summary, features, evidence, ignored } = clause;
  return html`<details class="clause" id="${face.id(id)}"><summary>${icon(status)}<span class="title">${
    number !== undefined && html`<span class="number">${number}</span> `
  }${title}${ignored && html` <span class="state">set aside</span>`}</span><span class="status">${capital(status)}</span></summary>
<div class="inside">${summary && html`<p class="summary">${summary}</p>`}
${features.length > 0 && html`<ul class="checks" role="list">${features.map(one => feature(one, face))}</ul>`}
${evidence.length > 0 && html`<ul class="checks" role="list">${evidence.map(one => document(one, face))}</ul>`}
${status === 'open' && evidence.length === 0 && html`<p class="hint">A description cannot show this. An "evidence" block with a document settles it.</p>`}
${ignored && html`<p class="hint">Set aside: ${face.at(ignored.at, ignored.reason || 'no reason is given')}.</p>`}
${asksSomething(clause) && features.length === 0 && status === 'missing' && html`<p class="hint">Nothing of it is described yet.</p>`}${clauseActs(clause, claim, face)}</div></details>
`;
}

/** The id of what stands above a clause, and what the program says of its standard. */
interface ClauseContext {
  readonly key: string;
  readonly claim: Readiness['claim'];
}

function clauseActs(
  { id, path, title, number, status, features, ignored }: ClauseState,
  claim: Readiness['claim'],
  face: Face,
): Html | false {
  if (status === 'met' || ignored) return false;
  const missing = features.some(one => one.status === 'missing' && one.lacks.length > 0);
  const does: Act[] = [];
  if (missing) does.push('add');
  if (path !== undefined && status !== 'attested') does.push('attest');
  does.push('explain');
  // Of a standard that is not sought nothing is reported, so there is nothing to ignore.
  if (claim === 'seeking' && (status === 'missing' || status === 'partly met')) does.push('ignore');
  const acts = face.acts({ id, called: number === undefined ? title : `${number} ${title}`, does });
  return acts && html`<p class="hint">${acts}</p>`;
}

function feature({ title, status, basis, advice, at, failed, each }: FeatureState, face: Face): Html {
  const practice = basis === 'practice' && html`<span class="muted">Practice of the field.</span>`;
  const notes: Content[] =
    status === 'shown'
      ? [practice]
      : [
          html`<span class="state">${status === 'hole' ? 'still to be stated' : 'missing'}</span>`,
          each && `Every ${each} must show it.`,
          advice,
          failed.length > 0 &&
            html`See ${joined(
              failed.map(rule => html`<code>${rule}</code>`),
              ', ',
            )}.`,
          practice,
        ];
  return html`<li>${icon(status)}<span>${at.length > 0 ? face.atEach(at, title) : title}${
    status === 'shown' && spoken(': shown')
  }${notes.map(note => note && html` ${note}`)}</span></li>`;
}

const document = ({ title, document: file, date, note, pending, at }: EvidenceState, face: Face): Html =>
  html`<li>${icon(pending ? 'open' : 'attested')}<span>${pending ? 'Announced: ' : 'Attested by '}${joined(
    [
      title && face.at(at, title),
      file && (title ? linked(file) : face.at(at, linked(file))),
      note && (title || file ? note : face.at(at, note)),
      date,
    ].filter(Boolean),
    ', ',
  )}${!title && !file && !note && face.at(at, 'a document to come')}</span></li>`;
