'use client'
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import '#kit/admin/admin.css'
import { lifecycleText } from '../board/boardText.ts'
import type { DeviceStanding } from '../board/readDevice.ts'
import { registryWords } from '../registryWords.ts'
import { deviceWords } from './deviceWords.ts'
import { Stages } from './Stages.tsx'
import './registry.css'

/** Beside a device's document: how far it is, what is next, and the way to its record. Asked again after each save. */
export const DevicePanel = () => {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { language } = useTranslation().i18n
  const words = registryWords(language)
  const said = deviceWords(language)
  const [device, setDevice] = useState<DeviceStanding | null>(null)
  useEffect(() => {
    if (id === undefined) return
    const load = async () => {
      const answer = await fetch(`/api/dispatch/devices/${id}/standing`, {
        credentials: 'include',
        headers: { 'accept-language': language },
      }).catch(() => undefined) // the panel stays as it was
      if (!answer?.ok) return
      setDevice(((await answer.json()) as { device: DeviceStanding }).device)
    }
    void load()
  }, [id, language, lastUpdateTime])
  if (id === undefined) {
    return (
      <section aria-label={said.stages} className="coloa-state">
        <p>{said.saveFirst}</p>
      </section>
    )
  }
  if (!device) return null
  return (
    <section aria-label={said.stages} className="coloa-state">
      <h3>{lifecycleText(device.lifecycle, words)}</h3>
      {device.isChanged ? (
        <div className="coloa-attention" role="status">
          <p>{said.changedNotice}</p>
        </div>
      ) : null}
      <Stages device={device} words={said} />
      <p>
        <strong>{said.nextAct}:</strong> {said[`next_${device.next}`]}
      </p>
      <a href={`/admin/device-board/${device.id}`}>{said.toRegistry}</a>
    </section>
  )
}
