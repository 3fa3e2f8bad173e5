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

const LIVES = [90, 180, 365, 730]

/** The keys of a site: what each may, when and from where it was used last, and who still tries an old one. */
export const KeyPart = async (props: SitePart) => {
  const { req, site, words, mayManage } = props
  const keys = await readKeys(await sqlOf(req), site)
  return (
    <Part id="keys" intro={words.keysIntro} title={words.keys}>
      {keys.length === 0 ? <p>{words.noKeys}</p> : <KeyTable {...props} keys={keys} />}
      {mayManage ? (
        <SiteForm
          lists={['scopes']}
          numbers={['days']}
          path={`/cross-posting/sites/${site}/keys`}
          shows="token"
          submit={words.make}
          title={words.newKey}
        >
          <TextField hint={words.labelHint} id="key-label" label={words.label} name="label" />
          <TickBoxes
            choices={keyScopes.map((scope) => [scope, words[`scope_${scope}`]] as const)}
            label={words.columnScopes}
            name="scopes"
            ticked={['feed']}
          />
          <div className="coloa-field">
            <label htmlFor="key-days">{words.life}</label>
            <select defaultValue={365} id="key-days" name="days">
              {LIVES.map((days) => (
                <option key={days} value={days}>
                  {fill(words.days, { n: days })}
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
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{words.columnLabel}</th>
          <th scope="col">{words.columnState}</th>
          <th scope="col">{words.columnScopes}</th>
          <th scope="col">{words.columnUsed}</th>
          <th scope="col">{words.columnExpires}</th>
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
  const path = `/cross-posting/sites/${site}/keys/${row.id}`
  const at = (moment: string) => momentText(moment, language)
  const isOld = row.state !== 'in_force'
  return (
    <tr>
      <td data-label={words.columnLabel}>
        <strong>{row.label}</strong>
        <small className="coloa-receiver-mono">{row.hint}</small>
      </td>
      <td data-label={words.columnState}>
        {fill(words[`key_${row.state}`], { at: row.overlapUntil ? at(row.overlapUntil) : '' })}
        {row.refusals
          .filter((one) => one.code !== 'key_scope')
          .map((one) => (
            <small className="coloa-late" key={one.code}>
              {fill(words.misused, { n: one.n, at: at(one.lastAt), address: one.lastAddress })}
            </small>
          ))}
      </td>
      <td data-label={words.columnScopes}>
        {row.scopes.map((scope) => words[`scope_${scope}`]).join(', ')}
      </td>
      <td data-label={words.columnUsed}>
        {row.usedAt
          ? fill(words.usedFrom, { at: at(row.usedAt), address: row.usedFrom ?? '' })
          : words.never}
      </td>
      <td data-label={words.columnExpires}>{at(row.expiresAt)}</td>
      <td data-label={words.columnAct}>
        {mayManage && row.state !== 'revoked' && row.state !== 'expired' ? (
          <div className="coloa-receiver-acts">
            {isOld ? null : (
              <SecretButton
                confirm={words.rotateConfirm}
                label={words.rotate}
                name={fill(words.rotateOf, { label: row.label })}
                path={`${path}/rotate`}
                shows="token"
              />
            )}
            <ActButton
              confirm={words.revokeConfirm}
              done={words.revoked}
              label={words.revoke}
              name={fill(words.revokeOf, { label: row.label })}
              path={`${path}/revoke`}
            />
          </div>
        ) : null}
      </td>
    </tr>
  )
}
