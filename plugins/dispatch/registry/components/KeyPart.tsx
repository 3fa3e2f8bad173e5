import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { ActButton } from '#kit/admin/ActButton.tsx'
import type { KeyRow } from '../keys/deviceKeys.ts'
import type { DevicePart } from './devicePart.ts'
import { KeyForms } from './KeyForms.tsx'
import { keyWords } from './keyWords.ts'

/** The keys of a device: which hold, when each was used last. */
export const KeyPart = (props: DevicePart & { keys: readonly KeyRow[] }) => {
  const { device, words, language, isManager, keys } = props
  const said = keyWords(language)
  return (
    <section aria-labelledby="keys" className="coloa-part">
      <h2 id="keys">{said.keys}</h2>
      <p>{said.keysIntro}</p>
      {isManager && device.lifecycle !== 'retired' ? (
        <KeyForms
          deviceId={device.id}
          hasKey={device.hasKey}
          isPage={device.channel === 'player'}
        />
      ) : null}
      {keys.length === 0 ? (
        <p>{said.keysNone}</p>
      ) : (
        <table className="coloa-table">
          <thead>
            <tr>
              <th scope="col">{said.columnKey}</th>
              <th scope="col">{said.columnState}</th>
              <th scope="col">{said.columnUsed}</th>
              {isManager ? <th scope="col">{said.columnAct}</th> : null}
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key.id}>
                <td data-label={said.columnKey}>
                  <span className="coloa-code">{key.publicKey}</span>
                  <small>
                    {[
                      key.label,
                      fill(words.enteredBy, {
                        by: key.madeBy ?? words.bySystem,
                        at: momentText(key.madeAt, language),
                      }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </td>
                <td data-label={said.columnState}>
                  {fill(said[`key_${key.state}`], {
                    at: key.validUntil ? momentText(key.validUntil, language) : '',
                  })}
                </td>
                <td data-label={said.columnUsed}>
                  {key.usedAt ? momentText(key.usedAt, language) : words.never}
                </td>
                {isManager ? (
                  <td data-label={said.columnAct}>
                    {key.revokedAt ? null : (
                      <ActButton
                        confirm={said.revokeConfirm}
                        done={said.revoked}
                        label={said.revoke}
                        name={fill(said.revokeOf, { key: key.label ?? key.publicKey.slice(0, 8) })}
                        path={`/dispatch/devices/${device.id}/keys/${key.id}/revoke`}
                      />
                    )}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
