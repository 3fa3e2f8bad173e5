import type { IncomingHttpHeaders } from 'node:http'
import path from 'node:path'
import express from 'express'
import type { Request, RequestHandler, Response } from 'express'
import type { PublicFiles } from '#plugins/release-log/read.ts'
import { refusal } from './refusals.ts'

/** A proxy asks again after five minutes, for the file may have been withdrawn; the browser that has seen it need not. */
const PUBLIC = 'public, max-age=31536000, s-maxage=300, immutable'
const PRIVATE = 'private, no-store'

/**
 * Released files under the hash of their content, which never changes: for everybody while something public shows them, and
 * always for those who prepare and decide. To others a file that is not public is not there.
 *
 * @param options.mediaDir folder of the uploads
 * @param options.limit counts who asks for what is not known to be public; ten thousand devices fetch one file from memory
 * @param options.isStaff whether the headers are those of somebody who is signed in to the admin
 */
export const releasedFiles = (options: {
  mediaDir: string
  publicFiles: PublicFiles
  limit: RequestHandler
  isStaff: (headers: IncomingHttpHeaders) => Promise<boolean>
}): RequestHandler => {
  const { publicFiles, limit, isStaff } = options
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
  const known: RequestHandler = (req, res, next) => {
    const name = nameIn(req)
    if (!name) return next('router')
    res.locals.isPublic = publicFiles.isKnown(name)
    return res.locals.isPublic ? files(req, res, next) : next()
  }
  const asked: RequestHandler = async (req, res, next) => {
    res.locals.isPublic = await publicFiles.ask(nameIn(req) ?? '')
    if (res.locals.isPublic || (await isStaff(req.headers))) files(req, res, next)
    else next(refusal(404)) // no page is made of it
  }
  return express.Router().use(known, limit, asked)
}

const nameIn = ({ method, path: address }: Request): string | undefined =>
  method === 'GET' || method === 'HEAD'
    ? /^\/([0-9a-f]{64}\.[a-z0-9]{1,8})$/.exec(address)?.[1]
    : undefined
