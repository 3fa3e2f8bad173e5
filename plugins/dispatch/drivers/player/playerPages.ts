import { readdirSync } from 'node:fs'
import path from 'node:path'
import express from 'express'
import type { Router } from 'express'

const CODE = /^[\w.-]{1,80}$/

/**
 * `GET /bang-tin/<device>`: the board as a page in a browser, with what belongs to it. Everybody may open the page; only who
 * holds the device's key is sent anything.
 *
 * @param options.folder of the page's files
 * @param options.fonts folder of Be Vietnam Pro's files
 */
export const playerPages = (options: { folder: string; fonts: string }): Router => {
  const router = express.Router()
  const files = new Map(
    readdirSync(options.folder).map((name) => [name, path.join(options.folder, name)]),
  )
  for (const [name, script] of [
    ['vietnamese.woff2', 'vietnamese'],
    ['latin.woff2', 'latin'],
  ] as const)
    files.set(name, path.join(options.fonts, `be-vietnam-pro-${script}-700-normal.woff2`))
  const caching = { headers: { 'cache-control': 'public, max-age=0, must-revalidate' } }
  router.get('/bang-tin/page/:file', (req, res, next) => {
    const file = files.get(req.params.file)
    if (!file) return next()
    return res.sendFile(file, caching)
  })
  router.get('/bang-tin/sw.js', (_req, res) => {
    res.sendFile(path.join(options.folder, 'sw.js'), caching)
  })
  router.get('/bang-tin/:device', (req, res, next) => {
    if (!CODE.test(req.params.device)) return next()
    return res.sendFile(path.join(options.folder, 'board.html'), {
      headers: { 'cache-control': 'no-cache' },
    })
  })
  return router
}
