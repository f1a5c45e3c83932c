import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { fontFolders } from '../../src/web/fontFolders'

/** A page as a picture, in colours as QR readers like them. */
export interface Picture {
  width: number
  height: number
  data: Uint8Array
}

const ASSETS = path.join(__dirname, '../../src/web/assets')
const ORIGIN = 'http://paper.test'

/** Shows a page with the sheets and faces of the house, without a house. */
export async function showPaper(page: Page, html: string): Promise<void> {
  await page.route(`${ORIGIN}/**`, route => {
    const { pathname } = new URL(route.request().url())
    const name = pathname.replace('/assets/', '')
    const places = [ASSETS, ...fontFolders()].map(folder => path.join(folder, path.basename(name)))
    const file = places.find(place => existsSync(place))
    return pathname === '/'
      ? route.fulfill({ body: html, contentType: 'text/html' })
      : route.fulfill(file ? { path: file } : { status: 404 })
  })
  await page.goto(`${ORIGIN}/`)
  await page.evaluate(() => document.fonts.ready)
}

/** What the printer gets, and the folder with it. */
export async function printPaper(page: Page): Promise<{ pdf: string; pictures: Picture[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'paper-'))
  const pdf = path.join(folder, 'paper.pdf')
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true })
  execFileSync('pdftoppm', ['-r', '110', pdf, path.join(folder, 'p')])
  const files = readdirSync(folder).filter(name => name.endsWith('.ppm'))
  return { pdf, pictures: files.sort().map(name => picture(path.join(folder, name))) }
}

/** Words that are drawn with a face of this machine, not with one that travels with the house. */
export async function foreignFaces(page: Page, selector: string): Promise<string[]> {
  const inside = await page.context().newCDPSession(page)
  await inside.send('DOM.enable')
  await inside.send('CSS.enable')
  const { root } = await inside.send('DOM.getDocument')
  const { nodeIds } = await inside.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
  const found: string[] = []
  for (const nodeId of nodeIds) {
    const { fonts } = await inside.send('CSS.getPlatformFontsForNode', { nodeId })
    const foreign = fonts.filter(({ isCustomFont }) => !isCustomFont)
    if (foreign.length === 0) continue
    const { outerHTML } = await inside.send('DOM.getOuterHTML', { nodeId })
    found.push(`${foreign.map(({ familyName }) => familyName).join()}: ${outerHTML}`)
  }
  return found
}

/** The words of one page of a PDF, from 1. */
export const wordsOn = (pdf: string, number: number): string =>
  execFileSync('pdftotext', ['-q', '-f', String(number), '-l', String(number), pdf, '-'], {
    encoding: 'utf8',
  })

function picture(file: string): Picture {
  const bytes = readFileSync(file)
  const [, width = '0', height = '0'] =
    /^P6\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? []
  const head = bytes.length - Number(width) * Number(height) * 3
  return { width: Number(width), height: Number(height), data: new Uint8Array(bytes.subarray(head)) }
}
