import type { Finding } from '#domain/board/verify/finding.ts'

/** The ballot of whoever acted for the head. */
export const aBallot = `(select id from editorial.ballots where role = 'acting')`
/** The decision that corrected an article. */
export const aDecision = `(select decision_id from release.releases where kind = 'correct')`
const correct = `where kind = 'correct'`
const correctKey = `select log || '/' || seq from release.releases ${correct}`

/** What is changed, how, a query for the name of the row, and what has to be found. */
type Change = [name: string, statement: string, key: string, found: Partial<Finding>]

/** One change each, of a kind that keeps the rest as it was. */
export const changes: Change[] = [
  [
    'one character of an entry',
    `update editorial.ledger set text = replace(text, 'Sai tên', 'Sai ten') where kind = 'decision' and text like '%Sai tên%'`,
    `select board || '/' || n from editorial.ledger where kind = 'decision' and text like '%Sai tên%'`,
    { code: 'hash_wrong', table: 'editorial.ledger' },
  ],
  [
    'one character of an entry, its hash made anew',
    `with t as (select board, n, replace(text, 'Sai tên', 'Sai ten') as new from editorial.ledger where kind = 'decision' and text like '%Sai tên%') update editorial.ledger l set text = new, hash = encode(sha256(convert_to(new, 'UTF8')), 'hex') from t where l.board = t.board and l.n = t.n`,
    `select board || '/' || n from editorial.ledger where kind = 'decision' and text like '%Sai tên%'`,
    { code: 'signature_wrong', table: 'editorial.ledger' },
  ],
  [
    'a vote',
    `update editorial.ballots set vote = 'refuse' where id = ${aBallot}`,
    `select id from editorial.ballots where role = 'acting'`,
    { code: 'row_changed', table: 'editorial.ballots', about: 'vote' },
  ],
  [
    'who voted',
    `update editorial.ballots set person = person + 1 where id = ${aBallot}`,
    `select id from editorial.ballots where role = 'acting'`,
    { code: 'row_changed', table: 'editorial.ballots', about: 'person' },
  ],
  [
    'when somebody voted',
    `update editorial.ballots set cast_at = cast_at - interval '1 day' where id = ${aBallot}`,
    `select id from editorial.ballots where role = 'acting'`,
    { code: 'row_misdated', table: 'editorial.ballots', about: 'cast_at' },
  ],
  [
    'the kind of a decision',
    `update release.decisions set kind = 'update' where id = ${aDecision}`,
    `select decision_id from release.releases ${correct}`,
    { code: 'row_changed', table: 'release.decisions', about: 'kind' },
  ],
  [
    'who decided',
    `update release.decisions set decided_by = 1 where id = ${aDecision}`,
    `select decision_id from release.releases ${correct}`,
    { code: 'row_changed', table: 'release.decisions', about: 'decided_by' },
  ],
  [
    'a released text',
    `update release.releases set body = replace(body, 'đính chính', 'dính chính') ${correct}`,
    correctKey,
    { code: 'hash_wrong', table: 'release.releases' },
  ],
  [
    'a released text and its hash',
    `update release.releases set body = replace(body, 'đính chính', 'dính chính'), sha256 = encode(sha256(convert_to(replace(body, 'đính chính', 'dính chính'), 'UTF8')), 'hex') ${correct}`,
    correctKey,
    { code: 'row_changed', table: 'release.releases', about: 'sha256' },
  ],
  [
    'where a released text stands',
    `update release.releases set slug = 'noi-khac' ${correct}`,
    correctKey,
    { code: 'row_changed', table: 'release.releases', about: 'slug' },
  ],
  [
    'a release called an import',
    `update release.releases set is_import = true ${correct}`,
    correctKey,
    { code: 'row_changed', table: 'release.releases', about: 'is_import' },
  ],
  [
    'why something was withdrawn',
    `update release.releases set explanation = 'Khác.' where kind = 'withdraw'`,
    `select log || '/' || seq from release.releases where kind = 'withdraw'`,
    { code: 'row_changed', table: 'release.releases', about: 'explanation' },
  ],
  [
    'a submitted text',
    `update release.submissions set body = body || ' ' where id = (select submission_id from release.decisions where id = ${aDecision})`,
    `select submission_id from release.decisions where id = ${aDecision}`,
    { code: 'hash_wrong', table: 'release.submissions' },
  ],
  [
    'a role entered by the owner',
    `update editorial.appointments set role = 'head' where role = 'deputy'`,
    `select id from editorial.appointments where role = 'deputy'`,
    { code: 'row_changed', table: 'editorial.appointments', about: 'role' },
  ],
  [
    'a role entered by registrars',
    `update editorial.appointments set role = 'head' where entered_by is not null`,
    `select id from editorial.appointments where entered_by is not null`,
    { code: 'row_changed', table: 'editorial.appointments', about: 'role' },
  ],
  [
    'the end of an appointment',
    `update editorial.appointment_ends set ends_on = ends_on + 365`,
    `select appointment_id from editorial.appointment_ends`,
    { code: 'row_changed', table: 'editorial.appointment_ends', about: 'ends_on' },
  ],
  [
    'the scope of a mandate',
    `update editorial.mandates set collections = null`,
    `select id from editorial.mandates`,
    { code: 'row_changed', table: 'editorial.mandates', about: 'collections' },
  ],
  [
    'the flow of a board',
    `update editorial.flow_rules set flow = jsonb_set(flow, '{steps,0,quorum}', '1')`,
    `select board || '/' || ledger_n from editorial.flow_rules`,
    { code: 'row_changed', table: 'editorial.flow_rules', about: 'flow' },
  ],
  [
    'what a consent covers',
    `update editorial.consents set may_update = true`,
    `select id from editorial.consents`,
    { code: 'row_changed', table: 'editorial.consents', about: 'may_update' },
  ],
  [
    'the reason of a hold',
    `update editorial.holds set reason = 'Khác'`,
    `select id from editorial.holds`,
    { code: 'row_changed', table: 'editorial.holds', about: 'reason' },
  ],
  [
    'the verdict of an after-review',
    `update editorial.after_reviews set verdict = 'objected'`,
    `select decision_id from editorial.after_reviews`,
    { code: 'row_changed', table: 'editorial.after_reviews', about: 'verdict' },
  ],
  [
    'what the public reads',
    `update release.current_items set body = jsonb_set(body, '{title}', '"Khác"') where doc_id = (select max(doc_id) from release.current_items where collection = 'articles')`,
    `select 'articles#' || max(doc_id) || ' vi' from release.current_items where collection = 'articles'`,
    { code: 'public_differs', table: 'release.current_items' },
  ],
]

