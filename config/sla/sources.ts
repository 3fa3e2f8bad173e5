import type { ActSource, ClockSource } from '#plugins/update-sla/index.ts'

/** The first decision that made a document public; what a bulk import brought has no clock. */
const firstRelease = (collection: string, id: string) => `left join lateral (
    select r.log, r.seq, r.released_at, r.is_import from release.releases r
    where r.collection = '${collection}' and r.doc_id = ${id} and r.kind <> 'withdraw' order by r.released_at, r.seq limit 1
  ) r on true`

const latestVersion = (collection: string, id: string) => `join lateral (
    select v.* from public._${collection}_v v where v.parent_id = ${id} order by v.latest desc nulls last, v.id desc limit 1
  ) v on true`

/**
 * Official documents (P-13.1c): the issuing body from the day of issue, every body within the scope from the same day. A body
 * in scope has published when a document of the same number is public on its own site.
 */
const documents: ClockSource = {
  collection: 'documents',
  tables: [
    { table: 'public.documents', column: 'id' },
    { table: 'public._documents_v', column: 'parent_id' },
  ],
  follows: [
    {
      collection: 'documents',
      subjects: `select distinct o.id from public.documents d join public.documents o on o.number_key = d.number_key
        where d.id = any($1::integer[])`,
    },
  ],
  claims: [{ field: 'issuedOn' }],
  sql: `select case when v.version_issuer_id is null or v.version_issuer_id = s.unit_id then 'documentIssuer' else 'documentScope' end as obligation,
      d.id as doc_id, 'site:' || s.code as owner, v.version_number || ' – ' || coalesce(l.version_title, '') as title,
      v.version_issued_on as event_at, d.created_at as noticed_at, null::date as promised_on, null::timestamptz as promised_at,
      r.released_at as ended_at, r.log || ':' || r.seq as ended_by, false as is_void
    from public.documents d ${latestVersion('documents', 'd.id')}
      join public.sites s on s.id = v.version_site_id
      left join public._documents_v_locales l on l._parent_id = v.id and l._locale::text = 'vi'
      ${firstRelease('documents', 'd.id')}
    where {ids d.id} and v.version_issued_on is not null and not coalesce(r.is_import, false)
    union all
    select 'documentScope', d.id, 'site:' || s.code, v.version_number || ' – ' || coalesce(l.version_title, ''), v.version_issued_on,
      d.created_at, null, null, p.released_at, p.log || ':' || p.seq, false
    from public.documents d ${latestVersion('documents', 'd.id')}
      join public._documents_v_rels x on x.parent_id = v.id and x.path = 'version.scope'
      join public.sites s on s.unit_id = x.units_id and s.id <> v.version_site_id and s.is_active and s.hosting::text = 'here'
      left join public._documents_v_locales l on l._parent_id = v.id and l._locale::text = 'vi'
      left join lateral (
        select r.log, r.seq, r.released_at from public.documents o join release.releases r
          on r.collection = 'documents' and r.doc_id = o.id and r.log = s.code and r.kind <> 'withdraw'
        where o.number_key = d.number_key order by r.released_at, r.seq limit 1
      ) p on true
    where {ids d.id} and v.version_issued_on is not null and s.unit_id is distinct from v.version_issuer_id
      and not exists (select from release.releases r where r.collection = 'documents' and r.doc_id = d.id and r.is_import)`,
}

/** Articles of a kind the law gives a time for (P-13.1b, d, f, g), from the day the editor names. */
const articles: ClockSource = {
  collection: 'articles',
  tables: [
    { table: 'public.articles', column: 'id' },
    { table: 'public._articles_v', column: 'parent_id' },
  ],
  follows: [{ collection: 'articles' }],
  claims: [{ field: 'eventOn' }],
  sql: `select v.version_content_kind::text as obligation, d.id as doc_id, 'site:' || s.code as owner, l.version_title as title,
      v.version_event_on as event_at, d.created_at as noticed_at, null::date as promised_on, null::timestamptz as promised_at,
      r.released_at as ended_at, r.log || ':' || r.seq as ended_by, false as is_void
    from public.articles d ${latestVersion('articles', 'd.id')}
      join public.sites s on s.id = v.version_site_id
      left join public._articles_v_locales l on l._parent_id = v.id and l._locale::text = 'vi'
      ${firstRelease('articles', 'd.id')}
    where {ids d.id} and v.version_content_kind::text in ('policyLaw', 'planTender', 'programme', 'statistics') and v.version_event_on is not null and not coalesce(r.is_import, false)`,
}

/** When a question's state closed it: kept from the first time it was seen, since a case file may be saved again. */
const closedAt = (
  obligation: string,
) => `coalesce((select c.ended_at from sla.clocks c where c.obligation = '${obligation}'
    and c.collection = 'questions' and c.doc_id = q.id and c.ended_by = 'act'), q.updated_at)`

