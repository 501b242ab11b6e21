// Makes the page of the playground, which site/playground.ts fills.
import { frame } from './frame.mjs';
import { escaped, read } from './pages.mjs';

/** The sample programs; the first is shown. */
const SAMPLES = [
  ['flawed-certification', 'A certification with flaws'],
  ['flawed-certificate', 'A certificate program with flaws'],
  ['flawed-attendance', 'A certificate of attendance with flaws'],
  ['undecided', 'A program whose kind is not decided'],
  ['seeking-certification', 'A certification on its way to accreditation'],
  ['clean-certificate', 'A certificate program in good order'],
];

export function playgroundPage() {
  const options = SAMPLES.map(([name, title]) => `<option value="${name}">${title}</option>`).join('');
  // The samples are embedded as data, not as HTML, because a program may contain anything.
  const texts = SAMPLES.map(
    ([name]) => `<pre class="sample" id="${name}" hidden>${escaped(read(`examples/${name}.cred`).replace(/^\uFEFF/, ''))}</pre>`,
  );
  const body = `<main class="play" id="content">
<h1 class="unseen">Playground</h1>
<section class="write" aria-label="Program"><div class="bar"><label>Begin with <select id="samples"><option value="" hidden>your own program</option>${options}</select></label><button type="button" id="share">Share by link</button><span id="said" role="status"></span></div>
<div id="editor"></div></section>
<section class="found" aria-label="Findings">
<h2 id="count" aria-live="polite">Reading …</h2>
<noscript><p>The playground needs JavaScript. The rest of this site does not.</p></noscript>
<ul id="findings"></ul>
<p class="small">Everything runs on this page; nothing is sent anywhere. <a href="../keyboard.html#in-the-playground">By the keyboard</a></p></section>
</main>
${texts.join('\n')}
<script type="module" src="playground.js"></script>`;
  return frame('playground/index.html', 'Playground', body, { scripts: true, id: 'playground' });
}
