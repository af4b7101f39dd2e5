// Somebody protects their account by an authenticator app, and signs in with it, and with a backup code when the phone is gone.
import assert from 'node:assert/strict';
import { launch } from './lib/chromium.mjs';
import { enterCode, submit } from './lib/pages.mjs';
import { freshEmail, url } from './lib/server.mjs';
import { story, until } from './lib/story.mjs';
import { authenticator, scan, secondFactors, tenant } from './lib/factors.mjs';

const app = await tenant('Second factors', { attributes: secondFactors });
const chromium = await launch([url]);
const page = await chromium.visitor();
const email = freshEmail();
const { id } = await app.createUser(email);
let showCode;
let backupCodes;

await story({
  'sets up an authenticator app by scanning its code': async () => {
    await app.password(page, email);
    await app.arrived(page);
    await app.open(page, '/user/security');
    await page.getByRole('button', { name: 'Add two-step verification' }).click();
    await page.getByText('Authenticator application').click();
    const uri = await scan(page);
    assert.equal(uri.searchParams.get('issuer'), 'Second factors');
    assert.match(decodeURIComponent(uri.pathname), new RegExp(email));
    showCode = authenticator(uri);
    await submit(page);
    await enterCode(page, showCode());
    await until('it is on', async () => (await app.backend('GET', `/users/${id}`)).totp_enabled);
  },
  'is given ten backup codes': async () => {
    const shown = page.locator('.cl-profileSectionContent, .cl-pageScrollBox').first();
    await until('the codes are shown', async () => {
      const words = (await shown.innerText()).split(/\s+/);
      backupCodes = words.filter(word => /^[2-9a-z]{8}$/.test(word) && /\d/.test(word));
      return backupCodes.length >= 5;
    });
    await page.waitForTimeout(500); // for the picture alone: the form before it fades out
    await chromium.picture('second-factors-backup-codes');
  },
  'signs in with a code out of the app': async () => {
    await app.signOut(page);
    await app.password(page, email);
    await page.waitForURL('**/sign-in/factor-two**');
    assert.equal(await page.evaluate(() => window.Clerk.client.sessions.length), 0);
    await chromium.picture('second-factors-factor-two');
    await enterCode(page, showCode());
    await app.arrived(page);
  },
  'signs in with a backup code when the phone is gone': async () => {
    await app.signOut(page);
    await app.password(page, email);
    await page.waitForURL('**/sign-in/factor-two**');
    await page.getByText('Use another method').click();
    await page.getByText('Use a backup code').click();
    await page.fill('input[name=code]', backupCodes[0]);
    await submit(page);
    await app.arrived(page);
  },
  'takes the authenticator app away again': async () => {
    await app.open(page, '/user/security');
    await page.locator('.cl-profileSection__mfa').getByLabel('Open menu').first().click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await submit(page);
    await until('it is off', async () => !(await app.backend('GET', `/users/${id}`)).two_factor_enabled);
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`second-factors-${claim}`), atEnd: () => chromium.close() });
