import type { Endpoint, PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { endpoint } from '#kit/endpoint.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { slaError } from '../errors.ts'
import { ownerCalendar } from '../links/ownerCalendar.ts'
import { signedLinks } from '../links/signedLinks.ts'
import { readsCalendar, stillReads } from '../links/stillReads.ts'
import { signedIn } from './input.ts'

const DAYS = 366

const links = () => signedLinks(readRuntimeEnv(process.env), 'sla-calendar')

/** The calendar of an owner, and the link by which calendar programs read it without an account. */
export const calendarEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/update-sla/owners/:owner/calendar-link',
    access: signedIn,
    handler: async (req, { params }) => {
      const owner = ownerOf(params)
      if (!(await readsCalendar(req, owner))) throw slaError('not_owner')
      const { publicUrl } = readRuntimeEnv(process.env)
      const claims = { owner, person: String(req.user?.id), of: req.user?.collection ?? '' }
      const token = await links().issue(claims, { now: new Date(), days: DAYS })
      const path = `/api/update-sla/owners/${encodeURIComponent(owner)}/calendar.ics`
      return { url: `${publicUrl}${path}?token=${token}` }
    },
  }),
  endpoint({
    method: 'get',
    path: '/update-sla/owners/:owner/calendar.ics',
    access: () => true, // the token is the access
    handler: async (req, { params }) => {
      const owner = ownerOf(params)
      const query = new URL(req.url ?? '', 'http://localhost').searchParams
      const now = new Date()
      const claims = await links().read(query.get('token') ?? '', now)
      if (claims?.owner !== owner || !(await stillReads(req, claims)))
        throw slaError('link_invalid')
      const language = query.get('language') === 'en' ? 'en' : 'vi'
      const { publicUrl } = readRuntimeEnv(process.env)
      const feed = await ownerCalendar({ pool: poolOf(req), owner, language, publicUrl, now })
      if (!feed) throw slaError('owner_unknown')
      return new Response(feed, {
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'cache-control': 'private, max-age=900',
        },
      })
    },
  }),
]

const ownerOf = ({ owner = '' }: Record<string, string>): string => {
  try {
    return decodeURIComponent(owner)
  } catch {
    return owner // a broken percent sign names nobody
  }
}

const poolOf = (req: PayloadRequest): Pool => (req.payload.db as unknown as { pool: Pool }).pool // hidden by the base type
