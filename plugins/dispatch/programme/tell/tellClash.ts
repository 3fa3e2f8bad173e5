import type { ClientBase } from 'pg'
import type { Decision } from '#domain/dispatch/programme/decideClash.ts'
import { dayOf } from '#domain/dispatch/programme/localDay.ts'
import type { Decider } from '#domain/dispatch/programme/programmeRules.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { readAiring } from '../airings/airing.ts'
import type { Airing } from '../airings/airing.ts'
import type { Clash } from '../clashes/clash.ts'
import { mailTo, peopleOf } from './mailOf.ts'

const said: Record<Decision, string> = {
  ours_first: 'bản tin đã có trong lịch phát trước, bản tin đến sau phát liền ngay sau đó',
  theirs_first: 'bản tin đến sau phát trước, bản tin đã có trong lịch phát liền ngay sau đó',
  ours_only: 'chỉ phát bản tin đã có trong lịch',
  theirs_only: 'chỉ phát bản tin đến sau',
}

const saidInEnglish: Record<Decision, string> = {
  ours_first: 'the one on the schedule first, the later one right after',
  theirs_first: 'the later one first, the one on the schedule right after',
  ours_only: 'only the one on the schedule',
  theirs_only: 'only the later one',
}

/** Tells those who may decide that two priority bulletins want the same time, by when, and what happens if they do not. */
export const tellClash = async (
  client: ClientBase,
  of: {
    id: string
    ours: Airing
    theirs: Airing
    decideBy: Date
    decider: Decider
    decision: Decision
  },
): Promise<void> => {
  const { ours, theirs } = of
  const by = momentText(of.decideBy.toISOString(), 'vi')
  await mailTo(client, {
    key: `clash:${of.id}:opened:${of.decideBy.toISOString()}`,
    to: await peopleOf(client, theirs.unitCode, of.decider),
    subject: `[Cần quyết định trước ${by}] Hai bản tin ưu tiên trùng giờ`,
    lines: [
      `“${theirs.title}” trùng giờ với “${ours.title}” (${momentText(ours.startsAt.toISOString(), 'vi')}).`,
      `Đề nghị quyết định thứ tự trước ${by}. Nếu chưa có quyết định: ${said[of.decision]}.`,
    ],
    english: [
      `“${theirs.title}” wants the time of “${ours.title}” (${momentText(ours.startsAt.toISOString(), 'en')}).`,
      `Please decide by ${momentText(of.decideBy.toISOString(), 'en')}; else: ${saidInEnglish[of.decision]}.`,
    ],
    path: '/admin/commune-inbox',
  })
}

/** Tells a commune that the default was applied, and what it did. */
export const tellDefault = async (
  client: ClientBase,
  clash: Clash,
  decision: Decision,
): Promise<void> => {
  const ours = await readAiring(client, clash.ours)
  const theirs = await readAiring(client, clash.theirs)
  if (!ours || !theirs) return
  const when = ({ title, startsAt, state }: Airing) =>
    state === 'dropped'
      ? `“${title}”: không phát.`
      : `“${title}”: ${momentText(startsAt.toISOString(), 'vi')}.`
  await mailTo(client, {
    key: `clash:${clash.id}:default:${clash.decideBy.toISOString()}`,
    to: await peopleOf(client, clash.unitCode),
    subject: `[Đã xếp theo mặc định] ${theirs.title}`,
    lines: [
      `Hai bản tin ưu tiên trùng giờ chưa có quyết định nên được xếp theo mặc định: ${said[decision]}.`,
      when(ours),
      when(theirs),
    ],
    english: [
      `Two priority bulletins for one time were not decided on; the default holds: ${saidInEnglish[decision]}.`,
    ],
    path: `/admin/day-schedule?unit=${clash.unitCode}&day=${dayOf(theirs.startsAt.getTime())}`,
  })
}
