// The official @clerk/backend, unmodified, against the running server.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
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
const { createClerkClient, verifyToken } = await import('@clerk/backend');

const clerk = createClerkClient({ secretKey, publishableKey, apiUrl: url, proxyUrl: url, telemetry: { disabled: true } });
const email = freshEmail();
let user;
let session;
let token;
let visitor;

const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
const parts = jwt => jwt.split('.').slice(0, 2).map(p => JSON.parse(Buffer.from(p, 'base64url')));
const verify = jwt => verifyToken(jwt, { secretKey, apiUrl: url });
const refused = (jwt, reason) => assert.rejects(verify(jwt), error => {
  assert.match(String(error.reason), reason);
  return true;
});
const request = (cookies, { path = '/', headers = {} } = {}) => new Request(`http://localhost:3000${path}`, {
  headers: { accept: 'text/html', cookie: Object.entries(cookies).map(([k, v]) => `${k}=${v}`).join('; '), ...headers },
});
const cookies = () => ({ __session: visitor.token, __client_uat: visitor.clientUat, __clerk_db_jwt: visitor.devBrowser });

await story({
  'creates a user': async () => {
    user = await clerk.users.createUser({ emailAddress: [email], password, firstName: 'Ada', externalId: `ext-${email}` });
    assert.match(user.id, /^user_/);
    assert.equal(user.primaryEmailAddress.emailAddress, email);
    assert.equal(user.passwordEnabled, true);
  },
  'reads the user': async () => assert.equal((await clerk.users.getUser(user.id)).firstName, 'Ada'),
  'lists and counts users by filter': async () => {
    const list = await clerk.users.getUserList({ emailAddress: [email], limit: 5, orderBy: '-created_at' });
    assert.deepEqual([list.totalCount, list.data.map(u => u.id)], [1, [user.id]]);
    assert.equal(await clerk.users.getCount({ externalId: [`ext-${email}`] }), 1);
  },
  'changes the user': async () =>
    assert.equal((await clerk.users.updateUser(user.id, { lastName: 'Lovelace' })).fullName, 'Ada Lovelace'),
  'merges metadata': async () => {
    await clerk.users.updateUserMetadata(user.id, { publicMetadata: { a: { b: 1, c: 2 } }, privateMetadata: { p: true } });
    const merged = await clerk.users.updateUserMetadata(user.id, { publicMetadata: { a: { b: null } } });
    assert.deepEqual([merged.publicMetadata, merged.privateMetadata], [{ a: { c: 2 } }, { p: true }]);
  },
  'is told why a user cannot be made': async () => {
    await assert.rejects(clerk.users.createUser({ emailAddress: [email], password }), error => {
      assert.equal(error.status, 422);
      assert.equal(error.errors[0].code, 'form_identifier_exists');
      assert.match(error.clerkTraceId, /^[0-9a-f]+$/);
      return true;
    });
  },
  'makes a session and its token': async () => {
    session = await clerk.sessions.createSession({ userId: user.id });
    assert.equal(session.status, 'active');
    token = (await clerk.sessions.getToken(session.id)).jwt;
    assert.equal((await verify(token)).sub, user.id);
  },
  'lists the sessions with their number': async () => {
    const list = await clerk.sessions.getSessionList({ userId: user.id });
    assert.deepEqual([list.totalCount, list.data[0].id], [1, session.id]);
    assert.equal((await clerk.sessions.getSession(session.id)).userId, user.id);
  },
  'verifies with the public key alone': async () => {
    const { keys } = await (await plainFetch(`${url}/.well-known/jwks.json`)).json();
    const jwtKey = crypto.createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    assert.equal((await verifyToken(token, { jwtKey })).sid, session.id);
  },
  'refuses an expired token': async () => {
    const clock = Date.now;
    Date.now = () => clock() + 120_000;
    try {
      await refused(token, /expired/);
    } finally {
      Date.now = clock;
    }
  },
  'refuses a tampered token': async () => {
    const [header, claims] = parts(token);
    await refused([part(header), part({ ...claims, sub: 'user_mallory' }), token.split('.')[2]].join('.'), /signature/);
  },
  'refuses an unsigned token (alg none)': async () => {
    const [header, claims] = parts(token);
    await refused(`${part({ ...header, alg: 'none' })}.${part(claims)}.AA`, /algorithm/);
  },
  'refuses a token signed with the public key as a secret (HS256)': async () => {
    const [header, claims] = parts(token);
    const { keys } = await (await plainFetch(`${url}/.well-known/jwks.json`)).json();
    const pem = crypto.createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const content = `${part({ ...header, alg: 'HS256' })}.${part(claims)}`;
    await refused(`${content}.${crypto.createHmac('sha256', pem).update(content).digest('base64url')}`, /algorithm/);
  },
  'refuses a token signed with a foreign key': async () => {
    const [header, claims] = parts(token);
    const { privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
    const content = `${part(header)}.${part(claims)}`;
    await refused(`${content}.${crypto.sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`, /signature/);
  },
  'refuses a token of an unknown key': async () => {
    const [header, claims] = parts(token);
    await refused(`${part({ ...header, kid: 'ins_unknown' })}.${part(claims)}.${token.split('.')[2]}`, /kid/);
  },
  'knows who asks by a bearer token': async () => {
    const state = await clerk.authenticateRequest(request({}, { headers: { authorization: `Bearer ${token}` } }));
    assert.equal(state.toAuth()?.userId, user.id);
  },
  'knows who asks by cookies': async () => {
    visitor = await signedIn(email);
    const state = await clerk.authenticateRequest(request(cookies()));
    assert.deepEqual([state.status, state.toAuth()?.userId], ['signed-in', user.id], state.reason);
  },
  'asks for a handshake where the session cookie is missing': async () => {
    const { __session, ...without } = cookies();
    const state = await clerk.authenticateRequest(request(without));
    assert.deepEqual([state.status, state.reason], ['handshake', 'client-uat-but-no-session-token']);
    assert.ok(state.headers.get('location').startsWith(`${url}/v1/client/handshake?`), state.headers.get('location'));
  },
  'comes back from the handshake signed in': async () => {
    const { __session, ...without } = cookies();
    const asked = await clerk.authenticateRequest(request(without, { path: '/page?x=1' }));
    const shake = await plainFetch(`${asked.headers.get('location')}&__clerk_db_jwt=${visitor.devBrowser}`, { redirect: 'manual' });
    assert.equal(shake.status, 307);
    const back = new URL(shake.headers.get('location'));
    assert.equal(back.pathname, '/page');
    const state = await clerk.authenticateRequest(request(without, { path: back.pathname + back.search }));
    assert.ok(state.headers.getSetCookie().some(line => line.startsWith('__session=')), JSON.stringify([...state.headers]));
    assert.equal(new URL(state.headers.get('location')).search, '?x=1');
  },
  'makes a testing token': async () => assert.ok((await clerk.testingTokens.createTestingToken()).token),
  'revokes the session': async () => {
    assert.equal((await clerk.sessions.revokeSession(session.id)).status, 'revoked');
    await assert.rejects(clerk.sessions.getToken(session.id));
  },
  'deletes the user': async () => {
    assert.equal((await clerk.users.deleteUser(user.id)).deleted, true);
    await assert.rejects(clerk.users.getUser(user.id), error => error.status === 404);
  },
  'is turned away with a wrong secret key': async () => {
    const stranger = createClerkClient({ secretKey: 'sk_test_nobody', apiUrl: url });
    await assert.rejects(stranger.users.getUserList(), error => error.status === 401);
  },
});
