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

/** Logs a form offers at most; the API takes any. */
const MOST_LOGS = 6

/** Where the site is called, how that goes, and a form for another address. */
export const EndpointPart = async (props: SitePart) => {
  const { req, site, words, language, mayManage } = props
  const sql = await sqlOf(req)
  const [endpoints, sites] = [
    await readEndpoints(sql, site),
    await readReceiverSites(sql, null, 'city'),
  ]
  const logs = sites
    .slice(0, MOST_LOGS)
    .map((one) => [one.code, language === 'en' ? one.nameEn : one.nameVi] as const)
  const { publicUrl } = readRuntimeEnv(process.env)
  const intro = fill(words.endpointsIntro, { keys: `${publicUrl}/.well-known/webhook-keys.json` })
  return (
    <Part id="endpoints" intro={intro} title={words.endpoints}>
      {endpoints.length === 0 ? <p>{words.noEndpoints}</p> : null}
      {endpoints.length > 0 ? (
        <table className="coloa-table">
          <thead>
            <tr>
              <th scope="col">{words.columnUrl}</th>
              <th scope="col">{words.columnState}</th>
              <th scope="col">{words.columnTold}</th>
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
          done={words.added}
          lists={['logs']}
          path={`/cross-posting/sites/${site}/endpoints`}
          shows="secret"
          submit={words.add}
          title={words.newEndpoint}
        >
          <TextField hint={words.urlHint} id="endpoint-url" label={words.url} name="url" />
          <TickBoxes
            choices={logs}
            label={words.logs}
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
  const path = `/cross-posting/sites/${site}/endpoints/${row.id}`
  const { url } = row
  const isActive = row.state === 'active'
  return (
    <tr>
      <td className="coloa-receiver-mono" data-label={words.columnUrl}>
        <strong>{url}</strong>
        <small>{fill(words.listens, { logs: row.logs.join(', ') })}</small>
      </td>
      <td data-label={words.columnState}>
        <Standing {...props} />
      </td>
      <td data-label={words.columnTold}>
        {row.toldAt ? momentText(row.toldAt, language) : words.never}
      </td>
      <td data-label={words.columnAct}>
        {mayManage ? (
          <div className="coloa-receiver-acts">
            {isActive ? (
              <>
                <ActButton
                  done={words.tested}
                  isLater
                  label={words.test}
                  name={fill(words.testOf, { url })}
                  path={`${path}/test`}
                />
                <ActButton
                  done={words.replayed}
                  isLater
                  label={words.replay}
                  name={fill(words.replayOf, { url })}
                  path={`${path}/replay`}
                />
                <SecretButton
                  confirm={words.secretConfirm}
                  label={words.secret}
                  name={fill(words.secretOf, { url })}
                  path={`${path}/rotate-secret`}
                  shows="secret"
                />
                <ActButton
                  done={words.disabled}
                  label={words.disable}
                  name={fill(words.disableOf, { url })}
                  path={`${path}/disable`}
                />
              </>
            ) : (
              <ActButton
                done={words.verifying}
                isLater
                label={words.verify}
                name={fill(words.verifyOf, { url })}
                path={`${path}/verify`}
              />
            )}
            <ActButton
              confirm={words.removeConfirm}
              done={words.removed}
              label={words.remove}
              name={fill(words.removeOf, { url })}
              path={`${path}/remove`}
            />
          </div>
        ) : null}
      </td>
    </tr>
  )
}

const Standing = ({ row, words, language }: SitePart & { row: EndpointRow }) => {
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
