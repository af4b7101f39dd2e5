// Lets the SDK set the app's cookies, then asks the app's server again. It gives up when that does not help.

;(function () {
  const KEY = '__rollcall_interstitial'
  const now = Date.now()
  const tries = JSON.parse(sessionStorage.getItem(KEY) || '[]').filter(at => now - at < 10000)
  if (tries.length >= 3) {
    document.body.textContent = 'The app and its sign-in server do not agree who is here. Please try again later.'
    return
  }
  sessionStorage.setItem(KEY, JSON.stringify([...tries, now]))

  async function go() {
    await window.Clerk.load({ telemetry: false })
    location.reload()
  }

  const waiting = setInterval(() => {
    if (window.Clerk && window.Clerk.load) {
      clearInterval(waiting)
      go()
    }
  }, 50)
})()
