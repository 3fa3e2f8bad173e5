import type { Router } from 'express'
import express from 'express'

/** What the probes ask. */
export type Health = {
  /** Fit for traffic: started, not draining. */
  isReady: boolean
  /** One sentence while not ready. */
  reason: string
  /** Asked at each /readyz: throws when something this process needs is away. */
  checks: (() => Promise<void>)[]
}

/** `/healthz` says that the process lives, `/readyz` that it is fit for traffic. */
export const healthRoutes = (health: Health): Router => {
  const router = express.Router()
  router.get('/healthz', (_req, res) => {
    res.set('cache-control', 'no-store').json({ status: 'alive' })
  })
  router.get('/readyz', async (_req, res) => {
    res.set('cache-control', 'no-store')
    if (!health.isReady) {
      res.status(503).json({ status: 'not ready', reason: health.reason })
      return
    }
    try {
      for (const check of health.checks) await check()
      res.json({ status: 'ready' })
    } catch (error) {
      res
        .status(503)
        .json({ status: 'not ready', reason: error instanceof Error ? error.message : 'unknown' })
    }
  })
  return router
}
