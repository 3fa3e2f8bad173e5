import type { PayloadRequest } from 'payload'
import type { EditorialBoardOptions } from '#plugins/editorial-board/index.ts'
import { inForce } from '#domain/sla/inForce.ts'
import { hasCityRole } from '#kit/membershipsOf.ts'
import { demandEmergency, demandLawfulBulletin, demandWithdrawal } from '#plugins/dispatch/index.ts'
import { installationSigner } from '#kit/signingKey.ts'
import { sqlOf } from '#kit/transaction.ts'
import { env } from './env.ts'
import { governed } from './governed.ts'
import { profile } from './profiles/index.ts'
import { deskCalendar } from './workingCalendar.ts'

/** Every site has a board of its own (P-6.3bis); the city's also decides over what all sites share. */
const boards = async (req: PayloadRequest) => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ board: string; name: string; kind: string }>(
    `select s.code as board, coalesce(l.name, v.name, s.code) as name, s.kind::text as kind from public.sites s
     left join public.sites_locales l on l._parent_id = s.id and l._locale::text = $1
     left join public.sites_locales v on v._parent_id = s.id and v._locale::text = 'vi'
     order by s.kind::text, s.id`,
    [req.i18n.language === 'en' ? 'en' : 'vi'],
  )
  return rows.map(({ board, name, kind }) => ({
    board,
    name,
    logs: kind === 'city' ? [board, 'common'] : [board],
  }))
}

/** The sections people read, in their order. */
export const sections = async (req: PayloadRequest) => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ id: number; name: string }>(
    `select c.id, coalesce(l.title, v.title, '#' || c.id) as name from public.categories c
     left join public.categories_locales l on l._parent_id = c.id and l._locale::text = $1
     left join public.categories_locales v on v._parent_id = c.id and v._locale::text = 'vi'
     where c._status::text = 'published' order by c."order", c.id`,
    [req.i18n.language === 'en' ? 'en' : 'vi'],
  )
  return rows
}

/** The boards of this city. */
export const board: EditorialBoardOptions = {
  governed,
  accountsSql: `select u.id as person, u.full_name as name, u.email, u.preferred_locale::text as language, u.is_active,
    u.identity_number as identity,
    exists (select from public.users_roles r where r.parent_id = u.id and r.value::text = 'systemAdmin') as is_registrar
    from public.users u`,
  boardOfSql: `case when p_log = 'common'
    then (select s.code from public.sites s where s.kind::text = 'city' order by s.id limit 1) else p_log end`,
  boards,
  sections,
  seesEveryDesk: (req) => hasCityRole(req, 'auditor', 'systemAdmin'),
  isRegistrar: (req) => hasCityRole(req, 'systemAdmin'),
  signer: () => installationSigner(env),
  flows: profile.flowRules,
  readyFlows: profile.readyFlows,
  groundsOn: (day) => inForce(profile.refusalGrounds, day),
  emergencyReasonsOn: (day) => inForce(profile.emergencyReasons, day),
  isEmergency: (collection, document) =>
    collection === 'bulletins' ? document.priority === 'emergency' : collection === 'articles',
  demandEmergency,
  demandRelease: demandLawfulBulletin,
  demandWithdrawal,
  isEmergencyCodeNeeded: (collection) =>
    collection === 'bulletins' && profile.storm.isSecondFactorNeeded,
  dueAt: (at, hours) => deskCalendar().addWorkingMinutes(at, hours * 60),
  workingHoursBetween: (from, to) => deskCalendar().workingMinutesBetween(from, to) / 60,
  verifierUrl: (sha256) => `${env.publicUrl}/kiem-chung/${sha256}`,
}
