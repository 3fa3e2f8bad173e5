import type { Sql } from '#kit/transaction.ts'

/** An item that would come into a log from another, as the log it comes from released it. */
export type Incoming = {
  log: string
  sourceLog: string
  collection: string
  category: number | null
  /** The collection's kind of content; null where it has none. */
  contentKind: string | null
  /** It is public in the log already. */
  isUpdate: boolean
  /** It went out by the emergency lane. */
  isEmergency: boolean
}

/** The consent under which an item may come in now without a decision of its own; null when there is none. */
export const consentFor = async (sql: Sql, incoming: Incoming): Promise<string | null> => {
  const { rows } = await sql.query<{ id: string | null }>(
    `select editorial.consent_for($1, $2, $3, $4::int, $5, $6::boolean, $7::boolean, clock_timestamp()) as id`,
    [
      incoming.log,
      incoming.sourceLog,
      incoming.collection,
      incoming.category,
      incoming.contentKind,
      incoming.isUpdate,
      incoming.isEmergency,
    ],
  )
  return rows[0]?.id ?? null
}

/** A consent in force that admits an item, and what it lets be done with it without asking. */
export type Subscriber = {
  log: string
  consentId: string
  mayPublish: boolean
  mayUpdate: boolean
  mayEmergency: boolean
}

/**
 * The consents in force that admit an item of a log, by log; a log that gave several is there several times. What a consent
 * does not let be done is offered to its board.
 */
export const subscribersOf = async (
  sql: Sql,
  item: Pick<Incoming, 'sourceLog' | 'collection' | 'category' | 'contentKind'>,
): Promise<Subscriber[]> => {
  const { rows } = await sql.query<Subscriber>(
    `select c.log, c.id as "consentId", c.may_publish as "mayPublish", c.may_update as "mayUpdate",
       c.may_emergency as "mayEmergency"
     from editorial.consents c
     where c.source_log = $1 and editorial.consent_admits(c, $1, $2, $3::int, $4, clock_timestamp())
     order by c.log, c.made_at`,
    [item.sourceLog, item.collection, item.category, item.contentKind],
  )
  return rows
}
