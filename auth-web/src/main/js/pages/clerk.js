// Loads the official SDK for a page of this server.

const root = document.documentElement.dataset

/** The path below which the instance's pages live: empty, or `/<slug>`. */
export const base = root.base

const DARK = {
  colorBackground: '#1b1d24',
  colorForeground: '#f2f3f5',
  colorMuted: '#22252e',
  colorMutedForeground: '#a3a9b6',
  colorNeutral: '#ffffff',
  colorInput: '#22252e',
  colorInputForeground: '#f2f3f5',
  colorPrimary: '#8f8ff5',
  colorPrimaryForeground: '#12131a',
}
const LIGHT = { colorPrimary: '#4f46e5' }

/** Starts Clerk; answers it once it knows who is here. */
export async function load() {
  const clerk = window.Clerk
  if (!clerk) {
    throw new Error('The components could not be loaded.')
  }
  await clerk.load({
    ui: { ClerkUI: window.__internal_ClerkUICtor },
    telemetry: false,
    appearance: { variables: matchMedia('(prefers-color-scheme: dark)').matches ? DARK : LIGHT },
    signInUrl: base + '/sign-in',
    signUpUrl: base + '/sign-up',
    waitlistUrl: base + '/waitlist',
    signInFallbackRedirectUrl: root.afterSignIn || base + '/user',
    signUpFallbackRedirectUrl: root.afterSignUp || base + '/user',
    afterSignOutUrl: base + '/sign-in',
    allowedRedirectOrigins: redirectOrigins(),
    routerPush: go => travel('pushState', go),
    routerReplace: go => travel('replaceState', go),
  })
  return clerk
}

/** Says on the page what went wrong, in place of what should have been there. */
export function complain(place, error) {
  console.error(error)
  const sentence = document.createElement('p')
  sentence.className = 'failure'
  sentence.textContent = 'This page could not be loaded. Please try again in a moment.'
  place.replaceChildren(sentence)
}

// Where people may be sent back to: an app on this machine while developing, an app on the instance's own domain else, and those that the
// instance knows or lists.
function redirectOrigins() {
  const { domain, redirectOrigins } = root
  const apps = domain
    ? [`https://${domain}`, `https://*.${domain}`]
    : [/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+(\.[a-z0-9-]+)*\.localhost)(:\d+)?$/]
  return [location.origin, ...apps, ...redirectOrigins.split(' ').filter(origin => origin)]
}

// Steps inside one component change the address without a new page; everything else is a visit.
function travel(how, to) {
  const target = new URL(to, location.href)
  const page = document.getElementById('component')?.dataset.path
  if (page && target.origin === location.origin && (target.pathname === page || target.pathname.startsWith(page + '/'))) {
    history[how](null, '', target)
    window.dispatchEvent(new PopStateEvent('popstate'))
  } else {
    location.assign(target)
  }
}
