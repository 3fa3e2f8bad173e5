import type { Snapshot } from '../snapshot.ts'
import type { HttttnCodes } from './httttnCodes.ts'

/** A bulletin as stations of the grassroots information system take it; every code is a string. */
export type HttttnBulletin = {
  BanTinId: string
  TieuDe: string
  LoaiLinhVuc: string
  LoaiBanTin: string
  MucDoUuTien: string
  NguonId: string
  NguonTin: string
  NoiDung: string
  NoiDungTomTat: string
  /** Seconds. */
  ThoiLuong: string
  VungPhat: string
  TacGia: { TenDayDu: string; TenDangNhap: string; Email: string; ButDanh: string }
  Schedule: HttttnSchedule | null
}

/** When it is to be played: one day, its slots, and in each slot what comes in which order. */
export type HttttnSchedule = {
  Date: string
  /** Other days with the same slots, by commas. */
  DatesCopy: string
  SchedulePlaylistTimes: {
    Name: string
    Start: string
    End: string
    Playlists: { Order: number; MediaProjectId: string; ThoiLuong: string }[]
  }[]
}

/** Slow reading aloud of Vietnamese. */
const SYLLABLES_A_SECOND = 3
const SUMMARY_CHARACTERS = 200

/**
 * A dispatch as a bulletin of the grassroots information system (HTTTN).
 *
 * @param codes of the endpoint it goes to
 */
export const toHttttn = (snapshot: Snapshot, codes: HttttnCodes): HttttnBulletin => {
  const seconds = secondsOf(snapshot)
  return {
    BanTinId: snapshot.chain,
    TieuDe: snapshot.title,
    LoaiLinhVuc: codes.topic[snapshot.topic ?? ''] ?? codes.otherTopic,
    LoaiBanTin: codes.form[formOf(snapshot)],
    MucDoUuTien: codes.priority[snapshot.priority],
    NguonId: codes.sourceId,
    NguonTin: snapshot.issuer,
    NoiDung: snapshot.spokenText ?? snapshot.text,
    NoiDungTomTat: summaryOf(snapshot.text),
    ThoiLuong: String(seconds),
    VungPhat: [...snapshot.audience.areas, ...snapshot.audience.groups].join(','),
    TacGia: { TenDayDu: snapshot.issuer, TenDangNhap: '', Email: '', ButDanh: '' },
    // An emergency is played when it arrives.
    Schedule: snapshot.priority === 'emergency' ? null : scheduleOf(snapshot, seconds),
  }
}

const formOf = ({ media }: Snapshot): 'text' | 'audio' | 'image' | 'video' =>
  (['video', 'audio', 'image'] as const).find((role) => media.some((one) => one.role === role)) ??
  'text'

const secondsOf = ({ media, spokenText, text }: Snapshot): number => {
  const known = media.find((one) => one.seconds !== undefined)?.seconds
  if (known !== undefined) return Math.ceil(known)
  const syllables = (spokenText ?? text).split(/\s+/).filter(Boolean).length
  return Math.max(1, Math.ceil(syllables / SYLLABLES_A_SECOND))
}

const summaryOf = (text: string): string => {
  const characters = Array.from(text.normalize('NFC'))
  if (characters.length <= SUMMARY_CHARACTERS) return text
  const cut = characters.slice(0, SUMMARY_CHARACTERS).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`
}

const scheduleOf = (snapshot: Snapshot, seconds: number): HttttnSchedule => {
  const start = Date.parse(snapshot.effectiveAt)
  const day = localText(start).slice(0, 10)
  return {
    Date: day,
    DatesCopy: '',
    SchedulePlaylistTimes: [
      {
        Name: snapshot.title,
        Start: localText(start).slice(11),
        End: localText(start + seconds * 1000).slice(11),
        Playlists: [{ Order: 1, MediaProjectId: snapshot.chain, ThoiLuong: String(seconds) }],
      },
    ],
  }
}

/** `2026-12-01T08:00:00` by the clock of Việt Nam (UTC+7, no summer time). */
const localText = (moment: number): string =>
  new Date(moment + 7 * 3_600_000).toISOString().slice(0, 19)
