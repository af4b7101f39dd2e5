// Somebody makes a passkey on the profile page and signs in by it: by name, by the button, and by what the browser offers in the field.
import assert from 'node:assert/strict';
import { launch } from './lib/chromium.mjs';
import { shown, submit, userId, visit } from './lib/pages.mjs';
import { freshEmail, password, url } from './lib/server.mjs';
import { env, story, until } from './lib/story.mjs';

const on = { enabled: true, used_for_first_factor: true, first_factors: ['passkey'], verifications: ['passkey'] };
const app = await application({ attributes: { passkey: on }, passkey: { allow_autofill: false } });
const email = freshEmail();
const { id } = await app.backend('POST', '/users', { email_address: [email], password, first_name: 'Ada' });
const chromium = await launch([url]);
const page = await chromium.visitor();
// clerk-js takes a browser that is automated for one without WebAuthn
await page.context().addInitScript(() => Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false }));
const authenticator = await virtualAuthenticator(page);
const user = () => app.backend('GET', `/users/${id}`);

// An instance of its own: its pages are below a path
async function application(settings) {
  const ask = async (method, path, token, body) => {
    const answer = await fetch(`${url}${path}`, {
      method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body),
    });
    const json = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status} ${JSON.stringify(json)}`);
    return json;
  };
  const operator = env('ROLLCALL_PLATFORM_TOKEN');
  const made = await ask('POST', '/v1/platform/applications', operator, { name: 'Keys', environment_types: ['development'] });
  const { instances: [instance] } = await ask('GET', `/v1/platform/applications/${made.application_id}?include_secret_keys=true`, operator);
  const config = `/v1/platform/applications/${made.application_id}/instances/${instance.instance_id}/config`;
  const host = Buffer.from(instance.publishable_key.split('_').at(-1), 'base64').toString();
  const set = changes => ask('PATCH', config, operator, changes);
  await set(settings);
  return { base: `${url}/${host.split('.')[0]}`, set, backend: (method, path, body) => ask(method, `/v1${path}`, instance.secret_key, body) };
}

async function virtualAuthenticator(on) {
  const devtools = await on.context().newCDPSession(on);
  await devtools.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true, defaultBackupEligibility: true, defaultBackupState: true,
    },
  });
  return {
    credentials: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}

const open = async path => {
  await visit(page, app.base + path);
  await shown(page);
};

const signedIn = () => until('signed in', async () => (await userId(page)) === id);

const ask = what => page.evaluate(what).catch(() => undefined); // undefined while the page is on its way to another
const sessionId = () => ask(() => window.Clerk?.session?.id);

// Leads to the page where one signs in
async function signOut() {
  await page.evaluate(() => void window.Clerk.signOut());
  await page.waitForURL('**/sign-in**');
}

async function signedOut() {
  await signOut();
  await until('nobody is signed in', () => ask(() => window.Clerk?.loaded && !window.Clerk.user));
}

await story({
  'signs in by password for the last time': async () => {
    await open('/sign-in');
    await page.fill('input[name=identifier]', email);
    await submit(page);
    await page.waitForURL('**/factor-one**');
    await page.fill('input[name=password]', password);
    await submit(page);
    await signedIn();
  },
  'makes a passkey on the profile page': async () => {
    await open('/user/security');
    await page.getByText('Add a passkey').click();
    await until('it is kept', async () => (await user()).passkeys.length === 1);
    const [credential] = await authenticator.credentials();
    assert.equal(credential.rpId, 'localhost');
    assert.equal(credential.isResidentCredential, true);
    await page.locator('.cl-profileSectionItem__passkeys').first().waitFor();
    await chromium.evidence('passkeys-profile');
  },
  'gives it a name': async () => {
    await page.locator('.cl-profileSectionItem__passkeys button').last().click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.fill('input[name=passkeyName]', 'The one on my desk');
    await submit(page);
    await page.getByText('The one on my desk').waitFor();
    assert.equal((await user()).passkeys[0].name, 'The one on my desk');
  },
  'signs in by name and passkey': async () => {
    await signedOut();
    await page.fill('input[name=identifier]', email);
    await submit(page);
    await page.waitForURL('**/factor-one**');
    await page.getByText('Use your passkey').first().waitFor();
    await submit(page);
    await signedIn();
    assert.ok((await user()).passkeys[0].last_used_at);
  },
  'signs in by the button alone': async () => {
    await signedOut();
    await chromium.evidence('passkeys-sign-in');
    await page.getByText('Use passkey instead').click();
    await signedIn();
  },
  'signs in by what the browser offers in the field': async () => {
    await app.set({ passkey: { allow_autofill: true, show_sign_in_button: false } });
    const former = await sessionId();
    await signOut();
    await until('another session', async () => {
      const now = await sessionId();
      return now && now !== former;
    });
    await signedIn();
  },
  'takes it away': async () => {
    await open('/user/security');
    await page.locator('.cl-profileSectionItem__passkeys button').last().click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await submit(page);
    await until('it is gone', async () => (await user()).passkeys.length === 0);
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`passkeys-${claim}`), atEnd: () => chromium.close() });
