// A headless Chromium with an empty profile, and an ear for everything that a page must not do.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { env, saw } from './story.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync'];

// `origins` are the only places that pages may talk to; `expected` are console errors that belong to the story.
export async function launch(origins, { expected = [] } = {}) {
  const browser = await chromium.launch({ executablePath: env('CHROMIUM'), args: FLAGS, headless: true });
  const complaints = [];
  const pages = [];

  async function visitor() {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(20_000);
    context.on('request', request => {
      const url = request.url();
      if (/^https?:/.test(url) && !origins.some(origin => url.startsWith(origin + '/') || url === origin)) {
        complaints.push(`request to another host: ${url}`);
      }
    });
    context.on('response', listen);
    context.on('console', message => {
      if (message.type() === 'error' && !expected.some(pattern => pattern.test(`${message.text()} ${message.location().url}`))) {
        complaints.push(`console: ${message.text()} (${message.location().url})`);
      }
    });
    context.on('weberror', error => complaints.push(`uncaught: ${error.error().stack ?? error.error()}`));
    const page = await context.newPage();
    pages.push(page);
    return page;
  }

  async function listen(response) {
    const { pathname } = new URL(response.url());
    if (!/\/(v1|\.well-known)\//.test(pathname)) return;
    const request = response.request();
    const type = response.headers()['content-type'] ?? '';
    // A body is gone when its page has gone on; then the status alone is judged
    const body = type.includes('json') ? await response.body().catch(() => undefined) : Buffer.alloc(0);
    saw({ method: request.method(), url: response.url(), status: response.status(), type: body ? type : '', body });
  }

  return {
    visitor,
    // Claims that nothing happened that must not. To be called at the end of every story.
    assertQuiet() {
      if (complaints.length) throw new Error(complaints.join('\n'));
    },
    // What the first visitor sees now, for a person to look at.
    async picture(name) {
      await pages[0].screenshot({ path: path.resolve(`${name}.png`), fullPage: true });
    },
    async evidence(claim) {
      const name = claim.replace(/[^a-z0-9]+/gi, '-');
      for (const [n, page] of pages.entries()) {
        if (page.isClosed()) continue;
        const file = path.resolve(`${name}-${n}.png`);
        await page.screenshot({ path: file, fullPage: true });
        fs.writeFileSync(file.replace(/png$/, 'html'), `<!-- ${page.url()} -->\n` + await page.content());
        console.log(`screenshot of ${page.url()}: ${file}`);
      }
      complaints.forEach(complaint => console.log(complaint));
    },
    close: () => browser.close(),
  };
}
