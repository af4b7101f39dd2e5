// Somebody whose phone number is their name here: signs up and in with it, and looks after it on the profile page.
import assert from 'node:assert/strict';
import { launch } from './lib/chromium.mjs';
import { at, enterCode, open, shown, signOut, submit, userId } from './lib/pages.mjs';
import { backend, freshPhone, password, textCode, url } from './lib/server.mjs';
import { story, until } from './lib/story.mjs';

const chromium = await launch([new URL(url).origin]);
const page = await chromium.visitor();
const number = freshPhone();
const second = freshPhone();
const seen = [];
let id;

const user = () => backend('GET', `/users/${id}`);

async function newCode(to) {
  const digits = await textCode(to, seen);
  seen.push(digits);
  return digits;
}

// The field holds the country's code beside the number that is typed
const typed = to => to.replace(/^\+1/, '');

await story({
  'a newcomer signs up with a number and the code from the inbox': async () => {
    await open(page, '/sign-up');
    await page.locator('input[name=phoneNumber]').pressSequentially(typed(number));
    await page.fill('input[name=password]', password);
    await submit(page);
    await page.waitForURL('**/sign-up/verify-phone-number**');
    await chromium.evidence('phone-sign-up-code');
    await enterCode(page, await newCode(number));
    await at(page, path => !path.includes('/sign-up'));
    id = await until('somebody is signed in', () => userId(page));
    assert.equal((await user()).phone_numbers[0].phone_number, number);
  },
  'adds a second number on the profile page': async () => {
    await open(page, '/user');
    await page.getByRole('button', { name: 'Add phone number' }).click();
    await page.locator('input[name=phoneNumber]').pressSequentially(typed(second));
    await submit(page);
    await enterCode(page, await newCode(second));
    await until('the number is verified', async () =>
      (await user()).phone_numbers.some(one => one.phone_number === second && one.verification?.status === 'verified'));
  },
  'makes it the primary one, and takes the first away': async () => {
    await page.reload();
    await shown(page);
    const rows = page.locator('.cl-profileSectionItem__phoneNumbers');
    await until('both numbers are listed', async () => (await rows.count()) === 2);
    await rows.filter({ hasNotText: 'Primary' }).getByLabel('Open menu').click();
    await page.getByText('Set as primary').click();
    await until('it is the primary one', async () => {
      const shownUser = await user();
      return shownUser.phone_numbers.find(one => one.id === shownUser.primary_phone_number_id).phone_number === second;
    });
    await page.reload();
    await shown(page);
    await rows.filter({ hasNotText: 'Primary' }).getByLabel('Open menu').click();
    await page.getByText('Remove phone number').click();
    await submit(page);
    await until('one number is left', async () => (await user()).phone_numbers.length === 1);
  },
  'signs in by the code sent to the number': async () => {
    await signOut(page);
    await open(page, '/sign-in');
    await page.locator('input[name=identifier]').pressSequentially(typed(second));
    await submit(page);
    await page.waitForURL('**/sign-in/factor-one**');
    await page.getByText('Use another method').click();
    await page.getByText(/Send SMS code to/i).click();
    await enterCode(page, await newCode(second));
    await until('signed in', async () => (await userId(page)) === id);
  },
  'resets a forgotten password by text message': async () => {
    await signOut(page);
    await open(page, '/sign-in');
    await page.locator('input[name=identifier]').pressSequentially(typed(second));
    await submit(page);
    await page.waitForURL('**/sign-in/factor-one**');
    await page.getByText('Forgot password?').click();
    await page.getByText('Reset your password').first().click();
    await enterCode(page, await newCode(second));
    await page.waitForURL('**/sign-in/reset-password**');
    await page.fill('input[name=password]', 'another-Donkey-stapler-17');
    await page.fill('input[name=confirmPassword]', 'another-Donkey-stapler-17');
    await submit(page);
    await until('signed in', async () => (await userId(page)) === id);
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`phone-${claim}`), atEnd: () => chromium.close() });
