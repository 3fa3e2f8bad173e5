import { fill } from '#domain/text/fill.ts'
import type { AppointmentLine } from '../../people/readAppointments.ts'
import { AppointForm } from './AppointForm.tsx'
import { termText } from './dayText.ts'
import { EndForm } from './EndForm.tsx'
import type { RegisterWords } from './registerWords.ts'
import { sectionNames } from './sectionProps.ts'
import type { SectionProps } from './sectionProps.ts'

/** Who is on the board today; whoever will be and whoever was, folded. */
export const PeopleSection = (props: SectionProps) => {
  const { register, words } = props
  const by = (when: AppointmentLine['when']) =>
    register.appointments.filter((one) => one.when === when)
  const [now, coming, ended] = [by('now'), by('coming'), by('ended')]
  return (
    <section aria-labelledby="thanh-phan" className="coloa-part">
      <h2 id="thanh-phan">{words.people}</h2>
      {now.some((one) => one.role === 'head') ? null : (
        <p className="coloa-attention">
          <strong>{words.headless}</strong>
        </p>
      )}
      {now.length > 0 ? (
        <People {...props} lines={now} />
      ) : (
        <div className="coloa-empty">
          <p>{words.noPeople}</p>
        </div>
      )}
      {register.may.appoint.length > 0 ? (
        <AppointForm
          board={register.board.board}
          roles={register.may.appoint.map((role) => [role, words[`role_${role}`]] as const)}
          sections={register.sections}
          today={register.today}
        />
      ) : null}
      {coming.length > 0 ? (
        <details className="coloa-folded">
          <summary>{fill(words.coming, { n: coming.length })}</summary>
          <People {...props} lines={coming} />
        </details>
      ) : null}
      {ended.length > 0 ? (
        <details className="coloa-folded">
          <summary>{fill(words.ended, { n: ended.length })}</summary>
          <People {...props} lines={ended} />
        </details>
      ) : null}
    </section>
  )
}

const People = (props: SectionProps & { lines: readonly AppointmentLine[] }) => {
  const { words, lines } = props
  const hasActs = lines.some((one) => one.mayEnd)
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{words.columnPerson}</th>
          <th scope="col">{words.columnRole}</th>
          <th scope="col">{words.columnDays}</th>
          <th scope="col">{words.columnDocument}</th>
          <th scope="col">{words.columnEntered}</th>
          {hasActs ? <th scope="col">{words.columnAct}</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row {...props} hasActs={hasActs} key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  )
}

const Row = (props: SectionProps & { line: AppointmentLine; hasActs: boolean }) => {
  const { line, words, register } = props
  const role = words[`role_${line.role}`]
  return (
    <tr>
      <td data-label={words.columnPerson}>
        <strong>{line.name}</strong>
        <small>{line.email}</small>
        {line.isActive ? null : <b className="coloa-tag coloa-late">{words.accountOff}</b>}
      </td>
      <td data-label={words.columnRole}>
        {role}
        {line.role === 'checker' ? (
          <small>
            {line.categories === null
              ? words.checksAll
              : fill(words.checks, { sections: sectionNames(register, line.categories) })}
          </small>
        ) : null}
      </td>
      <td data-label={words.columnDays}>{termText(line, words)}</td>
      <td data-label={words.columnDocument}>
        {line.document}
        {line.endDocument ? (
          <small>{fill(words.endedBy, { document: line.endDocument })}</small>
        ) : null}
      </td>
      <td data-label={words.columnEntered}>{enteredText(line, words)}</td>
      {props.hasActs ? (
        <td className="coloa-acts" data-label={words.columnAct}>
          {line.mayEnd ? (
            <EndForm appointmentId={line.id} name={line.name} role={role} today={register.today} />
          ) : null}
        </td>
      ) : null}
    </tr>
  )
}

/** Who entered it, and who confirmed or why nobody did. */
const enteredText = (line: AppointmentLine, words: RegisterWords): string => {
  if (line.enteredBy === null) return words.founded
  const entered = fill(words.entered, { name: line.enteredBy })
  if (line.confirmedBy) return `${entered}, ${fill(words.confirmed, { name: line.confirmedBy })}`
  return ['head', 'deputy', 'member'].includes(line.role)
    ? `${entered} (${words.soleRegistrar.toLowerCase()})`
    : entered
}
