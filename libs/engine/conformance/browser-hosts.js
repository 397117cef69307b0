// Chromium and Firefox, headless.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { NotObtainable } from './not-obtainable.js';

const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CHROMIUM = {
  paths: [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  options: (executablePath, folder) => ({ executablePath, headless: true, args: CHROMIUM_FLAGS, userDataDir: join(folder, 'chromium') }),
};

/** V8 in a browser. */
export const chromium = host({ name: 'Chromium', ...CHROMIUM });

/** Does `work` with a page of Chromium. */
export function onChromium(folder, work) {
  return onPage(CHROMIUM, folder, work);
}

/** SpiderMonkey, driven over WebDriver BiDi. */
export const firefox = host({
  name: 'Firefox',
  paths: [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'],
  options: (executablePath) => ({ browser: 'firefox', executablePath, headless: true }),
});

function host({ name, paths, options }) {
  return {
    name,
    digests: (script, folder) =>
      onPage({ paths, options }, folder, async (page, version) => {
        await page.addScriptTag({ content: script });
        return { version, json: await page.evaluate('projectaGolden()') };
      }),
  };
}

/** Opens a page of a browser, does `work` with it, and closes the browser. */
async function onPage({ paths, options }, folder, work) {
  const found = paths.find((path) => path && existsSync(path));
  if (!found) throw new NotObtainable(`none of ${paths.filter(Boolean).join(', ')}`);
  const browser = await launch(options(found, folder));
  try {
    return await work(await browser.newPage(), await browser.version());
  } finally {
    await browser.close();
  }
}
