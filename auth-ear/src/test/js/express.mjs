// An Express app with the official, unmodified @clerk/express, behind a same-origin proxy (`/__clerk` -> the server).
import assert from 'node:assert/strict';
import http from 'node:http';
import express from 'express';
import { launch } from './lib/chromium.mjs';
import { saw, story, until } from './lib/story.mjs';
import { createUser, freshEmail, password, publishableKey, secretKey, url } from './lib/server.mjs';

const server = new URL(url);
const redirectCounts = [];

function proxy(request, response) {
  const path = request.originalUrl.slice('/__clerk'.length);
  const headers = { ...request.headers, host: server.host, 'x-forwarded-host': request.headers.host, 'x-forwarded-proto': 'http',
    'clerk-proxy-url': `http://${request.headers.host}/__clerk`, 'clerk-secret-key': secretKey, 'accept-encoding': 'identity' };
  const upstream = http.request({ host: server.hostname, port: server.port, method: request.method, path, headers }, answer => {
    response.writeHead(answer.statusCode, answer.headers);
    const chunks = [];
    answer.on('data', chunk => chunks.push(chunk)).on('end', () => {
      const body = Buffer.concat(chunks);
      if (path.startsWith('/v1/')) saw({ method: request.method, url: url + path, status: answer.statusCode, type: answer.headers['content-type'] ?? '', body });
      response.end(body);
    });
  });
  upstream.on('error', error => response.writeHead(502).end(String(error)));
  request.pipe(upstream);
}

const page = `<!doctype html><title>An app</title><link rel="icon" href="data:,"><div id="app"></div>
<script async crossorigin="anonymous" data-clerk-publishable-key="${publishableKey}" data-clerk-proxy-url="/__clerk"
  src="/__clerk/npm/@clerk/clerk-js@6/dist/clerk.browser.js"></script>
<script async crossorigin="anonymous" src="/__clerk/npm/@clerk/ui@1/dist/ui.browser.js"></script>
<script>addEventListener('load', async () => {
  await Clerk.load({ ui: { ClerkUI: window.__internal_ClerkUICtor }, telemetry: false, signInUrl: '/', signUpUrl: '/' });
  if (Clerk.isSignedIn) document.body.dataset.user = Clerk.user.id;
  else Clerk.mountSignIn(document.getElementById('app'), { forceRedirectUrl: '/' });
})</script>`;

process.env.CLERK_API_URL = url;
const { clerkMiddleware, getAuth } = await import('@clerk/express');
const app = express();
app.use((request, response, next) => {
  response.on('finish', () => {
    for (const line of [response.getHeader('set-cookie') ?? []].flat()) {
      const count = /^__clerk_redirect_count=(\d+)/.exec(line)?.[1];
      if (count) redirectCounts.push(Number(count));
    }
  });
  next();
});
app.use((request, response, next) => (request.path.startsWith('/__clerk/') ? proxy(request, response) : next()));
app.get('/favicon.ico', (request, response) => response.sendStatus(204));
app.use(clerkMiddleware({ publishableKey, secretKey, proxyUrl: '/__clerk' }));
app.get('/', (request, response) => response.type('html').send(page));
app.get('/protected', (request, response) => {
  const { userId } = getAuth(request);
  response.status(userId ? 200 : 401).json({ userId });
});
const listening = app.listen(0, '127.0.0.1');
await new Promise(resolve => listening.once('listening', resolve));
const origin = `http://localhost:${listening.address().port}`;

const chromium = await launch([origin], { expected: [/401 \(Unauthorized\).*\/protected/] });
const tab = await chromium.visitor();
const email = freshEmail();
let user;
let expired;

async function visit(path) {
  const hops = [];
  const listener = request => request.isNavigationRequest() && hops.push(request.url());
  tab.on('request', listener);
  const response = await tab.goto(origin + path);
  tab.off('request', listener);
  return { hops, status: response.status(), json: response.headers()['content-type'].includes('json') ? await response.json() : undefined };
}
const sessionCookies = async () => (await tab.context().cookies(origin)).filter(c => c.name.startsWith('__session'));
// The SDK counts redirects that follow one another within two seconds; ours are to be of one cause each
const settled = () => until('the last redirect is forgotten', async () =>
  !(await tab.context().cookies(origin)).some(cookie => cookie.name === '__clerk_redirect_count'));
