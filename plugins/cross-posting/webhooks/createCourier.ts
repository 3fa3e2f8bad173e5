import { setTimeout as pause } from 'node:timers/promises'
import type { JobContext } from '#kit/jobContext.ts'
import { ADD_JOB, addJobValues } from '#kit/enqueue.ts'
import { installationKey } from '#kit/signingKey.ts'
import { addressRules } from '#kit/addressRules.ts'
import { CALL_DEADLINE_MS, callEndpoint } from './callEndpoint.ts'
import { guardedAgent } from '#kit/guardedAgent.ts'
import type { ClaimedHint, Lane } from './hintStore.ts'
import { claimHints, giveBack, nextHintDueAt, settleFailed, settleTold } from './hintStore.ts'
import { messageOf } from './messageOf.ts'
import { nextHintAt } from './nextHintAt.ts'
import { readSettings } from './readSettings.ts'
import { signHint } from './signHint.ts'
import { endpointSecret, readWebhookKeys } from './webhookKeys.ts'

/** Carries hints to endpoints, in one process. */
export type Courier = {
  /** Takes what is due in a lane and returns at once; calls go on by themselves. */
  wake: (lane: Lane) => Promise<void>
  /** Waits for the calls under way and takes no more. */
  end: () => Promise<void>
}

/** A call that hangs holds one place and a socket, nothing else. */
const PLACES = 256
/** Of these, what endpoints that failed the last time may hold. */
const PLACES_OF_FAILING = 128
/** What calls under way are given when the process ends. */
const GRACE_MS = 2000
/** Outlives the longest call: what a killed process had in its hands is taken up after it. */
const LEASE_SECONDS = CALL_DEADLINE_MS / 1000 + 5

/** One for a process; two processes share the work by leases. */
export const createCourier = (context: JobContext): Courier => {
  const { pool, env } = context
  const mayDial = addressRules(env.webhookPrivateNetworks)
  const agent = guardedAgent({ mayDial, timeoutMs: CALL_DEADLINE_MS })
  const running = new Set<Promise<void>>()
  let failing = 0
  let isEnding = false
  const later: Record<Lane, NodeJS.Timeout | undefined> = { 0: undefined, 1: undefined }

  const wake = async (lane: Lane) => {
    const limit = PLACES - running.size
    if (isEnding) return
    if (limit <= 0) {
      scheduleSoon(lane)
      return
    }
    const isAny = failing < PLACES_OF_FAILING
    const due = await claimHints(pool, { lane, limit, leaseSeconds: LEASE_SECONDS, isAny })
    if (due.length > 0) {
      const installation = await installationKey(env)
      const keys = await readWebhookKeys(pool, installation)
      const settings = await readSettings(pool)
      for (const one of due) {
        const secrets = secretsOf(one).map((generation) =>
          endpointSecret(installation, { id: one.endpointId, generation }),
        )
        start(one, (message) => signHint(message, { keys, secrets }), settings.giveUpHours)
      }
    }
    await schedule(lane)
  }

  const start = (one: ClaimedHint, sign: Sign, giveUpHours: number) => {
    if (one.failures > 0) failing += 1
    const work = attempt(one, sign, giveUpHours)
      .catch((error: unknown) => {
        // The lease runs out, and the hint is taken up again.
        context.logger.warn({ err: error }, 'cross-posting: an attempt was not settled')
      })
      .finally(() => {
        running.delete(work)
        if (one.failures > 0) failing -= 1
      })
    running.add(work)
  }

  const attempt = async (one: ClaimedHint, sign: Sign, giveUpHours: number) => {
    const startedAt = context.now()
    const body = messageOf(one)
    const timestamp = Math.floor(startedAt.getTime() / 1000)
    const headers = sign({ id: `msg_${one.messageId}`, timestamp, body })
    const called = await callEndpoint(agent, { url: one.url, headers, body })
    if (called.outcome === 'accepted') {
      if (await settleTold(pool, one, { ...called, startedAt })) await wake(one.lane)
      return
    }
    if (isEnding) {
      // Cut off by this process's end: the endpoint has not failed.
      await giveBack(pool, one)
      return
    }
    const nextAt = nextHintAt({
      failures: one.failures + 1,
      failingSince: one.failingSince ?? startedAt,
      giveUpHours,
      now: context.now(),
      random: Math.random(),
    })
    await settleFailed(pool, one, { ...called, startedAt, nextAt })
    scheduleSoon(one.lane)
  }

  /** Many that fail at once ask for one job. */
  const scheduleSoon = (lane: Lane) => {
    if (isEnding) return
    later[lane] ??= setTimeout(() => {
      later[lane] = undefined
      schedule(lane).catch((error: unknown) => {
        context.logger.warn({ err: error }, 'cross-posting: the next attempt was not scheduled')
      })
    }, 100)
  }

  const schedule = async (lane: Lane) => {
    const at = await nextHintDueAt(pool, lane)
    if (!at) return
    await pool.query(
      ADD_JOB,
      addJobValues({
        task: 'crossPostingHints',
        payload: { lane },
        jobKey: `crossPostingHints:later:${lane}`,
        priority: lane,
        runAt: new Date(Math.max(at.getTime(), Date.now() + 200)),
      }),
    )
  }

  return {
    wake,
    end: async () => {
      isEnding = true
      clearTimeout(later[0])
      clearTimeout(later[1])
      await Promise.race([Promise.allSettled(running), pause(GRACE_MS, undefined, { ref: false })])
      await agent.destroy()
      await Promise.allSettled(running)
    },
  }
}

type Sign = (message: { id: string; timestamp: number; body: string }) => Record<string, string>

/** The generations of an endpoint's secret that hold now. */
const secretsOf = (one: ClaimedHint): number[] =>
  one.hasOldSecret ? [one.secretGeneration, one.secretGeneration - 1] : [one.secretGeneration]
