import type { ClientBase } from 'pg'
import { sqlOn } from '#kit/sqlOn.ts'
import { isTakenBack, siteName } from '../bulletin.ts'
import { holdChain } from '../engine/holdChain.ts'
import { issueDispatch } from '../issueDispatch.ts'
import type { Content, DispatchKind, DispatchOrder, MediaFile } from '../types.ts'
import { madeEntries } from './content/madeEntries.ts'
import type { WantedForm } from './content/wantedForms.ts'

type Sent = {
  chain: string
  number: number
  kind: DispatchKind
  airingId: string | null
  docId: number
  snapshot: string
  reasonCode: string | null
  isOverride: boolean
  devices: string[]
}

/**
 * Files that became ready after a text had gone out: each dispatch of the release that lacks them is mended for the devices
 * that have said of themselves that they cannot do without (loudspeakers that do not speak text, boards that only show
 * pictures), and for no others: who has
 * said it once does not say it twice.
 */
export const addToDispatches = async (
  client: ClientBase,
  options: { log: string; seq: number; wanted: readonly WantedForm[]; now: Date },
): Promise<void> => {
  const { log, seq, wanted, now } = options
  const { entries } = await madeEntries(sqlOn(client), wanted)
  if (entries.length === 0) return
  const issuer = await siteName(client, log)
  for (const sent of await readSent(client, { log, seq, now })) {
    const before = JSON.parse(sent.snapshot) as Content & Omit<DispatchOrder, 'content'>
    const missing = lacking(before.media, entries)
    if (missing.length === 0 || sent.devices.length === 0) continue
    // What ended or replaced it while it was read has the last word.
    if ((await holdChain(client, sent.chain)) !== sent.number) continue
    if (await isTakenBack(client, { log, seq, docId: sent.docId })) continue
    const { title, text, spokenText, language, topic, media } = before
    await issueDispatch(client, {
      chain: sent.chain,
      cause: `forms/${log}/${seq}/${sent.number}`,
      kind: sent.kind === 'exercise' ? 'exercise' : 'update',
      priority: before.priority,
      release: { log, seq, docId: sent.docId },
      ...(sent.airingId ? { airingId: sent.airingId } : {}),
      content: { title, text, spokenText, language, topic, media: [...missing, ...media] },
      issuer,
      issuedAt: before.issuedAt,
      effectiveAt: before.effectiveAt,
      expiresAt: before.expiresAt,
      audience: { areas: [], groups: [], devices: sent.devices },
      ...(sent.reasonCode ? { reasonCode: sent.reasonCode } : {}),
      isOverride: sent.isOverride,
      isAddition: true,
    })
  }
}

const lacking = (has: readonly MediaFile[], made: readonly MediaFile[]): MediaFile[] =>
  made.filter(({ sha256 }) => !has.some((one) => one.sha256 === sha256))

/** The newest dispatch of each chain of the release, still in force, with the devices that need files. */
const readSent = async (
  client: ClientBase,
  { log, seq, now }: { log: string; seq: number; now: Date },
): Promise<Sent[]> => {
  const { rows } = await client.query<Sent>(
    `select d.chain, d.number::float8 as number, d.kind, d.airing_id as "airingId", d.doc_id as "docId", d.snapshot,
       d.reason_code as "reasonCode", d.is_override as "isOverride",
       array(
         select l.device_code from dispatch.deliveries l join public.devices v on v.id = l.device_id, lateral (
           select array(select f.value::text from public.devices_capabilities_forms f where f.parent_id = v.id) as forms) c
         where l.dispatch_id = d.id and l.state not in ('refused', 'superseded', 'dead', 'expired', 'cancelled')
           and v.lifecycle::text = 'active' and case when v.device_class::text = 'ledBoard'
             then 'image' = any(c.forms) and not 'text' = any(c.forms)
             else 'audio' = any(c.forms) and not coalesce(v.capabilities_speaks_text, false) end
         order by 1) as devices
     from dispatch.dispatches d
     where d.log = $1 and d.seq = $2 and d.kind not in ('cancel', 'test') and (d.expires_at is null or d.expires_at > $3)
       and not exists (select from dispatch.dispatches n where n.chain = d.chain and n.number > d.number)`,
    [log, seq, now],
  )
  return rows
}
