import path from 'node:path'
import express from 'express'
import type { RequestHandler } from 'express'

/**
 * Released files under the hash of their content: they never change, so browsers may keep them for ever.
 *
 * @param mediaDir folder of the uploads
 */
export const releasedFiles = (mediaDir: string): RequestHandler => {
  const files = express.static(path.join(mediaDir, 'released'), {
    immutable: true,
    maxAge: '365d',
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    fallthrough: true,
    // Feed readers and component sites show them on pages of their own.
    setHeaders: (res) => void res.setHeader('cross-origin-resource-policy', 'cross-origin'),
  })
  return (req, res, next) => {
    if (!/^\/[0-9a-f]{64}\.[a-z0-9]{1,8}$/.test(req.path)) {
      next()
      return
    }
    files(req, res, next)
  }
}
