// An app that has no pages of its own for signing in, on an origin of its own: it sends people to the hosted ones, and they come back.
import assert from 'node:assert/strict';
import http from 'node:http';
import { launch } from './lib/chromium.mjs';
import { at, enterCode, shown, submit, userId } from './lib/pages.mjs';
import { code, createUser, freshEmail, password, publishableKey, url } from './lib/server.mjs';
import { story, until } from './lib/story.mjs';

const html = `<!doctype html><title>An app</title><link rel="icon" href="data:,">
<script defer crossorigin="anonymous" src="${url}/npm/@clerk/ui@1/dist/ui.browser.js"></script>
<script defer crossorigin="anonymous" src="${url}/npm/@clerk/clerk-js@6/dist/clerk.browser.js"
  data-clerk-publishable-key="${publishableKey}" data-clerk-proxy-url="${url}"></script>
<button onclick="Clerk.redirectToSignIn()">Sign in</button><button onclick="Clerk.redirectToSignUp()">Sign up</button>
<button onclick="Clerk.redirectToUserProfile()">Profile</button>
<script type="module">await Clerk.load({ ui: { ClerkUI: window.__internal_ClerkUICtor }, telemetry: false })</script>`;
const app = http.createServer((request, response) => response.setHeader('content-type', 'text/html').end(html));
await new Promise(listening => app.listen(0, '127.0.0.1', listening));
const origin = `http://localhost:${app.address().port}`;
const place = `${origin}/orders?page=2`;

const chromium = await launch([new URL(url).origin, origin]);
const email = freshEmail();
const { id } = await createUser(email);

async function visitor() {
  const page = await chromium.visitor();
  await page.goto(place);
  await shown(page);
  return page;
}

async function leave(page, button, path) {
  await page.getByText(button, { exact: true }).click();
  await until('the hosted page', () => page.url().startsWith(url + path), 20);
  await shown(page);
}

// Whoever comes back is where they were, and known there.
async function back(page) {
  await until('the app again', () => page.url().startsWith(origin), 20);
  await shown(page);
  await until('somebody is signed in', () => userId(page));
  assert.equal(page.url(), place);
}

async function signUpHere(page, newcomer) {
  await page.fill('input[name=emailAddress]', newcomer);
  await page.fill('input[name=password]', password);
  await submit(page);
  await at(page, path => path.includes('verify-email-address'));
  await enterCode(page, await code(newcomer));
}

let page;
await story({
  'redirectToSignIn leads to the hosted page and back, signed in': async () => {
    page = await visitor();
    await leave(page, 'Sign in', '/sign-in');
    await page.fill('input[name=identifier]', email);
    await submit(page);
    await page.waitForURL('**/sign-in/factor-one**');
    await page.fill('input[name=password]', password);
    await submit(page);
    await back(page);
    assert.equal(await userId(page), id);
  },
  'redirectToUserProfile leads to the hosted profile': async () => {
    await leave(page, 'Profile', '/user');
    assert.equal(await userId(page), id);
  },
  'redirectToSignUp leads to the hosted page and back, signed up': async () => {
    page = await visitor();
    await leave(page, 'Sign up', '/sign-up');
    await signUpHere(page, freshEmail());
    await back(page);
  },
  'whoever turns from signing in to signing up comes back too': async () => {
    page = await visitor();
    await leave(page, 'Sign in', '/sign-in');
    await page.locator('.cl-footerActionLink').click();
    await at(page, path => path.endsWith('/sign-up'));
    await shown(page);
    await signUpHere(page, freshEmail());
    await back(page);
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`redirects-${claim}`), atEnd: async () => {
  await chromium.close();
  app.close();
} });
