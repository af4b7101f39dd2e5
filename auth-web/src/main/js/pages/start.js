// The start page: says who is signed in, and whether the server is well.
import { load } from './clerk.js'
import './copy.js'

const who = document.getElementById('who')

async function sayWho() {
  const clerk = await load()
  const { user } = clerk
  document.body.dataset.signed = user ? 'in' : 'out'
  if (user) {
    const name = user.fullName || user.username || user.primaryEmailAddress?.emailAddress || user.id
    who.textContent = `You are signed in as ${name}.`
    clerk.mountUserButton(document.getElementById('account'))
  } else {
    who.textContent = 'Nobody is signed in in this browser yet.'
  }
}

async function sayHealth() {
  const health = document.getElementById('health')
  const answer = await fetch('/health/ready')
  health.textContent = answer.ok ? 'ready' : 'not ready'
  health.dataset.state = answer.ok ? 'up' : 'down'
}

sayWho().catch(error => {
  console.error(error)
  who.textContent = `The SDK could not start: ${error.message}`
})
sayHealth().catch(() => {})
