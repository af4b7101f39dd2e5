// An instance of its own for a story, set as the story needs it, with what a person does on its pages.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import jsQR from 'jsqr';
import { shown, userId, visit } from './pages.mjs';
import { password, url } from './server.mjs';
import { env, until } from './story.mjs';

async function send(method, path, token, body) {
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status} ${JSON.stringify(json)}`);
  return json;
}

// A new development instance with these settings; its pages live below a path of their own.
export async function tenant(name, settings) {
  const platform = (method, path, body) => send(method, `/v1/platform${path}`, env('ROLLCALL_PLATFORM_TOKEN'), body);
  const { application_id: id } = await platform('POST', '/applications', { name, environment_types: ['development'] });
  const { instances: [instance] } = await platform('GET', `/applications/${id}?include_secret_keys=true`);
  await platform('PATCH', `/applications/${id}/instances/${instance.instance_id}/config`, settings);
  const host = Buffer.from(instance.publishable_key.split('_')[2], 'base64').toString();
  const base = `${url}/${host.split('.')[0]}`;
  const backend = (method, path, body) => send(method, `/v1${path}`, instance.secret_key, body);
  return {
    base,
    backend,
    createUser: (email, more = {}) => backend('POST', '/users', { email_address: [email], password, ...more }),
    code: (email, seen = []) => until(`a code for ${email}`, async () => {
      const { data } = await backend('GET', `/messages?limit=100&to_email_address=${encodeURIComponent(email)}`);
      return data.find(m => m.to_email_address === email && m.otp_code && !seen.includes(m.otp_code))?.otp_code;
    }),
    async open(page, path) {
      await visit(page, base + path);
      await shown(page);
    },
    async identify(page, email) {
      await this.open(page, '/sign-in');
      await page.fill('input[name=identifier]', email);
      await page.locator('.cl-formButtonPrimary').first().click();
      await page.waitForURL('**/sign-in/factor-one**');
    },
    async password(page, email, secret = password) {
      await this.identify(page, email);
      await page.fill('input[name=password]', secret);
      await page.locator('.cl-formButtonPrimary').first().click();
    },
    async arrived(page) {
      await until('the page has gone on', () => page.url().startsWith(`${base}/user`), 20);
      await until('somebody is signed in', () => userId(page));
    },
    async signOut(page) {
      await page.evaluate(() => void window.Clerk.signOut());
      await until('the page has gone on', () => page.url().startsWith(`${base}/sign-in`), 20);
      assert.equal(await userId(page), null);
    },
  };
}

export const secondFactors = {
  authenticator_app: { enabled: true, used_for_second_factor: true, second_factors: ['totp'] },
  backup_code: { enabled: true, used_for_second_factor: true, second_factors: ['backup_code'] },
};

// Reads the QR code that the page shows, as a phone's camera would.
export async function scan(page) {
  const svg = page.locator('.cl-qrCodeContainer svg');
  await svg.waitFor();
  const { data, width, height } = await svg.evaluate(async element => {
    const image = new Image();
    const copy = element.cloneNode(true);
    copy.setAttribute('width', 400);
    copy.setAttribute('height', 400);
    image.src = 'data:image/svg+xml;base64,' + btoa(new XMLSerializer().serializeToString(copy));
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 440;
    const paint = canvas.getContext('2d');
    paint.fillStyle = 'white';
    paint.fillRect(0, 0, 440, 440);
    paint.drawImage(image, 20, 20);
    return { data: [...paint.getImageData(0, 0, 440, 440).data], width: 440, height: 440 };
  });
  const code = jsQR(Uint8ClampedArray.from(data), width, height);
  assert.ok(code, 'the QR code cannot be read');
  return new URL(code.data);
}

// An authenticator app that has scanned a code. It never shows a code twice, so it may run one step ahead of the clock.
export function authenticator(uri) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...uri.searchParams.get('secret')].map(letter => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)));
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.floor((Date.now() + 6_000) / 30_000) - 1); // still good when it is typed
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(last));
    const hash = createHmac('sha1', secret).update(counter).digest();
    return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  };
}
