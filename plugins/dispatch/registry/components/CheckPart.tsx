import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { readChecks } from '../checks/enterCheck.ts'
import { checkWords } from './checkWords.ts'
import { CheckForm } from './CheckForm.tsx'
import type { DevicePart } from './devicePart.ts'

/** The security checks of a device, and the way to enter one. */
export const CheckPart = async ({ device, words, language, sql, isManager }: DevicePart) => {
  const said = checkWords(language)
  const checks = await readChecks(sql, device.id)
  return (
    <section aria-labelledby="check" className="coloa-part">
      <h2 id="check">{said.check}</h2>
      <p>{said.checkIntro}</p>
      {isManager && device.lifecycle !== 'retired' ? (
        <CheckForm deviceId={device.id} today={today()} />
      ) : null}
      {checks.length === 0 ? (
        <p>{said.checkNone}</p>
      ) : (
        <table className="coloa-table">
          <thead>
            <tr>
              <th scope="col">{said.checkOutcome}</th>
              <th scope="col">{said.checkedOn}</th>
              <th scope="col">{said.document}</th>
              <th scope="col">{said.findings}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((one) => (
              <tr key={one.id}>
                <td
                  className={one.outcome === 'failed' ? 'coloa-late' : undefined}
                  data-label={said.checkOutcome}
                >
                  <strong>{words[`outcome_${one.outcome}`]}</strong>
                  <small>{one.isCurrent ? said.current : said.old}</small>
                </td>
                <td data-label={said.checkedOn}>{one.checkedOn.split('-').reverse().join('/')}</td>
                <td data-label={said.document}>
                  {one.document}
                  <small>
                    {fill(words.enteredBy, {
                      by: one.enteredBy ?? words.bySystem,
                      at: momentText(one.enteredAt, language),
                    })}
                  </small>
                </td>
                <td data-label={said.findings}>{one.findings ?? '–'}</td>
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
