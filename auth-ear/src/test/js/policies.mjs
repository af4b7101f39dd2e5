// Who may come, as people see it: restricted sign-up with an invitation, a waitlist, legal consent, and staff who act as a user.
import assert from 'node:assert/strict';
import { launch } from './lib/chromium.mjs';
import { enterCode, shown, submit, userId } from './lib/pages.mjs';
import { freshEmail, password, url } from './lib/server.mjs';
import { story, until } from './lib/story.mjs';
import { application } from './lib/tenant.mjs';

const chromium = await launch([url]);
const email = freshEmail();
const waiting = freshEmail();
const agreeing = freshEmail();
const restricted = await application({ sign_up: { mode: 'restricted' } });
const queue = await application({ sign_up: { mode: 'waitlist' } });
const careful = await application({
  sign_up: { legal_consent_enabled: true },
  display: { terms_url: `${url}/terms`, privacy_policy_url: `${url}/privacy` },
});
let user;

async function visit(address) {
  const page = await chromium.visitor();
  await page.goto(address);
  await shown(page);
  return page;
}

const link = async (app, to, slug) => (await app.message(to, slug)).data.action_url;
const signedIn = page => until('somebody is signed in', () => userId(page));

await story({
  'whoever was not invited is told that sign-ups are restricted': async () => {
    const page = await visit(`${restricted.base}/sign-up`);
    await page.getByText('Access restricted').waitFor();
    assert.equal(await page.locator('input[name=password]').count(), 0);
  },
  'who was invited signs up by the link in the message, and need not prove the address': async () => {
    await restricted.backend('POST', '/invitations', { email_address: email, public_metadata: { role: 'editor' } });
    const page = await visit(await link(restricted, email, 'invitation'));
    await page.fill('input[name=password]', password);
    await submit(page);
    user = await signedIn(page);
    const [known] = await restricted.backend('GET', `/users?email_address=${encodeURIComponent(email)}`);
    assert.equal(known.id, user);
    assert.equal(known.public_metadata.role, 'editor');
  },
  'the same link lets nobody in again': async () => {
    const answer = await fetch(await link(restricted, email, 'invitation'), { redirect: 'manual' });
    assert.equal(answer.status, 400);
  },
  'a newcomer joins the waitlist': async () => {
    const page = await visit(`${queue.base}/sign-up`);
    await page.getByText('Join waitlist', { exact: true }).click();
    await page.waitForURL('**/waitlist**');
    await page.fill('input[name=emailAddress]', waiting);
    await submit(page);
    await page.getByText('Thanks for joining the waitlist!').waitFor();
    await queue.message(waiting, 'waitlist_confirmation');
  },
  'who has waited signs up by the link in the message': async () => {
    const { data: [entry] } = await queue.backend('GET', `/waitlist_entries?query=${encodeURIComponent(waiting)}`);
    await queue.backend('POST', `/waitlist_entries/${entry.id}/invite`, {});
    const page = await visit(await link(queue, waiting, 'waitlist_invitation'));
    await page.fill('input[name=password]', password);
    await submit(page);
    await signedIn(page);
    const { data: [done] } = await queue.backend('GET', `/waitlist_entries?query=${encodeURIComponent(waiting)}`);
    assert.equal(done.status, 'completed');
  },
  'who signs up agrees to the terms': async () => {
    const page = await visit(`${careful.base}/sign-up`);
    await page.fill('input[name=emailAddress]', agreeing);
    await page.fill('input[name=password]', password);
    await page.locator('input[name=legalAccepted]').check();
    await submit(page);
    await page.waitForURL('**/sign-up/verify-email-address**');
    await enterCode(page, (await careful.message(agreeing, 'verification_code')).otp_code);
    const id = await signedIn(page);
    const agreed = await careful.backend('GET', `/users/${id}`);
    assert.ok(agreed.legal_accepted_at > 0, 'it is known when');
  },
  'staff acts as a user, and the page says so': async () => {
    const token = await restricted.backend('POST', '/actor_tokens', { user_id: user, actor: { sub: 'user_staff' } });
    const page = await visit(token.url);
    assert.equal(await signedIn(page), user);
    assert.equal(await page.evaluate(() => window.Clerk.session.actor.sub), 'user_staff');
    const claims = await page.evaluate(async () => JSON.parse(atob((await window.Clerk.session.getToken()).split('.')[1].replace(/-/g, '+').replace(/_/g, '/'))));
    assert.equal(claims.act.sub, 'user_staff');
    await page.locator('.cl-impersonationFab').waitFor();
  },
  'when the token is revoked, staff is out': async () => {
    const page = await chromium.visitor();
    const token = await restricted.backend('POST', '/actor_tokens', { user_id: user, actor: { sub: 'user_staff' } });
    await page.goto(token.url);
    await shown(page);
    await signedIn(page);
    await restricted.backend('POST', `/actor_tokens/${token.id}/revoke`, {});
    await page.reload();
    await shown(page);
    assert.equal(await userId(page), null);
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`policies-${claim}`), atEnd: () => chromium.close() });
