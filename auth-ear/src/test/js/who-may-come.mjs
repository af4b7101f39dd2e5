// The official @clerk/backend, unmodified: whom an app's server asks in, lets wait, keeps out, and lets its staff act as.
import assert from 'node:assert/strict';
import { saw, story } from './lib/story.mjs';
import { freshEmail, password, publishableKey, secretKey, url } from './lib/server.mjs';

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
const refused = (call, status, code) => assert.rejects(call, error => {
  assert.deepEqual([error.status, error.errors[0].code], [status, code]);
  return true;
});

await story({
  'invites, lists and revokes': async () => {
    const email = freshEmail();
    const made = await clerk.invitations.createInvitation({ emailAddress: email, notify: false, publicMetadata: { role: 'editor' }, expiresInDays: 3 });
    assert.equal(made.status, 'pending');
    assert.match(made.url, /\/v1\/tickets\/accept\?ticket=/);
    assert.deepEqual(made.publicMetadata, { role: 'editor' });
    const { data, totalCount } = await clerk.invitations.getInvitationList({ query: email });
    assert.deepEqual([data[0].id, totalCount], [made.id, 1]);
    await refused(clerk.invitations.createInvitation({ emailAddress: email }), 400, 'duplicate_record');
    assert.equal((await clerk.invitations.revokeInvitation(made.id)).revoked, true);
  },
  'invites several at once': async () => {
    const made = await clerk.invitations.createInvitationBulk([{ emailAddress: freshEmail(), notify: false }, { emailAddress: freshEmail(), notify: false }]);
    assert.equal((made.data ?? made).length, 2);
  },
  'keeps the allow list': async () => {
    const domain = `${crypto.randomUUID()}.example`;
    const made = await clerk.allowlistIdentifiers.createAllowlistIdentifier({ identifier: `*@${domain}`, notify: false });
    assert.equal(made.identifierType, 'email_address');
    const { data } = await clerk.allowlistIdentifiers.getAllowlistIdentifierList({ limit: 100 });
    assert.ok(data.some(one => one.id === made.id));
    assert.equal((await clerk.allowlistIdentifiers.deleteAllowlistIdentifier(made.id)).deleted, true);
  },
  'keeps the block list': async () => {
    const domain = `${crypto.randomUUID()}.example`;
    const made = await clerk.blocklistIdentifiers.createBlocklistIdentifier({ identifier: domain });
    const { data, totalCount } = await clerk.blocklistIdentifiers.getBlocklistIdentifierList();
    assert.ok(totalCount >= 1 && data.some(one => one.id === made.id));
    assert.equal((await clerk.blocklistIdentifiers.deleteBlocklistIdentifier(made.id)).deleted, true);
  },
  'keeps the waitlist': async () => {
    const emailAddress = freshEmail();
    const made = await clerk.waitlistEntries.create({ emailAddress, notify: false });
    assert.equal(made.status, 'pending');
    const { data, totalCount } = await clerk.waitlistEntries.list({ query: emailAddress });
    assert.deepEqual([data[0].id, totalCount], [made.id, 1]);
    const invited = await clerk.waitlistEntries.invite(made.id);
    assert.deepEqual([invited.status, invited.invitation.status], ['invited', 'pending']);
    assert.equal((await clerk.waitlistEntries.reject(made.id)).status, 'rejected');
    const more = await clerk.waitlistEntries.createBulk([{ emailAddress: freshEmail(), notify: false }]);
    const [other] = more.data ?? more;
    assert.equal((await clerk.waitlistEntries.delete(other.id)).deleted, true);
  },
  'lets staff act as a user': async () => {
    const user = await clerk.users.createUser({ emailAddress: [freshEmail()], password });
    const made = await clerk.actorTokens.create({ userId: user.id, actor: { sub: 'user_staff' }, expiresInSeconds: 600 });
    assert.deepEqual([made.status, made.userId, made.actor.sub], ['pending', user.id, 'user_staff']);
    assert.equal((await clerk.actorTokens.revoke(made.id)).status, 'revoked');
    await refused(clerk.actorTokens.revoke(made.id), 400, 'actor_token_cannot_be_revoked_code');
  },
  'says who signs up': async () => {
    const { id: devBrowser } = await (await plainFetch(`${url}/v1/dev_browser`, { method: 'POST' })).json();
    const answer = await plainFetch(`${url}/v1/client/sign_ups?__clerk_db_jwt=${devBrowser}`, {
      method: 'POST', headers: { origin: 'http://localhost:3000' }, body: new URLSearchParams({ email_address: freshEmail() }),
    });
    const { response } = await answer.json();
    const externalId = `guest-${crypto.randomUUID()}`;
    const changed = await clerk.signUps.update({ signUpAttemptId: response.id, externalId });
    assert.equal(changed.externalId, externalId);
    assert.equal((await clerk.signUps.get(response.id)).emailAddress, response.email_address);
  },
});
