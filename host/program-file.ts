/** Recognizes the files of a project by name: `.cred` in any capitals, as editors open it, and `cred.json`. */

/** Whether a name, path or address is that of a `.cred` file. */
export const isProgramFile = (name: string): boolean => /\.cred$/i.test(name);

/** Whether a path or address is that of a `cred.json`. */
export const isConfigFile = (name: string): boolean => /(^|[\\/])cred\.json$/.test(name);

/** A glob pattern for both kinds of files. Editors match patterns case-sensitively, so each letter of the extension has both cases. */
export const PROJECT_FILES = '*.[cC][rR][eE][dD],cred.json';
