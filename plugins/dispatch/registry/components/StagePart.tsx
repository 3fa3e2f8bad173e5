import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { ActButton } from '#kit/admin/ActButton.tsx'
import { lifecycleText } from '../board/boardText.ts'
import type { DevicePart } from './devicePart.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { Stages } from './Stages.tsx'

/** How far a device is, and the one act that is next. */
export const StagePart = ({ device, words, language, isManager }: DevicePart) => {
  const path = `/dispatch/devices/${device.id}`
  return (
    <section aria-labelledby="stages" className="coloa-part">
      <h2 id="stages">
        {words.stages}: {lifecycleText(device.lifecycle, words)}
      </h2>
      {device.isChanged ? (
        <div className="coloa-attention">
          <p>{words.changedNotice}</p>
        </div>
      ) : null}
      {device.downSince && device.lifecycle === 'active' ? (
        <div className="coloa-problem">
          <p>{fill(words.lostNotice, { at: momentText(device.downSince, language) })}</p>
        </div>
      ) : null}
      <Stages device={device} words={words} />
      <p>
        <strong>{words.nextAct}:</strong> {words[`next_${device.next}`]}
      </p>
      {isManager ? (
        <div className="coloa-acts">
          {device.next === 'activate' ? (
            <ActButton
              done={words.activated}
              isPrimary
              label={words.activate}
              path={`${path}/activate`}
            />
          ) : null}
          {device.next === 'suspended' ? (
            <ActButton
              done={words.resumed}
              isPrimary
              label={words.resume}
              path={`${path}/resume`}
            />
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
