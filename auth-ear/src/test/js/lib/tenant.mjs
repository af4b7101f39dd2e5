// An application of its own for a story that changes settings.
import { env, until } from './story.mjs';
import { url } from './server.mjs';

async function call(key, method, path, body) {
  const answer = await fetch(`${url}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status} ${JSON.stringify(json)}`);
  return json;
}

// A new application's development instance with these settings: where its pages are, and its Backend API.
export async function application(settings = {}) {
  const platform = (...request) => call(env('ROLLCALL_PLATFORM_TOKEN'), ...request);
  const { application_id: id } = await platform('POST', '/platform/applications', { name: `App ${crypto.randomUUID()}`, environment_types: ['development'] });
  const { instances: [instance] } = await platform('GET', `/platform/applications/${id}?include_secret_keys=true`);
  await platform('PATCH', `/platform/applications/${id}/instances/${instance.instance_id}/config`, settings);
  const host = atob(instance.publishable_key.split('_').at(-1));
  const backend = (...request) => call(instance.secret_key, ...request);
  return {
    base: `${url}/${host.split('.')[0]}`,
    backend,
    // The newest message of that kind to an address
    message: (to, slug) => until(`a message ${slug}`, async () => {
      const { data } = await backend('GET', `/messages?limit=100&slug=${slug}&to_email_address=${encodeURIComponent(to)}`);
      return data[0];
    }),
  };
}
