import { expect, test } from 'vitest'
import { readByradioHeartbeat } from '#plugins/dispatch/drivers/byradio/readByradioHeartbeat.ts'
import {
  byradioEnvelope,
  toByradioDevice,
  toByradioSchedule,
  toByradioStream,
  toByradioVolume,
} from '#plugins/dispatch/drivers/byradio/toByradio.ts'
import { usualHttttnCodes } from '#plugins/dispatch/drivers/httttn/httttnCodes.ts'
import { toHttttn } from '#plugins/dispatch/drivers/httttn/toHttttn.ts'
import type { MediaFile } from '#plugins/dispatch/types.ts'
import { snapshotOf } from './snapshotOf.ts'

const now = new Date('2026-12-01T01:00:00Z')
const audio: MediaFile = {
  role: 'audio',
  url: 'https://hanoi.gov.vn/media/a.mp3',
  sha256: 'ab',
  mimeType: 'audio/mpeg',
  bytes: 1000,
  seconds: 42.2,
}

test('a bulletin of the grassroots system has its fields by name, every code a string of the endpoint', () => {
  const codes = { ...usualHttttnCodes, topic: { urgentNews: '07' }, sourceId: 'H26' }
  const bulletin = toHttttn(snapshotOf({ media: [audio] }), codes)
  expect(bulletin).toEqual({
    BanTinId: 'bulletin/thanh-pho/7',
    TieuDe: 'Bão gần bờ & lũ <lớn>',
    LoaiLinhVuc: '07',
    LoaiBanTin: '2',
    MucDoUuTien: '3',
    NguonId: 'H26',
    NguonTin: 'Ban Chỉ huy Phòng thủ dân sự thành phố',
    NoiDung: 'Gió mạnh cấp chín, mưa lớn. Người dân ở trong nhà.',
    NoiDungTomTat: 'Gió mạnh cấp 9, mưa lớn.\nNgười dân ở trong nhà.',
    ThoiLuong: '43',
    VungPhat: '10105',
    TacGia: {
      TenDayDu: 'Ban Chỉ huy Phòng thủ dân sự thành phố',
      TenDangNhap: '',
      Email: '',
      ButDanh: '',
    },
    Schedule: null,
  })
})

test('a scheduled bulletin carries its day and slot by the local clock', () => {
  const { Schedule, LoaiLinhVuc, MucDoUuTien } = toHttttn(
    snapshotOf({ priority: 'normal', effectiveAt: '2026-12-01T22:30:00Z', media: [audio] }),
    usualHttttnCodes,
  )
  expect([LoaiLinhVuc, MucDoUuTien]).toEqual(['0', '1'])
  expect(Schedule).toEqual({
    Date: '2026-12-02',
    DatesCopy: '',
    SchedulePlaylistTimes: [
      {
        Name: 'Bão gần bờ & lũ <lớn>',
        Start: '05:30:00',
        End: '05:30:43',
        Playlists: [{ Order: 1, MediaProjectId: 'bulletin/thanh-pho/7', ThoiLuong: '43' }],
      },
    ],
  })
})

test('an emergency on a board is full screen, in yellow, until it ends; a cancellation ends it by the same id', () => {
  const schedule = toByradioSchedule(snapshotOf(), now)
  expect(schedule).toMatchObject({
    From: 1_796_086_802,
    To: 1_796_108_400,
    IsActive: true,
    Times: [8 * 3600 + 2],
    Duration: 21_598,
    ScheduleType: 2,
    FullScreen: true,
    ColorValue: '#FFD400',
    Songs: [],
  })
  expect(schedule.TextContent).toContain('Ban Chỉ huy Phòng thủ dân sự thành phố')
  const ended = toByradioSchedule(snapshotOf({ kind: 'cancel' }), now)
  expect(ended).toMatchObject({ Id: schedule.Id, IsActive: false })
})

test('sound is a song, a picture and a video are media of their kinds', () => {
  expect(toByradioSchedule(snapshotOf({ media: [audio] }), now)).toMatchObject({
    Songs: [audio.url],
    Duration: 43,
  })
  const image: MediaFile = { ...audio, role: 'image', url: 'https://hanoi.gov.vn/a.png' }
  expect(toByradioSchedule(snapshotOf({ media: [image] }), now)).toMatchObject({
    ScheduleType: 4,
    MediaContent: image.url,
  })
  const video: MediaFile = { ...audio, role: 'video', url: 'https://hanoi.gov.vn/a.mp4' }
  expect(toByradioSchedule(snapshotOf({ media: [video, audio] }), now)).toMatchObject({
    ScheduleType: 3,
    MediaContent: video.url,
    Songs: [audio.url],
  })
  expect(toByradioSchedule(snapshotOf({ media: [video, audio] }), now, 'ledBoard')).toMatchObject({
    Songs: [],
  })
})

test('groups, live streams and volume are told in the numbers of the protocol', () => {
  expect(
    toByradioDevice({
      code: '8690',
      name: 'Loa',
      isTransmitter: false,
      priority: 'emergency',
      groups: [{ code: 'g1', name: 'Ven sông' }],
    }),
  ).toEqual({
    Id: '8690',
    Name: 'Loa',
    DeviceType: 0,
    Priority: 1,
    Groups: [{ Id: 'g1', Name: 'Ven sông', MasterType: 0, Priority: 1 }],
  })
  const stream = { sender: 'hub', name: 'Trực tiếp', uri: 'rtmp://x/y', volume: 80 }
  expect(
    toByradioStream({ ...stream, command: 'prepare', serials: ['8690'], relayDelaySeconds: 5 }),
  ).toMatchObject({
    CmdCode: 1,
    Serial: ['8690'],
    IsAll: false,
    DelayTurnOnRelayOnPrepair: 5,
  })
  expect(toByradioStream({ ...stream, command: 'stop', serials: [] })).toMatchObject({
    CmdCode: 4,
    IsAll: true,
    DelayTurnOnRelayOnPrepair: 0,
  })
  expect(toByradioVolume(130)).toEqual({
    Cmd: null,
    Obj: [
      { C: 96, V: '100' },
      { C: 97, V: '100' },
    ],
  })
  expect(byradioEnvelope({ id: 20, sender: 'hub', message: 1, now })).toEqual({
    Id: 20,
    Time: 1_796_086_800,
    Sender: 'hub',
    Message: 1,
  })
})

test('a heartbeat tells who is there and what plays; anything else is none', () => {
  const beat = {
    Id: 10,
    Time: 1_796_086_800,
    Sender: '869',
    Message: { Sn: '869', Type: 2, Scf: 'bao.mp4', Vl2: 70, Ver: '1.4', Hw: 3, Mid: null },
  }
  expect(readByradioHeartbeat(JSON.stringify(beat))).toEqual({
    code: '869',
    at: now,
    playing: 'bao.mp4',
    volume: 70,
    firmware: '1.4',
    kind: 'board',
  })
  expect(readByradioHeartbeat(JSON.stringify({ ...beat, Id: 11 }))).toBeUndefined()
  expect(readByradioHeartbeat(JSON.stringify({ ...beat, Message: 'x' }))).toBeUndefined()
  expect(readByradioHeartbeat('{')).toBeUndefined()
})
