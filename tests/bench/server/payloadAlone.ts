import express from 'express'
import type { RequestListener } from 'node:http'
import { getPayload } from 'payload'
import config from '#payload-config'
import { payloadRest } from '#src/server/payloadApi.ts'

/** Payload's own REST on the same rows, open to strangers as a site without a release log would have it. */
export const payloadAlone = async (): Promise<RequestListener> => {
  const payload = await getPayload({ config })
  const { access } = payload.collections.articles.config
  access.read = () => ({ _status: { equals: 'published' } })
  const app = express()
  app.disable('x-powered-by')
  app.use(payloadRest(config))
  return app
}
