// Makes the page of the search, whose index pagefind makes of all pages.
import { createIndex } from 'pagefind';
import { frame } from './frame.mjs';

export const searchPage = () =>
  frame(
    'search.html',
    'Search',
    `<main class="page narrow" id="content"><h1>Search</h1>
<form role="search" action="search.html"><label for="q">Kinds, properties, rules, standards, pages</label> <input type="search" id="q" name="q" autocomplete="off"></form>
<p id="told" role="status"></p>
<noscript><p>The search needs JavaScript. The rest of this site does not; <a href="rules/index.html">the rules</a>, <a href="kinds/index.html">the kinds</a> and <a href="standards/index.html">the standards</a> are listed on pages of their own.</p></noscript>
<ol id="results"></ol></main>
<script src="search.js"></script>`,
    { scripts: 'search', says: 'Search the kinds, properties, rules, standards and pages of Cred.' },
  );

/** Writes the index of the pages in a folder. */
export async function makeIndex(folder) {
  const { index, errors } = await createIndex({ rootSelector: 'main', forceLanguage: 'en' });
  if (!index) throw new Error(errors.join('\n'));
  const added = await index.addDirectory({ path: folder, glob: '{*,{kinds,rules,standards,examples}/**/*}.html' });
  const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
  const wrong = [...added.errors, ...written.errors];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  await index.deleteIndex();
}
