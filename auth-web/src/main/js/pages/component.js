// Mounts the component that a hosted page is about.
import { base, complain, load } from './clerk.js'

const place = document.getElementById('component')
const { name, path } = place.dataset

const MOUNTS = {
  SignIn: clerk => clerk.mountSignIn(place, { routing: 'path', path, signUpUrl: base + '/sign-up' }),
  SignUp: clerk => clerk.mountSignUp(place, { routing: 'path', path, signInUrl: base + '/sign-in' }),
  Waitlist: clerk => clerk.mountWaitlist(place, {
    signInUrl: base + '/sign-in',
    afterJoinWaitlistUrl: document.documentElement.dataset.afterJoinWaitlist || undefined,
  }),
  UserProfile: clerk => {
    if (!clerk.user) {
      return clerk.redirectToSignIn({ signInFallbackRedirectUrl: location.href, redirectUrl: location.href })
    }
    clerk.mountUserButton(document.getElementById('account'))
    return clerk.mountUserProfile(place, { routing: 'path', path })
  },
}

try {
  const clerk = await load()
  place.replaceChildren()
  MOUNTS[name](clerk)
} catch (error) {
  complain(place, error)
}
