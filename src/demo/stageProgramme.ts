import type { Payload, PayloadRequest } from 'payload'
import type { ClientBase, Pool } from 'pg'
import { createDispatch } from '#plugins/dispatch/createDispatch.ts'
import { declineOffer } from '#plugins/dispatch/programme/verbs/offerVerbs.ts'
import { scheduleOffer } from '#plugins/dispatch/programme/verbs/scheduleOffer.ts'
import type { Scheduling } from '#plugins/dispatch/programme/verbs/scheduleOffer.ts'
import { approve, submitForReview } from '#plugins/editorial-board/index.ts'
import { follow } from '#plugins/release-log/index.ts'
import { addDays, at, dayOf } from './clock.ts'
import { requestOf } from './requestOf.ts'

const CITY = 'ha-noi'
const WARD = 'phuong-ba-dinh'
const everyDay = [1, 2, 3, 4, 5, 6, 7]

type Staging = {
  payload: Payload
  client: ClientBase
  /** User ids by key of a log-in. */
  people: ReadonlyMap<string, number>
  now: Date
}

type Text = { title: string; text: string; priority: 'priority' | 'normal'; broadcastAt?: string }

/**
 * The programme of a ward, by the doors that are used in earnest: bulletins its own board and the city's released, a plan of
 * three days, one refusal, and two priority bulletins for one hour that wait for a decision.
 */
export const stageProgramme = async (staging: Staging): Promise<void> => {
  const { payload, people, now } = staging
  const ward = await idsOf(staging, WARD)
  const city = await idsOf(staging, CITY)
  if (!ward || !city) return
  const as = (key: string) => requestOf(payload, people.get(key) ?? 0)
  const cityBoard = { writer: await as('bien-tap'), head: await as('truong-ban'), site: city.site }
  const wardBoard = {
    writer: await as('bien-tap-phuong'),
    head: await as('truong-ban-phuong'),
    site: ward.site,
  }
  const tomorrow = addDays(dayOf(now), 1)
  const release = (board: Board, text: Text) => publish(board, { text, areas: [ward.unit], now })
  const planned = await release(cityBoard, texts.recycling)
  const own = await release(wardBoard, texts.meeting)
  const refused = await release(cityBoard, texts.fair)
  await release(cityBoard, texts.vaccination)
  await release(cityBoard, texts.reading)
  const evening = at(tomorrow, '17:00').toISOString()
  await release(cityBoard, { ...texts.water, broadcastAt: evening })
  await release(cityBoard, { ...texts.fire, broadcastAt: evening })
  await followAll(payload, now)

  const clerk = await as('van-hanh-co-so')
  const days = { from: dayOf(now), to: addDays(tomorrow, 1), days: everyDay }
  const schedule = (docId: number, medium: Scheduling['medium'], times: string[]) =>
    onOffer(staging, docId, (offer) =>
      scheduleOffer({
        ...offer,
        req: clerk,
        medium,
        times: { ...days, times },
        isNearestMeant: true,
        now,
      }),
    )
  await schedule(planned, 'radio', ['06:10', '17:20'])
  await schedule(planned, 'board', ['08:00', '14:00', '19:00'])
  await schedule(own, 'radio', ['06:05', '17:15'])
  await onOffer(staging, refused, (offer) =>
    declineOffer({
      ...offer,
      req: clerk,
      now,
      reason: 'Phường không có điểm chợ phiên; đã thông báo trên bảng tin tổ dân phố.',
    }),
  )
}

type Board = { writer: PayloadRequest; head: PayloadRequest; site: number }

const publish = async (
  board: Board,
  of: { text: Text; areas: number[]; now: Date },
): Promise<number> => {
  const { writer, head } = board
  const { id } = await writer.payload.create({
    collection: 'bulletins',
    data: {
      ...of.text,
      spokenText: `Kính thưa bà con nhân dân. ${of.text.text} Xin cảm ơn bà con đã lắng nghe.`,
      messageKind: 'alert',
      areas: of.areas,
      site: board.site,
      ...(of.text.broadcastAt ? { proposedPriority: 'priority' } : {}),
    },
    draft: true,
    overrideAccess: true,
    depth: 0,
    req: writer,
  })
  const { submissionId } = await submitForReview({
    req: writer,
    collection: 'bulletins',
    id,
    now: of.now,
  })
  await approve({ req: head, submissionId, now: of.now })
  return id
}

