import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { sqlOf } from '#kit/transaction.ts'
import { ActButton } from '#kit/admin/ActButton.tsx'
import type { EndpointRow } from '../readEndpoints.ts'
import { readEndpoints } from '../readEndpoints.ts'
import { readReceiverSites } from '../sites.ts'
import { SecretButton } from './SecretButton.tsx'
import { Part, TextField, TickBoxes } from './FormFields.tsx'
import { SiteForm } from './SiteForm.tsx'
import type { SitePart } from './sitePart.ts'
import { endpointWords } from './endpointWords.ts'

/** Logs a form offers at most; the API takes any. */
const MOST_LOGS = 6

/** Where the site is called, how that goes, and a form for another address. */
export const EndpointPart = async (props: SitePart) => {
  const { req, site, words, language, mayManage } = props
  const said = endpointWords(language)
  const sql = await sqlOf(req)
  const [endpoints, sites] = [
    await readEndpoints(sql, site),
    await readReceiverSites(sql, null, 'city'),
  ]
  const logs = sites
    .slice(0, MOST_LOGS)
    .map((one) => [one.code, language === 'en' ? one.nameEn : one.nameVi] as const)
  const { publicUrl } = readRuntimeEnv(process.env)
  const intro = fill(said.endpointsIntro, { keys: `${publicUrl}/.well-known/webhook-keys.json` })
  return (
    <Part id="endpoints" intro={intro} title={said.endpoints}>
      {endpoints.length === 0 ? <p>{said.noEndpoints}</p> : null}
      {endpoints.length > 0 ? (
        <table className="coloa-table">
          <thead>
            <tr>
              <th scope="col">{said.columnUrl}</th>
              <th scope="col">{words.columnState}</th>
              <th scope="col">{said.columnTold}</th>
              <th scope="col">{words.columnAct}</th>
            </tr>
          </thead>
          <tbody>
            {endpoints.map((row) => (
              <EndpointLine {...props} key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      ) : null}
      {mayManage ? (
        <SiteForm
          done={said.added}
          lists={['logs']}
          path={`/cross-posting/sites/${site}/endpoints`}
          shows="secret"
          submit={said.add}
          title={said.newEndpoint}
        >
          <TextField hint={said.urlHint} id="endpoint-url" label={said.url} name="url" />
          <TickBoxes
            choices={logs}
            label={said.logs}
            name="logs"
            ticked={logs.map(([code]) => code)}
          />
        </SiteForm>
      ) : null}
    </Part>
  )
}

const EndpointLine = (props: SitePart & { row: EndpointRow }) => {
  const { row, words, language, site, mayManage } = props
  const said = endpointWords(language)
  const path = `/cross-posting/sites/${site}/endpoints/${row.id}`
  const { url } = row
  const isActive = row.state === 'active'
  return (
    <tr>
      <td className="coloa-receiver-mono" data-label={said.columnUrl}>
        <strong>{url}</strong>
        <small>{fill(said.listens, { logs: row.logs.join(', ') })}</small>
      </td>
      <td data-label={words.columnState}>
        <Standing {...props} />
      </td>
      <td data-label={said.columnTold}>
        {row.toldAt ? momentText(row.toldAt, language) : words.never}
      </td>
      <td data-label={words.columnAct}>
        {mayManage ? (
          <div className="coloa-receiver-acts">
            {isActive ? (
              <>
                <ActButton
                  done={said.tested}
                  isLater
                  label={said.test}
                  name={fill(said.testOf, { url })}
                  path={`${path}/test`}
                />
                <ActButton
                  done={said.replayed}
                  isLater
                  label={said.replay}
                  name={fill(said.replayOf, { url })}
                  path={`${path}/replay`}
                />
                <SecretButton
                  confirm={said.secretConfirm}
                  label={said.secret}
                  name={fill(said.secretOf, { url })}
                  path={`${path}/rotate-secret`}
                  shows="secret"
                />
                <ActButton
                  done={said.disabled}
                  label={said.disable}
                  name={fill(said.disableOf, { url })}
                  path={`${path}/disable`}
                />
              </>
            ) : (
              <ActButton
                done={said.verifying}
                isLater
                label={said.verify}
                name={fill(said.verifyOf, { url })}
                path={`${path}/verify`}
              />
            )}
            <ActButton
              confirm={said.removeConfirm}
              done={said.removed}
              label={said.remove}
              name={fill(said.removeOf, { url })}
              path={`${path}/remove`}
            />
          </div>
        ) : null}
      </td>
    </tr>
  )
}

const Standing = ({ row, language }: { row: EndpointRow; language: string }) => {
  const words = endpointWords(language)
  if (row.state === 'active' && row.deadAt) {
    return <span className="coloa-late">{words.endpointDead}</span>
  }
  if (row.state === 'active' && row.failures > 0) {
    const at = row.nextAt ? momentText(row.nextAt, language) : ''
    return (
      <span className="coloa-late">{fill(words.endpointFailing, { n: row.failures, at })}</span>
    )
  }
  const problem = row.problem ? words[`outcome_${row.problem}` as keyof typeof words] : undefined
  return (
    <>
      <span className={row.state === 'gone' ? 'coloa-late' : undefined}>
        {words[`endpoint_${row.state}`]}
      </span>
      {problem && row.state !== 'gone' ? <small className="coloa-late">{problem}</small> : null}
    </>
  )
}
