import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { ActButton } from '#kit/admin/ActButton.tsx'
import { lifecycleText } from '../board/boardText.ts'
import { deviceWords } from './deviceWords.ts'
import type { DevicePart } from './devicePart.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { Stages } from './Stages.tsx'

/** How far a device is, and the one act that is next. */
export const StagePart = ({ device, words, language, isManager }: DevicePart) => {
  const said = deviceWords(language)
  const path = `/dispatch/devices/${device.id}`
  return (
    <section aria-labelledby="stages" className="coloa-part">
      <h2 id="stages">
        {said.stages}: {lifecycleText(device.lifecycle, words)}
      </h2>
      {device.isChanged ? (
        <div className="coloa-attention">
          <p>{said.changedNotice}</p>
        </div>
      ) : null}
      {device.downSince && device.lifecycle === 'active' ? (
        <div className="coloa-problem">
          <p>{fill(said.lostNotice, { at: momentText(device.downSince, language) })}</p>
        </div>
      ) : null}
      <Stages device={device} words={said} />
      <p>
        <strong>{said.nextAct}:</strong> {said[`next_${device.next}`]}
      </p>
      {isManager ? (
        <div className="coloa-acts">
          {device.next === 'activate' ? (
            <ActButton
              done={said.activated}
              isPrimary
              label={said.activate}
              path={`${path}/activate`}
            />
          ) : null}
          {device.next === 'suspended' ? (
            <ActButton done={said.resumed} isPrimary label={said.resume} path={`${path}/resume`} />
          ) : null}
          {device.lifecycle === 'active' ? (
            <ReasonForm deviceId={device.id} verb="suspend" />
          ) : null}
          {device.lifecycle === 'retired' ? null : (
            <ReasonForm deviceId={device.id} verb="retire" />
          )}
        </div>
      ) : null}
    </section>
  )
}
