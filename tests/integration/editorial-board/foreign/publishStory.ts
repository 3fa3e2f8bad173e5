import sharp from 'sharp'
import { expect } from 'vitest'
import { approve, refuse, submitForReview, withdraw } from '#plugins/editorial-board/index.ts'
import type { Newspaper } from './openNewspaper.ts'

/** A whole life of a story with everything in it, by the plugin's verbs alone. */
export const publishStory = async (paper: Newspaper, board: string, tenant?: number) => {
  const { payload, client, requestOf } = paper
  const [writer, head] = [
    await paper.person(`writer-${board}`),
    await paper.person(`head-${board}`),
  ]
  await paper.appoint(board, writer, 'editor')
  await paper.appoint(board, head, 'head')
  const photo = await payload.create({
    collection: 'photos' as 'media', // the types of this repository do not know the newspaper's collections
    data: { alt: 'The market hall' } as never,
    file: {
      data: await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
        .png()
        .toBuffer(),
      mimetype: 'image/png',
      name: 'hall.png',
      size: 200,
    },
    overrideAccess: true,
    depth: 0,
  })
  const story = await payload.create({
    collection: 'stories' as 'articles',
    data: {
      headline: 'The market opens',
      address: `market-${board}`,
      photo: photo.id,
      facts: [{ text: 'Forty stalls', source: 'town hall' }],
      layout: [
        { blockType: 'quote', words: 'At last.' },
        { blockType: 'gallery', photos: [photo.id] },
      ],
      ...(tenant === undefined ? {} : { tenant }),
    } as never,
    draft: true,
    overrideAccess: true,
    depth: 0,
    req: await requestOf(writer),
  })
  const target = { collection: 'stories', id: story.id }
  const french = async (headline: string) =>
    payload.update({
      collection: 'stories' as 'articles',
      id: story.id,
      locale: 'fr' as 'vi',
      data: { headline } as never,
      draft: true,
      overrideAccess: true,
      depth: 0,
      req: await requestOf(writer),
    })
  await french('Le marché ouvre')
  const submit = async () =>
    submitForReview({ req: await requestOf(writer), ...target, now: new Date() })
  const vote = async (who: number, submissionId: string) =>
    approve({ req: await requestOf(who), submissionId, now: new Date() })
  const shown = async () => {
    const { rows } = await client.query<{ locale: string; title: string }>(
      `select locale, title from release.current_items where collection = 'stories' and doc_id = $1 order by locale`,
      [story.id],
    )
    return rows.map((row) => row.title)
  }

  const first = await submit()
  expect(first.board).toBe(board)
  await expect(vote(writer, first.submissionId)).rejects.toMatchObject({ code: 'not_a_member' })
  await french('Le marché ouvre enfin')
  await expect(vote(head, first.submissionId)).rejects.toMatchObject({ code: 'changed_since' })
  const second = await submit()
  expect((await vote(head, second.submissionId)).outcome).toBe('released')
  expect(await shown()).toEqual(['The market opens', 'Le marché ouvre enfin'])

  await expect(
    payload.update({
      collection: 'stories' as 'articles',
      id: story.id,
      data: { headline: 'Nobody decided this' } as never,
      overrideAccess: true,
      depth: 0,
    }),
  ).rejects.toMatchObject({ data: { code: 'publish_refused' } })
  await expect(
    client.query(`update public.stories_facts set source = 'x' where _parent_id = $1`, [story.id]),
  ).rejects.toThrow(/release/)
  expect(await shown()).toEqual(['The market opens', 'Le marché ouvre enfin'])

  await french('Le marché est faux')
  const third = await submit()
  await refuse({
    req: await requestOf(head),
    submissionId: third.submissionId,
    ground: 'libel',
    explanation: 'Not proven.',
    now: new Date(),
  })
  await expect(
    refuse({
      req: await requestOf(head),
      submissionId: third.submissionId,
      ground: 'libel',
      explanation: 'The list of that day is empty.',
      now: new Date('2031-01-01T12:00:00Z'),
    }),
  ).rejects.toMatchObject({ code: 'ground_not_in_force' })
  await withdraw({
    req: await requestOf(head),
    ...target,
    type: 'error',
    explanation: 'Wrong date.',
  })
  expect(await shown()).toEqual([])
  const { rows } = await client.query<{ kinds: string[] }>(
    'select array_agg(kind order by n) as kinds from editorial.ledger where board = $1',
    [board],
  )
  expect(rows[0]?.kinds).toEqual([
    'found',
    'found',
    'ballot',
    'decision',
    'release',
    'ballot',
    'decision',
    'release',
  ])
}
