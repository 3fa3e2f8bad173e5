import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { sqlOf } from '#kit/transaction.ts'
import { ActButton } from '#kit/admin/ActButton.tsx'
import type { KeyRow } from '../keys.ts'
import { readKeys } from '../keys.ts'
import { keyScopes } from '../siteKey.ts'
import { SecretButton } from './SecretButton.tsx'
import { Part, TextField, TickBoxes } from './FormFields.tsx'
import { SiteForm } from './SiteForm.tsx'
import type { SitePart } from './sitePart.ts'
import { keyWords } from './keyWords.ts'

const LIVES = [90, 180, 365, 730]

/** The keys of a site: what each may, when and from where it was used last, and who still tries an old one. */
export const KeyPart = async (props: SitePart) => {
  const { req, site, words, mayManage } = props
  const said = keyWords(props.language)
  const keys = await readKeys(await sqlOf(req), site)
  return (
    <Part id="keys" intro={said.keysIntro} title={said.keys}>
      {keys.length === 0 ? <p>{said.noKeys}</p> : <KeyTable {...props} keys={keys} />}
      {mayManage ? (
        <SiteForm
          lists={['scopes']}
          numbers={['days']}
          path={`/cross-posting/sites/${site}/keys`}
          shows="token"
          submit={words.make}
          title={said.newKey}
        >
          <TextField hint={said.labelHint} id="key-label" label={said.label} name="label" />
          <TickBoxes
            choices={keyScopes.map((scope) => [scope, said[`scope_${scope}`]] as const)}
            label={said.columnScopes}
            name="scopes"
            ticked={['feed']}
          />
          <div className="coloa-field">
            <label htmlFor="key-days">{said.life}</label>
            <select defaultValue={365} id="key-days" name="days">
              {LIVES.map((days) => (
                <option key={days} value={days}>
                  {fill(said.days, { n: days })}
                </option>
              ))}
            </select>
          </div>
        </SiteForm>
      ) : null}
    </Part>
  )
}

const KeyTable = (props: SitePart & { keys: readonly KeyRow[] }) => {
  const { words } = props
  const said = keyWords(props.language)
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{said.columnLabel}</th>
          <th scope="col">{words.columnState}</th>
          <th scope="col">{said.columnScopes}</th>
          <th scope="col">{said.columnUsed}</th>
          <th scope="col">{said.columnExpires}</th>
          <th scope="col">{words.columnAct}</th>
        </tr>
      </thead>
      <tbody>
        {props.keys.map((key) => (
          <KeyLine {...props} key={key.id} row={key} />
        ))}
      </tbody>
    </table>
  )
}

const KeyLine = (props: SitePart & { row: KeyRow }) => {
  const { row, words, language, site, mayManage } = props
  const said = keyWords(language)
  const path = `/cross-posting/sites/${site}/keys/${row.id}`
  const at = (moment: string) => momentText(moment, language)
  const isOld = row.state !== 'in_force'
  return (
    <tr>
      <td data-label={said.columnLabel}>
        <strong>{row.label}</strong>
        <small className="coloa-receiver-mono">{row.hint}</small>
        {row.madeBy ? (
          <small>{fill(said.madeByKey, { ...row.madeBy, at: at(row.createdAt) })}</small>
        ) : null}
      </td>
      <td data-label={words.columnState}>
        {fill(said[`key_${row.state}`], { at: row.overlapUntil ? at(row.overlapUntil) : '' })}
        {row.refusals
          .filter((one) => one.code !== 'key_scope')
          .map((one) => (
            <small className="coloa-late" key={one.code}>
              {fill(said.misused, { n: one.n, at: at(one.lastAt), address: one.lastAddress })}
            </small>
          ))}
      </td>
      <td data-label={said.columnScopes}>
        {row.scopes.map((scope) => said[`scope_${scope}`]).join(', ')}
      </td>
      <td data-label={said.columnUsed}>
        {row.usedAt
          ? fill(said.usedFrom, { at: at(row.usedAt), address: row.usedFrom ?? '' })
          : words.never}
      </td>
      <td data-label={said.columnExpires}>{at(row.expiresAt)}</td>
      <td data-label={words.columnAct}>
        {mayManage && row.state !== 'revoked' && row.state !== 'expired' ? (
          <div className="coloa-receiver-acts">
            {isOld ? null : (
              <SecretButton
                confirm={said.rotateConfirm}
                label={said.rotate}
                name={fill(said.rotateOf, { label: row.label })}
                path={`${path}/rotate`}
                shows="token"
              />
            )}
            <ActButton
              confirm={said.revokeConfirm}
              done={said.revoked}
              label={said.revoke}
              name={fill(said.revokeOf, { label: row.label })}
              path={`${path}/revoke`}
            />
          </div>
        ) : null}
      </td>
    </tr>
  )
}
