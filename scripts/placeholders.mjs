// The one placeholder of the documentation: who owns the repository is not known before there is one. A release puts the real name in its
// place, wherever its packages show it.
export const PLACEHOLDER = 'OWNER/cred';

/** Returns a text with the name of the repository in place of the placeholder. `url` is that of package.json; without it nothing changes. */
export function withRepository(text, url) {
  const name = /github\.com[/:]([^/]+\/[^/]+?)(?:\.git)?$/.exec(url ?? '')?.[1];
  return name === undefined ? text : text.replaceAll(PLACEHOLDER, name);
}
