import type { IncomingHttpHeaders } from 'node:http'
import path from 'node:path'
import express from 'express'
import type { RequestHandler, Response } from 'express'

/** A proxy asks again after five minutes, for the file may have been withdrawn; the browser that has seen it need not. */
const PUBLIC = 'public, max-age=31536000, s-maxage=300, immutable'
const PRIVATE = 'private, no-store'

/**
 * Released files under the hash of their content, which never changes: for everybody while something public shows them, and
 * always for those who prepare and decide. To others a file that is not public is not there.
 *
 * @param options.mediaDir folder of the uploads
 * @param options.isPublic by the file's name
 * @param options.isStaff whether the headers are those of somebody who is signed in to the admin
 */
export const releasedFiles = (options: {
  mediaDir: string
  isPublic: (name: string) => Promise<boolean>
  isStaff: (headers: IncomingHttpHeaders) => Promise<boolean>
}): RequestHandler => {
  const files = express.static(path.join(options.mediaDir, 'released'), {
    cacheControl: false,
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    fallthrough: true,
    setHeaders: (res) => {
      res.setHeader('cache-control', (res as Response).locals.isPublic ? PUBLIC : PRIVATE)
      // Feed readers and component sites show them on pages of their own.
      res.setHeader('cross-origin-resource-policy', 'cross-origin')
    },
  })
  return async (req, res, next) => {
    const name = /^\/([0-9a-f]{64}\.[a-z0-9]{1,8})$/.exec(req.path)?.[1]
    if (!name) return next()
    res.locals.isPublic = await options.isPublic(name)
    if (res.locals.isPublic || (await options.isStaff(req.headers))) files(req, res, next)
    else next()
  }
}
