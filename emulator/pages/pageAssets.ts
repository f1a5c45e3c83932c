import { join } from 'node:path'
import express, { Router } from 'express'
import helmet from 'helmet'
import { fontFolders } from '../../src/web/fontFolders'

const FOR_EVER = { maxAge: '365d', immutable: true }

const OWN = join(__dirname, '../assets')
/** Colours, type and mark are those of the product's own pages. */
const SHARED = join(__dirname, '../../src/web/assets')

/** Headers of the page, and its sheets, script and faces. */
export function pageAssets(): Router {
  const router = Router()
  router.use('/phones', securityHeaders())
  router.use('/phones/assets', express.static(OWN), express.static(SHARED))
  for (const folder of fontFolders()) router.use('/phones/assets/fonts', express.static(folder, FOR_EVER))
  return router
}

/** Nothing from elsewhere, nothing inline. */
function securityHeaders() {
  return helmet({
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
  })
}
