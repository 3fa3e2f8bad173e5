import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { readChecks } from '../checks/enterCheck.ts'
import { CheckForm } from './CheckForm.tsx'
import type { DevicePart } from './devicePart.ts'

/** The security checks of a device, and the way to enter one. */
export const CheckPart = async ({ device, words, language, sql, isManager }: DevicePart) => {
  const checks = await readChecks(sql, device.id)
  return (
    <section aria-labelledby="check" className="coloa-part">
      <h2 id="check">{words.check}</h2>
      <p>{words.checkIntro}</p>
      {isManager && device.lifecycle !== 'retired' ? (
        <CheckForm deviceId={device.id} today={today()} />
      ) : null}
      {checks.length === 0 ? (
        <p>{words.checkNone}</p>
      ) : (
        <table className="coloa-table">
          <thead>
            <tr>
              <th scope="col">{words.checkOutcome}</th>
              <th scope="col">{words.checkedOn}</th>
              <th scope="col">{words.document}</th>
              <th scope="col">{words.findings}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((one) => (
              <tr key={one.id}>
                <td
                  className={one.outcome === 'failed' ? 'coloa-late' : undefined}
                  data-label={words.checkOutcome}
                >
                  <strong>{words[`outcome_${one.outcome}`]}</strong>
                  <small>{one.isCurrent ? words.current : words.old}</small>
                </td>
                <td data-label={words.checkedOn}>{one.checkedOn.split('-').reverse().join('/')}</td>
                <td data-label={words.document}>
                  {one.document}
                  <small>
                    {fill(words.enteredBy, {
                      by: one.enteredBy ?? words.bySystem,
                      at: momentText(one.enteredAt, language),
                    })}
                  </small>
                </td>
                <td data-label={words.findings}>{one.findings ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
