/** Which names are those of a project's files: `.cred` in whatever case, as editors open it, and `cred.json`. */

/** Whether a name, a path or an address is that of a file of programs. */
export const isProgramFile = (name: string): boolean => /\.cred$/i.test(name);

/** Whether a path or an address is that of a project's settings. */
export const isConfigFile = (name: string): boolean => /(^|[\\/])cred\.json$/.test(name);

/** Both kinds as a pattern for editors, whose patterns heed the case. */
export const PROJECT_FILES = '*.[cC][rR][eE][dD],cred.json';
