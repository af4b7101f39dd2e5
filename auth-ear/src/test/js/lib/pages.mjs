// The hosted pages as a person uses them: by the words and fields they see.
import assert from 'node:assert/strict';
import { code, password, url } from './server.mjs';
import { until } from './story.mjs';

const primary = '.cl-formButtonPrimary';

// Who is signed in on a page, null where nobody is. Waits while the page is on its way to another or does not answer.
export async function userId(page) {
  const said = await until('the page says who is signed in', () => Promise.race([
    page.evaluate(() => window.Clerk?.loaded && { id: window.Clerk.user?.id ?? null }).catch(() => undefined),
    new Promise(resolve => setTimeout(resolve, 3000)),
  ]));
  return said.id;
}

// Waits for an address. Playwright's own way of waiting fails where one navigation ends another, as signing in and out does.
export const at = (page, isThere) => until('the page has gone on', () => isThere(new URL(page.url()).pathname), 20);

export const shown = page => page.waitForFunction(() => window.Clerk?.loaded);

// Goes to an address. A component that has just signed somebody in or out may be on its way elsewhere, and win.
export const visit = (page, address) => until('the page is on its way', () => page.goto(address).then(() => true, error => {
  if (!/interrupted by another navigation|ERR_ABORTED/.test(error.message)) throw error;
}));

export async function open(page, path) {
  await visit(page, url + path);
  await shown(page);
}

// Types the six digits; the component sends them by itself.
export async function enterCode(page, digits) {
  await page.getByLabel('Enter verification code').pressSequentially(digits, { delay: 20 });
}

// By the keyboard, for a hint that appears under a mouse button held down moves the page's button away; and not before the form has drawn
// what was typed last, or it may send what was there before.
export async function submit(page) {
  const button = page.locator(primary).first();
  await button.focus();
  await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await button.press('Enter');
}

export async function signUp(page, email) {
  await open(page, '/sign-up');
  await page.fill('input[name=emailAddress]', email);
  await page.fill('input[name=password]', password);
  await submit(page);
  await page.waitForURL('**/sign-up/verify-email-address**');
  await enterCode(page, await code(email));
  await at(page, path => !path.includes('/sign-up'));
  await until('somebody is signed in', () => userId(page));
}

// Enters the address and stops at the first factor.
export async function identify(page, email) {
  await open(page, '/sign-in');
  await page.fill('input[name=identifier]', email);
  await submit(page);
  await page.waitForURL('**/sign-in/factor-one**');
}

export async function signIn(page, email, secret = password) {
  await identify(page, email);
  await page.fill('input[name=password]', secret);
  await submit(page);
  await at(page, path => !path.includes('/sign-in'));
  await until('somebody is signed in', () => userId(page));
}

export async function signOut(page) {
  await open(page, '/user');
  await page.locator('.cl-userButtonTrigger').click();
  await page.getByText('Sign out', { exact: true }).click();
  await at(page, path => path.includes('/sign-in'));
  assert.equal(await userId(page), null);
}
