// Reads the code on a letter with the camera, where the browser can. What it saw is sent as it is; the house finds the code.
;(() => {
  const root = document.querySelector('[data-scan]')
  if (!root || !('BarcodeDetector' in globalThis) || !navigator.mediaDevices) return
  const LOOKS_AGAIN_MS = 200
  const dialog = root.querySelector('dialog')
  const video = root.querySelector('video')
  const words = dialog.querySelector('p')
  const form = root.querySelector('form')
  const how = words.textContent
  let detector

  const stop = () => {
    for (const track of video.srcObject?.getTracks() ?? []) track.stop()
    video.srcObject = null
  }

  async function look() {
    if (!dialog.open || !video.srcObject) return
    const [found] = await detector.detect(video).catch(() => [])
    if (!dialog.open) return
    if (!found) return void setTimeout(look, LOOKS_AGAIN_MS)
    stop()
    form.elements.text.value = found.rawValue
    form.requestSubmit()
  }

  async function open() {
    words.textContent = how
    dialog.showModal()
    try {
      const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      video.srcObject = camera
      // Closed while the phone was asking whether it may.
      if (!dialog.open) return stop()
      await video.play()
      void look()
    } catch {
      words.textContent = words.dataset.refused
    }
  }

  root.querySelector('[data-deed="open"]').addEventListener('click', () => void open())
  root.querySelector('[data-deed="close"]').addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', stop)

  void BarcodeDetector.getSupportedFormats().then(formats => {
    if (!formats.includes('qr_code')) return
    detector = new BarcodeDetector({ formats: ['qr_code'] })
    root.hidden = false
  })
})()