/** What workers do with releases; here at once, so that the programme stands when the city opens. */
const followAll = async (payload: Payload, now: Date) => {
  const { pool } = payload.db as unknown as { pool: Pool } // hidden by the base type
  for (const log of [CITY, WARD])
    await follow({
      pool,
      follower: 'dispatch',
      log,
      handle: async (client, releases) => {
        for (const one of releases)
          if (one.collection === 'bulletins' && !one.isImport)
            await createDispatch(client, one, now)
      },
    })
}

const onOffer = async (
  { client }: Staging,
  docId: number,
  work: (offer: { id: string; version: number }) => Promise<unknown>,
) => {
  const { rows } = await client.query<{ id: string; version: number }>(
    'select id, version from dispatch.offers where doc_id = $1 order by unit_code limit 1',
    [docId],
  )
  const [offer] = rows
  if (!offer) return
  await work(offer)
}

const idsOf = async ({ client }: Staging, code: string) => {
  const { rows } = await client.query<{ site: number; unit: number }>(
    'select id as site, unit_id as unit from public.sites where code = $1',
    [code],
  )
  return rows[0]
}

const texts = {
  recycling: {
    title: 'Phân loại rác tại nguồn: ba loại, ba thùng',
    text: 'Từ đầu tháng, mỗi hộ phân rác thành ba loại: rác thực phẩm, rác tái chế và rác còn lại. Xe thu gom rác tái chế đi vào sáng thứ Bảy. Tổ dân phố phát túi và hướng dẫn tại nhà văn hóa.',
    priority: 'normal',
  },
  meeting: {
    title: 'Mời họp tổ dân phố cuối năm',
    text: 'Ủy ban nhân dân phường mời đại diện các hộ dự họp tổ dân phố lúc 19 giờ 30 tối thứ Sáu tại nhà văn hóa. Nội dung: kết quả công việc trong năm và kế hoạch năm tới.',
    priority: 'normal',
  },
  fair: {
    title: 'Phiên chợ nông sản cuối tuần',
    text: 'Phiên chợ nông sản an toàn mở từ 6 giờ sáng thứ Bảy. Hàng hóa niêm yết giá và có mã truy xuất.',
    priority: 'normal',
  },
  vaccination: {
    title: 'Lịch tiêm chủng cho trẻ em tại trạm y tế',
    text: 'Trạm y tế tổ chức tiêm chủng cho trẻ em vào sáng thứ Năm, bắt đầu từ 7 giờ 30. Phụ huynh mang theo sổ tiêm và cho trẻ ăn nhẹ trước khi đến.',
    priority: 'normal',
  },
  reading: {
    title: 'Ngày hội đọc sách cho thiếu nhi',
    text: 'Ngày hội đọc sách mở cửa từ 8 giờ đến 21 giờ, vào cửa tự do. Các cháu thiếu nhi được đổi sách cũ lấy sách mới và nghe kể chuyện.',
    priority: 'normal',
  },
  water: {
    title: 'Tạm ngừng cấp nước đêm nay để thay đường ống',
    text: 'Việc cấp nước tạm ngừng từ 22 giờ đến 5 giờ sáng hôm sau. Đề nghị các hộ trữ nước và khóa van trước khi đi ngủ. Xe bồn trực tại nhà văn hóa.',
    priority: 'priority',
  },
  fire: {
    title: 'Phòng cháy mùa hanh khô',
    text: 'Thời tiết hanh khô, nguy cơ cháy cao. Đề nghị bà con không đốt vàng mã ngoài trời, kiểm tra dây điện và để lối thoát nạn thông thoáng. Khi có cháy gọi 114.',
    priority: 'priority',
  },
} satisfies Record<string, Text>
