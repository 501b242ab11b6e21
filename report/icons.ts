/** Draws icons for states. They differ in shape, so that nobody has to distinguish colours, and words stand beside them. */
import { type Html, html } from './html.ts';

/** The shapes, 16 by 16 units, drawn in the colour of the text. */
const SHAPES = {
  met: html`<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.8 8.3l2.2 2.2 4.2-4.8" class="cut"/>`,
  attested: html`<path d="M3.5 1.5h6l3 3v10h-9z" class="line"/><path d="M5.7 9.2l1.7 1.7 3-3.6" class="line"/>`,
  partly: html`<circle cx="8" cy="8" r="6.3" class="line"/><path d="M8 1.7a6.3 6.3 0 0 1 0 12.6z" fill="currentColor"/>`,
  missing: html`<circle cx="8" cy="8" r="6.3" class="line"/><path d="M5.6 5.6l4.8 4.8m0-4.8l-4.8 4.8" class="line"/>`,
  open: html`<circle cx="8" cy="8" r="6.3" class="line dashed"/>`,
  hole: html`<circle cx="8" cy="8" r="6.3" class="line dashed"/><path d="M6.2 6.4a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.3" class="line"/><circle cx="8" cy="11.5" r=".9" fill="currentColor"/>`,
  due: html`<circle cx="8" cy="8" r="6.3" class="line"/><path d="M8 4.4V8l2.6 1.7" class="line"/>`,
  overdue: html`<path d="M8 1.8l6.6 12H1.4z" class="line"/><path d="M8 6v4" class="line"/><circle cx="8" cy="11.9" r=".9" fill="currentColor"/>`,
  error: html`<path d="M5 1.2h6L14.8 5v6L11 14.8H5L1.2 11V5z" fill="currentColor"/><path d="M5.6 5.6l4.8 4.8m0-4.8l-4.8 4.8" class="cut"/>`,
  information: html`<circle cx="8" cy="8" r="6.3" class="line"/><path d="M8 7.4v3.8" class="line"/><circle cx="8" cy="4.9" r=".9" fill="currentColor"/>`,
  dot: html`<circle cx="8" cy="8" r="4.5" fill="currentColor"/>`,
  square: html`<rect x="3.8" y="3.8" width="8.4" height="8.4" fill="currentColor"/>`,
  split: html`<path d="M8 3.5a4.5 4.5 0 0 0 0 9z" fill="currentColor"/><path d="M8.8 3.8h3.9v8.4H8.8z" class="line"/>`,
  nothing: html`<circle cx="8" cy="8" r="4" class="line dashed"/>`,
  diamond: html`<path d="M8 2.8L13.2 8 8 13.2 2.8 8z" fill="currentColor"/>`,
} as const;
type Shape = keyof typeof SHAPES;

const CALLED: Readonly<Record<string, Shape>> = {
  'partly met': 'partly',
  'in work': 'partly',
  done: 'met',
  'not said': 'nothing',
  shown: 'met',
  warning: 'overdue',
  hint: 'information',
};

/** Draws the icon of a status, a severity or a state; the page adds the words. */
export const icon = (of: string): Html => {
  const shape = CALLED[of] ?? (of as Shape);
  return html`<svg class="icon ${shape}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><use href="#icon-${shape}"/></svg>`;
};

/** The definitions of the icons and of the bars' patterns. A page contains them once. */
export const SPRITE: Html = html`<svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false"><defs>${Object.entries(
  SHAPES,
).map(
  ([name, shape]) => html`<symbol id="icon-${name}" viewBox="0 0 16 16">${shape}</symbol>`,
)}<pattern id="fill-attested" class="attested" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="ground"/><circle cx="3" cy="3" r="1.3" class="cut-dot"/></pattern><pattern id="fill-partly" class="partly" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="thin"/><rect width="3" height="6" class="ground"/></pattern><pattern id="fill-missing" class="missing" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" class="thin"/></pattern><pattern id="fill-range" class="range" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="thin"/><rect width="2.5" height="6" class="ground"/></pattern></defs></svg>`;
