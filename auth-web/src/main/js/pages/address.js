// Tells clerk-js, before it starts, whom to talk to: this very origin, below the instance's prefix if there is one.
{
  const { publishableKey, base } = document.documentElement.dataset
  window.__clerk_publishable_key = publishableKey
  window.__clerk_proxy_url = location.origin + base
}
