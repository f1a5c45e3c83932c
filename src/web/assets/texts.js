// With scripts a value goes where one is writing, and Ctrl+S saves; without them the buttons do the same by a page.
const area = document.querySelector('textarea[name="text"]')
const form = area?.form

form?.addEventListener('click', event => {
  const button = event.target.closest('[data-insert]')
  if (!button) return
  event.preventDefault()
  area.setRangeText(button.dataset.insert, area.selectionStart, area.selectionEnd, 'end')
  area.focus()
  area.dispatchEvent(new Event('input', { bubbles: true }))
})

form?.addEventListener('keydown', event => {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  form.requestSubmit(form.querySelector('button[value="save"]'))
})
