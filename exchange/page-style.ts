/** The style of a program's page: readable on any screen, in light and dark, and on paper. It loads nothing. */
export const PAGE_STYLE = `:root { color-scheme: light dark; --ink: #1d2733; --soft: #4a5868; --paper: #ffffff; --line: #d5dce4; --link: #0b57b0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ebf1; --soft: #a9b6c4; --paper: #151b22; --line: #34404d; --link: #8ab8ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0.25rem 0 0.5rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 0.25rem; }
h4 { font-size: 1rem; margin: 1rem 0 0.25rem; }
a { color: var(--link); }
.kind, .owner, .letters, dt { color: var(--soft); }
.kind { margin: 0; font-size: 0.9rem; letter-spacing: 0.04em; text-transform: uppercase; }
.letters { font-weight: 400; white-space: nowrap; }
dl { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: 0.25rem 1rem; margin: 0.5rem 0; }
dt { grid-column: 1; }
dd { grid-column: 2; margin: 0; }
ul { padding-left: 1.25rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.5rem 0.4rem 0; border-bottom: 1px solid var(--line); }
th[scope="row"] { font-weight: 600; }
th ul { font-weight: 400; margin: 0.25rem 0; }
td { white-space: nowrap; }
@media (max-width: 34rem) {
  main { padding-top: 1.25rem; }
  h1 { font-size: 1.6rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dt, dd { grid-column: 1; }
  dd { margin-bottom: 0.5rem; }
}
@media print {
  :root { --ink: #000000; --soft: #333333; --paper: #ffffff; --line: #999999; --link: #000000; }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr, dl { break-inside: avoid; }
}
`;
