/** Kate as people have it, in a window that nobody sees: the set-up of docs/editors.md, and findings seen in a picture. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CRED, folderOf } from '../command.ts';

const root = path.resolve(import.meta.dirname, '../..');
const NEEDED = ['kate', 'xvfb-run', 'dbus-run-session', 'import', 'convert'];
const missing = NEEDED.filter(name => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
if (missing.length > 0) console.warn(`SKIPPED: Kate needs ${missing.join(', ')}: apt-get install kate xvfb xauth imagemagick dbus-x11`);

// Where CI is set, an editor that is missing is a failure.
describe.skipIf(missing.length > 0 && !process.env.CI)('Kate', () => {
  const page = readFileSync(path.join(root, 'docs/editors.md'), 'utf8').split('## Kate')[1]!;
  const fence = (language: string): string => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)![1]!;

  /** Opens a file in Kate, and returns the colours of the picture with how many points have each. */
  function picture(text: string): ReadonlyMap<string, number> {
    const home = folderOf({
      '.local/share/org.kde.syntax-highlighting/syntax/cred.xml': fence('xml'),
      '.config/kate/lspclient/settings.json': fence('json'),
      'programs/cred.json': '{}',
      'programs/a.cred': text,
    });
    // Kate asks once whether it may start the server; here it has been answered.
    const settings = ['[General]', 'Show welcome view for new window=false', '[Kate Plugins]', 'lspclientplugin=true', '[lspclient]'];
    writeFileSync(path.join(home, '.config/katerc'), `${settings.join('\n')}\nAllowedServerCommandLines=${home}/bin/cred lsp --stdio\n`);
    for (const name of ['bin', 'run']) mkdirSync(path.join(home, name), { mode: 0o700 });
    symlinkSync(CRED, path.join(home, 'bin/cred'));
    // The picture is taken when it no longer changes: the server has answered.
    const script = `cd '${home}/programs'
      kate --block --new a.cred > ../kate.log 2>&1 & editor=$!
      before=
      for i in $(seq 40); do
        sleep 1.5
        import -window root ../shot.png; now=$(convert ../shot.png rgb:- | sha256sum)
        [ $i -gt 8 ] && [ "$now" = "$before" ] && break
        before=$now
      done
      kill $editor`;
    writeFileSync(path.join(home, 'run.sh'), script);
    const env = {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: `${home}/.config`,
      XDG_DATA_HOME: `${home}/.local/share`,
      XDG_RUNTIME_DIR: `${home}/run`,
    };
    const command = ['-a', '-s', '-screen 0 1000x700x24', 'dbus-run-session', '--', 'bash', `${home}/run.sh`];
    spawnSync('xvfb-run', command, { env: { ...env, PATH: `${home}/bin:${process.env.PATH}`, LANG: 'C.UTF-8' }, timeout: 120_000 });
    if (process.env.CRED_PICTURES) cpSync(path.join(home, 'shot.png'), path.join(process.env.CRED_PICTURES, `kate-${text.length}.png`));
    const { stdout } = spawnSync('convert', [path.join(home, 'shot.png'), '-format', '%c', 'histogram:info:'], { encoding: 'utf8' });
    return new Map([...stdout.matchAll(/^\s*(\d+): .*?(#[0-9A-F]{6})/gm)].map(([, count, colour]) => [colour!, Number(count)]));
  }
  /** The points of a light red, in which Kate shows lines with an error. */
  const reddish = (colours: ReadonlyMap<string, number>): number =>
    [...colours].reduce((sum, [colour, count]) => {
      const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
      return sum + (red > 250 && green > 215 && green < 240 && Math.abs(green - blue) < 6 ? count : 0);
    }, 0);

  test('shows a line with an error, and colours what it knows', { timeout: 300_000 }, () => {
    const flawed = picture('certification CWT "Widget Technician" {\n  goal: acquire-competence\n}\n');
    const sound = picture('organization ABWP "American Board" {\n  legal-form: nonprofit\n}\n');
    expect(sound.size).toBeGreaterThan(3);
    expect(reddish(sound)).toBe(0);
    expect(reddish(flawed)).toBeGreaterThan(2000);
  });
});
