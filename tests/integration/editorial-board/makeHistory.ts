import { carryOutDue } from '#plugins/editorial-board/index.ts'
import { dayFromNow } from './openBoards.ts'
import type { openBoards } from './openBoards.ts'

type Boards = Awaited<ReturnType<typeof openBoards>>

/** What a board does in a while, once of each kind. */
export const makeHistory = async (boards: Boards) => {
  const writer = await boards.person({ role: 'collaborator' })
  const editor = await boards.person({ role: 'editor' })
  const head = await boards.person({ role: 'head' })
  const deputy = await boards.person({ role: 'deputy' })
  const member = await boards.person({ role: 'member' })
  const registrar = await boards.person({ roles: ['systemAdmin'] })
  const second = await boards.person({ roles: ['systemAdmin'] })
  const newcomer = await boards.person()
  const done = async (answer: Promise<{ status: number; body: Record<string, unknown> }>) => {
    const { status, body } = await answer
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }
  const post = (path: string, who: typeof head, body: unknown) =>
    done(boards.call('POST', `/editorial-board${path}`, who, body))
  const approve = (submission: string, who = head, body?: unknown) =>
    done(boards.act(who, submission, 'approve', body))
  const submit = async (id: number, collection?: string) => boards.submit(writer, id, collection)
  const edit = (id: number, title: string) =>
    boards.call('PATCH', `/articles/${id}?draft=true`, writer, { title })

  // The register: by two people, ended again; a mandate, used and ended.
  const proposed = await post('/appointments', registrar, {
    board: boards.city.code,
    person: newcomer.id,
    role: 'member',
    startsOn: dayFromNow(0),
    document: '7/QĐ-UBND',
  })
  await post(`/proposals/${String(proposed.proposalId)}/settle`, second, { isConfirmed: true })
  const { rows } = await boards.owner.query<{ id: string }>(
    'select id from editorial.appointments where person = $1',
    [newcomer.id],
  )
  const ended = await post(`/appointments/${rows[0]?.id}/end`, registrar, {
    endsOn: dayFromNow(1),
    document: '8/QĐ-UBND',
  })
  await post(`/proposals/${String(ended.proposalId)}/settle`, second, { isConfirmed: true })
  const mandate = await done(boards.mandate(head, deputy, { collections: ['articles'] }))

  // An article's life: published, updated, corrected, withdrawn.
  const article = await boards.draft(writer, 'Đường Đồng Đen')
  await approve(await submit(article))
  await edit(article, 'Đường Đồng Đen, bản cập nhật')
  await approve(await submit(article))
  await edit(article, 'Đường Đồng Đen, bản đính chính')
  await approve(await submit(article), head, { isCorrection: true, explanation: 'Sai tên đường.' })
  await post('/withdrawals', head, {
    collection: 'articles',
    id: article,
    type: 'error',
    explanation: 'Thông tin chưa chính xác.',
    redirectTo: '/tin/ban-moi',
  })

  // Decided by whoever acts for the head; sent back; refused; put off and taken back; put off and carried out.
  const acted = await boards.draft(writer, 'Duyệt thay')
  await approve(await submit(acted), deputy)
  const returned = await submit(await boards.draft(writer, 'Trả lại'))
  await done(boards.act(editor, returned, 'return', { explanation: 'Thiếu nguồn.' }))
  const refused = await submit(await boards.draft(writer, 'Từ chối'))
  const ground = { ground: 'againstLaw', explanation: 'Trái quy định.' }
  await done(boards.act(head, refused, 'refuse', ground))
  const cancelled = await submit(await boards.draft(writer, 'Rút lại'))
  await approve(cancelled, head, { publishAt: new Date(Date.now() + 3_600_000).toISOString() })
  await post(`/submissions/${cancelled}/cancel`, head, { explanation: 'Chờ số liệu.' })
  const timed = await boards.draft(writer, 'Hẹn giờ')
  const waiting = await submit(timed)
  const publishAt = Date.now() + 2_000
  await approve(waiting, head, { publishAt: new Date(publishAt).toISOString() })
  await new Promise((resolve) => {
    setTimeout(resolve, publishAt - Date.now() + 50)
  })
  await carryOutDue(boards.payload)

  // A hold, lifted; the emergency lane, reviewed by another person.
  const held = { collection: 'articles', id: acted }
  await post('/holds', head, { ...held, reason: 'Điều tra', document: '88/CV' })
  await post('/holds/lift', head, { ...held, reason: 'Xong' })
  const reasons = await emergencyReasons()
  const urgent = await boards.draft(writer, 'Mưa lớn')
  await post('/emergency', member, {
    collection: 'articles',
    id: urgent,
    reasonCode: reasons[0],
    explanation: 'Bão đổ bộ.',
  })
  const after = await boards.owner.query<{ id: string }>(
    'select decision_id as id from editorial.after_reviews',
  )
  await post(`/emergency/${after.rows[0]?.id}/review`, head, {
    verdict: 'confirmed',
    explanation: 'Đúng.',
  })

  // A standing consent to a ward's items, revoked.
  const consent = await post('/consents', head, {
    log: boards.city.code,
    sourceLog: boards.ward.code,
    collections: ['articles'],
    mayPublish: true,
    mayUpdate: false,
    startsOn: dayFromNow(0),
    endsOn: dayFromNow(30),
    document: '3/NQ-BBT',
  })
  await post(`/consents/${String(consent.id)}/end`, head, { reason: 'Tự quyết từng bài.' })

  // A flow of the board's own: two voices of the board, the head among them.
  await post('/flows', head, {
    log: boards.city.code,
    collection: 'articles',
    document: 'Quy chế 5/BBT',
    flow: {
      code: 'two-voices',
      name: { vi: 'Hai phiếu', en: 'Two voices' },
      fourEyes: 'contributors',
      steps: [
        {
          key: 'board',
          label: { vi: 'Ban biên tập', en: 'Board' },
          kind: 'approval',
          actors: ['head', 'deputy', 'member'],
          quorum: 2,
          headMust: true,
          limitHours: 8,
        },
      ],
    },
  })
  const voted = await boards.draft(writer, 'Hai phiếu')
  const twice = await submit(voted)
  await approve(twice, member)
  await approve(twice, head)
  await post(`/mandates/${String(mandate.id)}/end`, head, { reason: 'Trưởng ban đã về.' })
  return {
    article,
    acted,
    timed,
    urgent,
    voted,
    writer,
    head,
    deputy,
    member,
    mandate: String(mandate.id),
  }
}

const emergencyReasons = async () => {
  const { board } = await import('#config/board.ts')
  return board.emergencyReasonsOn(dayFromNow(0)).map((one) => one.code)
}
