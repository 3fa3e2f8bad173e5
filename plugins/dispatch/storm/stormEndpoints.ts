import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { proofFile } from '#domain/dispatch/proof/proofText.ts'
import { isoDay } from '#domain/text/formatDate.ts'
import { endpoint } from '#kit/endpoint.ts'
import { queryOfRequest } from '#kit/admin/query.ts'
import { holderOf } from '#kit/secondFactor/secondFactorEndpoints.ts'
import { sqlOf } from '#kit/transaction.ts'
import { readReceivers } from '../forms/content/readReceivers.ts'
import { drillCsv } from './drills/drillCsv.ts'
import { dropDrill, planDrill } from './drills/planDrill.ts'
import { readDrillScores } from './drills/readDrills.ts'
import { endStorm, updateStorm } from './issue/followUp.ts'
import { issueStorm } from './issue/issueStorm.ts'
import { readReach } from './issue/readReach.ts'
import type { Reached } from './issue/readReach.ts'
import { readEnd, readIssue, readUpdate } from './issue/stormInput.ts'
import { poolOf } from './poolOf.ts'
import { makeProof } from './proof/makeProof.ts'
import {
  demandAreas,
  demandPush,
  issuingSitesOf,
  mayProve,
  mayPush,
  unitSeen,
  viewerOf,
} from './rights.ts'
import { stormError } from './stormError.ts'
import { findDispatch } from './wall/findDispatch.ts'
import { liveWall } from './wall/liveWall.ts'
import { pushDeliveries } from './wall/pushDeliveries.ts'

const mayIssue = async (req: PayloadRequest) => (await issuingSitesOf(req)).length > 0
const mayView = async (req: PayloadRequest) => (await viewerOf(req)) !== null
/** So many sizes of boards are drawn while somebody writes. */
const SIZES_SHOWN = 2
const mayProveAny = async (req: PayloadRequest) =>
  (await mayProve(req, { log: null })) || mayIssue(req)

const audience = z.object({
  areas: z.array(z.string().max(40)).max(1000),
  groups: z.array(z.string().max(80)).max(200),
})
const place = z.object({ unit: z.string().max(40).nullish() }).nullish()

const demandDispatch = async (req: PayloadRequest, name: string | undefined) => {
  const found = await findDispatch(poolOf(req), name ?? '')
  if (!found) throw stormError('dispatch_missing')
  return found
}

const bulletinIn = (params: Record<string, string>): number => {
  const id = Number(params.bulletin)
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) throw stormError('bulletin_missing')
  return id
}

const pushing = (act: 'retry' | 'reroute') =>
  endpoint({
    method: 'post',
    path: `/dispatch/wall/:dispatch/${act}`,
    access: mayPush,
    handler: async (req, { params, body }) => {
      const parsed = place.safeParse(body)
      if (!parsed.success) throw stormError('bad_input')
      const { id, log } = await demandDispatch(req, params.dispatch)
      const unit = await demandPush(req, { log, unit: parsed.data?.unit ?? null })
      const count = await pushDeliveries({
        pool: poolOf(req),
        dispatchId: id,
        unit,
        by: holderOf(req).person,
        act,
      })
      return { count }
    },
  })

/** Issuing, correcting and ending emergencies; the wall; drills; proofs. */
export const stormEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/dispatch/storm/reach',
    access: mayIssue,
    handler: async (req, { body }) => {
      const parsed = audience.safeParse(body)
      if (!parsed.success) throw stormError('bad_input')
      await demandAreas(req, parsed.data)
      const day = isoDay(new Date().toISOString())
      const [reach, { screens }] = await Promise.all([
        readReach(poolOf(req), parsed.data),
        readReceivers(await sqlOf(req), { ...parsed.data, devices: [] }, day),
      ])
      return { ...reach, screens: screens.slice(0, SIZES_SHOWN) } satisfies Reached
    },
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/storm/issue',
    access: mayIssue,
    handler: (req, { body }) => issueStorm({ req, input: readIssue(body), now: new Date() }),
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/storm/:bulletin/update',
    access: mayIssue,
    handler: (req, { params, body }) =>
      updateStorm({ req, bulletin: bulletinIn(params), input: readUpdate(body), now: new Date() }),
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/storm/:bulletin/end',
    access: mayIssue,
    handler: (req, { params, body }) =>
      endStorm({ req, bulletin: bulletinIn(params), input: readEnd(body), now: new Date() }),
  }),
  endpoint({
    method: 'get',
    path: '/dispatch/wall/:dispatch',
    access: mayView,
    handler: async (req, { params }) => {
      const viewer = await viewerOf(req)
      const { id, log, effectiveAt, isLast, endedAt } = await demandDispatch(req, params.dispatch)
      const { wall, etag: counted } = await liveWall(poolOf(req), {
        dispatchId: id,
        unit: unitSeen(viewer, log),
        effectiveAt: new Date(effectiveAt),
      })
      const etag = endedAt ? counted.replace(/"$/, '-ended"') : counted
      const headers = { etag, 'cache-control': 'private, no-cache' }
      if (req.headers.get('if-none-match') === etag)
        return new Response(null, { status: 304, headers })
      return Response.json({ id, isLast, endedAt, ...wall }, { headers })
    },
  }),
  pushing('retry'),
  pushing('reroute'),
  endpoint({
    method: 'get',
    path: '/dispatch/proofs/:dispatch',
    access: mayProveAny,
    handler: async (req, { params }) => {
      const { chain, log, number } = await demandDispatch(req, params.dispatch)
      if (!(await mayProve(req, { log }))) throw stormError('area_not_yours')
      const proof = await makeProof({ req, chain, now: new Date() })
      return new Response(proofFile(proof), {
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-disposition': `attachment; filename="ho-so-chung-minh-${number}.json"`,
          'cache-control': 'private, no-store',
        },
      })
    },
  }),
  endpoint({
    method: 'get',
    path: '/dispatch/drills/:dispatch/scores',
    access: mayView,
    handler: async (req, { params }) => {
      const viewer = await viewerOf(req)
      const { id, log, number } = await demandDispatch(req, params.dispatch)
      const scores = await readDrillScores(poolOf(req), {
        dispatchId: id,
        unit: unitSeen(viewer, log),
      })
      if (queryOfRequest(req.url).get('format') !== 'csv') return { scores }
      return new Response(drillCsv(scores), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="dien-tap-${number}.csv"`,
          'cache-control': 'private, no-store',
        },
      })
    },
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/drills',
    access: mayPush,
    handler: (req, { body }) =>
      planDrill({
        pool: poolOf(req),
        body,
        by: holderOf(req).person,
        demand: (areas) => demandAreas(req, { areas }),
        now: new Date(),
      }),
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/drills/:plan/drop',
    access: mayPush,
    handler: (req, { params }) =>
      dropDrill({
        pool: poolOf(req),
        id: params.plan,
        by: holderOf(req).person,
        demand: (areas) => demandAreas(req, { areas }),
      }),
  }),
]
