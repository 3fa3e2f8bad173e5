/** A clock as `SourceRow` describes what it says now, but for `is_void`; of `sla.clocks c`. */
export const CLOCK_COLUMNS = `c.obligation, c.collection, c.doc_id, c.owner, c.title, c.event_at, c.noticed_at,
  c.promised_on::text as promised_on, null::timestamptz as promised_at, c.ended_at, c.ended_by`
