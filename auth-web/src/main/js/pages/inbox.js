// Keeps the inbox fresh: fetches the page every two seconds and puts new messages on top of those shown.
import './copy.js'

const PERIOD = 2000
const list = document.getElementById('messages')
const state = document.getElementById('state')

async function refresh() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok) {
    throw new Error(`the server answered ${answer.status}`)
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const articles = [...page.querySelectorAll('#messages > article')]
  const fresh = articles.filter(message => !document.getElementById(message.id))
  articles.filter(message => !fresh.includes(message)).forEach(renewFate)
  if (fresh.length > 0) {
    document.getElementById('empty')?.remove()
    list.prepend(...fresh)
    sayTimes()
  }
  state.textContent = 'Live'
  state.dataset.state = 'up'
}

// What became of a message changes; the rest stays as the reader has opened it.
function renewFate(message) {
  const fate = message.querySelector('.fate')
  if (fate) {
    document.getElementById(message.id).querySelector('.fate').replaceWith(fate)
  }
}

// In the reader's own time, which the server does not know.
function sayTimes() {
  for (const time of list.querySelectorAll('time')) {
    time.textContent = new Date(time.dateTime).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
  }
}

async function keepFresh() {
  if (!document.hidden) {
    await refresh().catch(() => {
      state.textContent = 'Server not reached'
      state.dataset.state = 'down'
    })
  }
  setTimeout(keepFresh, PERIOD)
}

sayTimes()
setTimeout(keepFresh, PERIOD)
