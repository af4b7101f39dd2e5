// What the stories need of the server besides what they prove: users that exist, codes from the inbox, a signed-in visitor.
import { env, until } from './story.mjs';

export const url = env('ROLLCALL_URL');
export const secretKey = env('CLERK_SECRET_KEY');
export const publishableKey = env('CLERK_PUBLISHABLE_KEY');
export const password = 'correct-Horse-battery-91';

export const freshEmail = () => `person-${crypto.randomUUID()}@example.com`;

export async function backend(method, path, body) {
  const answer = await fetch(`${url}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status} ${JSON.stringify(json)}`);
  return json;
}

export const createUser = (email = freshEmail(), more = {}) =>
  backend('POST', '/users', { email_address: [email], password, ...more });

// The newest code sent to an address, which is not one that was seen before.
export const code = (email, seen = []) =>
  until(`a code for ${email}`, async () => {
    const { data } = await backend('GET', `/messages?limit=100&to_email_address=${encodeURIComponent(email)}`);
    return data.find(m => m.to_email_address === email && m.otp_code && !seen.includes(m.otp_code))?.otp_code;
  });

// A number that nobody has used yet; it looks like one of New Jersey.
export const freshPhone = () => {
  const digits = (from, to) => from + Math.floor(Math.random() * (to - from));
  return `+1201${digits(220, 900)}${digits(1000, 10000)}`;
};

// The newest code sent to a phone number, which is not one that was seen before.
export const textCode = (number, seen = []) =>
  until(`a code for ${number}`, async () => {
    const { data } = await backend('GET', `/messages?limit=100&to_phone_number=${encodeURIComponent(number)}`);
    return data.find(m => m.otp_code && !seen.includes(m.otp_code))?.otp_code;
  });

// The newest link sent to an address, which is not one that was seen before.
export const link = (email, seen = []) =>
  until(`a link for ${email}`, async () => {
    const { data } = await backend('GET', `/messages?limit=100&to_email_address=${encodeURIComponent(email)}`);
    return data.map(m => m.data?.magic_link).find(address => address && !seen.includes(address));
  });

// A visitor without a browser: a dev browser, and a session by password.
export async function signedIn(email) {
  const { id: devBrowser } = await (await fetch(`${url}/v1/dev_browser`, { method: 'POST' })).json();
  const query = `__clerk_api_version=2026-05-12&__clerk_db_jwt=${devBrowser}`;
  const answer = await fetch(`${url}/v1/client/sign_ins?${query}`, {
    method: 'POST',
    headers: { origin: 'http://localhost:3000' },
    body: new URLSearchParams({ strategy: 'password', identifier: email, password }),
  });
  const { response, client } = await answer.json();
  if (response?.status !== 'complete') throw new Error(`sign-in answered ${answer.status} ${JSON.stringify(response)}`);
  const session = client.sessions.find(s => s.id === response.created_session_id);
  return { devBrowser, query, session, token: session.last_active_token.jwt, clientUat: Math.floor(client.updated_at / 1000) };
}
