// Makes the first page: what Cred is, why, and pictures of it.
import { frame } from './frame.mjs';
import { MARKETPLACE, OPEN_VSX } from './settings.mjs';

export const SAYS =
  'Describe certifications, certificate programs and certificates of attendance as text, and see as you type whether a program is what it says it is.';

/** A picture in the reader's theme, which leads to itself in full size. */
const picture = (name, alt, { first = false } = {}) =>
  ['light', 'dark']
    .map(theme => {
      const file = `images/${name}-${theme}.webp`;
      const loading = first ? '' : ' loading="lazy"';
      return `<a class="picture ${theme}" href="${file}" title="Enlarge"><img src="${file}" width="1120" height="709"${loading} alt="${alt}"></a>`;
    })
    .join('');

const getExtension = vsix => {
  const to = MARKETPLACE ?? OPEN_VSX ?? vsix ?? 'editors.html';
  return `<a class="call quiet" href="${to}">Get it for VS Code</a>`;
};
/** All ways to the extension, and how a file of it is installed. */
const extension = vsix =>
  [
    MARKETPLACE && `<a href="${MARKETPLACE}">the Marketplace</a>`,
    OPEN_VSX && `<a href="${OPEN_VSX}">Open VSX</a>`,
    vsix && `<a href="${vsix}" download>${vsix}</a>, the extension itself: in VS Code, <em>Extensions: Install from VSIX…</em>`,
  ]
    .filter(Boolean)
    .join('; ');

const MERITS = [
  [
    'It reads along',
    'Each finding says what is wrong, for whom, and what to do, and which standard asks for it, by edition, number and title.',
  ],
  [
    'It invents nothing',
    'Fixes write what is missing, with a <code>?</code> where only you know the answer. A <code>?</code> never counts as done.',
  ],
  [
    'It knows the standards',
    'NCCA, ICE 1100, ISO/IEC 17024, ASTM E2659: how ready a program is, clause by clause. Standards of your own too.',
  ],
  ['It tells both ways', 'Which kind of program a description fits, and why; and what another kind would ask for. Neither is better.'],
  ['It goes where you work', 'VS Code on the desktop and in the browser, other editors, the command line, continuous integration.'],
  ['It keeps to itself', 'Nothing is sent anywhere and nothing is run from your files. What you share by link stays in the link.'],
];

/** Returns the page. `vsix` is the file of the extension, if the site holds it. */
export const landing = vsix =>
  frame(
    'index.html',
    'Cred',
    `<main id="content" class="landing">
<section class="hero"><div>
<h1>Is the program what it says it is?</h1>
<p>Write down what a certification or a certificate program is for, what it teaches or tests, how it decides and what it awards. Cred reads along: it says where the description contradicts itself, what reviewers and accreditors will look for, and what comes next.</p>
<p class="calls"><a class="call" href="workplace/index.html">Open the workplace</a> ${getExtension(vsix)} <a class="call quiet" href="#engineers">For engineers</a></p>
<p class="small">The workplace runs in your browser: nothing to install, and nothing is sent anywhere. <a href="afternoon.html">From a handbook to a checked program in an afternoon</a>.</p></div>
<div>${picture('editor', 'A program in an editor: a finding is explained at its place, and all findings are listed below', { first: true })}</div>
</section>
<section><h2>Two kinds that serve different purposes</h2>
<div class="two"><div><h3>An assessment-based certificate program</h3><p>teaches, and tests whether its own intended learning outcomes were reached.</p></div>
<div><h3>A certification</h3><p>finds out by an independent assessment whether a person meets a standard, awards a designation, and asks that it be kept up.</p></div></div>
<p>Neither is better than the other. Each needs its own business approach, governance and development, and each has its own accreditation; an organization may offer both if it keeps them apart. They are mixed up all the same: a course that calls itself a certification, a certification that only its own course leads to. Cred tells whether a program is what it says it is.</p></section>
<section><h2>What it does</h2>
<div class="cards">${MERITS.map(([title, says]) => `<div><h3>${title}</h3><p>${says}</p></div>`).join('')}</div></section>
<section class="shown"><div><h2>It mends what can be mended</h2><p>Each fix says what it will write. What is a matter of judgement is left to you, and what has a good reason is set aside with that reason, for all to read.</p></div>${picture('fixes', 'The fixes that are offered for a finding')}</section>
<section class="shown"><div><h2>Where it stands, beside the text</h2><p>The profile shows where a program stands between the kinds, how ready it is, what aligns with what, dates, and what comes next. It follows as you type.</p></div>${picture('profile', 'The profile of a program beside its text')}</section>
<section class="shown"><div><h2>One page to hand on</h2><p>The report says the same to those who do not work in an editor: to look at, to print, to discuss. A picture of each program shows who and what belongs to it, and what crosses the line between teaching and certifying.</p><p><a href="report.html">See such a report</a>, or <a href="report-for-a-board.html">its page for a board</a>.</p></div>${picture('report', 'The report of a program')}</section>
<section id="engineers"><h2>For engineers</h2>
<p>The same checks run where programs are versioned: <a href="cli.html">the command line</a> (<code>npm</code>, <code>npx</code>, pre-commit), <a href="ci.html">continuous integration</a> with SARIF and JUnit, <a href="editors.html">any editor</a> with a language server, <a href="library.html">a library</a> for Node and browsers, <a href="mcp.html">assistants</a>.${vsix || MARKETPLACE || OPEN_VSX ? ` For VS Code: ${extension(vsix)}.` : ''}</p></section>
<section><h2>Read on</h2>
<ul class="links"><li><a href="language.html">The language</a> on a few pages, and <a href="kinds/index.html">every kind and property</a></li><li><a href="rules/index.html">What Cred checks</a>, and why</li><li><a href="standards/index.html">The standards</a> that it knows</li><li><a href="cli.html">The command line</a>, <a href="ci.html">continuous integration</a> and <a href="editors.html">other editors</a></li><li><a href="examples/index.html">Examples</a> to open and to change</li></ul></section>
</main>`,
    { says: SAYS },
  );
