import type { ClientBase } from 'pg'
import { dayOf } from '#domain/dispatch/programme/localDay.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { Airing } from '../airings/airing.ts'
import { mailTo, peopleOf } from './mailOf.ts'

/** What a commune is told of its programme without having asked. */
export type Told = {
  what: 'missed' | 'interrupted' | 'displaced' | 'withdrawn' | 'expired'
  airing: Airing
  again?: Airing | null
  reason?: string | null
}

const subjects: Record<Told['what'], string> = {
  missed: 'Chưa phát được',
  interrupted: 'Bị cắt vì bản tin khẩn cấp',
  displaced: 'Không còn chỗ trong lịch',
  withdrawn: 'Bản tin bị thu hồi',
  expired: 'Bản tin hết hiệu lực',
}

const englishSubjects: Record<Told['what'], string> = {
  missed: 'Not aired',
  interrupted: 'Cut by an emergency',
  displaced: 'No room left in the programme',
  withdrawn: 'Withdrawn by its board',
  expired: 'Expired',
}

/** Tells the people of a commune what became of an airing, and where it is now. */
export const tellCommune = async (client: ClientBase, told: Told): Promise<void> => {
  const { airing, again } = told
  const at = momentText(airing.startsAt.toISOString(), 'vi')
  const next = again
    ? `Đã xếp phát lại lúc ${momentText(again.startsAt.toISOString(), 'vi')}.`
    : told.what === 'missed' || told.what === 'interrupted' || told.what === 'displaced'
      ? 'Chưa có giờ phát lại: bản tin chờ ở hộp bản tin để xếp lịch.'
      : 'Các lượt phát còn lại đã được bỏ khỏi lịch.'
  await mailTo(client, {
    key: `airing:${airing.id}:${told.what}`,
    to: await peopleOf(client, airing.unitCode),
    subject: `[${subjects[told.what]}] ${airing.title}`,
    lines: [
      `${subjects[told.what]}: “${airing.title}”, lượt ${at}.`,
      ...(told.reason ? [`Lý do: ${told.reason}`] : []),
      next,
    ],
    english: [
      `${englishSubjects[told.what]}: “${airing.title}”, ${momentText(airing.startsAt.toISOString(), 'en')}.`,
      ...(again ? [`Scheduled again at ${momentText(again.startsAt.toISOString(), 'en')}.`] : []),
    ],
    path: `/admin/day-schedule?unit=${airing.unitCode}&day=${dayOf((again ?? airing).startsAt.getTime())}`,
  })
}
