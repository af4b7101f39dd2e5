// Manages an instance's webhooks with the key behind the address's `#`. The key leaves the address at once, and this tab with it.
const STORE = 'rollcall-webhooks-key'
const { base } = document.documentElement.dataset
const state = document.getElementById('state')
const list = document.getElementById('endpoints')

const given = new URLSearchParams(location.hash.slice(1)).get('key')
if (given) {
  sessionStorage.setItem(STORE, given)
  history.replaceState(null, '', location.pathname)
}
const key = given ?? sessionStorage.getItem(STORE)

function instanceOf(token) {
  const body = token.slice(token.indexOf('_') + 1, token.lastIndexOf('.'))
  try {
    return JSON.parse(atob(body.replace(/-/g, '+').replace(/_/g, '/'))).i
  } catch {
    throw new Error('The key of this link is damaged: ask the application for a new one.')
  }
}

async function call(method, path, body) {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  const text = await answer.text()
  const json = text ? JSON.parse(text) : null
  if (!answer.ok) {
    throw new Error(json?.detail ?? `the server answered ${answer.status}`)
  }
  return json
}

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

function say(text, good = true) {
  state.textContent = text
  state.dataset.state = good ? 'up' : 'down'
}

const button = (text, act) =>
  element('button', { type: 'button', textContent: text, onclick: () => act().catch(error => say(error.message, false)) })

const time = text => new Date(text).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

function attemptOf(app, endpoint, attempt, reload) {
  const good = attempt.status === 0
  const answer = attempt.responseStatusCode || 'no answer'
  const summary = element('summary', {},
    element('span', { textContent: `${attempt.msg.eventType} `, className: 'type' }),
    element('span', { textContent: `${answer} ` }),
    element('time', { dateTime: attempt.timestamp, textContent: time(attempt.timestamp) }))
  summary.dataset.state = good ? 'up' : 'down'
  return element('details', {}, summary,
    element('dl', { className: 'facts' },
      element('dt', { textContent: 'Message' }), element('dd', {}, element('code', { textContent: attempt.msgId })),
      element('dt', { textContent: 'Took' }), element('dd', { textContent: `${attempt.responseDurationMs} ms` })),
    element('h3', { textContent: 'Request' }),
    element('pre', { textContent: Object.entries(attempt.requestHeaders).map(([name, value]) => `${name}: ${value}`).join('\n')
      + '\n\n' + JSON.stringify(attempt.msg.payload, null, 2) }),
    element('h3', { textContent: 'Answer' }),
    element('pre', { textContent: attempt.response || '(empty)' }),
    button('Send again', async () => {
      await call('POST', `/app/${app}/msg/${attempt.msgId}/endpoint/${endpoint.id}/resend`, {})
      say('Sent again')
      setTimeout(() => reload().catch(error => say(error.message, false)), 1000)
    }))
}

function cardOf(app, endpoint, types) {
  const path = `/app/${app}/endpoint/${endpoint.id}`
  const attempts = element('div', { className: 'attempts' })
  const secret = element('code', { hidden: true })
  const example = element('select', { ariaLabel: 'Event type' }, ...types.map(type => element('option', { textContent: type })))

  async function showAttempts() {
    const { data } = await call('GET', `/app/${app}/attempt/endpoint/${endpoint.id}?limit=20&with_msg=true`)
    attempts.replaceChildren(...data.map(attempt => attemptOf(app, endpoint, attempt, showAttempts)))
    if (data.length === 0) {
      attempts.append(element('p', { textContent: 'Nothing was sent yet.' }))
    }
  }

  const health = endpoint.disabled
    ? endpoint.disabledFor ? `disabled: ${endpoint.disabledFor}` : 'disabled'
    : endpoint.failingSince ? `failing since ${time(endpoint.failingSince)}` : 'enabled'
  const status = element('span', { textContent: health })
  status.dataset.state = endpoint.disabled || endpoint.failingSince ? 'down' : 'up'

  return element('section', { className: 'card' },
    element('h2', { textContent: endpoint.url }),
    element('p', {}, status, ` · ${endpoint.filterTypes ? endpoint.filterTypes.join(', ') : 'all events'}`),
    element('p', {}, secret),
    element('div', { className: 'row' },
      button('Attempts', showAttempts),
      button(endpoint.disabled ? 'Enable' : 'Disable', async () => {
        await call('PATCH', path, { disabled: !endpoint.disabled })
        await show()
      }),
      button('Show secret', async () => {
        secret.textContent = (await call('GET', `${path}/secret`)).key
        secret.hidden = false
      }),
      button('Rotate secret', async () => {
        await call('POST', `${path}/secret/rotate`, {})
        secret.hidden = true
        say('Rotated: the secret before signs too for 24 hours')
      }),
      button('Delete', async () => {
        if (confirm(`Delete ${endpoint.url}?`)) {
          await call('DELETE', path)
          await show()
        }
      })),
    element('div', { className: 'row' }, example, button('Send example', async () => {
      await call('POST', `${path}/send-example`, { eventType: example.value })
      say('Sent')
      setTimeout(() => showAttempts().catch(error => say(error.message, false)), 1000)
    })),
    attempts)
}

async function show() {
  const app = instanceOf(key)
  const types = (await call('GET', '/event-type')).data.map(type => type.name)
  const { data } = await call('GET', `/app/${app}/endpoint?limit=250`)
  list.replaceChildren(...data.map(endpoint => cardOf(app, endpoint, types)))
  document.getElementById('none').hidden = data.length > 0
  document.getElementById('types').replaceChildren(...types.map(type =>
    element('label', {}, element('input', { type: 'checkbox', name: 'type', value: type }), ` ${type}`)))
  document.getElementById('add').hidden = false
}

document.getElementById('create').addEventListener('submit', async event => {
  event.preventDefault()
  const form = new FormData(event.target)
  try {
    await call('POST', `/app/${instanceOf(key)}/endpoint`, { url: form.get('url'), filterTypes: form.getAll('type') })
    event.target.reset()
    await show()
    say('Added')
  } catch (error) {
    say(error.message, false)
  }
})

if (key) {
  show().catch(error => say(error.message, false))
} else {
  say('This page needs the link that the application hands out.', false)
}
