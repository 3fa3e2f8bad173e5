import type { ClientBase } from 'pg'
import { queueMail as queueOurs } from '#kit/mail/queueMail.ts'

type QueueMail = (
  client: Pick<ClientBase, 'query'>,
  mail: { key: string; to: readonly string[]; subject: string; text: string; html: string },
) => Promise<boolean>

/** What dispatch reads of people and of those who issue, and how it writes to people. */
export type Registers = {
  /**
   * Those who issue bulletins: `id`, `code` (also the log), `name` (Vietnamese), `unit_id` (whose own it is, or null). Where it
   * has one, `is_city` says who speaks to all devices; else those without a unit do. The others speak to their unit's own.
   * @default the collection `sites` of this city
   */
  sitesSql?: string
  /**
   * Accounts: `id`, `name`, `email`, `unit_id`, `duties` (text[], as of `rights`), `is_active`; where it has one, `language`
   * (`vi` or `en`) of the mails a person reads, else Vietnamese.
   * @default the collection `users` of this city
   */
  peopleSql?: string
  /**
   * Queues a mail on the caller's transaction, once for a key; false when nothing was queued.
   * @default this city's table of mails
   */
  queueMail?: QueueMail
}

const usual: Required<Registers> = {
  sitesSql: `select s.id, s.code, coalesce(l.name, s.code) as name, s.unit_id, s.kind = 'city' as is_city
    from public.sites s
    left join public.sites_locales l on l._parent_id = s.id and l._locale = 'vi'`,
  peopleSql: `select p.id, p.full_name as name, p.email, p.unit_id, p.is_active,
    p.preferred_locale::text as language,
    array(select r.value::text from public.users_roles r where r.parent_id = p.id) as duties from public.users p`,
  queueMail: queueOurs,
}

let current = usual

/** Keeps the registers of this installation. */
export const keepRegisters = (given: Registers = {}): void => {
  current = {
    sitesSql: given.sitesSql ?? usual.sitesSql,
    peopleSql: given.peopleSql ?? usual.peopleSql,
    queueMail: given.queueMail ?? usual.queueMail,
  }
}

/** Those who issue bulletins, to stand behind `from` or `join`. */
export const sites = (): string => `(${current.sitesSql})`

/** Whether a site `s` with its unit `u` speaks to all devices. */
export const IS_CITY = `coalesce((to_jsonb(s) ->> 'is_city')::boolean, s.unit_id is null or u.kind = 'city')`

/** Accounts, to stand behind `from` or `join`. */
export const people = (): string => `(${current.peopleSql})`

/** Queues a mail as the installation does; one to nobody is none. */
export const queueMail: QueueMail = (client, mail) =>
  mail.to.length === 0 ? Promise.resolve(false) : current.queueMail(client, mail)
