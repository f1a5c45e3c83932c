import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium of this machine. Page tests cannot be left out by accident: without a browser they fail and say so. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = PLACES.find(place => existsSync(place))
  if (!executablePath)
    throw new Error(
      'No Chromium found. Install it (Debian: apt-get install chromium), or leave the page tests out with BRUGBODE_NO_BROWSER=1.',
    )
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}
