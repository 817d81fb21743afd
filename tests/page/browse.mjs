// Opens pages in Chromium as people do, and holds them to WCAG 2.2 AA by axe, to HTML by
// html-validate, and to needing no sliding sideways.
//
//     node browse.mjs CHROMIUM MODULES PAGE.html...
//
// CHROMIUM is the program, MODULES the folder in which axe-core, playwright-core and
// html-validate are installed.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

const [executablePath, modules, ...pages] = process.argv.slice(2);
const require = createRequire(resolve(modules, 'index.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { HtmlValidate, StaticConfigLoader } = require('html-validate');

// What html-validate asks beyond the standard: how void elements and characters are written
// (the page is XML too), and that a table's heads have no name of their own.
const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'void-style': ['error', { style: 'selfclose' }],
    'long-title': 'off',
    'no-raw-characters': ['error', { relaxed: true }],
  },
}));

const desk = { width: 1280, height: 900 };
const views = {
  phone: { viewport: { width: 360, height: 740 } },
  tablet: { viewport: { width: 768, height: 1024 } },
  desk: { viewport: desk },
  dark: { viewport: desk, colorScheme: 'dark' },
  'forced colours': { viewport: desk, forcedColors: 'active' },
  // 1280 × 1024 at 400 %.
  'zoomed in': { viewport: { width: 320, height: 256 } },
};
const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
// What a view changes; the rest is the same in each.
const of = (...values) => ({ type: 'rule', values });
const rules = {
  phone: all,
  tablet: of('target-size', 'scrollable-region-focusable'),
  desk: all,
  dark: of('color-contrast'),
  'forced colours': of('color-contrast'),
  'zoomed in': of('target-size', 'scrollable-region-focusable'),
};

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
    '--disable-background-networking', '--disable-component-update'],
});
let faults = 0;
const told = (page, view, text) => { faults += 1; console.error(`${basename(page)} (${view}): ${text}`); };

for (const page of pages) {
  const report = validator.validateStringSync(readFileSync(page, 'utf8'));
  for (const found of report.results.flatMap((result) => result.messages)) {
    told(page, 'html', `${found.line}:${found.column} ${found.ruleId}: ${found.message}`);
  }
  for (const [view, options] of Object.entries(views)) {
    // The page forbids scripts, its own and axe's alike.
    const context = await browser.newContext({ ...options, bypassCSP: true });
    const tab = await context.newPage();
    await tab.goto(`file://${resolve(page)}`);
    await tab.evaluate(axe);
    const check = async (runOnly) => {
      const { violations } = await tab.evaluate((runOnly) => window.axe.run({ runOnly, resultTypes: ['violations'] }), runOnly);
      for (const { id, help, nodes } of violations) {
        told(page, view, `${id}: ${help}\n  ${nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join('\n  ')}`);
      }
      const slides = await tab.evaluate(() => [document.documentElement, ...document.querySelectorAll('.scroll')]
        .filter((it) => it.scrollWidth > it.clientWidth + 1)
        .map((it) => `${it.scrollWidth} of ${it.clientWidth}: ${it.textContent.trim().slice(0, 40)}`));
      for (const wide of slides) told(page, view, `slides sideways, ${wide}`);
    };
    await check(rules[view]);
    const only = tab.locator('#only');
    if (view === 'phone' && await only.count()) {
      await only.check();
      await check(of('target-size'));
      const shown = await tab.locator('.matrix tbody tr:visible:has(td.v):not(:has(.lacks))').count();
      if (shown > 0) told(page, view, `${shown} rows that lack nothing are shown`);
    }
    await context.close();
  }
}
await browser.close();
console.log(`${pages.length} pages, ${Object.keys(views).length} views of each: ${faults} faults`);
process.exit(faults ? 1 : 0);