const handshakes = hops => hops.filter(hop => hop.includes('/v1/client/handshake')).length;

await story({
  'a request without cookies is answered 401': async () => {
    user = await createUser(email);
    const answer = await fetch(`${origin}/protected`);
    assert.deepEqual([answer.status, await answer.json()], [401, { userId: null }]);
  },
  'a visitor is answered 401 after one handshake': async () => {
    const { status, hops } = await visit('/protected');
    assert.equal(status, 401);
    assert.equal(handshakes(hops), 1, hops.join('\n'));
    assert.equal(hops.at(-1), `${origin}/protected`);
  },
  'who signs in is known by id': async () => {
    await visit('/');
    await tab.fill('input[name=identifier]', email);
    const needsPassword = tab.locator('input[name=password]');
    if (!(await needsPassword.isVisible())) await tab.click('.cl-formButtonPrimary');
    await needsPassword.fill(password);
    await tab.click('.cl-formButtonPrimary');
    await tab.waitForSelector('body[data-user]', { state: 'attached' });
    const { status, json, hops } = await visit('/protected');
    assert.deepEqual([status, json.userId, handshakes(hops)], [200, user.id, 0], hops.join('\n'));
  },
  'who has lost the session cookie is known again after one handshake': async () => {
    await settled();
    await tab.context().clearCookies({ name: /^__session/ });
    const { status, json, hops } = await visit('/protected');
    assert.deepEqual([status, json.userId, handshakes(hops)], [200, user.id, 1], hops.join('\n'));
  },
  'whose token has expired is known again without a detour': async () => {
    const [{ value }] = await sessionCookies();
    const { exp } = JSON.parse(Buffer.from(value.split('.')[1], 'base64url'));
    await until('the token expires', () => Date.now() / 1000 > exp + 6, 80); // the SDK forgives five seconds
    expired = value;
    const { status, json, hops } = await visit('/protected'); // the SDK refreshes it from server to server
    assert.deepEqual([status, json.userId, handshakes(hops)], [200, user.id, 0], hops.join('\n'));
    assert.ok((await sessionCookies()).every(cookie => cookie.value !== value), 'the session cookie is a new one');
  },
  'whose token has expired, with nothing to refresh it, is known again after one handshake': async () => {
    await settled();
    await tab.context().clearCookies({ name: /^__refresh/ });
    await tab.context().addCookies((await sessionCookies()).map(cookie => ({ ...cookie, value: expired })));
    const { status, json, hops } = await visit('/protected');
    assert.deepEqual([status, json.userId, handshakes(hops)], [200, user.id, 1], hops.join('\n'));
  },
  'a valid session needs no handshake': async () => {
    const { status, hops } = await visit('/protected');
    assert.deepEqual([status, hops.length], [200, 1], hops.join('\n'));
  },
  'who signs out is answered 401': async () => {
    await visit('/');
    await tab.waitForSelector('body[data-user]', { state: 'attached' });
    await tab.evaluate(() => {
      document.body.dataset.before = 'true';
      window.Clerk.signOut(); // ends with a visit to the start page, which is waited for
    });
    await tab.waitForFunction(() => !document.body?.dataset.before && window.Clerk?.loaded);
    await until('the session cookie is gone', async () => (await sessionCookies()).every(cookie => !cookie.value));
    const { status } = await visit('/protected');
    assert.equal(status, 401);
  },
  'no request was redirected in a loop': async () => assert.ok(redirectCounts.every(count => count <= 1), redirectCounts.join(' ')),
  'the pages were quiet': async () => chromium.assertQuiet(),
}, {
  onFailure: claim => chromium.evidence(`express-${claim}`),
  atEnd: async () => {
    await chromium.close();
    listening.closeAllConnections();
    listening.close();
  },
});
