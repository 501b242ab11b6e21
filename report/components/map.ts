/**
 * Draws the map of a program: its owner, bodies, people, instruction, examinations, awards and renewal, and the relations across the line
 * between teaching and certifying.
 */
import type { MapEdge, MapNode, MapNodeKind, MapVerb, ProgramMap } from '../../language/analysis/map.ts';
import type { Standing } from '../../language/analysis/standing/standing.ts';
import type { Face } from '../face.ts';
import { type Html, html, own } from '../html.ts';
import { smallLine } from '../map/boxes.ts';
import { pathOf, short, wordPlaces } from '../map/curves.ts';
import { layoutOf, type MapLayout, type PlacedBox, type PlacedEdge, type Point } from '../map/layout.ts';
import { KIND_WORD, relationsOf, VERB } from '../map/words.ts';
import { part, scrolled } from './part.ts';

/** What a drawing needs from its page. */
type Drawing = Pick<Face, 'id' | 'at' | 'mark'>;

/** Draws the map; returns `undefined` if there is none. */
export const map = ({ map: drawn, program }: Standing, face: Face): Html | undefined =>
  drawn.nodes.length < 2 ? undefined : part(face, 'map', picture(drawn, `Picture of ${program.label}`, face));

/** Draws a map that scrolls by itself, with the same content in words for people who do not see it. */
export function picture(drawn: ProgramMap, name: string, face: Drawing, divide = true): Html {
  const objected = drawn.edges.filter(({ rule }) => rule !== undefined);
  return html`${scrolled(
    name,
    svg(
      layoutOf(drawn, kind => KIND_WORD[kind], divide),
      name,
      face,
    ),
    'map-frame',
  )}
${objected.length > 0 && html`<p class="map-note">In red, with a wide dash: what crosses the line between teaching and certifying against ${rulesOf(objected)}.</p>`}
<details class="fold map-words" id="${face.id('map-words')}"><summary>The picture in words</summary>${inWords(drawn, face)}</details>`;
}

const rulesOf = (edges: readonly MapEdge[]): Html =>
  html`${[...new Set(edges.map(({ rule }) => rule!))].map((rule, i) => [i > 0 && ', ', html`<code>${rule}</code>`])}`;

/** Relations without a label, because the position of the boxes already shows them. */
const PLAIN: ReadonlySet<MapVerb> = new Set(['owns', 'assesses']);
/** The width in units below which a picture does not shrink; a wider one scrolls on a narrow page. */
const WIDE = 720;

function svg(drawn: MapLayout, name: string, face: Drawing): Html {
  const { width, height, boxes, edges, line } = drawn;
  const words = wordPlaces(edges, boxes, wordOf);
  const [title, head, redHead] = [face.id('map-name'), face.id('map-arrow'), face.id('map-arrow-red')];
  return html`<svg class="map${width > WIDE && ' wide'}" role="group" aria-labelledby="${title}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="${title}">${name}</title>
<defs>${arrow(head, 'map-head')}${arrow(redHead, 'map-head objected')}</defs>
${line && divider(line, width)}
${edges.map(edge => drawEdge(edge, edge.edge.rule === undefined ? head : redHead))}
${boxes.map(box => drawBox(box, face))}
${edges.map((edge, i) => drawWord(edge, words[i]))}
</svg>`;
}

const arrow = (id: string, style: string): Html =>
  html`<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto"><path d="M0 0.8L7 4 0 7.2z" class="${style}"/></marker>`;

const divider = ({ x, top, bottom }: NonNullable<MapLayout['line']>, width: number): Html =>
  html`<g aria-hidden="true"><line class="map-line" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><text class="map-side" x="14" y="${top + 14}">Teaching</text><text class="map-side" x="${width - 14}" y="${top + 14}" text-anchor="end">Certifying</text></g>`;

function drawBox({ node, lines, x, y, width, height }: PlacedBox, face: Drawing): Html {
  const left = x - width / 2;
  const top = y - height / 2;
  const words = html`<title>${smallLine(node, KIND_WORD[node.kind])}, ${node.label}</title><rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${ROUND[node.kind]}"/><text class="map-kind" x="${x}" y="${top + 18}">${smallLine(node, KIND_WORD[node.kind])}</text>${lines.map(
    (line, i) => html`<text class="map-label" x="${x}" y="${top + 35 + i * 17}">${line}</text>`,
  )}`;
  return html`${face.mark(node.at, words, `map-box ${node.kind} ${node.side}`)}
`;
}
const ROUND: Readonly<Record<MapNodeKind, number>> = {
  owner: 2,
  body: 10,
  person: 26,
  program: 6,
  instruction: 2,
  examination: 2,
  award: 14,
  renewal: 14,
};

const drawEdge = (edge: PlacedEdge, head: string): Html =>
  html`<path aria-hidden="true" class="${styleOf(edge.edge)}" d="${pathOf(edge)}" marker-end="url(#${head})"/>
`;
const styleOf = ({ does, crosses, rule }: MapEdge): string =>
  `map-edge${does === 'owns' ? ' owns' : ''}${crosses ? ' crosses' : ''}${rule === undefined ? '' : ' objected'}`;

const wordOf = ({ edge: { does } }: PlacedEdge): string | undefined => (PLAIN.has(does) ? undefined : VERB[does]);

const drawWord = (edge: PlacedEdge, place: Point | undefined): Html | false =>
  place !== undefined &&
  html`<text aria-hidden="true" class="map-verb${edge.edge.rule !== undefined && ' objected'}" x="${short(place.x)}" y="${short(place.y + 3)}">${wordOf(edge)}</text>
`;

/** Writes every relation as a sentence, grouped by the node from which it starts. */
const inWords = (drawn: ProgramMap, face: Drawing): Html =>
  html`<ul class="plain">${relationsOf(drawn).map(
    ({ node, to }) => html`<li>${called(node)}<ul class="plain">${to.map(
      one => html`<li>${VERB[one.edge.does]} ${face.at(one.node.at, called(one.node))}${said(one.edge)}</li>`,
    )}</ul></li>
`,
  )}</ul>`;

const called = (node: MapNode): Html => html`${own(node.label)} (${smallLine(node, KIND_WORD[node.kind]).toLowerCase()})`;
const said = ({ crosses, rule }: MapEdge): Html | false =>
  crosses && html`, across the line between teaching and certifying${rule !== undefined && html`: <code>${rule}</code> objects`}`;
