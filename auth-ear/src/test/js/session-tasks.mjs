// What is left to do after a sign-in: a second factor that the app insists on, a password that others may know, a device nobody knows.
import assert from 'node:assert/strict';
import { launch } from './lib/chromium.mjs';
import { enterCode, submit } from './lib/pages.mjs';
import { freshEmail, password, url } from './lib/server.mjs';
import { story, until } from './lib/story.mjs';
import { authenticator, scan, secondFactors, tenant } from './lib/factors.mjs';

const strict = await tenant('Strict', { attributes: secondFactors, sign_in: { second_factor_required: true } });
const doubting = await tenant('Doubting', { sign_in: { client_trust: true } });
const chromium = await launch([url], {
  // A wrong way in is refused, and whoever signs out asks once too often who is here
  expected: [/422 .*(sign_ins|attempt_first_factor)/, /401 .*/],
});
const page = await chromium.visitor();
const newPassword = 'another-Donkey-stapler-17';
const status = () => page.evaluate(() => window.Clerk.session?.status ?? null).catch(() => undefined);

await story({
  'must set up a second factor before the session counts': async () => {
    const email = freshEmail();
    const { id } = await strict.createUser(email);
    await strict.password(page, email);
    await page.waitForURL('**/tasks/setup-mfa**');
    assert.equal(await status(), 'pending');
    await chromium.picture('session-tasks-setup-mfa');
    const showCode = authenticator(await scan(page));
    await submit(page);
    await enterCode(page, showCode());
    await until('it is on', async () => (await strict.backend('GET', `/users/${id}`)).totp_enabled);
    await page.getByText('Authenticator application verification enabled').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await strict.arrived(page);
    assert.equal(await status(), 'active');
    await strict.signOut(page);
  },
  'must replace a password that others may know': async () => {
    const email = freshEmail();
    const { id } = await doubting.createUser(email, { bypass_client_trust: true });
    await doubting.backend('POST', `/users/${id}/password/set_compromised`, {});
    await doubting.password(page, email);
    await page.getByText(/Email code to/).click();
    await enterCode(page, await doubting.code(email));
    await page.waitForURL('**/tasks/reset-password**');
    await chromium.picture('session-tasks-reset-password');
    await page.fill('input[name=newPassword]', newPassword);
    await page.fill('input[name=confirmPassword]', newPassword);
    await submit(page);
    await doubting.arrived(page);
    assert.equal(await status(), 'active');
    await doubting.signOut(page);
    await doubting.password(page, email, newPassword);
    await doubting.arrived(page);
    await doubting.signOut(page);
  },
  'shows on a device that nobody knows that mail still arrives': async () => {
    const email = freshEmail();
    await doubting.createUser(email);
    await doubting.password(page, email, password);
    await page.waitForURL('**/sign-in/client-trust**');
    await chromium.picture('session-tasks-client-trust');
    await enterCode(page, await doubting.code(email));
    await doubting.arrived(page);
    await doubting.signOut(page);
    await doubting.password(page, email, password);
    await doubting.arrived(page);
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`session-tasks-${claim}`), atEnd: () => chromium.close() });
