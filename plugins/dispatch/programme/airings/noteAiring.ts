import type { ClientBase } from 'pg'

/** Notes what happened to an airing; the notes are never changed. */
export const noteAiring = async (
  client: Pick<ClientBase, 'query'>,
  note: {
    airingId: string
    event: string
    by?: number | null | undefined
    reason?: string | null | undefined
    detail?: Record<string, unknown>
  },
): Promise<void> => {
  await client.query(
    'insert into dispatch.airing_events (airing_id, event, by_user, reason, detail) values ($1, $2, $3, $4, $5)',
    [
      note.airingId,
      note.event,
      note.by ?? null,
      note.reason ?? null,
      note.detail ? JSON.stringify(note.detail) : null,
    ],
  )
}
