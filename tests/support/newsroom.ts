import { createLocalReq } from 'payload'
import type { Payload, PayloadRequest } from 'payload'
import sharp from 'sharp'
import { approve, submitForReview } from '#plugins/editorial-board/index.ts'
import { freezeSubmission, recordDecision, release } from '#plugins/release-log/index.ts'
import type { Release, ReleaseKind } from '#plugins/release-log/index.ts'
import { appoint } from './appoint.ts'

/** A site with a head of board (the city, or a component site of it), a released section and a way to write and release articles. */
export type Newsroom = {
  site: { id: number; code: string }
  head: { id: number; email: string }
  category: number
  request: () => Promise<PayloadRequest>
  draft: (title: string, more?: Record<string, unknown>) => Promise<number>
  publish: (collection: string, id: number, kind?: ReleaseKind) => Promise<Release>
  withdraw: (collection: string, id: number) => Promise<Release>
  picture: (colour?: string) => Promise<number>
}

export const password = 'Mat-khau-1'

/** A lexical document of one paragraph. */
export const paragraph = (text: string) => ({
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: 'ltr',
    children: [
      {
        type: 'paragraph',
        format: '',
        indent: 0,
        version: 1,
        direction: 'ltr',
        children: [
          { type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 },
        ],
      },
    ],
  },
})

export const openNewsroom = async (payload: Payload, code = 'ha-noi'): Promise<Newsroom> => {
  const site = await payload.create({
    collection: 'sites',
    data: {
      code,
      name: code,
      kind: code === 'ha-noi' ? 'city' : 'component',
      hosting: 'here',
      languages: ['vi', 'en'],
      isActive: true,
    },
    overrideAccess: true,
    depth: 0,
  })
  const head = await payload.create({
    collection: 'users',
    data: { email: `head-${code}@coloa.example`, password, fullName: 'Trưởng ban', isActive: true },
    overrideAccess: true,
    depth: 0,
  })
  await appoint({ board: code, person: head.id, role: 'head' })
  const requestOf = (user: typeof head) =>
    createLocalReq({ user: { ...user, collection: 'users' } as never }, payload) // a user as the session gives it
  const request = () => requestOf(head)
  /** The section goes the board's own way, so that what tests build on is signed. */
  const decide = async (collection: string, id: number) => {
    const clerk = await payload.create({
      collection: 'users',
      data: { email: `clerk-${code}@coloa.example`, password, fullName: 'Thư ký', isActive: true },
      overrideAccess: true,
      depth: 0,
    })
    await appoint({ board: code, person: clerk.id, role: 'collaborator' })
    const now = new Date()
    const { submissionId } = await submitForReview({
      req: await requestOf(clerk),
      collection,
      id,
      now,
    })
    await approve({ req: await request(), submissionId, now })
  }
  const publish = async (collection: string, id: number, kind: ReleaseKind = 'publish') => {
    const req = await request()
    const submission = await freezeSubmission({ req, collection, id })
    const decision = await recordDecision({
      req,
      decision: {
        submissionId: submission.id,
        log: submission.log,
        collection,
        docId: id,
        kind,
        sha256: submission.sha256,
        decidedBy: head.id,
        capacity: 'head',
      },
    })
    return release({ req, decisionId: decision.id })
  }
  const withdraw = async (collection: string, id: number) => {
    const req = await request()
    const decision = await recordDecision({
      req,
      decision: {
        submissionId: null,
        log: collection === 'categories' ? 'common' : code,
        collection,
        docId: id,
        kind: 'withdraw',
        sha256: null,
        decidedBy: head.id,
        capacity: 'head',
        reasonCode: 'wrong',
        explanation: 'Thông tin chưa chính xác.',
      },
    })
    return release({ req, decisionId: decision.id })
  }
  const section = await payload
    .find({ collection: 'categories', limit: 1, depth: 0, overrideAccess: true })
    .then(async ({ docs: [known] }) => {
      if (known) return known
      const made = await payload.create({
        collection: 'categories',
        data: { title: `Tin tức ${code}` },
        draft: true,
        overrideAccess: true,
        depth: 0,
      })
      await decide('categories', made.id)
      return made
    })
  return {
    site: { id: site.id, code },
    head: { id: head.id, email: head.email },
    category: section.id,
    request,
    publish,
    withdraw,
    draft: async (title, more = {}) => {
      const article = await payload.create({
        collection: 'articles',
        data: {
          title,
          lead: `Tóm tắt ${title}`,
          body: paragraph(`Nội dung của ${title}.`) as never, // lexical's own type is wider than ours
          site: site.id,
          category: section.id,
          ...more,
        },
        draft: true,
        overrideAccess: true,
        depth: 0,
      })
      return article.id
    },
    picture: async (colour = '#a33') => {
      const data = await sharp({
        create: { width: 1400, height: 900, channels: 3, background: colour },
      })
        .jpeg()
        .toBuffer()
      const file = { data, mimetype: 'image/jpeg', name: 'cho-hoa.jpg', size: data.length }
      const media = await payload.create({
        collection: 'media',
        data: { alt: 'Chợ hoa', site: site.id },
        file,
        overrideAccess: true,
        depth: 0,
      })
      return media.id
    },
  }
}
