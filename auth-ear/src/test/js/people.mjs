// The official @clerk/backend, unmodified: what an app's server does to its users beyond making and changing them.
import assert from 'node:assert/strict';
import { saw, story } from './lib/story.mjs';
import { freshEmail, password, publishableKey, secretKey, signedIn, url } from './lib/server.mjs';

const plainFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const answer = await plainFetch(request);
  const body = Buffer.from(await answer.clone().arrayBuffer());
  const { headers } = answer;
  saw({ method: request.method, url: request.url, authorization: request.headers.get('authorization') ?? '', status: answer.status,
    type: headers.get('content-type') ?? '', body });
  return answer;
};
const { createClerkClient } = await import('@clerk/backend');

const clerk = createClerkClient({ secretKey, publishableKey, apiUrl: url, proxyUrl: url, telemetry: { disabled: true } });
const email = freshEmail();
const refused = (call, status, code) => assert.rejects(call, error => {
  assert.deepEqual([error.status, error.errors[0].code], [status, code]);
  return true;
});
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
let user;
let second;

await story({
  'creates a user': async () => {
    user = await clerk.users.createUser({ emailAddress: [email], password });
  },
  'bans and unbans': async () => {
    assert.equal((await clerk.users.banUser(user.id)).banned, true);
    assert.equal((await clerk.users.unbanUser(user.id)).banned, false);
  },
  'locks and unlocks': async () => {
    assert.equal((await clerk.users.lockUser(user.id)).locked, true);
    assert.equal((await clerk.users.unlockUser(user.id)).locked, false);
  },
  'verifies a password': async () => {
    assert.equal((await clerk.users.verifyPassword({ userId: user.id, password })).verified, true);
    await refused(clerk.users.verifyPassword({ userId: user.id, password: 'another-Donkey-stapler-17' }), 422, 'form_password_incorrect');
  },
  'says that a password is known to others': async () => {
    assert.equal((await clerk.users.setPasswordCompromised(user.id, { revokeAllSessions: true })).id, user.id);
    assert.equal((await clerk.users.unsetPasswordCompromised(user.id)).id, user.id);
  },
  'verifies a client by a session token': async () => {
    const visitor = await signedIn(email);
    const client = await clerk.clients.verifyClient(visitor.token);
    assert.ok(client.sessions.some(session => session.userId === user.id));
    assert.equal((await clerk.clients.getClient(client.id)).id, client.id);
  },
  'shows a picture': async () => {
    const shown = await clerk.users.updateUserProfileImage(user.id, { file: new Blob([png], { type: 'image/png' }) });
    assert.equal(shown.hasImage, true);
    assert.equal((await clerk.users.deleteUserProfileImage(user.id)).hasImage, false);
  },
  'gives and takes addresses': async () => {
    second = await clerk.emailAddresses.createEmailAddress({ userId: user.id, emailAddress: freshEmail(), verified: true });
    assert.equal((await clerk.emailAddresses.getEmailAddress(second.id)).verification.status, 'verified');
    await clerk.emailAddresses.updateEmailAddress(second.id, { primary: true });
    assert.equal((await clerk.users.getUser(user.id)).primaryEmailAddressId, second.id);
    assert.equal((await clerk.emailAddresses.deleteEmailAddress(second.id)).deleted, true);
  },
  'replaces the address': async () => {
    const only = freshEmail();
    const replaced = await clerk.users.replaceUserEmailAddress(user.id, { emailAddress: only });
    assert.equal(replaced.emailAddress, only);
    assert.deepEqual((await clerk.users.getUser(user.id)).emailAddresses.map(each => each.emailAddress), [only]);
  },
  'searches users': async () => {
    const list = await clerk.users.getUserList({ query: user.id });
    assert.deepEqual([list.totalCount, list.data.map(each => each.id)], [1, [user.id]]);
  },
  'replaces metadata': async () => {
    await clerk.users.updateUserMetadata(user.id, { publicMetadata: { a: 1 } });
    assert.deepEqual((await clerk.users.replaceUserMetadata(user.id, { publicMetadata: { b: 2 } })).publicMetadata, { b: 2 });
  },
  'removes the password': async () => {
    assert.equal((await clerk.users.removePassword(user.id)).passwordEnabled, false);
    await refused(clerk.users.verifyPassword({ userId: user.id, password }), 400, 'no_password_set');
  },
});
