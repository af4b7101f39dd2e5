// Somebody who has been signed in for a while proves it anew before they change what lets them in; and two people share a browser.
import assert from 'node:assert/strict';
import { launch } from './lib/chromium.mjs';
import { submit } from './lib/pages.mjs';
import { freshEmail, password, url } from './lib/server.mjs';
import { story, until } from './lib/story.mjs';
import { tenant } from './lib/factors.mjs';

const app = await tenant('Careful', { session: { reverification: true, single_session_mode: false } });
const chromium = await launch([url], { expected: [/403 /] });
const page = await chromium.visitor();
const email = freshEmail();
const other = freshEmail();
const added = freshEmail();
const { id } = await app.createUser(email, { first_name: 'Ada' });
const { id: otherId } = await app.createUser(other, { first_name: 'Grace' });
const users = () => page.evaluate(() => window.Clerk.client.signedInSessions.map(session => session.user.id));

await story({
  'is asked for the password again before adding an address': async () => {
    await app.password(page, email);
    await app.arrived(page);
    const { id: clock } = await app.backend('POST', '/test_clocks', { name: 'a quarter of an hour' });
    await app.backend('POST', `/test_clocks/${clock}/advance`, { seconds: 15 * 60 });
    await app.open(page, '/user');
    await page.getByRole('button', { name: 'Add email address' }).click();
    await page.fill('input[name=emailAddress]', added);
    await submit(page);
    await page.getByText('Verification required').waitFor();
    await chromium.picture('reverification-modal');
    await page.fill('input[name=password]', password);
    await page.locator('.cl-userVerification-root .cl-formButtonPrimary, .cl-modalContent .cl-formButtonPrimary').last().click();
    await until('the address is there', async () =>
      (await app.backend('GET', `/users/${id}`)).email_addresses.some(one => one.email_address === added));
  },
  'a second person signs in in the same browser': async () => {
    await app.password(page, other);
    await until('both are signed in', async () => (await users().catch(() => [])).length === 2);
    await app.open(page, '/user');
    assert.deepEqual((await users()).sort(), [id, otherId].sort());
    assert.equal(await page.evaluate(() => window.Clerk.user.id), otherId);
  },
  'they change places': async () => {
    await page.locator('.cl-userButtonTrigger').click();
    await page.locator('.cl-userButtonPopoverActionButton, button').filter({ hasText: 'Ada' }).first().click();
    await until('the first is in use', async () => (await page.evaluate(() => window.Clerk.user?.id).catch(() => null)) === id);
  },
  'one of them leaves and the other stays': async () => {
    await page.evaluate(() => void window.Clerk.signOut({ sessionId: window.Clerk.session.id, redirectUrl: location.pathname }));
    await until('one is left', async () => (await users().catch(() => [])).join() === otherId);
    await app.open(page, '/user/security'); // another page than the one that it is sent to
    await app.signOut(page);
    assert.deepEqual(await users(), []);
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`reverification-${claim}`), atEnd: () => chromium.close() });
