// Somebody who has an account signs in: by password, by code, and after forgetting the password.
import assert from 'node:assert/strict';
import { launch } from './lib/chromium.mjs';
import { at, enterCode, identify, signIn, signOut, submit, userId } from './lib/pages.mjs';
import { code, createUser, freshEmail, url } from './lib/server.mjs';
import { story, until } from './lib/story.mjs';

// What a browser writes to the console when a request is refused
const chromium = await launch([url], { expected: [/422 .*attempt_first_factor/] });
const page = await chromium.visitor();
const email = freshEmail();
const newPassword = 'another-Donkey-stapler-17';
const { id } = await createUser(email);
const seen = [];

async function newCode() {
  const digits = await code(email, seen);
  seen.push(digits);
  return digits;
}

await story({
  'signs in by password': async () => {
    await signIn(page, email);
    assert.equal(await userId(page), id);
    await signOut(page);
  },
  'is told that a password is wrong': async () => {
    await identify(page, email);
    await page.fill('input[name=password]', 'not-the-Password-5');
    await submit(page);
    await page.locator('#error-password', { hasText: 'Password is incorrect' }).waitFor();
    assert.equal(await userId(page), null);
  },
  'signs in by code': async () => {
    await identify(page, email);
    await page.getByText('Use another method').click();
    await page.getByText(/Email code to/).click();
    await enterCode(page, await newCode());
    await until('signed in', async () => (await userId(page)) === id);
    await at(page, path => path.includes('/user'));
    await signOut(page);
  },
  'resets a forgotten password': async () => {
    await identify(page, email);
    await page.getByText('Forgot password?').click();
    await page.getByText('Reset your password').first().click();
    await enterCode(page, await newCode());
    await page.waitForURL('**/sign-in/reset-password**');
    await page.fill('input[name=password]', newPassword);
    await page.fill('input[name=confirmPassword]', newPassword);
    await submit(page);
    await until('signed in', async () => (await userId(page)) === id);
    await at(page, path => path.includes('/user'));
    await signOut(page);
  },
  'signs in by the new password': async () => {
    await signIn(page, email, newPassword);
    assert.equal(await userId(page), id);
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`sign-in-${claim}`), atEnd: () => chromium.close() });
