import type { CollectionSlug } from 'payload'
import sharp from 'sharp'
import { paragraph } from '#tests/support/newsroom.ts'
import { openBoards } from '../openBoards.ts'
import type { Person } from '../openBoards.ts'
import { makeActors } from './actors.ts'
import { serveWhole } from './serveWhole.ts'

/** Words that no decision has let out. */
export const secret = 'Điều chưa ai được biết'

/** A board with something of every kind in public, and the whole server before it. */
export const openGround = async () => {
  const boards = await openBoards()
  const { payload } = boards
  payload.logger.level = 'silent' // a thousand refusals, each told with its stack
  const served = await serveWhole({ payload, pool: boards.app })
  const writer = await boards.person({ role: 'collaborator' })
  const head = await boards.person({ role: 'head' })
  const actors = await makeActors(payload, boards.person)
  const site = boards.city.id

  const make = async (collection: CollectionSlug, data: Record<string, unknown>) => {
    const made = await payload.create({
      collection,
      data: data as never, // seven shapes, each checked when it is submitted
      draft: true,
      overrideAccess: true,
      depth: 0,
    })
    return Number(made.id)
  }
  const article = (title: string, more: Record<string, unknown> = {}) =>
    make('articles', {
      title,
      lead: `Tóm tắt ${title}`,
      body: paragraph(`Nội dung của ${title}.`),
      site,
      category: boards.category,
      ...more,
    })
  const submit = async (collection: string, id: number, who: Person = writer) => {
    const submission = await boards.submit(who, id, collection)
    if (!/^[0-9a-f-]{36}$/.test(submission)) throw new Error(`${collection}: ${submission}`)
    return submission
  }
  const publish = async (collection: string, id: number) => {
    const answer = await boards.act(head, await submit(collection, id), 'approve')
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return id
  }
  const edit = (id: number, data: Record<string, unknown>) =>
    payload.update({
      collection: 'articles',
      id,
      data,
      draft: true,
      overrideAccess: true,
      depth: 0,
    })

  const picture = await makePicture(payload, site)
  const live = await publish('articles', await article('Bài đã duyệt', { cover: picture }))
  const pending = await publish('articles', await article('Bài đã duyệt có bản sửa'))
  await edit(pending, { title: `Bản sửa: ${secret}` })
  const withdrawn = await publish('articles', await article('Bài đã gỡ'))
  await withdraw(boards, head, withdrawn)
  const fresh = await article(`Bài mới: ${secret}`)
  const waiting = await article(`Bài chờ: ${secret}`)
  const others = {
    pages: await publish(
      'pages',
      await make('pages', { title: 'Giới thiệu', body: paragraph('Giới thiệu.'), site }),
    ),
    documents: await publish(
      'documents',
      await make('documents', {
        number: '12/2026/QĐ-UBND',
        kind: 'decision',
        title: 'Về vườn hoa',
        issuedOn: '2026-02-01T05:00:00.000Z',
        site,
      }),
    ),
    answers: await publish(
      'answers',
      await make('answers', {
        title: 'Bao giờ sửa đường?',
        questionText: 'Bao giờ?',
        body: paragraph('Trong tháng này.'),
        site,
      }),
    ),
    bulletins: await publish(
      'bulletins',
      await make('bulletins', { title: 'Lịch cắt nước', text: 'Cắt nước từ 8 giờ.', site }),
    ),
    'site-settings': await publish(
      'site-settings',
      await make('site-settings', { title: 'Cổng thành phố', site }),
    ),
    categories: boards.category,
  }
  return {
    ...boards,
    url: served.url,
    faults: served.faults,
    actors,
    writer,
    decider: head,
    picture,
    docs: { live, pending, withdrawn, fresh },
    others,
    submission: await submit('articles', waiting),
    headSubmission: await submit(
      'articles',
      await article(`Bài của Trưởng ban: ${secret}`),
      actors.head.person,
    ),
    publishedVersion: await versionOf(payload, live, 'published'),
    draftVersion: await versionOf(payload, pending, 'draft'),
    article,
    stop: async () => {
      await served.stop()
      await boards.stop()
    },
  }
}

export type Ground = Awaited<ReturnType<typeof openGround>>

type Boards = Awaited<ReturnType<typeof openBoards>>

const withdraw = async (boards: Boards, head: Person, id: number) => {
  const answer = await boards.call('POST', '/editorial-board/withdrawals', head, {
    collection: 'articles',
    id,
    type: 'error',
    explanation: 'Sai số liệu.',
  })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}

const makePicture = async (payload: Boards['payload'], site: number): Promise<number> => {
  const data = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#a33' },
  })
    .jpeg()
    .toBuffer()
  const made = await payload.create({
    collection: 'media',
    data: { alt: 'Chợ hoa', site },
    file: { data, mimetype: 'image/jpeg', name: 'cho-hoa.jpg', size: data.length },
    overrideAccess: true,
    depth: 0,
  })
  return made.id
}

const versionOf = async (payload: Boards['payload'], id: number, status: 'draft' | 'published') => {
  const { docs } = await payload.findVersions({
    collection: 'articles',
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: status } }] },
    overrideAccess: true,
    limit: 1,
    depth: 0,
  })
  return String(docs[0]?.id)
}
