import { Router } from 'express'
import type { Request, Response } from 'express'
import type { Pool } from 'pg'
import { renderToStaticMarkup } from 'react-dom/server'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import { acknowledgeTokens } from '../alerts/acknowledgeTokens.ts'
import { acknowledge } from './acknowledge.ts'
import { AcknowledgePage } from './AcknowledgePage.tsx'
import { readThread } from './readThread.ts'
import { policy } from './styles.ts'

/**
 * `/sla/acknowledge?token=…`: the link of a mail. To look is to do nothing, since scanners of mail follow links; only the
 * button acknowledges. The token is the right to do so, no session is asked for; it ends with its reader's office.
 */
export const acknowledgePages = (options: {
  pool: Pool
  env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir' | 'opsMail'>
  now?: () => Date
}): Router => {
  const { pool, now = () => new Date() } = options
  const { opsMail } = options.env
  const tokens = acknowledgeTokens(options.env)
  const router = Router()
  router.get('/sla/acknowledge', async (req, res) => {
    const who = await tokens.read(tokenOf(req), now())
    const { language, rows } = who
      ? await readThread(pool, { ...who, opsMail })
      : { language: languageOf(req), rows: [] }
    send(res, { language, rows })
  })
  router.post('/sla/acknowledge', async (req, res) => {
    const at = now()
    const who = await tokens.read(tokenOf(req), at)
    if (!who) {
      send(res, { language: languageOf(req), rows: [] })
      return
    }
    await acknowledge(pool, { ...who, now: at, opsMail })
    res.set('cache-control', 'no-store')
    res.redirect(303, `/sla/acknowledge?token=${encodeURIComponent(tokenOf(req))}`)
  })
  return router
}

const send = (res: Response, page: Parameters<typeof AcknowledgePage>[0]) => {
  res
    .status(page.rows.length === 0 ? 403 : 200)
    .set({
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
    })
    .type('html')
    .send(`<!doctype html>${renderToStaticMarkup(<AcknowledgePage {...page} />)}`)
}

const tokenOf = (req: Request): string =>
  typeof req.query.token === 'string' ? req.query.token : ''

const languageOf = (req: Request): 'vi' | 'en' =>
  req.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi'
