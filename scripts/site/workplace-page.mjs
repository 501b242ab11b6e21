// Makes the page of the workplace, which site/workplace/main.ts fills.
import { readdirSync } from 'node:fs';
import { frame } from './frame.mjs';
import { read } from './pages.mjs';

/** The examples by the name in their address: files of `examples/`, and folders of files that belong together. */
const EXAMPLES = [
  ['flawed-certification', 'A certification with flaws'],
  ['flawed-certificate', 'A certificate program with flaws'],
  ['flawed-attendance', 'A certificate of attendance with flaws'],
  ['undecided', 'A program whose kind is not decided'],
  ['hybrid-certificate', 'A sound certificate program that also asks for upkeep'],
  ['planned-certification', 'A certification that is planned'],
  ['seeking-certification', 'A certification on its way to accreditation'],
  ['with-ignores', 'A program that sets findings aside, with reasons'],
  ['clean-certification', 'A certification in good order'],
  ['clean-certificate', 'A certificate program in good order'],
  ['clean-attendance', 'A certificate of attendance in good order'],
  ['both', 'An owner with both kinds, kept apart'],
  ['both-flawed', 'An owner with both kinds, mixed up'],
];

/** The names of the examples that open in the workplace. */
export const OPENS = new Set(EXAMPLES.map(([name]) => name));

const text = file => read(`examples/${file}`).replace(/^\uFEFF/, '');
function filesOf(name) {
  const isFolder = readdirSync('examples', { withFileTypes: true }).some(one => one.isDirectory() && one.name === name);
  const files = isFolder ? readdirSync(`examples/${name}`).filter(one => one.endsWith('.cred')) : [];
  return isFolder ? Object.fromEntries(files.map(file => [file, text(`${name}/${file}`)])) : { [`${name}.cred`]: text(`${name}.cred`) };
}

export function workplacePage() {
  // The examples are data, not HTML; "<" could end the element.
  const examples = JSON.stringify(Object.fromEntries(EXAMPLES.map(([name, title]) => [name, { title, files: filesOf(name) }]))).replaceAll(
    '<',
    '\\u003c',
  );
  const body = `<main id="content" class="workplace-page">
<h1 class="unseen">Workplace</h1>
<noscript><p class="needs">The workplace needs JavaScript. The rest of this site does not.</p></noscript>
<p class="needs" id="needs" hidden>The workplace needs a web server, because browsers run no part of it from a folder. In this folder, run <code>npx http-server</code> or <code>python3 -m http.server</code>, and open the address that it names. All other pages can be read as they are.</p>
<div class="notice" id="visiting" hidden><span id="visiting-words"></span> <button type="button" id="keep">Keep it with my work</button> <button type="button" id="back">Back to my work</button></div>
<div class="notice" id="elsewhere" hidden>Your work is open in another tab. What you do here is not kept. <button type="button" id="here">Go on here instead</button></div>
<div class="bar" id="bar" role="toolbar" aria-label="Commands"></div>
<div id="workplace" data-side="write">
<nav id="outline" aria-label="Programs by owner" hidden><ul id="programs"></ul></nav>
<section class="write" aria-label="Text">
<ul id="files" aria-label="Files"></ul>
<div id="start" hidden><h2>How do you want to begin?</h2></div>
<div id="editor" hidden></div>
</section>
<section class="look" aria-label="Beside the text">
<div class="count"><h2 id="count" aria-live="polite">Reading …</h2></div>
<div id="tabs" role="tablist" aria-label="Beside the text"></div>
<div id="panel" role="tabpanel" tabindex="0"></div>
</section>
</div>
<div class="status"><span class="sides"><button type="button" id="go-write">Write</button><button type="button" id="go-look">Look</button></span><span id="said" role="status"></span><span id="update" role="status"></span><button type="button" id="where">…</button><a href="../workplace.html">Help</a></div>
</main>
<script type="application/json" id="examples">${examples}</script>
<script src="from-disk.js"></script>
<script type="module" src="main.js"></script>`;
  return frame('workplace/index.html', 'Workplace', body, {
    scripts: 'workplace',
    id: 'workplace-body',
    styles: ['workplace/workplace.css'],
    says: 'Write certifications and certificate programs from nothing to the report, in the browser. Nothing is installed, nothing is sent anywhere.',
  });
}

/** The page at the address of the former playground, whose links still work. */
export const formerPage = () =>
  frame(
    'playground/index.html',
    'Playground',
    `<main class="page" id="content"><h1>The playground is the workplace now</h1><p><a href="../workplace/index.html">Open the workplace</a></p></main>
<script src="../workplace/moved.js"></script>`,
    { scripts: 'workplace', says: 'The playground has become the workplace.' },
  );
