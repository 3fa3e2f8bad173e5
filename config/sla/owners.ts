/**
 * Who may owe: every site hosted here, and every unit while it exists. Groups are kinds; `city` is the city's portal, so that
 * the unit that runs it does not owe the same again.
 */
export const ownersSql = `
  select 'site:' || s.code as owner, array['site', s.kind::text] as groups, coalesce(v.name, s.code) as name_vi,
    coalesce(e.name, v.name, s.code) as name_en, s.code as log, s.unit_id as calendar_unit,
    (select 'site:' || c.code from public.sites c where c.kind::text = 'city' and s.kind::text <> 'city' order by c.id limit 1) as parent,
    coalesce(s.is_active, false) and s.hosting::text = 'here' as is_active
  from public.sites s
    left join public.sites_locales v on v._parent_id = s.id and v._locale::text = 'vi'
    left join public.sites_locales e on e._parent_id = s.id and e._locale::text = 'en'
  union all
  select 'unit:' || u.code, array['unit', case u.kind::text when 'city' then 'cityUnit' else u.kind::text end], coalesce(v.name, u.code), coalesce(e.name, v.name, u.code), null, u.id,
    (select 'unit:' || p.code from public.units p where p.id = u.parent_id), u.valid_to is null or u.valid_to > now()
  from public.units u
    left join public.units_locales v on v._parent_id = u.id and v._locale::text = 'vi'
    left join public.units_locales e on e._parent_id = u.id and e._locale::text = 'en'`

/** Who is told: the boards of sites, and of the sites of units; the city's head and deputies for all; operations. */
export const recipientsSql = `
  with people as (
    select f.board, f.role, a.person, a.name, a.email, a.language
    from editorial.in_force(editorial.day_of(clock_timestamp())) f join editorial.accounts a on a.person = f.person
    where a.is_active and a.email is not null
  )
  select 'site:' || p.board as owner, case when p.role in ('head', 'deputy') then 'unitHead' else 'editor' end as audience,
    p.email, p.name, p.language, p.person from people p where p.role in ('head', 'deputy', 'member', 'editor')
  union all
  select 'unit:' || u.code, case when p.role in ('head', 'deputy') then 'unitHead' else 'editor' end, p.email, p.name, p.language, p.person
  from people p join public.sites s on s.code = p.board join public.units u on u.id = s.unit_id
  where p.role in ('head', 'deputy', 'member', 'editor')
  union all
  select null, 'managingBody', p.email, p.name, p.language, p.person
  from people p join public.sites s on s.code = p.board where s.kind::text = 'city' and p.role in ('head', 'deputy')
  union all
  select null, 'ops', a.email, a.name, a.language, a.person
  from editorial.accounts a join public.users_roles r on r.parent_id = a.person
  where r.value::text = 'operator' and a.is_active and a.email is not null`
