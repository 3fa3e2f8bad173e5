import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { MandateLine } from '../../people/readMandates.ts'
import { termText } from './dayText.ts'
import { EndMandateForm } from './EndMandateForm.tsx'
import { GrantForm } from './GrantForm.tsx'
import { sectionNames } from './sectionProps.ts'
import type { SectionProps } from './sectionProps.ts'
import { mandateWords } from './mandateWords.ts'

/** Who acts for the head: in force, coming, and ended, folded. */
export const MandateSection = (props: SectionProps) => {
  const { register, words } = props
  const said = mandateWords(props.language)
  const by = (when: MandateLine['when']) => register.mandates.filter((one) => one.when === when)
  const [now, coming, ended] = [by('now'), by('coming'), by('ended')]
  const named = register.appointments.filter((one) => one.when !== 'ended')
  const heads = named.filter(
    (one) => one.role === 'head' && register.may.grantFor.includes(one.person),
  )
  const delegates = named.filter(
    (one) => (one.role === 'deputy' || one.role === 'member') && one.person !== register.me,
  )
  return (
    <section aria-labelledby="uy-quyen" className="coloa-part">
      <h2 id="uy-quyen">{words.mandates}</h2>
      <p>{said.mandatesIntro}</p>
      {register.mandates.length === 0 ? (
        <div className="coloa-empty">
          <p>{said.noMandates}</p>
        </div>
      ) : null}
      {now.length > 0 ? (
        <>
          <h3>{said.mandateNow}</h3>
          <Mandates {...props} lines={now} />
        </>
      ) : null}
      {coming.length > 0 ? (
        <>
          <h3>{said.mandateComing}</h3>
          <Mandates {...props} lines={coming} />
        </>
      ) : null}
      {heads.length > 0 && delegates.length > 0 ? (
        <GrantForm
          board={register.board.board}
          delegates={delegates.map((one) => [
            String(one.person),
            `${one.name} (${words[`role_${one.role}`]})`,
          ])}
          heads={heads.map((one) => [String(one.person), one.name])}
          kinds={props.kinds}
          sections={register.sections}
          today={register.today}
        />
      ) : null}
      {heads.length > 0 && delegates.length === 0 ? <p>{said.grantNobody}</p> : null}
      {ended.length > 0 ? (
        <details className="coloa-folded">
          <summary>{fill(said.mandateEnded, { n: ended.length })}</summary>
          <Mandates {...props} lines={ended} />
        </details>
      ) : null}
    </section>
  )
}

const Mandates = (props: SectionProps & { lines: readonly MandateLine[] }) => {
  const { words, language, lines } = props
  const said = mandateWords(language)
  const hasActs = lines.some((one) => one.mayEnd)
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{said.columnDelegate}</th>
          <th scope="col">{words.columnDays}</th>
          <th scope="col">{said.columnScope}</th>
          <th scope="col">{words.columnDocument}</th>
          {hasActs ? <th scope="col">{words.columnAct}</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td data-label={said.columnDelegate}>
              <strong>{line.delegateName}</strong>
              <small>{fill(said.forHead, { name: line.principalName })}</small>
            </td>
            <td data-label={words.columnDays}>
              {termText(line, words)}
              {line.ended ? (
                <small>
                  {fill(said.stopped, {
                    at: momentText(line.ended.at, language),
                    by: line.ended.by,
                    reason: line.ended.reason,
                  })}
                </small>
              ) : null}
            </td>
            <td data-label={said.columnScope}>{scopeText(props, line)}</td>
            <td data-label={words.columnDocument}>
              {line.document}
              <small>{fill(said.granted, { name: line.grantedBy })}</small>
            </td>
            {hasActs ? (
              <td className="coloa-acts" data-label={words.columnAct}>
                {line.mayEnd ? (
                  <EndMandateForm mandateId={line.id} name={line.delegateName} />
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const scopeText = ({ kinds, register, language }: SectionProps, line: MandateLine): string => {
  const parts = [
    ...(line.collections
      ? [
          line.collections
            .map((slug) => kinds.find(([one]) => one === slug)?.[1] ?? slug)
            .join(', '),
        ]
      : []),
    ...(line.categories ? [sectionNames(register, line.categories)] : []),
  ]
  return parts.length > 0 ? parts.join(' · ') : mandateWords(language).wholeScope
}
