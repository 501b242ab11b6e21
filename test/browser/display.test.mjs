// Every kind of page, and every tab of the workplace, as people see it who need it otherwise: with forced colours, with text of twice the
// size, and on a screen of 320 pixels.
import { ok } from 'node:assert/strict';
import path from 'node:path';
import { test } from 'vitest';
import { withoutViolations } from './accessibility.mjs';
import { PICTURES } from './chromium.mjs';
import { PAGES, TABS } from './pages.mjs';
import { inWorkplace } from './workplace.mjs';

inWorkplace('what is shown otherwise', work => {
  const { visit } = work;
  let page;

  /** Shows each kind of page and each tab, and lets `look` judge it. `size` is the size of the reader's text in pixels. */
  async function each({ size, ...options }, look) {
    page = work.page = await work.open(options);
    if (size) {
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
    }
    for (const [name, address] of Object.entries(PAGES)) {
      await page.goto(work.top + address);
      await look(name);
    }
    await visit(page);
    await look('workplace-empty');
    await visit(page, '#example=seeking-certification');
    await page.locator('#findings li').first().waitFor({ state: 'attached' });
    const isNarrow = !(await page.locator('.look').isVisible());
    await look('workplace-text');
    if (isNarrow) await page.locator('#go-look').click();
    for (const name of TABS) {
      await page.locator(`#tab-${name}`).click();
      await page.waitForTimeout(name === 'report' ? 900 : 400);
      await look(`workplace-${name}`);
    }
    await page.keyboard.press('F1');
    await page.locator('dialog[open]').waitFor();
    await look('workplace-dialog');
    await page.context().close();
  }
  const picture = name => page.screenshot({ path: path.join(PICTURES, `${name}.png`) });

  for (const [how, options] of Object.entries({
    'text-200': { size: 32, viewport: { width: 1300, height: 850 } },
    'text-200-phone': { size: 32, viewport: { width: 390, height: 850 } },
    'width-320': { viewport: { width: 320, height: 640 } },
  }))
    test(`nothing is cut off, and nothing has to be scrolled sideways: ${how}`, { timeout: 240_000 }, async () => {
      await each(options, async name => {
        await picture(`${name}-${how}`);
        const lost = await page.evaluate(cutOff);
        ok(lost.length === 0, `${name}, ${how}: ${lost.slice(0, 4).join('; ')}`);
      });
    });

  for (const colorScheme of ['light', 'dark'])
    test(`with forced colours, ${colorScheme}, all can be read, and what is chosen is seen`, { timeout: 240_000 }, async () => {
      await each({ forcedColors: 'active', colorScheme, viewport: { width: 1300, height: 850 } }, async name => {
        ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
        await picture(`${name}-forced-${colorScheme}`);
        // The colours are the reader's own then, of which axe sees nothing.
        await withoutViolations(page, `${name}, forced colours, ${colorScheme}`, { rules: { 'color-contrast': { enabled: false } } });
        const alike = await page.evaluate(chosenLikeOthers);
        ok(alike.length === 0, `${name}: ${alike.join('; ')}`);
      });
    });

  test('whoever goes by the keyboard sees where they are, also with forced colours', { timeout: 240_000 }, async () => {
    for (const forcedColors of ['none', 'active'])
      await each({ forcedColors, viewport: { width: 1300, height: 850 } }, async name => {
        for (let presses = 0; presses < 15; presses++) {
          await page.keyboard.press('Tab');
          const unseen = await page.evaluate(focusUnseen);
          ok(unseen === undefined, `${name}, forced colours ${forcedColors}: ${unseen}`);
        }
      });
  });
});

/** Runs in a page and returns what of its texts is cut off, or lies beside the window. */
function cutOff() {
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1);
    found.push(`the page is ${document.documentElement.scrollWidth} wide: ${wide.slice(0, 3).map(one => one.outerHTML.slice(0, 120))}`);
  }
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('svg, .unseen, .spoken, .skip, .cm-editor') || !one.checkVisibility() || !one.textContent.trim()) continue;
    const { overflowX, overflowY } = getComputedStyle(one);
    const isCut = (overflow, whole, seen) => /hidden|clip/.test(overflow) && whole > seen + 1;
    if (isCut(overflowX, one.scrollWidth, one.clientWidth) || isCut(overflowY, one.scrollHeight, one.clientHeight))
      found.push(`cut off: ${one.outerHTML.slice(0, 120)}`);
  }
  // A row that is scrolled sideways is as high as what is in it.
  for (const one of document.querySelectorAll('.bar, #tabs'))
    if (one.checkVisibility() && one.scrollHeight > one.clientHeight + 1) found.push(`#${one.id} is cut off below`);
  // The text, or what is beside it, keeps room enough to work in.
  for (const one of document.querySelectorAll('#editor, #panel'))
    if (one.checkVisibility() && one.clientHeight < innerHeight / 4) found.push(`#${one.id} is ${one.clientHeight} pixels high`);
  return found;
}

/** Runs in a page and returns what is chosen among others without differing from them in more than colour. */
function chosenLikeOthers() {
  const look = one => {
    const { outlineStyle, outlineWidth, fontWeight, borderBottomStyle, borderBottomWidth, textDecorationLine } = getComputedStyle(one);
    return [outlineStyle, outlineWidth, fontWeight, borderBottomStyle, borderBottomWidth, textDecorationLine].join(' ');
  };
  return [...document.querySelectorAll('[aria-selected="true"], [aria-current]')].flatMap(one => {
    if (!one.checkVisibility()) return [];
    const row = one.closest('ul, nav, [role=tablist], [role=listbox]');
    const others = [...(row?.querySelectorAll(one.localName) ?? [])].filter(
      other => other !== one && other.ariaSelected !== 'true' && !other.ariaCurrent,
    );
    return others.some(other => look(other) === look(one)) ? [one.outerHTML.slice(0, 120)] : [];
  });
}

/** Runs in a page and returns the element that has the focus, if nothing shows that. */
function focusUnseen() {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (!one || one === document.body || one.closest?.('.cm-editor') || one.localName === 'iframe') return undefined;
  // In a picture the frame of a box shows it.
  const frame = one.closest('svg') && one.querySelector('rect');
  if (frame) return Number.parseFloat(getComputedStyle(frame).strokeWidth) >= 2 ? undefined : one.outerHTML.slice(0, 160);
  const { outlineStyle, outlineWidth, borderStyle } = getComputedStyle(one);
  const isSeen = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || (one.matches('input') && borderStyle !== 'none');
  return isSeen ? undefined : one.outerHTML.slice(0, 160);
}
