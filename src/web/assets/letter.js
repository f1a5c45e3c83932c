// Says before printing which letters do not fit on their page, and by how many lines. The type never shrinks by itself.
;(() => {
  const list = document.getElementById('too-long')
  const measure = () => {
    const found = []
    for (const front of document.querySelectorAll('.front')) {
      const over = front.scrollHeight - Number.parseFloat(getComputedStyle(front).minHeight)
      const line = Number.parseFloat(getComputedStyle(front.querySelector('.sentences')).lineHeight)
      const lines = over > 1 ? Math.ceil(over / line) : 0
      const { one, other } = front.dataset
      if (lines > 0) found.push((lines === 1 ? one : other).replace(/\d+/, lines))
    }
    list.replaceChildren(
      ...found.map(words => Object.assign(document.createElement('li'), { textContent: words })),
    )
  }
  void document.fonts.ready.then(measure)
})()