const question = (obligation: string, rest: { ended: string; by: string; where?: string }) => `
    select '${obligation}' as obligation, q.id as doc_id, 'site:' || s.code as owner, q.tracking_code || ' – ' || q.subject as title,
      q.received_at as event_at, greatest(q.created_at, q.received_at) as noticed_at,
      ${obligation === 'questionAnswer' ? 'q.promised_on::date, q.updated_at' : 'null::date, null::timestamptz'},
      ${rest.ended} as ended_at, ${rest.by} as ended_by, false as is_void
    from public.questions q join public.sites s on s.id = q.site_id
      left join lateral (
        select r.log, r.seq, r.released_at from release.releases r where r.collection = 'answers' and r.doc_id = q.answer_id
          and r.kind <> 'withdraw' order by r.released_at, r.seq limit 1
      ) r on true
    where {ids q.id} ${rest.where ?? ''}`

/** Citizens' questions (P-13.1e): forwarded in two working days, answered in fifteen, out of scope told the same day. */
const questions: ClockSource = {
  collection: 'questions',
  tables: [{ table: 'public.questions', column: 'id' }],
  follows: [
    {
      collection: 'answers',
      subjects: 'select q.id from public.questions q where q.answer_id = any($1::integer[])',
    },
  ],
  claims: [{ field: 'receivedAt' }, { field: 'forwardedAt', isEnd: true }],
  sql: [
    `select obligation, doc_id, owner, title, event_at, noticed_at, promised_on, promised_at, ended_at, ended_by, is_void from (${question(
      'questionForward',
      {
        ended: `least(q.forwarded_at, r.released_at, case when q.status::text in ('outOfScope', 'answering', 'statusNotice', 'answered', 'closed') then ${closedAt('questionForward')} end)`,
        by: `case when q.forwarded_at is not null or q.status::text <> 'received' then 'act' when r.seq is not null then r.log || ':' || r.seq end`,
      },
    )}) f(obligation, doc_id, owner, title, event_at, noticed_at, promised_on, promised_at, ended_at, ended_by, is_void)`,
    question('questionAnswer', {
      ended: `coalesce(r.released_at, case when q.status::text in ('outOfScope', 'closed') then ${closedAt('questionAnswer')} end)`,
      by: `case when r.seq is not null then r.log || ':' || r.seq when q.status::text in ('outOfScope', 'closed') then 'act' end`,
    }),
    question('questionOutOfScope', {
      ended: closedAt('questionOutOfScope'),
      by: `'act'`,
      where: `and q.status::text = 'outOfScope'`,
    }),
  ].join('\n    union all\n'),
}

/** Fixed pages, to be looked through again (P-17): since they were last released or looked through, or by the day their editor names; from the day
 * this installation began, if that is later. */
const pages: ClockSource = {
  collection: 'pages',
  tables: [
    { table: 'public.pages', column: 'id' },
    { table: 'public._pages_v', column: 'parent_id' },
  ],
  follows: [{ collection: 'pages' }],
  sql: `select 'pageReview' as obligation, d.id as doc_id, 'site:' || s.code as owner, l.version_title as title,
      b.at as event_at, b.at as noticed_at,
      case when v.version_review_by > b.at then v.version_review_by::date end as promised_on,
      v.version_updated_at as promised_at, null::timestamptz as ended_at, null::text as ended_by, w.kind = 'withdraw' as is_void
    from public.pages d ${latestVersion('pages', 'd.id')}
      join public.sites s on s.id = v.version_site_id
      left join public._pages_v_locales l on l._parent_id = v.id and l._locale::text = 'vi'
      join lateral (
        select max(r.released_at) as released_at from release.releases r where r.collection = 'pages' and r.doc_id = d.id and r.kind <> 'withdraw'
      ) r on r.released_at is not null
      join lateral (
        select r.kind from release.releases r where r.collection = 'pages' and r.doc_id = d.id order by r.released_at desc, r.seq desc limit 1
      ) w on true
      left join lateral (
        select max(a.at) as at from sla.acts a where a.obligation = 'pageReview' and a.collection = 'pages' and a.doc_id = d.id
      ) a on true
      cross join lateral (select greatest(r.released_at, a.at, (select p.began_at from sla.progress p)) as at) b
    where {ids d.id}`,
}

/** Where clocks begin and end in this city. */
export const sources: readonly ClockSource[] = [documents, articles, questions, pages]

/** Bulletins that a unit supplied, when they were first released (H-14.1a, H-16.4, H-16.5). */
export const acts: readonly ActSource[] = [
  {
    trigger: 'bulletins',
    follows: ['bulletins'],
    sql: `select 'unit:' || u.code as owner, r.released_at as at, r.log || ':' || r.seq as ref
      from release.releases r join public.bulletins b on b.id = r.doc_id
        join public.sites s on s.code = r.log
        join public.units u on u.id = coalesce(b.supplier_id, s.unit_id)
      where r.collection = 'bulletins' and r.kind = 'publish' and r.released_at >= $1 and r.released_at < $2`,
  },
]
