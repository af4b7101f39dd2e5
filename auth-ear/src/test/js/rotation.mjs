// The official @clerk/backend, unmodified, while an operator replaces the key that signs.
import assert from 'node:assert/strict';
import { story, env } from './lib/story.mjs';
import { freshEmail, password, url } from './lib/server.mjs';

const { createClerkClient, verifyToken } = await import('@clerk/backend');

async function platform(method, path, body) {
  const answer = await fetch(`${url}/v1/platform${path}`, {
    method,
    headers: { authorization: `Bearer ${env('ROLLCALL_PLATFORM_TOKEN')}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json();
  assert.ok(answer.ok, JSON.stringify(json));
  return json;
}

const { application_id: id } = await platform('POST', '/applications', { name: 'Rotation', environment_types: ['development'] });
const { instances } = await platform('GET', `/applications/${id}?include_secret_keys=true`);
const { secret_key: secretKey, publishable_key: publishableKey } = instances[0];
const clerk = createClerkClient({ secretKey, publishableKey, apiUrl: url, telemetry: { disabled: true } });
const verify = jwt => verifyToken(jwt, { secretKey, apiUrl: url });
const kid = jwt => JSON.parse(Buffer.from(jwt.split('.')[0], 'base64url')).kid;
const rotate = body => platform('POST', `/applications/${id}/instances/development/rotate_signing_key`, body);
const user = await clerk.users.createUser({ emailAddress: [freshEmail()], password });
const session = await clerk.sessions.createSession({ userId: user.id });
const mint = async () => (await clerk.sessions.getToken(session.id)).jwt;
let before;
let after;

await story({
  'verifies the first key, which bears the name of its instance': async () => {
    before = await mint();
    assert.equal(kid(before), instances[0].instance_id);
    assert.equal((await verify(before)).sub, user.id);
  },
  'verifies tokens of a new key at once, though it has cached the old set': async () => {
    await rotate({ delay_seconds: 0 });
    after = await mint();
    assert.equal(kid(after), `${instances[0].instance_id}_2`);
    assert.equal((await verify(after)).sub, user.id);
  },
  'still verifies tokens of the old key': async () => assert.equal((await verify(before)).sub, user.id),
  'verifies nothing of a revoked key, once it has looked': async () => {
    await rotate({ revoke_previous: true });
    const newest = await mint();
    assert.equal((await verifyToken(newest, { secretKey, apiUrl: url, skipJwksCache: true })).sub, user.id);
    const { keys } = await (await fetch(`${url}/v1/jwks`, { headers: { authorization: `Bearer ${secretKey}` } })).json();
    assert.deepEqual(keys.map(key => key.kid), [kid(newest)]);
  },
});
