// The panel's picture in VS Code's own themes and in the system's colours: each line, box and word stands out from what it stands on.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standingOf } from '../../language/check/standing-of.ts';
import { profileHtml } from '../../report/index.ts';
import { launchChromium } from '../../scripts/headless.mjs';
import { projectOf } from '../expect.ts';
import { PICTURES, withChromium } from './chromium.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'examples/both-flawed');

/** The colours of VS Code's default themes that the panel reads. */
const THEMES = {
  light: ['vscode-light', '#ffffff', '#3b3b3b', '#005fb8', '#1a85ff', '#388a34', '#652d90', '#bf8803', '#e51400', '#0598bc'],
  dark: ['vscode-dark', '#1f1f1f', '#cccccc', '#4daafc', '#3794ff', '#89d185', '#b180d7', '#cca700', '#f14c4c', '#11a8cd'],
  'hc-black': [
    'vscode-high-contrast',
    '#000000',
    '#ffffff',
    '#21a6ff',
    '#59a4f9',
    '#89d185',
    '#b180d7',
    '#ffd370',
    '#f48771',
    '#00cdcd',
    '#6fc3df',
  ],
  'hc-light': [
    'vscode-high-contrast vscode-high-contrast-light',
    ...['#ffffff', '#292929', '#0f4a85', '#0063d3', '#374e06', '#652d90', '#895503', '#b5200d', '#0598bc', '#0f4a85'],
  ],
};
const KEYS = [
  ...['editor-background', 'foreground', 'textLink-foreground', 'charts-blue', 'charts-green', 'charts-purple', 'editorWarning-foreground'],
  ...['editorError-foreground', 'terminal-ansiCyan', 'contrastBorder'],
];

/** The least contrasts: of words and of shapes, by WCAG 2.2 (1.4.3 and 1.4.11). */
const WORDS = 4.5;
const SHAPES = 3;

withChromium("the panel's picture", () => {
  let browser;
  let html;
  let css;
  beforeAll(async () => {
    const names = readdirSync(folder).filter(name => name.endsWith('.cred'));
    const project = projectOf(Object.fromEntries(names.map(name => [name, readFileSync(path.join(folder, name), 'utf8')])), '2026-11-30');
    const file = project.file('certification.cred');
    html = profileHtml(standingOf(file.programs[0], { file, names: project, host: project.host }));
    const [made] = buildSync({ entryPoints: [path.join(root, 'client/panel/panel.css')], bundle: true, write: false }).outputFiles;
    css = made.text;
    browser = await launchChromium();
  }, 120_000);
  afterAll(() => browser?.close());

  test.each([
    ['light'],
    ['dark'],
    ['hc-black'],
    ['hc-light'],
    ['light', 'dark'], // the system's colours over a theme that was made for others
    ['dark', 'light'],
  ])('%s %s', async (theme, system) => {
    const [style, ...colours] = THEMES[theme];
    const variables = colours.map((colour, i) => `--vscode-${KEYS[i]}: ${colour};`).join(' ');
    const forced = system ? { forcedColors: 'active', colorScheme: system } : {};
    const page = await browser.newPage({ viewport: { width: 900, height: 900 }, ...forced });
    await page.setContent(`<style>:root { ${variables} } ${css}</style><body class="${style}"><div id="profile">${html}</div></body>`);
    await page.locator('.part.map').screenshot({ path: path.join(PICTURES, `map-${theme}${system ? `-system-${system}` : ''}.png`) });
    const faint = await page.evaluate(
      ({ words, shapes }) => {
        const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
        /** The colour over another, as numbers. */
        const over = (colour, opacity, ground) => {
          context.globalAlpha = 1;
          context.fillStyle = `rgb(${ground.join()})`;
          context.fillRect(0, 0, 1, 1);
          context.globalAlpha = opacity;
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        };
        const light = rgb => {
          const [r, g, b] = rgb.map(one => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const contrast = (one, other) => {
          const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
          return (bright + 0.05) / (dark + 0.05);
        };
        const paper = over(getComputedStyle(document.body).backgroundColor, 1, [255, 255, 255]);
        const found = [];
        const look = (element, name, colour, opacity, ground, least) => {
          const reached = contrast(over(colour, Number(opacity), ground), ground);
          if (reached < least) found.push(`${name} "${element.textContent.trim().slice(0, 30)}": ${reached.toFixed(2)}`);
        };
        for (const edge of document.querySelectorAll('.map-edge, .map-line')) {
          const { stroke, strokeOpacity } = getComputedStyle(edge);
          look(edge, edge.getAttribute('class'), stroke, strokeOpacity, paper, shapes);
        }
        for (const head of document.querySelectorAll('.map-head')) look(head, 'head', getComputedStyle(head).fill, 1, paper, shapes);
        for (const word of document.querySelectorAll('.map-verb, .map-side')) {
          const { fill, stroke } = getComputedStyle(word);
          look(word, 'word', fill, 1, word.matches('.map-verb') ? over(stroke, 1, paper) : paper, words);
        }
        for (const box of document.querySelectorAll('.map-box')) {
          const { fill, stroke } = getComputedStyle(box.querySelector('rect'));
          const ground = over(fill, 1, paper);
          look(box, 'box', stroke, 1, paper, shapes);
          for (const text of box.querySelectorAll('text')) look(text, 'label', getComputedStyle(text).fill, 1, ground, words);
        }
        return found;
      },
      { words: WORDS, shapes: SHAPES },
    );
    expect(faint).toEqual([]);
    expect(await page.locator('.map-edge').count()).toBeGreaterThan(10);
    await page.close();
  });
});
