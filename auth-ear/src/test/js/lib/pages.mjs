// The hosted pages as a person uses them: by the words and fields they see.
import assert from 'node:assert/strict';
import { code, password, url } from './server.mjs';
import { until } from './story.mjs';

const primary = '.cl-formButtonPrimary';

// Null where nobody is signed in, and undefined while the page is on its way to another or does not answer.
export const userId = page => Promise.race([
  page.evaluate(() => window.Clerk?.user?.id ?? null).catch(() => undefined),
  new Promise(resolve => setTimeout(resolve, 3000)),
]);
export const shown = page => page.waitForFunction(() => window.Clerk?.loaded);

export async function open(page, path) {
  // A component that has just signed somebody in or out may be on its way elsewhere
  await page.goto(url + path).catch(error =>
    /interrupted by another navigation/.test(error.message) ? page.goto(url + path) : Promise.reject(error));
  await shown(page);
}

// Types the six digits; the component sends them by itself.
export async function enterCode(page, digits) {
  await page.getByLabel('Enter verification code').pressSequentially(digits, { delay: 20 });
}

export async function submit(page) {
  await page.locator(primary).first().click();
}

export async function signUp(page, email) {
  await open(page, '/sign-up');
  await page.fill('input[name=emailAddress]', email);
  await page.fill('input[name=password]', password);
  await submit(page);
  await page.waitForURL('**/sign-up/verify-email-address**');
  await enterCode(page, await code(email));
  await page.waitForURL(address => !address.pathname.startsWith('/sign-up'));
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
  await page.waitForURL(address => !address.pathname.startsWith('/sign-in'));
  await until('somebody is signed in', () => userId(page));
}

export async function signOut(page) {
  await open(page, '/user');
  await page.locator('.cl-userButtonTrigger').click();
  await page.getByText('Sign out', { exact: true }).click();
  await page.waitForURL('**/sign-in**');
  assert.equal(await userId(page), null);
}
