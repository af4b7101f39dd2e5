// The official @clerk/backend, unmodified: tokens for other servers, tokens that let somebody in, and where apps are.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { saw, story } from './lib/story.mjs';
import { createUser, freshEmail, publishableKey, secretKey, signedIn, url } from './lib/server.mjs';

const plainFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const answer = await plainFetch(request);
  const body = Buffer.from(await answer.clone().arrayBuffer());
  saw({ method: request.method, url: request.url, authorization: request.headers.get('authorization') ?? '', status: answer.status,
    type: answer.headers.get('content-type') ?? '', body });
  return answer;
};
const { createClerkClient, verifyToken } = await import('@clerk/backend');

const clerk = createClerkClient({ secretKey, publishableKey, apiUrl: url, proxyUrl: url, telemetry: { disabled: true } });
const email = freshEmail();
const name = `sdk-${crypto.randomUUID()}`;
const claims = jwt => JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url'));
let user;
let visitor;
let template;
let token;

await story({
  'makes a template': async () => {
    user = await createUser(email);
    visitor = await signedIn(email);
    template = await clerk.jwtTemplates.create({ name, claims: { aud: 'convex', email: '{{user.primary_email_address}}' }, lifetime: 120 });
    assert.deepEqual([template.name, template.lifetime, template.signingAlgorithm], [name, 120, 'RS256']);
  },
  'reads and changes it': async () => {
    assert.equal((await clerk.jwtTemplates.get(template.id)).id, template.id);
    const changed = await clerk.jwtTemplates.update({ templateId: template.id, name, claims: { ...template.claims, plan: "{{user.public_metadata.plan || 'free'}}" } });
    assert.equal(changed.claims.plan, "{{user.public_metadata.plan || 'free'}}");
  },
  'lists templates': async () => {
    const list = await clerk.jwtTemplates.list({ limit: 100 });
    assert.ok(list.totalCount > 0);
    assert.ok(list.data.some(t => t.id === template.id));
  },
  'gets a token after it': async () => {
    token = (await clerk.sessions.getToken(visitor.session.id, name)).jwt;
    const said = claims(token);
    assert.deepEqual([said.aud, said.email, said.plan, said.sub, said.exp - said.iat], ['convex', email, 'free', user.id, 120]);
  },
  'does not take that token for a session': async () => {
    const request = new Request('http://localhost:3000/', { headers: { authorization: `Bearer ${token}` } });
    const state = await clerk.authenticateRequest(request);
    assert.deepEqual([state.isAuthenticated, state.reason], [false, 'token-type-mismatch']);
  },
  'believes the signature where another server asks for it': async () =>
    assert.equal((await verifyToken(token, { secretKey, apiUrl: url, audience: 'convex' })).sub, user.id),
  'deletes the template': async () => {
    assert.equal((await clerk.jwtTemplates.delete(template.id)).deleted, true);
    await assert.rejects(clerk.jwtTemplates.get(template.id), error => error.status === 404);
  },
  'makes and revokes a sign-in token': async () => {
    const made = await clerk.signInTokens.createSignInToken({ userId: user.id, expiresInSeconds: 600 });
    assert.deepEqual([made.status, made.userId], ['pending', user.id]);
    assert.ok(made.url.endsWith(`/v1/tickets/accept?ticket=${made.token}`));
    assert.equal((await clerk.signInTokens.revokeSignInToken(made.id)).status, 'revoked');
  },
  'lists where apps are': async () => {
    const made = await clerk.redirectUrls.createRedirectUrl({ url: `my-app://${crypto.randomUUID()}` });
    assert.equal((await clerk.redirectUrls.getRedirectUrl(made.id)).url, made.url);
    assert.ok((await clerk.redirectUrls.getRedirectUrlList()).data.some(u => u.id === made.id));
    assert.equal((await clerk.redirectUrls.deleteRedirectUrl(made.id)).deleted, true);
  },
  'makes a testing token': async () => assert.ok((await clerk.testingTokens.createTestingToken()).token),
});
