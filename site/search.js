// Searches the site's index for what is typed, and for what the address asks.
(() => {
  const input = document.getElementById('q');
  const told = document.getElementById('told');
  const results = document.getElementById('results');
  if (location.protocol === 'file:') {
    told.textContent = 'The search needs a web server, because browsers read no index from a folder. All pages can be read as they are.';
    return;
  }
  let index;
  let asked = 0;

  async function search() {
    const mine = ++asked;
    const words = input.value.trim();
    if (words === '') {
      told.textContent = '';
      results.replaceChildren();
      return;
    }
    index ??= import(new URL('pagefind/pagefind.js', location.href).href);
    const { results: found } = await (await index).search(words);
    const shown = await Promise.all(found.slice(0, 30).map(one => one.data()));
    if (mine !== asked) return;
    told.textContent = found.length === 0 ? `Nothing is found for "${words}".` : `${found.length} ${found.length === 1 ? 'page' : 'pages'}`;
    results.replaceChildren(...shown.map(entry));
  }

  function entry({ url, meta, plain_excerpt: excerpt }) {
    const link = Object.assign(document.createElement('a'), { href: url, textContent: meta.title });
    const text = Object.assign(document.createElement('p'), { textContent: excerpt });
    const item = document.createElement('li');
    item.append(link, text);
    return item;
  }

  const failed = error => {
    told.textContent = `The search does not work here (${error.message}).`;
  };
  let resting;
  input.addEventListener('input', () => {
    clearTimeout(resting);
    resting = setTimeout(() => search().catch(failed), 150);
  });
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  search().catch(failed);
  input.focus();
})();
