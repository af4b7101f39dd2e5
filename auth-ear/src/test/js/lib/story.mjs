// A story is a list of claims, told one after the other. The test that started it reads one JSON line per claim.
import fs from 'node:fs';

const say = line => fs.writeSync(1, JSON.stringify(line) + '\n');

// A browser that stops answering must not take the test run with it.
async function within(seconds, what, work) {
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}

// Tells the claims in order. The first that fails ends the story, as the rest builds on it; `onFailure` may keep evidence.
export async function story(claims, { onFailure = async () => {}, atEnd = async () => {} } = {}) {
  say({ claims: Object.keys(claims) });
  try {
    for (const [claim, prove] of Object.entries(claims)) {
      try {
        await within(120, 'the claim', prove());
        say({ claim, ok: true });
      } catch (error) {
        say({ claim, ok: false, error: error?.stack ?? String(error) });
        await within(30, 'the evidence', onFailure(claim)).catch(() => {});
        return;
      }
    }
  } finally {
    await atEnd();
  }
}

// Notes an answer of the server for the test that started the story, which holds it against the specification.
export function saw({ method, url, authorization = '', status, type = '', body = Buffer.alloc(0) }) {
  const line = { method, url, authorization, status, type, body: Buffer.from(body).toString('base64') };
  fs.appendFileSync(process.env.ROLLCALL_WIRE, JSON.stringify(line) + '\n');
}

export const env = name => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
};

export async function until(what, prove, seconds = 15) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await prove();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 150));
  }
}
