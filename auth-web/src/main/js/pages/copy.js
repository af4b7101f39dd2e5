// Buttons that copy: a button with `data-copy` copies the text of the element of that id.
document.addEventListener('click', async event => {
  const button = event.target.closest('button[data-copy]')
  if (!button) {
    return
  }
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim())
  const label = button.textContent
  button.textContent = 'Copied'
  setTimeout(() => (button.textContent = label), 1500)
})
