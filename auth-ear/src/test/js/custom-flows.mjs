// Forms that an app makes itself, on the methods that useSignUp() and useSignIn() hand out today.
import assert from 'node:assert/strict';
import { launch } from './lib/chromium.mjs';
import { open, userId } from './lib/pages.mjs';
import { backend, code, freshEmail, password, url } from './lib/server.mjs';
import { story, until } from './lib/story.mjs';

const chromium = await launch([url]);
const page = await chromium.visitor();
const email = freshEmail();
let user;

// Begins a flow anew: what useSignUp() or useSignIn() would hand out now.
const begin = flow => page.evaluate(flow => {
  window.flow = window.Clerk.client[flow].__internal_future;
}, flow);

// Calls a method of it, which may not end in an error; answers what the flow is then.
const call = (method, params) => page.evaluate(async ([method, params]) => {
  const { flow } = window;
  const [owner, name] = method.includes('.') ? [flow[method.split('.')[0]], method.split('.')[1]] : [flow, method];
  const { error } = await owner[name](params);
  if (error) throw new Error(`${method}: ${error.message} ${JSON.stringify(error.errors)}`);
  const { status, isTransferable, missingFields, unverifiedFields } = flow;
  return { status, isTransferable, missingFields, unverifiedFields };
}, [method, params]);

// Makes the session that the flow has led to the active one. A function cannot be handed over from here.
const finalize = () => page.evaluate(async () => {
  const { error } = await window.flow.finalize({ navigate: () => {} });
  if (error) throw new Error(`finalize: ${error.message}`);
});

async function signOut() {
  await page.evaluate(() => window.Clerk.signOut(() => {}));
  await until('nobody is signed in', async () => (await userId(page)) === null);
}

await story({
  'signUp.password begins a sign-up': async () => {
    await open(page, '/');
    await begin('signUp');
    const begun = await call('password', {
      emailAddress: email, password, firstName: 'Ada', unsafeMetadata: { plan: 'free' }, legalAccepted: true, locale: 'en-GB',
    });
    assert.equal(begun.status, 'missing_requirements');
    assert.deepEqual([begun.missingFields, begun.unverifiedFields], [[], ['email_address']]);
  },
  'the code from the inbox completes it, and finalize signs the newcomer in': async () => {
    await call('verifications.sendEmailCode');
    assert.equal((await call('verifications.verifyEmailCode', { code: await code(email) })).status, 'complete');
    await finalize();
    user = await userId(page);
    const made = await backend('GET', `/users/${user}`);
    assert.equal(made.email_addresses[0].email_address, email);
    assert.deepEqual([made.first_name, made.unsafe_metadata, made.locale], ['Ada', { plan: 'free' }, 'en-GB']);
    await signOut();
  },
  'signIn.password and finalize': async () => {
    await begin('signIn');
    assert.equal((await call('password', { identifier: email, password })).status, 'complete');
    await finalize();
    assert.equal(await userId(page), user);
    await signOut();
  },
  'signIn.emailCode and finalize': async () => {
    const seen = [await code(email)];
    await begin('signIn');
    await call('emailCode.sendCode', { emailAddress: email });
    assert.equal((await call('emailCode.verifyCode', { code: await code(email, seen) })).status, 'complete');
    await finalize();
    assert.equal(await userId(page), user);
    await signOut();
  },
  'the pages were quiet': async () => chromium.assertQuiet(),
}, { onFailure: claim => chromium.evidence(`custom-flows-${claim}`), atEnd: () => chromium.close() });