/** Rows taken out: table, its name for the row, which one. */
export const deletions: [table: string, column: string, which: string][] = [
  ['editorial.appointment_ends', 'appointment_id', 'true'],
  ['editorial.mandates', 'id', 'true'],
  ['editorial.mandate_ends', 'mandate_id', 'true'],
  ['editorial.holds', 'id', 'true'],
  ['editorial.hold_lifts', 'hold_id', 'true'],
  ['editorial.consents', 'id', 'true'],
  ['editorial.consent_ends', 'consent_id', 'true'],
  ['editorial.ballots', 'id', `id = ${aBallot}`],
  ['editorial.revocations', 'decision_id', 'true'],
  ['editorial.after_reviews', 'decision_id', 'true'],
  ['editorial.ledger_heads', 'board', 'true'],
  ['editorial.flow_rules', `board || '/' || ledger_n`, 'true'],
  ['editorial.appointments', 'id', 'entered_by is not null'],
  [
    'editorial.appointments',
    `board || '/' || ledger_n || ', account ' || person`,
    `role = 'deputy'`,
  ],
  [
    'release.submissions',
    'id',
    `id = (select submission_id from release.decisions where id = ${aDecision})`,
  ],
  ['release.decisions', 'id', `id = ${aDecision}`],
  ['release.releases', `log || '/' || seq`, `kind = 'correct'`],
]
