import type { Field, PayloadRequest } from 'payload'
import { date, select } from 'payload/shared'
import { inForce } from '#domain/sla/inForce.ts'
import { citation } from '#domain/text/citation.ts'
import { isoDay } from '#domain/text/formatDate.ts'
import { sqlOf } from '#kit/transaction.ts'
import { theForms } from '../formsOptions.ts'
import type { ProposalRule } from '../formsOptions.ts'

type Siblings = { supplier?: unknown; proposedPriority?: unknown }
type Options = { siblingData: Siblings; req: PayloadRequest; [more: string]: unknown }
type Check = (value: unknown, options: Options) => unknown

const usual: Record<ProposalRule['field'], Check> = {
  proposedPriority: select as unknown as Check,
  broadcastAt: date as unknown as Check,
}

/**
 * A field that a supplier must fill, as the profile says. A draft is saved without it: only what is submitted is held to
 * it, since drafts are not validated.
 */
export const demandProposal = (field: Field): Field => {
  if (!('name' in field) || !(field.name in usual)) return field
  const name = field.name as ProposalRule['field'] // just tested
  const own = 'validate' in field ? (field.validate as Check | undefined) : undefined
  const validate: Check = async (value, options) => {
    const before = await (own ?? usual[name])(value, options)
    if (before !== true || value) return before
    const rule = await ruleFor(name, options)
    return rule ? sentence(rule, options.req) : true
  }
  return { ...field, validate } as Field // the same field with one check more
}

const ruleFor = async (
  field: ProposalRule['field'],
  { siblingData, req }: Options,
): Promise<ProposalRule | undefined> => {
  const day = isoDay(new Date().toISOString())
  const rules = inForce(theForms().proposals, day).filter(
    (one) =>
      one.field === field &&
      (one.whenProposed?.includes(String(siblingData.proposedPriority)) ?? true),
  )
  const kind = rules.length === 0 ? undefined : await kindOf(siblingData.supplier, req)
  return kind === undefined ? undefined : rules.find((one) => one.supplierKinds.includes(kind))
}

const kindOf = async (supplier: unknown, req: PayloadRequest): Promise<string | undefined> => {
  const id =
    typeof supplier === 'object' && supplier !== null ? (supplier as { id?: unknown }).id : supplier
  if (!Number.isInteger(Number(id)) || id === null || id === undefined) return undefined
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ kind: string }>(
    'select kind::text as kind from public.units where id = $1::int',
    [Number(id)],
  )
  return rows[0]?.kind
}

const sentence = ({ field, clause }: ProposalRule, req: PayloadRequest): string => {
  const isEnglish = req.i18n?.language === 'en'
  const basis = citation(clause, isEnglish ? 'en' : 'vi')
  if (field === 'proposedPriority') {
    return isEnglish
      ? `A bulletin that a department supplies says which priority it proposes (${basis}).`
      : `Bản tin của sở, ngành cung cấp phải ghi mức độ ưu tiên đề xuất (${basis}).`
  }
  return isEnglish
    ? `Whoever proposes "emergency" or "priority" also says when it is to be broadcast (${basis}).`
    : `Khi đề xuất mức khẩn cấp hoặc ưu tiên phải ghi thời điểm phát (${basis}).`
}
