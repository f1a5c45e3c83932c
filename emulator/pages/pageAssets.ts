import { join } from 'node:path'
import express, { type Request, type Response, Router } from 'express'
import helmet from 'helmet'

/** Headers of the page, and its sheets, script and faces. */
export function pageAssets(): Router {
  const router = Router()
  router.use('/phones', securityHeaders())
  router.use('/phones/assets', express.static(join(__dirname, '..', 'assets')), fontFiles())
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

/** The faces themselves come from their packages; `fonts.css` names only those. */
function fontFiles() {
  const files: Record<string, string> = {
    '/figtree-latin.woff2': '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
    '/figtree-latin-ext.woff2': '@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2',
    '/noto-arabic.woff2':
      '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
  }
  return (request: Request, response: Response) => {
    const file = files[request.path]
    if (!file) return void response.status(404).end()
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.sendFile(require.resolve(file))
  }
}
