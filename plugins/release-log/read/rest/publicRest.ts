import { Router } from 'express'
import { createPublicRest } from './createPublicRest.ts'
import type { PublicRestOptions } from './createPublicRest.ts'

/** `createPublicRest` as an Express router; mount it at the root, before Payload. */
export const publicRest = (options: PublicRestOptions): Router => {
  const rest = createPublicRest(options)
  const router = Router()
  router.use((request, response, next) => {
    const { url } = request
    request.url = request.originalUrl
    const isAnswered = rest(request, response)
    request.url = url
    if (!isAnswered) next()
  })
  return router
}
