// Links from e-mails, opened in another tab of the same browser, and on another device.
import assert from 'node:assert/strict';
import { launch } from './lib/chromium.mjs';
import { open, signOut, submit, userId } from './lib/pages.mjs';
import { backend, createUser, freshEmail, link, password, url } from './lib/server.mjs';
import { story, until } from './lib/story.mjs';

const chromium = await launch([new URL(url).origin]);
const page = await chromium.visitor();
const email = freshEmail();
const lenient = process.env.ANY_DEVICE === 'true';
const seen = [];
let id;

async function newLink(to) {
  const address = await link(to, seen);
  seen.push(address);
  return address;
}

// In another tab of the visitor, which stays: Chromium may never close one that is on its way to another page.
async function openLink(to) {
  const tab = await page.context().newPage();
  await tab.goto(await newLink(to));
  return tab;
}

// In front, for a tab behind another may go on without telling who asks it anything
const signedIn = async tab => {
  await tab.bringToFront();
  return until('somebody is signed in', () => userId(tab), 30);
};

await story({
  'a newcomer asks for a link': async () => {
    await open(page, '/sign-up');
    await page.fill('input[name=emailAddress]', email);
    await page.fill('input[name=password]', password);
    await submit(page);
    await page.waitForURL('**/sign-up/verify-email-address**');
    await page.getByText(/verification link/i).first().waitFor();
    assert.equal(await userId(page), null);
  },
  'the link, opened in another tab, signs both tabs in': async () => {
    id = await signedIn(await openLink(email));
    assert.equal(await signedIn(page), id);
    assert.equal((await backend('GET', `/users/${id}`)).email_addresses[0].verification.strategy, 'email_link');
  },
  'a second address of the profile is proved by a link': async () => {
    const address = freshEmail();
    await open(page, '/user');
    await page.getByRole('button', { name: 'Add email address' }).click();
    await page.fill('input[name=emailAddress]', address);
    await submit(page);
    await openLink(address);
    await until('the address is verified', async () =>
      (await backend('GET', `/users/${id}`)).email_addresses.some(one =>
        one.email_address === address && one.verification?.status === 'verified'));
    await page.bringToFront();
  },
  'who has an account signs in by a link in another tab': async () => {
    await signOut(page);
    await open(page, '/sign-in');
    await page.fill('input[name=identifier]', email);
    await submit(page);
    await page.waitForURL('**/sign-in/factor-one**');
    await page.getByText('Use another method').click();
    await page.getByText(`Email link to ${email.slice(0, 15)}`).click();
    await signedIn(await openLink(email));
    assert.equal(await signedIn(page), id);
  },
  'on another device the link does what the instance says': async () => {
    const someone = freshEmail();
    const { id: theirs } = await createUser(someone);
    const here = await chromium.visitor();
    await open(here, '/sign-in');
    await here.fill('input[name=identifier]', someone);
    await submit(here);
    await here.waitForURL('**/sign-in/factor-one**');
    await here.getByText('Use another method').click();
    await here.getByText(`Email link to ${someone.slice(0, 15)}`).click();
    const device = await chromium.visitor();
    await device.goto(await newLink(someone));
    await device.getByText(lenient ? /Return to original tab/i : /invalid for this device/i).first().waitFor();
    assert.equal(await userId(device), null);
    if (lenient) {
      assert.equal(await signedIn(here), theirs);
    } else {
      assert.equal(await userId(here), null);
    }
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`email-link-${claim}`), atEnd: () => chromium.close() });
