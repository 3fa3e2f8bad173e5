import type { Pool } from 'pg'

/** Whether a bulletin that is public has devices fetch this file, which was made of it as it stands: of no earlier version. */
export const isOnAir = async (pool: Pool, name: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `select from dispatch.dispatches d
     join release.current_items i on i.collection = 'bulletins' and i.doc_id = d.doc_id
     where dispatch.file_names(d.snapshot) @> array[$1] and not exists (
       select from dispatch.dispatches n where n.chain = d.chain and n.seq > d.seq and n.kind <> 'test') limit 1`,
    [name],
  )
  return rowCount === 1
}
