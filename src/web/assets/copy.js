// With scripts a button copies what is shown once; without them it is marked and copied by hand.
for (const button of document.querySelectorAll('[data-copies]')) {
  const shown = document.getElementById(button.dataset.copies)
  shown.addEventListener('focus', () => shown.select())
  // A browser gives this to safe addresses alone.
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(shown.value)
    button.textContent = button.dataset.copied
  })
}
