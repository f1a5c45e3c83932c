// Before printing: which letters do not fit on their page, and by how many lines (the type never shrinks by itself); and
// empty pages where a sheet has two sides, so that nobody's letter begins on the back of another.
;(() => {
  const list = document.getElementById('too-long')
  const inside = page => {
    const { minHeight, paddingTop, paddingBottom } = getComputedStyle(page)
    const around = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom)
    return { needs: page.scrollHeight - around, has: Number.parseFloat(minHeight) - around }
  }
  const pagesOf = page => {
    const { needs, has } = inside(page)
    return Math.max(1, Math.ceil((needs - 1) / has))
  }

  function tellTooLong() {
    const found = []
    for (const front of document.querySelectorAll('.front')) {
      const { needs, has } = inside(front)
      const line = Number.parseFloat(getComputedStyle(front.querySelector('.sentences')).lineHeight)
      const lines = needs - has > 1 ? Math.ceil((needs - has) / line) : 0
      const { one, other } = front.dataset
      if (lines > 0) found.push((lines === 1 ? one : other).replace(/\d+/, lines))
    }
    list.replaceChildren(
      ...found.map(words => Object.assign(document.createElement('li'), { textContent: words })),
    )
  }

  function fillSheets() {
    const names = document.querySelector('.list')
    const behind = names?.nextElementSibling
    if (behind?.matches('.empty') && pagesOf(names) % 2 === 0) behind.remove()
    for (const back of document.querySelectorAll('.back'))
      if ((pagesOf(back.previousElementSibling) + pagesOf(back)) % 2 === 1)
        back.after(Object.assign(document.createElement('div'), { className: 'page empty' }))
  }

  // With all pictures and faces: both take room.
  addEventListener('load', () => {
    void document.fonts.ready.then(() => {
      tellTooLong()
      fillSheets()
    })
  })
})()
