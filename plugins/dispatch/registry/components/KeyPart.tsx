import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { ActButton } from '#kit/admin/ActButton.tsx'
import type { KeyRow } from '../keys/deviceKeys.ts'
import type { DevicePart } from './devicePart.ts'
import { KeyForms } from './KeyForms.tsx'

/** The keys of a device: which hold, when each was used last. */
export const KeyPart = (props: DevicePart & { keys: readonly KeyRow[] }) => {
  const { device, words, language, isManager, keys } = props
  return (
    <section aria-labelledby="keys" className="coloa-part">
      <h2 id="keys">{words.keys}</h2>
      <p>{words.keysIntro}</p>
      {isManager && device.lifecycle !== 'retired' ? (
        <KeyForms
          deviceId={device.id}
          hasKey={device.hasKey}
          isPage={device.channel === 'player'}
        />
      ) : null}
      {keys.length === 0 ? (
        <p>{words.keysNone}</p>
      ) : (
        <table className="coloa-table">
          <thead>
            <tr>
              <th scope="col">{words.columnKey}</th>
              <th scope="col">{words.columnState}</th>
              <th scope="col">{words.columnUsed}</th>
              {isManager ? <th scope="col">{words.columnAct}</th> : null}
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key.id}>
                <td data-label={words.columnKey}>
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
                <td data-label={words.columnState}>
                  {fill(words[`key_${key.state}`], {
                    at: key.validUntil ? momentText(key.validUntil, language) : '',
                  })}
                </td>
                <td data-label={words.columnUsed}>
                  {key.usedAt ? momentText(key.usedAt, language) : words.never}
                </td>
                {isManager ? (
                  <td data-label={words.columnAct}>
                    {key.revokedAt ? null : (
                      <ActButton
                        confirm={words.revokeConfirm}
                        done={words.revoked}
                        label={words.revoke}
                        name={fill(words.revokeOf, { key: key.label ?? key.publicKey.slice(0, 8) })}
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
