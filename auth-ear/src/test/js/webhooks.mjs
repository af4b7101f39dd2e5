// The official npm libraries manage our endpoints and believe what they get: svix, and @clerk/backend's verifyWebhook.
import assert from 'node:assert/strict';
import http from 'node:http';
import { verifyWebhook } from '@clerk/backend/webhooks';
import { Svix, Webhook } from 'svix';
import { env, story, until } from './lib/story.mjs';

const url = env('ROLLCALL_URL');
const key = env('HOOKS_SECRET_KEY');
const app = env('HOOKS_INSTANCE');
const svix = new Svix(key, { serverUrl: url });
const received = [];
let endpoint, secret;

const receiver = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk)).on('end', () => {
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.end('ok');
  });
});
await new Promise(ready => receiver.listen(0, '127.0.0.1', ready));
const here = `http://127.0.0.1:${receiver.address().port}/hook`;

const backend = async (method, path, body) => {
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'clerk-api-version': '2026-05-12' },
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, `${method} ${path}`);
  return answer.json();
};
const got = type => until(type, () => received.find(r => JSON.parse(r.body).type === type));
const asRequest = ({ headers, body }) => new Request(here, { method: 'POST', headers, body });

await story({
  'svix creates and lists an endpoint': async () => {
    endpoint = await svix.endpoint.create(app, { url: here, uid: 'node', filterTypes: null });
    assert.deepEqual((await svix.endpoint.list(app)).data.map(e => e.uid), ['node']);
    assert.ok(endpoint.createdAt instanceof Date);
    secret = (await svix.endpoint.getSecret(app, endpoint.id)).key;
  },
  'svix verifies what the endpoint gets': async () => {
    const user = await backend('POST', '/v1/users', { email_address: [`hook-${Date.now()}@example.com`], password: 'correct-Horse-battery-91' });
    await backend('PATCH', `/v1/users/${user.id}`, { first_name: 'Ada' });
    const session = await backend('POST', '/v1/sessions', { user_id: user.id });
    await backend('POST', `/v1/sessions/${session.id}/revoke`, {});
    await backend('DELETE', `/v1/users/${user.id}`);
    for (const type of ['user.created', 'user.updated', 'session.created', 'session.revoked', 'user.deleted']) {
      const { headers, body } = await got(type);
      assert.equal(new Webhook(secret).verify(body, headers).type, type);
      assert.throws(() => new Webhook(secret).verify(body.replace('user', 'evil'), headers));
    }
  },
  'svix asks for an example of every event type': async () => {
    const types = (await svix.eventType.list()).data.map(t => t.name);
    assert.ok(types.length >= 9);
    for (const eventType of types) await svix.endpoint.sendExample(app, 'node', { eventType });
    for (const type of types) await got(type);
  },
  'verifyWebhook of @clerk/backend accepts every event': async () => {
    for (const one of received) {
      const event = await verifyWebhook(asRequest(one), { signingSecret: secret });
      assert.equal(event.type, JSON.parse(one.body).type);
      assert.ok(event.data.object);
      assert.equal(typeof event.event_attributes.http_request.client_ip, 'string');
    }
  },
  'verifyWebhook refuses a body that somebody changed': async () => {
    const { headers, body } = received[0];
    await assert.rejects(verifyWebhook(asRequest({ headers, body: body + ' ' }), { signingSecret: secret }));
  },
  'svix rotates the secret and both are believed': async () => {
    await svix.endpoint.rotateSecret(app, endpoint.id, {});
    const next = (await svix.endpoint.getSecret(app, endpoint.id)).key;
    assert.notEqual(next, secret);
    received.length = 0;
    await svix.endpoint.sendExample(app, 'node', { eventType: 'user.updated' });
    const { headers, body } = await got('user.updated');
    for (const either of [secret, next]) new Webhook(either).verify(body, headers);
    assert.equal((await verifyWebhook(asRequest({ headers, body }), { signingSecret: secret })).type, 'user.updated');
  },
  'svix reads attempts and sends one again': async () => {
    const attempts = await until('an attempt', async () => {
      const list = await svix.messageAttempt.listByEndpoint(app, 'node', { limit: 2, withMsg: true });
      return list.data.length === 2 && list;
    });
    assert.equal(attempts.data[0].responseStatusCode, 200);
    const rest = await svix.messageAttempt.listByEndpoint(app, 'node', { limit: 2, iterator: attempts.iterator });
    assert.ok(!attempts.data.some(a => rest.data.some(b => a.id === b.id)));
    const { msgId } = attempts.data[0];
    const before = received.length;
    await svix.messageAttempt.resend(app, msgId, endpoint.id);
    await until('the event again', () => received.slice(before).find(r => r.headers['svix-id'] === msgId));
  },
  'svix deletes the endpoint and is told when there is none': async () => {
    await svix.endpoint.delete(app, 'node');
    await assert.rejects(svix.endpoint.get(app, endpoint.id), error => error.code === 404 && error.body.code === 'resource_not_found');
  },
}, { atEnd: async () => receiver.close() });
