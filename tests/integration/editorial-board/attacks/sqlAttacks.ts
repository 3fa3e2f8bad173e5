import type { Ground } from './openGround.ts'

/** Statements of the role the web server runs as: below Payload, its hooks and its access rules. */
export const sqlAttacks: [name: string, statement: (ground: Ground) => string, code?: string][] = [
  ['change a live row', (g) => `update public.articles set author = 'x' where id = ${g.docs.live}`],
  [
    'publish a draft',
    (g) => `update public.articles set _status = 'published' where id = ${g.docs.fresh}`,
  ],
  [
    'publish what was withdrawn',
    (g) => `update public.articles set _status = 'published' where id = ${g.docs.withdrawn}`,
  ],
  [
    'insert as published',
    () =>
      `insert into public.articles (_status, updated_at, created_at) values ('published', now(), now())`,
  ],
  [
    'take a live row down',
    (g) => `update public.articles set _status = 'draft' where id = ${g.docs.live}`,
  ],
  ['delete a live row', (g) => `delete from public.articles where id = ${g.docs.live}`],
  [
    'delete what was withdrawn',
    (g) => `delete from public.articles where id = ${g.docs.withdrawn}`,
  ],
  [
    'change a language',
    (g) => `update public.articles_locales set title = 'x' where _parent_id = ${g.docs.live}`,
  ],
  [
    'remove a language',
    (g) => `delete from public.articles_locales where _parent_id = ${g.docs.live}`,
  ],
  [
    'take a language over',
    (g) =>
      `update public.articles_locales set _parent_id = ${g.docs.live}, _locale = 'en' where _parent_id = ${g.docs.fresh}`,
  ],
  [
    'add a relation',
    (g) =>
      `insert into public.articles_rels (parent_id, path, media_id) values (${g.docs.live}, 'attachments', ${g.picture})`,
  ],
  [
    'add a menu entry',
    (g) =>
      `insert into public.site_settings_menu (_order, _parent_id, id, href) values (1, ${g.others['site-settings']}, 'x', '/x')`,
  ],
  ['empty a table', () => 'truncate public.articles cascade'],
  ['delete a file that is shown', (g) => `delete from public.media where id = ${g.picture}`],
  [
    'delete a section that is shown',
    (g) => `delete from public.categories where id = ${g.category}`,
  ],
  ['change what the public reads', () => `update release.current_items set title = 'x'`],
  [
    'add to what the public reads',
    () => `insert into release.current_items select * from release.current_items`,
  ],
  ['change what is searched', () => `delete from release.item_search`],
  ['turn the sequence back', () => 'update release.site_sequences set seq = 1'],
  [
    'forge a release',
    (g) => `insert into release.releases (log, seq, collection, doc_id, kind, decision_id)
    select 'ha-noi', 999, 'articles', ${g.docs.live}, 'withdraw', id from release.decisions limit 1`,
  ],
  ['rewrite a release', () => `update release.releases set body = '{}'`],
  ['rewrite a decision', () => `update release.decisions set explanation = 'x'`],
  ['remove a refusal', () => 'delete from release.refusals'],
  ['carry out an import', () => `select release.append_import(null, '{}', '{}', '{}', '{}', '{}')`],
  [
    'write the read rows through the log’s function',
    () => `select release.write_items('{ha-noi}', '{1}')`,
  ],
  ['change a projection', () => `update release.projections set title = 'slug'`],
  ['switch the guard off', () => 'alter table public.articles disable trigger release_guard'],
  [
    'replace the guard',
    () =>
      `create or replace function release.guard_articles() returns trigger language plpgsql as $$ begin return new; end $$`,
  ],
  ['pass for a replica', () => 'set session_replication_role = replica'],
  ['become the owner', () => 'set role coloa_owner'],
  ['promote a member', () => `update editorial.appointments set role = 'head'`],
  ['appoint without a registrar', (g) => appoint(g, 'null'), 'CL403'],
  [
    'appoint in the name of somebody who is none',
    (g) => appoint(g, String(g.actors.citizen.id)),
    'CL403',
  ],
  [
    'give a mandate that no head gave',
    (
      g,
    ) => `insert into editorial.mandates (board, principal, delegate, starts_on, ends_on, document, granted_by, ledger_n)
    values ('ha-noi', ${g.actors.member.id}, ${g.actors.editor.id}, '2020-01-01', '2099-01-01', 'x', ${g.actors.member.id}, 1)`,
    'CL403',
  ],
  ['rewrite a ballot', () => `update editorial.ballots set vote = 'approve'`],
  ['remove an entry of the chain', () => 'delete from editorial.ledger'],
  [
    'put an entry between',
    () => `insert into editorial.ledger (board, n, kind, text, hash, signatures)
    values ('ha-noi', 1, 'x', '{}', encode(sha256('{}'::bytea), 'hex'), '[1]')`,
    'CL409',
  ],
  ['turn the chain back', () => 'update editorial.ledger_heads set n = 0'],
  [
    'replace who may keep the register',
    () =>
      `create or replace function editorial.may_register(text, text, integer) returns boolean language sql as 'select true'`,
  ],
  [
    'replace the question of the log',
    () =>
      `create or replace function release.refusal_of(release.decisions, timestamptz) returns text language sql as 'select null'`,
  ],
  ['replace who the accounts are', () => 'drop view editorial.accounts'],
]

const appoint = (g: Ground, by: string) =>
  `insert into editorial.appointments (board, person, role, starts_on, document, entered_by, ledger_n)
   values ('ha-noi', ${g.actors.editor.id}, 'head', '2020-01-01', 'x', ${by}, 1)`
