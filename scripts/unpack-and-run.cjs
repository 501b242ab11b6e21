// The main script of the executable (scripts/executable.mjs): at its first run it unpacks the package into the user's cache, then runs it
// from there. Another version unpacks into another folder; a folder that is not whole is made anew.
const { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { getAsset, getRawAsset } = require('node:sea');

const { id, names } = JSON.parse(getAsset('meta.json', 'utf8'));
const home = path.join(cacheFolder(), 'cred-lang');
const folder = path.join(home, id);
if (!existsSync(folder)) unpack();
const start = path.join(folder, 'dist/cred.cjs');
process.argv[1] = start;
createRequire(start)(start);

function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? os.tmpdir();
  return process.platform === 'darwin' ? path.join(os.homedir(), 'Library/Caches') : path.join(os.homedir(), '.cache');
}

/** Unpacks beside the folder and renames, so that the folder is whole or not there, also when several start at once. */
function unpack() {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const made = mkdtempSync(path.join(home, 'new-'));
  for (const name of names) {
    const file = path.join(made, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(getRawAsset(name)));
  }
  // A code cache is used only if it is no older than its bundle.
  const now = new Date();
  for (const name of names) if (name.endsWith('.cache')) utimesSync(path.join(made, name), now, now);
  try {
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
