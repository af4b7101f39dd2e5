// A newcomer signs up, comes back, stays for longer than a token lives, and leaves.
import assert from 'node:assert/strict';
import { launch } from './lib/chromium.mjs';
import { open, shown, signOut, signUp, userId } from './lib/pages.mjs';
import { backend, freshEmail, url } from './lib/server.mjs';
import { story, until } from './lib/story.mjs';

const chromium = await launch([url]);
const page = await chromium.visitor();
const email = freshEmail();
const claims = token => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
const cookie = async name => (await page.context().cookies(url)).find(one => one.name === name)?.value;
let user;

await story({
  'the start page says that nobody is signed in': async () => {
    await open(page, '/');
    await page.getByText('Nobody is signed in').waitFor();
  },
  'a newcomer signs up with the code from the inbox': async () => {
    await signUp(page, email);
    user = await userId(page);
    assert.equal((await backend('GET', `/users/${user}`)).email_addresses[0].email_address, email);
  },
  'a reload finds them still signed in': async () => {
    await page.reload();
    await shown(page);
    assert.equal(await userId(page), user);
  },
  'the cookies are those that the SDKs read': async () => {
    const session = claims(await cookie('__session'));
    assert.equal(session.sub, user);
    assert.ok(session.iat >= Number(await cookie('__client_uat')), 'a token is never older than the client');
    assert.ok(await cookie('__clerk_db_jwt'));
  },
  'a fresh token is there when the old one has expired': async () => {
    const before = claims(await cookie('__session'));
    await until('the token expires', () => Date.now() / 1000 > before.exp, 70);
    const after = claims(await page.evaluate(() => window.Clerk.session.getToken()));
    assert.ok(after.exp > Date.now() / 1000);
    assert.notEqual(after.jti, before.jti);
    assert.equal((await until('the cookie is fresh', async () => claims(await cookie('__session')).exp > before.exp)), true);
  },
  'who signs out is nobody, also after a reload': async () => {
    await signOut(page);
    await page.reload();
    await shown(page);
    assert.equal(await userId(page), null);
  },
  'the inbox shows the e-mail with its code': async () => {
    await page.goto(`${url}/dev/inbox`);
    await page.getByText(email).first().waitFor();
    assert.match(await page.locator('body').innerText(), /\b\d{6}\b/);
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`sign-up-${claim}`), atEnd: () => chromium.close() });
