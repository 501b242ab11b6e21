// What whoever publishes the site may set. Without these the site is complete, and names no address of its own.

const address = name => {
  const value = process.env[name];
  if (!value) return undefined;
  if (!/^https:\/\/\S+$/.test(value)) throw new Error(`${name} is to be an address that begins with https://, not "${value}".`);
  return value;
};

/** The address of the published site, with a slash at its end: for canonical links and the map of the site. */
export const SITE = address('SITE_ADDRESS')?.replace(/\/?$/, '/');
/** The folder in which the site is made. */
export const FOLDER = process.env.SITE_FOLDER ?? 'dist/site';
/** The pages of the extension in the marketplaces. */
export const MARKETPLACE = address('SITE_MARKETPLACE');
export const OPEN_VSX = address('SITE_OPEN_VSX');
