import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { sqlOf } from '#kit/transaction.ts'
import { ActButton } from '#kit/admin/ActButton.tsx'
import { readTechnicians } from '../technicians.ts'
import { Part, TextField } from './FormFields.tsx'
import { SiteForm } from './SiteForm.tsx'
import type { SitePart } from './sitePart.ts'

/** Who looks after the site's programs; leaders of its board name them. */
export const TechnicianPart = async (props: SitePart & { mayAppoint: boolean }) => {
  const { req, site, words, language, mayAppoint } = props
  const people = await readTechnicians(await sqlOf(req), site)
  const path = `/cross-posting/sites/${site}/technicians`
  return (
    <Part id="technicians" intro={words.techniciansIntro} title={words.technicians}>
      {people.length === 0 ? <p>{words.noTechnicians}</p> : null}
      <ul className="coloa-clocks">
        {people.map(({ person, name, namedAt }) => (
          <li key={person}>
            <strong>{name}</strong>
            <span>{fill(words.since, { at: momentText(namedAt, language) })}</span>
            {mayAppoint ? (
              <ActButton
                done={words.ended}
                label={words.end}
                name={fill(words.endOf, { name })}
                path={`${path}/${person}/end`}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayAppoint ? (
        <SiteForm done={words.named} path={path} submit={words.name} title={words.name}>
          <TextField id="technician-email" label={words.email} name="email" type="email" />
        </SiteForm>
      ) : null}
    </Part>
  )
}
