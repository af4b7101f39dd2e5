// Somebody looks after their account on the profile page, and in the end deletes it.
import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import { launch } from './lib/chromium.mjs';
import { enterCode, open, shown, signIn, submit, userId } from './lib/pages.mjs';
import { backend, code, createUser, freshEmail, url } from './lib/server.mjs';
import { story, until } from './lib/story.mjs';

// After its session was revoked elsewhere, the second browser is refused once before it signs itself out
const chromium = await launch([url], { expected: [/401 \(.*/] });
const page = await chromium.visitor();
const email = freshEmail();
const second = freshEmail();
const { id } = await createUser(email, { first_name: 'Ada', last_name: 'Byron' });
const user = () => backend('GET', `/users/${id}`);
let elsewhere;

// A picture of 32 by 32 red dots
function png() {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(zlib.crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.from([0, 0, 0, 32, 0, 0, 0, 32, 8, 2, 0, 0, 0]);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(96, Buffer.from([220, 30, 40]))]);
  const pixels = zlib.deflateSync(Buffer.concat(Array(32).fill(row)));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

await story({
  'the profile is for who is signed in': async () => {
    await page.goto(`${url}/user`);
    await page.waitForURL('**/sign-in**');
    await signIn(page, email);
    await open(page, '/user');
    await page.getByText('Ada Byron').first().waitFor();
  },
  'changes the name': async () => {
    await page.getByRole('button', { name: 'Update profile' }).click();
    await page.fill('input[name=firstName]', 'Augusta');
    await page.fill('input[name=lastName]', 'Lovelace');
    await submit(page);
    await page.getByText('Augusta Lovelace').first().waitFor();
    await page.locator('input[name=firstName]').waitFor({ state: 'detached' });
    assert.equal((await user()).first_name, 'Augusta');
  },
  'changes the picture': async () => {
    await page.getByRole('button', { name: 'Update profile' }).click();
    await until('the form of the name has faded out', async () => await page.locator('input[type=file]').count() === 1);
    await page.locator('input[type=file]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: png() });
    await until('the picture is kept', async () => (await user()).has_image);
    const { image_url: picture } = await user();
    await until('the picture is shown', () => page.evaluate(() =>
      [...document.querySelectorAll('.cl-userProfile-root img')].some(image => image.complete && image.naturalWidth > 0)));
    assert.ok(picture.startsWith(url), picture);
    await page.reload();
    await shown(page);
  },
  'adds and verifies a second address': async () => {
    await page.getByRole('button', { name: 'Add email address' }).click();
    await page.fill('input[name=emailAddress]', second);
    await submit(page);
    await enterCode(page, await code(second));
    await until('the address is verified', async () =>
      (await user()).email_addresses.some(one => one.email_address === second && one.verification?.status === 'verified'));
    await page.getByText(second).first().waitFor();
  },
  'sees the other device': async () => {
    elsewhere = await chromium.visitor();
    await signIn(elsewhere, email);
    await open(page, '/user/security');
    await until('two devices are listed', async () => (await page.locator('.cl-activeDevice').count()) === 2);
  },
  'signs the other device out': async () => {
    await page.locator('.cl-activeDeviceListItem').filter({ hasNotText: 'This device' }).getByLabel('Open menu').click();
    await page.getByText('Sign out of device').click();
    await until('one session is left', async () =>
      (await backend('GET', `/sessions?user_id=${id}&status=active`)).length === 1);
    await page.reload(); // the component itself does not take the row away
    await until('one device is left', async () => (await page.locator('.cl-activeDevice').count()) === 1);
    await elsewhere.reload();
    await until('it is signed out there', async () => (await shown(elsewhere).catch(() => {}), (await userId(elsewhere)) === null));
    assert.equal(await userId(page), id);
  },
  'deletes the account': async () => {
    await page.getByRole('button', { name: 'Delete account' }).click();
    await page.fill('input[name=deleteConfirmation]', 'Delete account');
    await submit(page);
    await until('the user is gone', () => user().then(() => false, () => true));
    await until('nobody is signed in', async () => (await userId(page).catch(() => id)) === null);
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`account-${claim}`), atEnd: () => chromium.close() });
